"""Reads PDF files: the lines of their pages, from which ``pdf_lines`` makes paragraphs.

With ``pdf_work`` the only module that knows pypdf. The file's properties are not looked at: most
tell of the program that wrote it.
"""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from io import BytesIO
from logging import NullHandler, getLogger
from typing import Any

from pypdf import Configuration, PageObject, PasswordType, PdfReader, apply_configuration
from pypdf.errors import DependencyError, LimitReachedError, PdfReadError, WrongPasswordError

from clustergraph.reading.content import Content
from clustergraph.reading.pdf_lines import Line, paragraphs
from clustergraph.reading.pdf_work import LARGEST_STREAM_BYTES, PageWork
from clustergraph.reading.source_file import SourceFile

__all__ = ["MOST_PAGES", "read_pdf"]

MOST_PAGES = 1_000
_MOST_ENDS = 100
"""A file has one more each time that it is changed; pypdf reads all that stand in a row."""

_LOCKED = "the file is protected by a password; save it without, or save its text (.txt)."
_NO_TEXT = (
    "no text was found in the file, its pages may be scanned pictures; "
    "put it through text recognition (OCR), or save its text (.txt)."
)

_Piece = tuple[str, float, float]
"""Some text, how high it stands and how large it is."""

getLogger("pypdf").addHandler(NullHandler())  # it tells of each flaw that it steps over


def read_pdf(file: SourceFile) -> Content:
    """Read a PDF file.

    Raises:
        UnreadableDocument: when it is broken, locked or too large, or shows no text.
    """
    with file.refused_if_broken("PDF"), _limited():
        pages = _pages(file)
    content = Content.of_blocks(paragraphs(pages))
    if not content.text.strip():
        raise file.refused(_NO_TEXT)
    return content


def _limited() -> AbstractContextManager[Configuration]:
    """Return the limits within which pypdf works: its own are meant for larger machines."""
    return apply_configuration(
        zlib_maximum_output_length=LARGEST_STREAM_BYTES,
        lzw_maximum_output_length=LARGEST_STREAM_BYTES,
        run_length_maximum_output_length=LARGEST_STREAM_BYTES,
        array_based_stream_maximum_output_length=LARGEST_STREAM_BYTES,
        stream_parsing_work_maximum_count=1_000_000,
        xform_maximum_invocations_per_extraction=500,
    )


def _pages(file: SourceFile) -> Sequence[Sequence[Line]]:
    if file.data.count(b"startxref") > _MOST_ENDS:
        raise PdfReadError("too many ends")
    reader = PdfReader(BytesIO(file.data))
    if reader.is_encrypted:
        _unlock(file, reader)
    if len(reader.pages) > MOST_PAGES:
        reason = f"the file has {len(reader.pages)} pages and may have {MOST_PAGES}; split it."
        raise file.refused(reason)
    work = PageWork()
    try:
        return [_lines(_pieces(page, work)) for page in reader.pages]
    except LimitReachedError as error:
        reason = "the pages hold more drawing than text; split the file, or save its text (.txt)."
        raise file.refused(reason) from error


def _unlock(file: SourceFile, reader: PdfReader) -> None:
    """Open a file that anybody may open: one whose password only forbids to change it."""
    try:
        is_open = reader.decrypt("") is not PasswordType.NOT_DECRYPTED
    except (DependencyError, WrongPasswordError, NotImplementedError) as error:
        raise file.refused(_LOCKED) from error
    if not is_open:
        raise file.refused(_LOCKED)


def _pieces(page: PageObject, work: PageWork) -> Sequence[_Piece]:
    """Return what the page draws, in the order in which it does."""
    pieces: list[_Piece] = []

    def gather(text: str, page: Any, line: Any, _font: object, size: Any) -> None:
        """Take a piece of text with its height and size, both as they are seen on the page."""
        if text:
            height = line[4] * page[1] + line[5] * page[3] + page[5]
            seen = abs(size) * (line[2] ** 2 + line[3] ** 2) ** 0.5
            pieces.append((text, height, seen * (page[2] ** 2 + page[3] ** 2) ** 0.5))

    work.weigh(page)
    page.extract_text(visitor_operand_before=work.count, visitor_text=gather)
    work.check()
    return pieces


def _lines(pieces: Sequence[_Piece]) -> Sequence[Line]:
    """Cut the pieces at their line ends; a line is as high and as large as its first words."""
    lines: list[Line] = []
    text, height, size = "", 0.0, 0.0
    for piece, piece_height, piece_size in [*pieces, ("\n", 0.0, 0.0)]:
        for number, part in enumerate(piece.split("\n")):
            if number and text.strip():
                lines.append(Line(text=" ".join(text.split()), height=height, size=size))
            text = "" if number else text
            if not text.strip():
                height, size = piece_height, piece_size
            text += part
    return lines
