"""When two names of people are names of one person.

The order of given name and surname, the romanisation of Cyrillic, a second given name and initials
are no difference by themselves; where the last two are all there is, a body with which both are
affiliated has to stand beside them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from clustergraph.folding import fold
from clustergraph.resolving.grammar import is_given_name
from clustergraph.resolving.spelling import Spelling, sound
from clustergraph.resolving.words import generations

__all__ = ["are_namesakes", "generation", "is_whole", "surname_sounds"]

_TOKEN: Final = re.compile(r"[^\W\d_](?:[^\W\d_]|['’-])*\.?")
_LETTERS_OF_AN_INITIAL: Final = 2
"""«Ю.» is written «Yu.»."""
_ROMAN_ENDINGS: Final = re.compile(r"(?:iy|ij|ii|yi|yj)$|(?<=[ae])[iyj]$")
_SKI: Final = re.compile(r"sk(?:iy|ij|yi|yj|y|i)$")


def is_whole(name: Spelling) -> bool:
    """Tell whether a name says who is meant: it has a given name and a surname, none an initial."""
    return len(_full_words(name)) > 1


def _full_words(name: Spelling) -> tuple[str, ...]:
    """Return the folded words that are neither initials nor tell the generation."""
    return tuple(word for word in _parts(name.text)[0] if not _is_initial(word))


def generation(name: Spelling) -> str:
    """Return which of several people of one name is meant: "elder", "second"; or empty."""
    return _parts(name.text)[1]


def surname_sounds(name: Spelling) -> Iterator[str]:
    """Yield what the surname may be, the way it sounds: the last full word or the first."""
    words = [
        heard
        for part, heard in zip(_parts(name.text)[0], _comparable(name, sounding=True), strict=True)
        if not _is_initial(part)
    ]
    yield from {words[0], words[-1]} if words else ()


def are_namesakes(one: Spelling, other: Spelling, *, beside_one_body: bool) -> bool:
    """Tell whether the two are names of one person, both of whom may be with one body."""
    if generation(one) != generation(other):
        return False
    is_sounding = one.is_cyrillic != other.is_cyrillic
    ours = _comparable(one, sounding=is_sounding)
    theirs = _comparable(other, sounding=is_sounding)
    if is_whole(one) and is_whole(other) and (ours == theirs or _is_turned(one, ours, theirs)):
        return True
    return beside_one_body and _agree(*sorted((ours, theirs), key=len))


def _is_turned(one: Spelling, ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Tell whether surname and given name have changed places; one of two given names may not."""
    if len(ours) != 2 or list(ours) != list(reversed(theirs)):
        return False
    return sum(is_given_name(word, one.language) for word in _full_words(one)) == 1


def _agree(short: Sequence[str], long: Sequence[str]) -> bool:
    """Tell whether the names may be one, initials and second names aside."""
    if len(short) < 2:
        return False
    if len(short) == len(long):
        return _is_same_surname(short[-1], long[-1]) and all(map(_may_be, short, long))
    if len(short) > 2 or _is_initial(short[1]):
        return False
    is_given_first = _may_be(short[0], long[0]) and short[1] == long[-1]
    return is_given_first or (short[1] == long[0] and _may_be(short[0], long[1]))


def _is_same_surname(one: str, other: str) -> bool:
    return one == other and not _is_initial(one)


def _may_be(one: str, other: str) -> bool:
    """Tell whether the words are equal, or one is the other's initial."""
    short, long = sorted((one, other), key=lambda word: not _is_initial(word))
    return short == long or (_is_initial(short) and long.startswith(short[:-1]))


def _is_initial(word: str) -> bool:
    return word.endswith(".")


def _comparable(name: Spelling, *, sounding: bool) -> list[str]:
    parts = _parts(name.text)[0]
    return [sound(part) if sounding else _romanised(part) for part in parts]


def _romanised(word: str) -> str:
    """Spell a folded word as the usual romanisation does.

    >>> _romanised("yuriy"), _romanised("sergei"), _romanised("sokolovsky"), _romanised("henri")
    ('yury', 'sergey', 'sokolovski', 'henri')
    """
    return _ROMAN_ENDINGS.sub("y", _SKI.sub("ski", word))


@lru_cache(maxsize=100_000)
def _parts(text: str) -> tuple[tuple[str, ...], str]:
    """Part a name into its folded words, initials with a full stop, and the generation.

    >>> _parts("John A. Marlow Jr.")
    (('john', 'a.', 'marlow'), 'younger')
    """
    words: list[str] = []
    for token in _TOKEN.findall(text):
        letters = token.rstrip(".")
        is_initial = len(letters) == 1 or (
            token.endswith(".") and len(letters) <= _LETTERS_OF_AN_INITIAL
        )
        words.extend(f"{word}." if is_initial else word for word in fold(token).split())
    which = generations().get(words[-1].rstrip("."), "") if len(words) > 1 else ""
    return tuple(words[:-1] if which else words), which
