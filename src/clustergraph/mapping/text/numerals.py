"""Ordinals and cardinals, in figures or in the words of the pack."""

import regex

from clustergraph.languages import LanguagePack
from clustergraph.mapping.text.tokens import Token

__all__ = ["is_roman", "number_in", "number_of", "ordinal_of"]

_ORDINAL = regex.compile(r"(\d{1,2})-?(\p{L}+)")
_CARDINAL = regex.compile(r"\d{1,4}")
_ROMAN = regex.compile(r"[IVX]+")


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


def _ordinal(text: str, pack: LanguagePack) -> int | None:
    match = _ORDINAL.fullmatch(text.lower())
    if match and match.group(2) in pack.ordinal_endings:
        return int(match.group(1))
    return pack.ordinals.get(text.lower())


def _cardinal(text: str, pack: LanguagePack) -> int | None:
    return int(text) if _CARDINAL.fullmatch(text) else pack.numbers.get(text.lower())
