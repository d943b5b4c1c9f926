"""Words that tell how names are compared, folded, as tables beside this file; and their readers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from clustergraph.languages.word_lists import read_pairs, read_rows, read_words

__all__ = ["found_everywhere", "generations", "paradigms", "respelled", "turning"]

_FOLDER = Path(__file__).parent


@cache
def paradigms() -> Mapping[str, Sequence[frozenset[str]]]:
    """Return, by language, the sets of endings that one word of a name may bear."""
    read: dict[str, list[frozenset[str]]] = defaultdict(list)
    for language, endings in read_rows(_FOLDER / "endings.tsv", 2):
        read[language].append(frozenset(endings.replace("-", "").split(" ")))
    return read


@cache
def respelled() -> Mapping[str, Mapping[str, str]]:
    """Return, by language, endings of words that are also spelled in another way, and that way."""
    read: dict[str, dict[str, str]] = defaultdict(dict)
    for language, ending, other in read_rows(_FOLDER / "spellings.tsv", 3):
        read[language][ending] = other
    return read


@cache
def found_everywhere() -> tuple[str, ...]:
    """Return beginnings of nouns for bodies of which every country has one."""
    return tuple(read_words(_FOLDER / "found_everywhere.txt"))


@cache
def generations() -> Mapping[str, str]:
    """Return which of two people of one name is meant by a word behind it ("Jr.")."""
    return read_pairs(_FOLDER / "generations.tsv")


@cache
def turning() -> Mapping[str, str]:
    """Return, by language, the word behind which stands what may as well stand before a name."""
    return read_pairs(_FOLDER / "turning.tsv")
