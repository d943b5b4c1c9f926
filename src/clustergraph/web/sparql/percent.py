"""Names and values of a form or an address, decoded at the speed of C (WHATWG URL, section 5.1).

What the standard library does for this takes seconds for some megabytes of escapes, and all other
requests would wait for it.
"""

import re
from binascii import a2b_qp
from collections.abc import Sequence

__all__ = ["Pairs", "TooMany", "read_pairs"]

_MOST_PAIRS = 1_000
_MOST_STRAYS = 1_000
_STRAY = re.compile(rb"%(?![0-9A-Fa-f]{2})")

Pairs = Sequence[tuple[str, str]]


class TooMany(ValueError):
    """There is more of something than anybody needs.

    Attributes:
        what: that there is too much of.
        limit: how much there may be.
    """

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"there are more than {limit} {what}")
        self.what = what
        self.limit = limit


def read_pairs(data: bytes) -> Pairs:
    """Read the pairs in their order; a percent sign that begins no escape stands for itself.

    >>> read_pairs(b"query=ASK+%7B%7D&graph=100%&x")
    [('query', 'ASK {}'), ('graph', '100%'), ('x', '')]

    Raises:
        UnicodeDecodeError: when a name or a value is not UTF-8.
        TooMany: when there are too many of them, or of such percent signs.
    """
    if data.count(b"&") > _MOST_PAIRS:
        raise TooMany("parameters", _MOST_PAIRS)
    fields = (field.partition(b"=") for field in data.split(b"&") if field)
    return [(_decoded(name), _decoded(value)) for name, _, value in fields]


def _decoded(text: bytes) -> str:
    spaced = text.replace(b"+", b" ")
    return (_unescaped(spaced) if b"%" in spaced else spaced).decode()


def _unescaped(text: bytes) -> bytes:
    """Undo the escapes: they are those of quoted-printable text (RFC 2045), but for the sign."""
    whole, strays = _STRAY.subn(b"%25", text, count=_MOST_STRAYS + 1)
    if strays > _MOST_STRAYS:
        raise TooMany("percent signs that begin no escape", _MOST_STRAYS)
    return a2b_qp(whole.replace(b"=", b"%3D").replace(b"%", b"="))
