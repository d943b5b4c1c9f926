"""The given names of a language: its own, and those of others that are no words in it.

News speak of people from everywhere.
"""

import unicodedata
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import cache
from pathlib import Path

from anyascii import anyascii

from clustergraph.languages.morphology import is_listed_word
from clustergraph.languages.word_lists import read_pairs, read_words

__all__ = ["GivenNames", "read_given_names"]


class GivenNames(AbstractSet[str]):
    """Given names as a set; whether one of another language is a word is asked when it turns up.

    To ask for all of them takes seconds.
    """

    def __init__(self, language: str, own: frozenset[str], foreign: frozenset[str]) -> None:
        """Join the language's own names with foreign ones, which may be words in it."""
        self._language = language
        self._own = own
        self._foreign = foreign

    @property
    def candidates(self) -> frozenset[str]:
        """All that may be given names; which of them are words of the language is not asked."""
        return self._own | self._foreign

    def __contains__(self, name: object) -> bool:
        """Tell whether it is a given name; case counts."""
        if name in self._own or name not in self._foreign:
            return name in self._own
        return not is_listed_word(str(name).lower(), self._language)

    def __iter__(self) -> Iterator[str]:
        """Yield all of them."""
        yield from self._own
        yield from (name for name in self._foreign if name in self)

    def __len__(self) -> int:
        """Count all of them."""
        return sum(1 for _ in self)


def read_given_names(folder: Path) -> GivenNames:
    """Read the given names of a pack's language, and those of the packs beside it."""
    own = frozenset(read_words(folder / "given_names.txt"))
    words = {*read_pairs(folder / "demonyms.tsv"), *read_pairs(folder / "months.tsv")}
    written_alike = _names_by_script(folder.parent).get(_script(next(iter(own))), frozenset())
    foreign = frozenset(name for name in written_alike - own if name.lower() not in words)
    return GivenNames(folder.name, own, foreign)


@cache
def _names_by_script(packs: Path) -> dict[str, frozenset[str]]:
    """Return the names of all packs by the script they are written in.

    Those in Cyrillic are also among the Latin ones, in the letters of these.
    """
    names = {name for path in packs.glob("*/given_names.txt") for name in read_words(path)}
    scripts = {name: _script(name) for name in names}
    romanised = (anyascii(name) for name, script in scripts.items() if script == "CYRILLIC")
    scripts |= dict.fromkeys(romanised, "LATIN")
    return {
        script: frozenset(name for name, its in scripts.items() if its == script)
        for script in frozenset(scripts.values())
    }


def _script(word: str) -> str:
    """Return the name of the script that the word is written in, such as "LATIN"."""
    return unicodedata.name(word[0]).partition(" ")[0]
