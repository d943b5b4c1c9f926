"""Reads plain text: as it is, line ends and blanks untouched."""

from clustergraph.reading.charsets import decode_text
from clustergraph.reading.content import Content
from clustergraph.reading.source_file import SourceFile

__all__ = ["read_text"]


def read_text(file: SourceFile) -> Content:
    """Read a text file.

    Raises:
        UnreadableDocument: when it is binary or not in its charset.
    """
    return Content.of_plain_text(decode_text(file))
