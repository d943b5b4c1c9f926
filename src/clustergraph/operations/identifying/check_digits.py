"""Check digits: how registers let a typing error be noticed. Pure functions on tidied text."""

from collections.abc import Callable, Mapping
from typing import Final

__all__ = ["CHECKS"]

_CROCKFORD: Final = "0123456789abcdefghjkmnpqrstvwxyz"
"""The digits of Crockford's base 32, in which ROR writes its numbers."""


def _mod_97_10(text: str) -> bool:
    """Check as ISO/IEC 7064 has it for MOD 97-10, in which a letter is a number from 10 to 35.

    >>> _mod_97_10("5493001KJTIIGC8Y1R12"), _mod_97_10("5493001KJTIIGC8Y1R21")
    (True, False)
    """
    return int("".join(str(int(char, 36)) for char in text)) % 97 == 1


def _mod_11_2(text: str) -> bool:
    """Check as ISO/IEC 7064 has it for MOD 11-2, whose last digit may be an X.

    >>> _mod_11_2("0000000218250097"), _mod_11_2("000000012281955X")
    (True, True)
    """
    total = 0
    for char in text[:-1]:
        total = (total + int(char)) * 2 % 11
    return "0123456789X"[(12 - total) % 11] == text[-1]


def _ror(text: str) -> bool:
    """Check an identifier of ROR: six digits to base 32 after a zero, and two to check them by.

    >>> _ror("03yrm5c26"), _ror("03yrm5c62")
    (True, False)
    """
    number = 0
    for char in text[1:-2]:
        number = number * len(_CROCKFORD) + _CROCKFORD.index(char)
    return 98 - number * 100 % 97 == int(text[-2:])


CHECKS: Final[Mapping[str, Callable[[str], bool]]] = {
    "iso7064-mod97-10": _mod_97_10,
    "iso7064-mod11-2": _mod_11_2,
    "ror": _ror,
}
"""Each takes an identifier that has the shape of its scheme."""
