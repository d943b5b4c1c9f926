"""The body of a write as it comes: unpacked, counted, and never held as a whole.

What is in it, and where it goes, is not known here.
"""

import zlib
from codecs import IncrementalDecoder, getincrementaldecoder
from collections.abc import AsyncIterator, Iterator
from pathlib import Path
from typing import Final

from starlette.datastructures import Headers
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request

from clustergraph.errors import BadContent, ContentTooLarge
from clustergraph.web.sparql.parameters import BYTE_ORDER_MARK

__all__ = ["THE_BODY", "pieces_of", "save", "save_text"]

THE_BODY: Final = "The body of the request"
_GZIP: Final = 31
"""What zlib calls data with a header and a checksum as gzip writes them (RFC 1952)."""
_CODINGS: Final = {"": "identity", "identity": "identity", "gzip": "gzip", "x-gzip": "gzip"}
_PIECE_BYTES: Final = 1 << 18
_MARK: Final = BYTE_ORDER_MARK.encode()


async def pieces_of(request: Request, most_bytes: int) -> AsyncIterator[bytes]:
    """Yield the body in pieces, without its Content-Encoding.

    Raises:
        ContentTooLarge: when it is longer than so many bytes, packed or unpacked; before anything
            of it is read where the request says how long it is.
        BadContent: when it can't be unpacked.
        HTTPException: when it is coded in a way that nothing here undoes, or breaks off.
    """
    coding = _coding(request.headers)
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > most_bytes:
        raise ContentTooLarge(most_bytes)
    unpacking = _Unpacking() if coding == "gzip" else None
    counted = _Counted(most_bytes)
    try:
        async for sent in request.stream():
            for piece in unpacking.take(sent) if unpacking else (sent,):
                yield counted.count(piece)
    except ClientDisconnect:
        raise HTTPException(400, "The request broke off.") from None
    if unpacking:
        unpacking.end()


async def save(pieces: AsyncIterator[bytes], path: Path) -> int:
    """Write what comes to a file; returns how many bytes came."""
    total = 0
    with path.open("wb") as file:
        async for piece in pieces:
            total += file.write(piece)
    return total


async def save_text(pieces: AsyncIterator[bytes], path: Path) -> None:
    """Write a text to a file as it comes, without the mark that some editors begin it with.

    Raises:
        HTTPException: when it is not in UTF-8.
    """
    decoder = getincrementaldecoder("utf-8")()
    read = 0
    with path.open("wb") as file:
        async for piece in pieces:
            _check_text(decoder, piece, read)
            file.write(piece.removeprefix(_MARK) if not read else piece)
            read += len(piece)
        _check_text(decoder, b"", read, is_last=True)


def _check_text(
    decoder: IncrementalDecoder, piece: bytes, read: int, *, is_last: bool = False
) -> None:
    kept = len(decoder.getstate()[0])
    try:
        decoder.decode(piece, is_last)
    except UnicodeDecodeError as error:
        at, byte = read - kept + error.start + 1, error.object[error.start]
        detail = f"{THE_BODY} is not in UTF-8: its byte {at} is 0x{byte:02X}."
        raise HTTPException(400, detail) from None


def _coding(headers: Headers) -> str:
    named = ", ".join(headers.getlist("content-encoding")).strip().lower()
    if named not in _CODINGS:
        detail = f"The Content-Encoding {named[:40]!r} is not undone here; send gzip, or none."
        raise HTTPException(415, detail, {"Accept-Encoding": "gzip, identity"})
    return _CODINGS[named]


class _Counted:
    """Lets so many bytes pass."""

    def __init__(self, most_bytes: int) -> None:
        self._most_bytes = most_bytes
        self._left = most_bytes

    def count(self, piece: bytes) -> bytes:
        self._left -= len(piece)
        if self._left < 0:
            raise ContentTooLarge(self._most_bytes)
        return piece


class _Unpacking:
    """Undoes gzip, a piece at a time: what is small packed may be endless unpacked."""

    def __init__(self) -> None:
        self._unpacking = zlib.decompressobj(_GZIP)
        self._is_empty = True

    def take(self, packed: bytes) -> Iterator[bytes]:
        """Yield what was packed."""
        self._is_empty = self._is_empty and not packed
        try:
            is_full = False
            while packed or is_full:
                piece = self._unpacking.decompress(packed, _PIECE_BYTES)
                is_full = len(piece) == _PIECE_BYTES  # then more may be held back
                yield piece
                packed = self._rest()
        except zlib.error as error:
            raise BadContent(THE_BODY, "what came is not packed by gzip.") from error

    def end(self) -> None:
        """Make sure that all of it came."""
        if not (self._unpacking.eof or self._is_empty):
            raise BadContent(THE_BODY, "what was packed by gzip ends too early.")

    def _rest(self) -> bytes:
        """Return what is to be unpacked still; several packed files may follow each other."""
        if not self._unpacking.eof:
            return self._unpacking.unconsumed_tail
        rest = self._unpacking.unused_data
        if rest:
            self._unpacking = zlib.decompressobj(_GZIP)
        return rest
