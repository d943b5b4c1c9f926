"""Files of each kind, made as they are needed."""

import io
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import docx
import pytest
from docx.document import Document as WordDocument

from clustergraph.model import Document, ZoneKind
from clustergraph.reading import read_document

Read = Callable[[str, bytes | str], Document]
Row = tuple[str, float, float]
"""A line of a PDF page: its words, how high it stands, how large it is."""


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Write a file of that name, and read it."""

    def write_and_read(name: str, content: bytes | str) -> Document:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_document(path)

    return write_and_read


@pytest.fixture
def lines() -> Callable[[Document], list[tuple[ZoneKind, str]]]:
    return lambda document: [(zone.kind, document[zone.span]) for zone in document.zones]


@pytest.fixture(scope="session")
def word_file() -> Callable[[Callable[[WordDocument], object]], bytes]:
    """Make a Word file of what a function puts into an empty one."""

    def make(fill: Callable[[WordDocument], object]) -> bytes:
        document, buffer = docx.Document(), io.BytesIO()
        fill(document)
        document.save(buffer)
        return buffer.getvalue()

    return make


@pytest.fixture(scope="session")
def pdf_file() -> Callable[..., bytes]:
    """Make a PDF file of pages, each of rows or of a content stream as it is."""
    return write_pdf


def write_pdf(*pages: Sequence[Row] | bytes, form: bytes = b"") -> bytes:
    """Write a file whose pages may draw a form, named X, from a content stream of its own."""
    streams = [page if isinstance(page, bytes) else _stream(page) for page in pages]
    kids = " ".join(f"{2 * number + 11} 0 R" for number in range(len(pages)))
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>".encode(),
        3: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    }
    objects[4] = _packed(form, b"/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 3 0 R>>>>")
    for number, stream in zip(range(10, 10 + 2 * len(pages), 2), streams, strict=True):
        objects[number] = _packed(stream)
        objects[number + 1] = (
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]"
            b"/Contents %d 0 R/Resources<</Font<</F1 3 0 R>>/XObject<</X 4 0 R>>>>>>" % number
        )
    return _with_table_of_objects(objects)


def _packed(stream: bytes, entries: bytes = b"") -> bytes:
    packed = zlib.compress(stream, 1)
    head = b"<</Length %d/Filter/FlateDecode%b>>stream\n" % (len(packed), entries)
    return head + packed + b"\nendstream"


def _stream(rows: Sequence[Row]) -> bytes:
    drawn = [
        f"BT /F1 {size} Tf 1 0 0 1 50 {height} Tm ({words}) Tj ET" for words, height, size in rows
    ]
    return "\n".join(drawn).encode("cp1252")


def _with_table_of_objects(objects: dict[int, bytes]) -> bytes:
    file, offsets = b"%PDF-1.4\n", {}
    for number, content in objects.items():
        offsets[number] = len(file)
        file += b"%d 0 obj\n%b\nendobj\n" % (number, content)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % row for row in offsets.items())
    trailer = b"trailer<</Size %d/Root 1 0 R>>\n" % (max(objects) + 1)
    end = b"startxref\n%d\n%%%%EOF\n" % len(file)
    return file + b"xref\n" + table + trailer + end
