"""Files of text, with their sidecars, to documents."""

import hashlib
from pathlib import Path

from clustergraph.errors import UnreadableDocument, UnsupportedDocument
from clustergraph.languages import load_pack, pack_languages
from clustergraph.model import Document
from clustergraph.reading.language import detect_language
from clustergraph.reading.layout import find_date, find_title, find_zones
from clustergraph.reading.sidecar import SIDECAR_SUFFIX, read_sidecar

__all__ = ["LARGEST_DOCUMENT_BYTES", "document_paths", "read_document"]

LARGEST_DOCUMENT_BYTES = 5_000_000
"""A news page has some thousand characters; what is larger is not one document."""

_TEXT_SUFFIXES = frozenset({".txt", ".md"})


def document_paths(folder: Path) -> tuple[Path, ...]:
    """Return the documents of a folder by name: its files but for sidecars and hidden ones.

    Raises:
        UnreadableDocument: when the folder does not exist or holds no document.
    """
    if not folder.is_dir():
        raise UnreadableDocument(
            str(folder), "there is no such folder; give one that holds text files."
        )
    paths = tuple(sorted(path for path in folder.iterdir() if _is_document(path)))
    if not paths:
        raise UnreadableDocument(
            str(folder), "the folder holds no documents; put UTF-8 text files (.txt, .md) in it."
        )
    return paths


def read_document(path: Path) -> Document:
    """Read a file and its sidecar (``<stem>.toml`` beside it, if there is one).

    The sidecar wins over what the text itself shows.

    Raises:
        UnreadableDocument: when the file is missing, empty, larger than ``LARGEST_DOCUMENT_BYTES``,
            binary or not UTF-8, or when its sidecar can't be read.
        UnsupportedDocument: when its kind is not read.
    """
    data = _read_bytes(path)
    text = _decoded(path, data)
    sidecar = read_sidecar(path)
    language = sidecar.language or detect_language(text)
    pack = load_pack(language) if language in pack_languages() else None
    zones = find_zones(text, pack)
    sha256 = hashlib.sha256(data).hexdigest()
    return Document(
        id=sha256[:16],
        sha256=sha256,
        name=path.name,
        text=text,
        language=language,
        title=sidecar.title or find_title(text, zones),
        published=sidecar.date or find_date(text, zones, pack),
        publisher=sidecar.publisher,
        source=sidecar.source,
        zones=zones,
    )


def _is_document(path: Path) -> bool:
    return path.is_file() and path.suffix != SIDECAR_SUFFIX and not path.name.startswith(".")


def _read_bytes(path: Path) -> bytes:
    if path.suffix not in _TEXT_SUFFIXES:
        kind = path.suffix or "without suffix"
        raise UnsupportedDocument(
            str(path), f"files of kind {kind!r} are not read; save it as UTF-8 text (.txt)."
        )
    try:
        _check_size(path)
        data = path.read_bytes()
    except OSError as error:
        reason = f"the file can't be read ({error.strerror})."
        raise UnreadableDocument(str(path), reason) from error
    if not data.strip():
        raise UnreadableDocument(str(path), "the file is empty; remove it or give it text.")
    return data


def _check_size(path: Path) -> None:
    size = path.stat().st_size
    if size > LARGEST_DOCUMENT_BYTES:
        raise UnreadableDocument(
            str(path),
            f"the file has {size / 1e6:.1f} MB and a document may have "
            f"{LARGEST_DOCUMENT_BYTES / 1e6:g}; split it into documents.",
        )


def _decoded(path: Path, data: bytes) -> str:
    if b"\0" in data:
        raise UnreadableDocument(str(path), "the file is binary, not text; save it as UTF-8 text.")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableDocument(
            str(path),
            f"the file is not UTF-8 (byte {error.start} is no part of a character); "
            "save it as UTF-8.",
        ) from error
