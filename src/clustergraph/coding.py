"""Content codings: which one suits a client (RFC 9110, section 12.5.3), and what makes each.

Nothing here knows a request or an answer: who codes what is for the web and for the readers to say.
"""

import zlib
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache
from typing import Protocol

__all__ = ["SMALLEST_BYTES", "Coding", "Compressor", "choose_coding", "compressor", "read_quality"]

SMALLEST_BYTES = 1_024
"""What is smaller fits into one packet either way, so that coding it wins nothing."""

_MOST_CHARACTERS = 1_024
"""A longer Accept-Encoding header is read up to here only."""
_GZIP_LEVEL = 4
"""Levels above 4 take twice the time for a few hundredths of the size."""
_WITH_GZIP_HEADER = 16 + zlib.MAX_WBITS
_ZSTD_LEVEL = 3


class Coding(StrEnum):
    """A content coding that we make; the value is its token."""

    IDENTITY = "identity"
    GZIP = "gzip"
    ZSTD = "zstd"


_BEST_FIRST = (Coding.ZSTD, Coding.GZIP, Coding.IDENTITY)
"""Among codings that the client names with equal quality."""
_SAFEST_FIRST = (Coding.GZIP, Coding.ZSTD)
"""Among those that ``*`` stands for: whoever writes it can read gzip, and maybe zstd."""
_OTHER_NAMES = {"x-gzip": "gzip"}


class Compressor(Protocol):
    """Codes one body, piece by piece; a piece may come out empty, to come with a later one."""

    def compress(self, data: bytes, /) -> bytes:
        """Take the next piece, and return what is ready."""

    def flush(self) -> bytes:
        """Return the rest and the end; nothing can be added then."""


def compressor(coding: Coding) -> Compressor:
    """Make what codes one body; the same body always gets the same bytes."""
    match coding:
        case Coding.GZIP:
            return zlib.compressobj(level=_GZIP_LEVEL, wbits=_WITH_GZIP_HEADER)
        case Coding.ZSTD:
            from zstandard import ZstdCompressor  # noqa: PLC0415 - readers start without it

            return ZstdCompressor(level=_ZSTD_LEVEL).compressobj()
        case Coding.IDENTITY:
            return _Unchanged()


@lru_cache(maxsize=1_024)  # clients send few different headers, and each with many requests
def choose_coding(accept_encoding: str | None) -> Coding:
    """Return the coding that the client likes best.

    Identity is the answer to a missing or empty header, and to one that rules out everything, be it
    identity as well: a client can always read that, and a refusal would help nobody.

    >>> choose_coding("gzip, deflate, br, zstd"), choose_coding("gzip;q=1.0, *;q=0.1")
    (<Coding.ZSTD: 'zstd'>, <Coding.GZIP: 'gzip'>)

    Args:
        accept_encoding: the header; several lines of it are joined with commas.
    """
    qualities = dict(_members(accept_encoding or ""))
    named = [coding for coding in _BEST_FIRST if coding in qualities]
    meant = [coding for coding in _SAFEST_FIRST if coding not in qualities]
    ranked = [
        *((qualities[coding], coding) for coding in named),
        *((qualities.get("*", 0.0), coding) for coding in meant),
    ]
    quality, best = max(ranked, key=lambda one: one[0])  # the first of equals
    return best if quality > 0 else Coding.IDENTITY


def read_quality(text: str) -> float:
    """Read a weight from 0 to 1; what is no number counts as 1, as if it were not there.

    >>> read_quality("0.5"), read_quality("much"), read_quality("-1")
    (0.5, 1.0, 0.0)
    """
    try:
        quality = float(text)
    except ValueError:
        return 1.0
    return min(max(quality, 0.0), 1.0) if quality == quality else 1.0  # noqa: PLR0124  (not a number)


def _members(header: str) -> Iterator[tuple[str, float]]:
    for member in header[:_MOST_CHARACTERS].lower().split(","):
        name, _, parameter = (part.strip() for part in member.partition(";"))
        key, _, value = (part.strip() for part in parameter.partition("="))
        yield _OTHER_NAMES.get(name, name), read_quality(value) if key == "q" else 1.0


class _Unchanged:
    """What codes nothing."""

    def compress(self, data: bytes, /) -> bytes:
        return data

    def flush(self) -> bytes:
        return b""
