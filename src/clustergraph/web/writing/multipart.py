"""A body of several parts, each saved as it comes (RFC 7578; python-multipart reads it).

What the parts hold is not known here.
"""

from collections.abc import AsyncIterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Final

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from clustergraph.errors import BadContent
from clustergraph.web.writing.bodies import THE_BODY

__all__ = ["MULTIPART", "Part", "save_parts"]

MULTIPART: Final = "multipart/form-data"
_MOST_PARTS: Final = 100
_NAME_CHARACTERS: Final = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part: what errors call it, where it lies, and what it says of itself."""

    name: str
    path: Path
    file_name: str
    content_type: str


async def save_parts(
    pieces: AsyncIterator[bytes], content_type: str, folder: Path
) -> tuple[Part, ...]:
    """Save each part to a file of its own.

    Raises:
        BadContent: when the body has not the form that its Content-Type says, or too many parts.
    """
    with ExitStack() as files:
        saving = _Saving(folder, files)
        try:
            parser = saving.parser(_boundary(content_type))
            async for piece in pieces:
                parser.write(piece)
        except FormParserError as error:
            reason = f"its parts are not as {MULTIPART} has them ({error})."
            raise BadContent(THE_BODY, reason) from error
    if not saving.has_ended:
        raise BadContent(THE_BODY, "it ends in the middle of a part.")
    return tuple(saving.parts)


def _boundary(content_type: str) -> bytes:
    _, options = parse_options_header(content_type)
    boundary = options.get(b"boundary", b"")
    if not boundary:
        raise BadContent(THE_BODY, "its Content-Type names no boundary between its parts.")
    return boundary


class _Saving:
    """What comes out of the parser, on its way to files."""

    def __init__(self, folder: Path, files: ExitStack) -> None:
        self.parts: list[Part] = []
        self.has_ended = False
        self._folder = folder
        self._files = files
        self._file: BinaryIO | None = None
        self._headers: dict[bytes, bytes] = {}
        self._field, self._value = b"", b""

    def parser(self, boundary: bytes) -> MultipartParser:
        """Return what reads the body, and calls the methods here."""
        return MultipartParser(
            boundary,
            {
                "on_part_begin": self._begin,
                "on_header_field": self._add_to_field,
                "on_header_value": self._add_to_value,
                "on_header_end": self._end_header,
                "on_headers_finished": self._open,
                "on_part_data": self._write,
                "on_part_end": self._close,
                "on_end": self._end,
            },
        )

    def _begin(self) -> None:
        self._headers = {}
        if len(self.parts) >= _MOST_PARTS:
            raise BadContent(THE_BODY, f"it has more than {_MOST_PARTS} parts.")

    def _add_to_field(self, data: bytes, start: int, end: int) -> None:
        self._field += data[start:end]

    def _add_to_value(self, data: bytes, start: int, end: int) -> None:
        self._value += data[start:end]

    def _end_header(self) -> None:
        self._headers[self._field.lower()] = self._value
        self._field, self._value = b"", b""

    def _open(self) -> None:
        number = len(self.parts) + 1
        _, options = parse_options_header(self._headers.get(b"content-disposition"))
        file_name = (options.get(b"filename") or options.get(b"name") or b"").decode(
            "utf-8", "replace"
        )
        part = Part(
            name=f"Part {number}" + (f" ({file_name[:_NAME_CHARACTERS]!r})" if file_name else ""),
            path=self._folder / f"part-{number}",
            file_name=file_name,
            content_type=self._headers.get(b"content-type", b"").decode("latin-1"),
        )
        self.parts.append(part)
        self._file = self._files.enter_context(part.path.open("wb"))

    def _write(self, data: bytes, start: int, end: int) -> None:
        if self._file is not None:
            self._file.write(data[start:end])

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()

    def _end(self) -> None:
        self.has_ended = True
