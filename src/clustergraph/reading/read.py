"""Files, with their sidecars, to documents."""

import hashlib
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from types import MappingProxyType

from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document, document_id
from clustergraph.reading.content import Content
from clustergraph.reading.kinds import READ_SUFFIXES, FileKind, check_first_bytes, kind_of
from clustergraph.reading.language import detect_language
from clustergraph.reading.layout import find_date, find_title, find_zones
from clustergraph.reading.sidecar import SIDECAR_SUFFIX, read_sidecar
from clustergraph.reading.source_file import SourceFile

__all__ = [
    "LARGEST_DOCUMENT_BYTES",
    "LARGEST_PRINTED_BYTES",
    "document_paths",
    "read_document",
]

LARGEST_DOCUMENT_BYTES = 5_000_000
"""A news page has some thousand characters; what is larger is not one document."""
LARGEST_PRINTED_BYTES = 25_000_000
"""For PDF and Word files, which carry pictures; their text may have as much as other documents."""

_READERS = MappingProxyType(
    {
        FileKind.TEXT: ("text", "read_text"),
        FileKind.MARKDOWN: ("markdown", "read_markdown"),
        FileKind.HTML: ("html", "read_html"),
        FileKind.PDF: ("pdf", "read_pdf"),
        FileKind.WORD: ("docx", "read_docx"),
    }
)
"""Modules and their functions, imported when the first file of a kind comes."""


def document_paths(folder: Path) -> tuple[Path, ...]:
    """Return the documents of a folder by name: its files but for sidecars and hidden ones.

    Raises:
        UnreadableDocument: when the folder does not exist or holds no document.
    """
    if not folder.is_dir():
        raise UnreadableDocument(
            str(folder), "there is no such folder; give one that holds documents."
        )
    paths = tuple(sorted(path for path in folder.iterdir() if _is_document(path)))
    if not paths:
        reason = f"the folder holds no documents; put files in it ({READ_SUFFIXES})."
        raise UnreadableDocument(str(folder), reason)
    return paths


def read_document(path: Path) -> Document:
    """Read a file and its sidecar (``<stem>.toml`` beside it, if there is one).

    The sidecar wins over what the file says of itself, and that over what its text shows.

    Raises:
        UnreadableDocument: when the file is missing, empty, too large, broken, locked, binary or
            in a charset that nothing tells, or when its sidecar can't be read.
        UnsupportedDocument: when its kind is not read.
    """
    kind = kind_of(path)
    data = _read_bytes(path, kind)
    sidecar = read_sidecar(path)
    file = SourceFile(path=path, data=data, charset=sidecar.charset)
    check_first_bytes(file, kind)
    content = _taken_apart(file, kind)
    known = sidecar.metadata.over(content.metadata)
    language = sidecar.metadata.language or detect_language(content.text, known.language)
    zones = find_zones(content.text, language, content.told)
    return Document(
        id=document_id(data),
        sha256=hashlib.sha256(data).hexdigest(),
        name=path.name,
        text=content.text,
        language=language,
        title=known.title or find_title(content.text, zones),
        published=known.date or find_date(content.text, zones, language),
        publisher=known.publisher,
        source=known.source,
        zones=zones,
    )


def _is_document(path: Path) -> bool:
    return path.is_file() and path.suffix != SIDECAR_SUFFIX and not path.name.startswith(".")


def _read_bytes(path: Path, kind: FileKind) -> bytes:
    try:
        _check_status(path, _largest(kind))
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be read ({error.strerror})."
        raise UnreadableDocument(str(path), reason) from error
    if not data.strip():
        raise UnreadableDocument(str(path), "the file is empty; remove it or give it text.")
    return data


def _check_status(path: Path, largest: int) -> None:
    """Refuse what never ends or is too large before a byte is read."""
    status = path.stat()
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableDocument(str(path), "it is no file; give the path of one.")
    if status.st_size > largest:
        raise _too_large(path, f"{status.st_size / 1e6:.1f} MB", f"{largest / 1e6:g}")


def _largest(kind: FileKind) -> int:
    is_printed = kind in {FileKind.PDF, FileKind.WORD}
    return LARGEST_PRINTED_BYTES if is_printed else LARGEST_DOCUMENT_BYTES


def _taken_apart(file: SourceFile, kind: FileKind) -> Content:
    content = _reader(kind)(file)
    if len(content.text) > LARGEST_DOCUMENT_BYTES:
        have = f"{len(content.text) / 1e6:.1f} million characters"
        raise _too_large(file.path, have, f"{LARGEST_DOCUMENT_BYTES / 1e6:g}")
    if not content.text.strip():
        raise file.refused("the file holds no text, only blanks; remove it or give it text.")
    return content


def _reader(kind: FileKind) -> Callable[[SourceFile], Content]:
    """Import late: a reader of plain text need not wait for the libraries of the other kinds."""
    module, function = _READERS[kind]
    reader: Callable[[SourceFile], Content] = getattr(
        import_module(f"clustergraph.reading.{module}"), function
    )
    return reader


def _too_large(path: Path, has: str, may_have: str) -> UnreadableDocument:
    reason = f"the file has {has} and a document may have {may_have}; split it into documents."
    return UnreadableDocument(str(path), reason)
