"""Which kinds of files there are, told by their names and checked against their first bytes."""

from collections.abc import Mapping
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType

from clustergraph.errors import UnsupportedDocument
from clustergraph.reading.source_file import SourceFile

__all__ = ["READ_SUFFIXES", "FileKind", "check_first_bytes", "kind_of"]


class FileKind(StrEnum):
    """A kind of file, by the name that people call it."""

    TEXT = "plain text"
    MARKDOWN = "Markdown"
    HTML = "HTML"
    PDF = "PDF"
    WORD = "Word"


_KINDS: Mapping[str, FileKind] = MappingProxyType(
    {
        ".txt": FileKind.TEXT,
        ".md": FileKind.MARKDOWN,
        ".markdown": FileKind.MARKDOWN,
        ".html": FileKind.HTML,
        ".htm": FileKind.HTML,
        ".xhtml": FileKind.HTML,
        ".pdf": FileKind.PDF,
        ".docx": FileKind.WORD,
    }
)
READ_SUFFIXES = ", ".join(_KINDS)

_PDF = "a PDF file; name it .pdf"
_ZIP = "a ZIP archive; if it is a Word file, name it .docx"
_WEB_PAGE = "an HTML page; name it .html"
_PICTURE = "a picture; documents need text"
_FIRST_BYTES: Mapping[bytes, str] = MappingProxyType(
    {
        b"%pdf-": _PDF,
        b"pk\x03\x04": _ZIP,
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1": (
            "an old Office file or one with a password; save it as .docx without one"
        ),
        b"{\\rtf": "an RTF file; save it as .docx or as text",
        b"\x1f\x8b": "compressed; unpack it",
        b"\x89png": _PICTURE,
        b"gif8": _PICTURE,
        b"\xff\xd8\xff": _PICTURE,
        b"<!doctype html": _WEB_PAGE,
        b"<html": _WEB_PAGE,
    }
)
"""What files begin with, in small letters, and what each is."""
_OWN: Mapping[FileKind, str] = MappingProxyType(
    {FileKind.PDF: _PDF, FileKind.WORD: _ZIP, FileKind.HTML: _WEB_PAGE}
)
_BYTES_BEFORE_A_PDF = 1024
"""Readers of PDF look for its first line so far (ISO 32000, implementation notes)."""


def kind_of(path: Path) -> FileKind:
    """Tell a file's kind by its suffix, in capitals or not.

    Raises:
        UnsupportedDocument: when files of that kind are not read.
    """
    kind = _KINDS.get(path.suffix.lower())
    if kind is None:
        found = f"of kind {path.suffix!r}" if path.suffix else "without a suffix"
        reason = f"files {found} are not read ({READ_SUFFIXES} are); save it as UTF-8 text (.txt)."
        raise UnsupportedDocument(str(path), reason)
    return kind


def check_first_bytes(file: SourceFile, kind: FileKind) -> None:
    """Compare the kind that the name promises with the first bytes.

    Raises:
        UnreadableDocument: when they are of another kind.
    """
    found = _found(file.data)
    if kind is FileKind.PDF and b"%PDF-" in file.data[:_BYTES_BEFORE_A_PDF]:
        return
    if found and found != _OWN.get(kind):
        reason = f"its name says {kind}, but by its first bytes it is {found}."
        raise file.refused(reason)
    if not found and kind in {FileKind.PDF, FileKind.WORD}:
        reason = f"by its first bytes it is no {kind} file; give it its right suffix."
        raise file.refused(reason)


def _found(data: bytes) -> str:
    beginning = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    return next((what for first, what in _FIRST_BYTES.items() if beginning.startswith(first)), "")
