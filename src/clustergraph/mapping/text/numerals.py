"""Ordinals and cardinals, in figures or in the words of the pack."""

from functools import lru_cache

import regex

from clustergraph.languages import LanguagePack
from clustergraph.mapping.text.tokens import Token

__all__ = ["is_roman", "is_year", "number_in", "number_of", "ordinal_of", "roman_number"]

_ORDINAL = regex.compile(r"(\d{1,2})[.-]?([\p{L}°º]+)")
_CARDINAL = regex.compile(r"\d{1,4}|\d{1,3}(?:[ .,\u00a0\u202f]\d{3}){1,6}")
"""Longer rows of figures count nothing that there is."""
_MOST_FIGURES = 4
"""Of an ordinal with a full stop."""
_NO_FIGURE = regex.compile(r"\D")
_YEAR = regex.compile(r"(?:19|20)\d\d")
_ROMAN = regex.compile(r"[IVX]+")
_REMEMBERED = 50_000
"""Words of which it is kept what number they say."""
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10}


def ordinal_of(token: Token, pack: LanguagePack) -> int | None:
    """Return the number of an ordinal: 4 of «4th», 1 of «first»."""
    return _ordinal(token.text, pack)


def number_of(token: Token, pack: LanguagePack) -> int | None:
    """Return the number of a cardinal: 6 of «6» and of «six»."""
    return _cardinal(token.text, pack)


def number_in(text: str, pack: LanguagePack) -> int | None:
    """Return the number that the words say, cardinal or ordinal."""
    return _cardinal(text, pack) or _ordinal(text, pack)


def is_roman(text: str) -> bool:
    """Tell whether it may be a small Roman numeral, as names of programmes end with."""
    return _ROMAN.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Tell whether it is a year of the last century or this one, in figures."""
    return _YEAR.fullmatch(text) is not None


def roman_number(text: str) -> int:
    """Return the value of a small Roman numeral.

    >>> roman_number("IV"), roman_number("XXII")
    (4, 22)
    """
    values = [_ROMAN_VALUES[letter] for letter in text]
    return sum(
        -v if v < following else v for v, following in zip(values, (*values[1:], 0), strict=True)
    )


@lru_cache(maxsize=_REMEMBERED)
def _ordinal(text: str, pack: LanguagePack) -> int | None:
    stopped = text.removesuffix(".") if pack.ordinal_stop and text.endswith(".") else ""
    if stopped:
        return _if_short(stopped) if stopped.isdecimal() else _if_roman(stopped)
    match = _ORDINAL.fullmatch(text.lower())
    if match and match.group(2) in pack.ordinal_endings:
        return int(match.group(1))
    return pack.ordinals.get(text.lower())


def _if_short(figures: str) -> int | None:
    return int(figures) if len(figures) <= _MOST_FIGURES else None


def _if_roman(text: str) -> int | None:
    return roman_number(text) if is_roman(text) else None


@lru_cache(maxsize=_REMEMBERED)
def _cardinal(text: str, pack: LanguagePack) -> int | None:
    if _CARDINAL.fullmatch(text):
        return int(_NO_FIGURE.sub("", text))
    return pack.numbers.get(text.lower())
