"""When two folded names that are not equal are spellings of one: their words pair off one to one.

A share of common words is no ground: "Competitiveness" is not "Cluster Competitiveness Group", nor
is the 1st module the 4th.
"""

from collections import Counter
from typing import Final

from rapidfuzz.distance import Levenshtein

__all__ = ["block_of", "pair_off"]

_UNINFLECTED: Final = frozenset({"en", "es", "fr", "it", "nl", "pt"})
"""Languages in which names have no cases or articles as endings."""
_BLOCK_LETTERS: Final = 4
_STEM_LETTERS: Final = 5
_ENDING_LETTERS: Final = 3
"""Polish "-ego", Bulgarian "-ата": an ending that is longer is another word."""
_LETTERS_FOR_A_SLIP: Final = 8
"""A slip of one letter makes no other word only if it is long: Ireland is not Iceland."""


def block_of(name: str) -> tuple[str, ...]:
    """Return what all names that may pair off with this one share; empty where none does.

    >>> block_of("kazakhstan industrial development institute")
    ('deve', 'indu', 'inst', 'kaza')
    """
    words = name.split()
    return tuple(sorted(word[:_BLOCK_LETTERS] for word in words)) if len(words) > 1 else ()


def pair_off(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Tell whether two folded names, each with its language, are spellings of one.

    Either one long word differs by one letter, or all that differ are forms of one word in one
    inflecting language.

    >>> pair_off(("kazakhstan institute", "en"), ("kazakstan institute", "en"))
    True
    >>> pair_off(("austrian agency", "en"), ("australian agency", "en"))
    False
    """
    left, right = Counter(one[0].split()), Counter(other[0].split())
    pairs = list(
        zip(sorted((left - right).elements()), sorted((right - left).elements()), strict=False)
    )
    if left.total() != right.total() or any(_has_digit(word) for pair in pairs for word in pair):
        return False
    if len(pairs) == 1 and _is_slip(*pairs[0]):
        return True
    is_inflected = one[1] == other[1] and one[1] not in _UNINFLECTED
    return is_inflected and all(_are_forms(*pair) for pair in pairs)


def _is_slip(one: str, other: str) -> bool:
    shortest = min(len(one), len(other))
    return shortest >= _LETTERS_FOR_A_SLIP and Levenshtein.distance(one, other) == 1


def _are_forms(one: str, other: str) -> bool:
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    return stem >= _STEM_LETTERS and max(len(one), len(other)) - stem <= _ENDING_LETTERS


def _has_digit(word: str) -> bool:
    return any(char.isdigit() for char in word)
