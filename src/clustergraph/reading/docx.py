"""Reads Word files (.docx): paragraphs, headings, lists, and tables row by row.

Headers, footers, notes, comments and what was deleted are no text. The file's properties are not
looked at: they tell of the program and of whoever's file was copied. The only module that knows
python-docx.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from zipfile import ZipFile

import docx
from docx.document import Document as WordDocument
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement

from clustergraph.model import ZoneKind
from clustergraph.reading.content import Block, Content, row_of_cells
from clustergraph.reading.source_file import SourceFile

__all__ = ["LARGEST_UNPACKED_BYTES", "read_docx"]

LARGEST_UNPACKED_BYTES = 100_000_000
"""Pictures with it; their bytes are as many unpacked as packed."""
_LARGEST_TEXT_BYTES = 20_000_000
"""Of the part that holds the text, whose tree takes ten times as much memory."""
_MOST_TAGS = 1_000_000
"""A hundred pages have about a hundred thousand."""
_MOST_PARTS = 10_000
_SPLIT = "that is more than one document has; split it, or save it as text (.txt)."
_TEXT_PART = "word/document.xml"

_PARAGRAPH, _TABLE, _ROW, _CELL = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc")
_WORDS, _TEXT_BOX = qn("w:t"), qn("w:txbxContent")
_BLANKS = {qn("w:tab"): "\t", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-"}
_NO_TEXT = frozenset(
    {
        qn("w:pPr"),
        qn("w:rPr"),
        qn("w:del"),
        qn("w:moveFrom"),
        qn("w:instrText"),
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",  # the same again
    }
)


def read_docx(file: SourceFile) -> Content:
    """Read a Word file.

    Raises:
        UnreadableDocument: when it is broken, holds no text, or unpacks to more than
            ``LARGEST_UNPACKED_BYTES``.
    """
    with file.refused_if_broken("Word file (.docx)"):
        _check_sizes(file)
        document = docx.Document(BytesIO(file.data))
        blocks = list(_blocks(document.element.body, _Styles.of(document)))
    content = Content.of_blocks(blocks)
    if not content.text.strip():
        raise file.refused("the file holds no text, only pictures or nothing; give it text.")
    return content


def _check_sizes(file: SourceFile) -> None:
    """Refuse before much is unpacked; ``zipfile`` reads no more than the sizes it tells."""
    with ZipFile(BytesIO(file.data)) as archive:
        parts = archive.infolist()
        unpacked = sum(part.file_size for part in parts)
        text = archive.getinfo(_TEXT_PART).file_size
        if unpacked > LARGEST_UNPACKED_BYTES or text > _LARGEST_TEXT_BYTES:
            reason = f"the file unpacks to {unpacked / 1e6:.0f} MB; {_SPLIT}"
            raise file.refused(reason)
        tags = archive.read(_TEXT_PART).count(b"<")
    if tags > _MOST_TAGS or len(parts) > _MOST_PARTS:
        reason = f"the file has {tags} tags in {len(parts)} parts; {_SPLIT}"
        raise file.refused(reason)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Styles:
    """The styles of headings and of list items, by their ids."""

    headings: frozenset[str]
    items: frozenset[str]

    @classmethod
    def of(cls, document: WordDocument) -> "_Styles":
        """Word keeps the English names of its own styles in every language."""
        names = {style.style_id: (style.name or "").lower() for style in document.styles}
        headings = [key for key, name in names.items() if name.startswith(("heading ", "title"))]
        items = [key for key, name in names.items() if name.startswith("list ")]
        return cls(headings=frozenset(headings), items=frozenset(items))


def _blocks(parent: BaseOxmlElement, styles: _Styles) -> Iterator[Block]:
    """Yield the blocks below an element in order; wrappers of all sorts are looked through."""
    for child in parent:
        if child.tag == _PARAGRAPH:
            yield _paragraph(child, styles)
            for box in _boxes(child):
                yield from _blocks(box, styles)
        elif child.tag == _TABLE:
            for row in child.iter(_ROW):
                yield from row_of_cells([_cell(cell) for cell in row.iterchildren(_CELL)])
        elif child.tag not in _NO_TEXT:
            yield from _blocks(child, styles)


def _paragraph(paragraph: BaseOxmlElement, styles: _Styles) -> Block:
    text = "".join(_words(paragraph))
    style = _value(paragraph, "w:pPr/w:pStyle")
    if style in styles.headings:
        return Block(text, ZoneKind.HEADING)
    if style in styles.items or paragraph.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
        return Block(f"• {text}" if text.strip() else "", ZoneKind.BULLET)
    return Block(text)


def _boxes(element: BaseOxmlElement) -> Iterator[BaseOxmlElement]:
    """Yield the text boxes anchored in a paragraph, not those within them."""
    for child in element:
        if child.tag == _TEXT_BOX:
            yield child
        elif child.tag not in _NO_TEXT:
            yield from _boxes(child)


def _cell(cell: BaseOxmlElement) -> str:
    return " ".join("".join(_words(paragraph)) for paragraph in cell.iterchildren(_PARAGRAPH))


def _words(element: BaseOxmlElement) -> Iterator[str]:
    for child in element:
        if child.tag == _WORDS:
            yield child.text or ""
        elif child.tag in _BLANKS:
            yield _BLANKS[child.tag]
        elif child.tag not in _NO_TEXT and child.tag != _TEXT_BOX:
            yield from _words(child)


def _value(element: BaseOxmlElement, path: str) -> str:
    found = element.find("/".join(map(qn, path.split("/"))))
    return "" if found is None else found.get(qn("w:val"), "")
