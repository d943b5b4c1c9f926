"""How alike two words are, and how much a word counts; names of several words are ``likeness``'s.

Words are folded. Slips of the pen, endings and ways to write one sound make a word another one only
by degrees. The keys by which the index finds such words are in ``spelling``, and are rougher.
"""

import re
from functools import lru_cache
from itertools import product

from rapidfuzz.distance import OSA

from clustergraph.names.comparing.spelling import sound

__all__ = ["alike", "numerals", "weight"]

_REMEMBERED = 200_000
_LEAST = 0.72
"""Below it two words have nothing to do with each other."""
_SAME_SOUND = 0.93
_LIKE_SOUND = 0.95
_SAME_STEM = 0.94
_SAME_STEM_LONG_ENDINGS = 0.9
_SHORT_ENDING = 2
_LONGEST_ENDING = 5
_FEWEST_LETTERS_OF_STEM = 4
_SWAPPED_LETTERS = 0.9
_FEWEST_LETTERS = 3
_FEWEST_LETTERS_SWAPPED = 5
_FEWEST_SOUNDS = 5
_WEIGHT_OF_SHORT_WORD = 0.25
_LETTERS_OF_FULL_WEIGHT = 8
_FLEETING = re.compile(r"e(?=[^aeiou]$)")
"""The vowel that goes when an ending comes: klaster, klastra."""
_ENDINGS = frozenset(
    (
        *("", "a", "ach", "ago", "am", "ami", "at", "ata", "cie", "e", "ech", "eg", "ego", "eho"),
        *("ei", "ej", "ejj", "ek", "em", "emi", "emu", "en", "er", "era", "es", "et", "ete", "i"),
        *("ia", "iach", "iam", "iami", "iat", "iata", "ich", "ie", "iego", "iei", "iej", "iem"),
        *("iemu", "iey", "igo", "ii", "im", "ima", "imi", "in", "ite", "iu", "iya", "iyami"),
        *("iyat", "iyata", "iyu", "lor", "m", "mi", "n", "na", "nata", "ne", "nego", "nej", "nemu"),
        *("ni", "nii", "niya", "niyat", "no", "nom", "nu", "ny", "nych", "nym", "nymi", "o", "oho"),
        *("oi", "oj", "om", "omu", "os", "ov", "ova", "ove", "ovi", "ow", "owi", "owie", "oy"),
        *("oyu", "s", "ta", "te", "to", "u", "ul", "ulu", "ului", "um", "us", "y", "ya", "yat"),
        *("ych", "ye", "yi", "ym", "ymi", "yu", "yy", "z", "ze", "zech", "zie"),
    )
)
"""What words are declined with, folded: Slavic, Germanic and Romance."""
_ROMAN = re.compile(r"\b[IVXLC]{1,6}\b")


@lru_cache(maxsize=_REMEMBERED)
def alike(one: str, other: str) -> float:
    """Say how alike two folded words are: 1 for the same, 0 where they are two words.

    >>> alike("killarney", "killarny") > alike("slovenia", "slovakia")
    True
    >>> alike("2019", "2018")
    0.0
    """
    if one == other:
        return 1.0
    if min(len(one), len(other)) < _FEWEST_LETTERS or one[0].isdigit() or other[0].isdigit():
        return 0.0
    best = max(_by_ending(one, other), _by_letters(one, other), _by_sound(sound(one), sound(other)))
    return best if best >= _LEAST else 0.0


@lru_cache(maxsize=_REMEMBERED)
def weight(word: str) -> float:
    """Say how much a word counts in a name: long ones and numbers more, up to 1."""
    if word[0].isdigit():
        return 1.0
    if len(word) <= _FEWEST_LETTERS:
        return _WEIGHT_OF_SHORT_WORD
    return min(len(word) / _LETTERS_OF_FULL_WEIGHT, 1.0)


def numerals(text: str) -> frozenset[str]:
    """Return the Roman numerals of a text, folded; only their capitals tell them from words.

    >>> numerals("Central Asia - Invest V")
    frozenset({'v'})
    """
    return frozenset(match.lower() for match in _ROMAN.findall(text))


def _by_letters(one: str, other: str) -> float:
    """One letter more, less, another, or two swapped is one slip."""
    share = OSA.normalized_similarity(one, other, score_cutoff=_LEAST)
    is_one_slip = share >= 1 - 1 / max(len(one), len(other))
    if is_one_slip and len(one) >= _FEWEST_LETTERS_SWAPPED and sorted(one) == sorted(other):
        return max(_SWAPPED_LETTERS, share)
    return share


def _by_ending(one: str, other: str) -> float:
    """Two forms of one word begin alike and have endings."""
    if one[: _FEWEST_LETTERS_OF_STEM - 1] != other[: _FEWEST_LETTERS_OF_STEM - 1]:
        return 0.0
    return max(_same_stem(*stems) for stems in product(_stems(one), _stems(other)))


def _stems(word: str) -> set[str]:
    return {word, _FLEETING.sub("", word)}


def _same_stem(one: str, other: str) -> float:
    """Tell how surely two words are forms of one, by the longest stem that leaves only endings."""
    shortest = max(_FEWEST_LETTERS_OF_STEM, max(len(one), len(other)) - _LONGEST_ENDING)
    for letters in range(min(len(one), len(other)), shortest - 1, -1):
        endings = one[letters:], other[letters:]
        if one[:letters] == other[:letters] and all(each in _ENDINGS for each in endings):
            is_short = max(map(len, endings)) <= _SHORT_ENDING
            return _SAME_STEM if is_short else _SAME_STEM_LONG_ENDINGS
    return 0.0


def _by_sound(one: str, other: str) -> float:
    if one == other:
        return _SAME_SOUND if len(one) >= _FEWEST_LETTERS else 0.0
    if min(len(one), len(other)) < _FEWEST_SOUNDS:
        return 0.0
    return _LIKE_SOUND * OSA.normalized_similarity(one, other, score_cutoff=_LEAST)
