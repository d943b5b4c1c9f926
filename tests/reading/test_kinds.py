"""One piece of news in each kind of file, and files whose names say what they are not."""

from collections.abc import Callable

import pytest
from docx.document import Document as WordDocument

from clustergraph.errors import UnreadableDocument, UnsupportedDocument
from clustergraph.model import Document, PartialDate, ZoneKind

Read = Callable[[str, bytes | str], Document]

TITLE = "A meeting of clusters in Vienna"
DATE = "VIENNA, 4 May 2015"
FIRST = "Thirty clusters of seven countries met in Vienna to speak of innovation, and of the funds."
SECOND = "The meeting was organised by the Vienna Business Agency."


def in_word(document: WordDocument) -> None:
    document.add_heading(TITLE, 0)
    for text in (DATE, FIRST, SECOND):
        document.add_paragraph(text)


HALF = FIRST.index("speak")
ROWS = [
    (TITLE, 700, 20),
    (DATE, 650, 12),
    (FIRST[:HALF], 620, 12),
    (FIRST[HALF:], 606, 12),
    (SECOND, 570, 12),
]


@pytest.fixture(params=["news.txt", "news.md", "news.htm", "news.HTML", "news.pdf", "news.docx"])
def news(
    request: pytest.FixtureRequest,
    read: Read,
    word_file: Callable[[Callable[[WordDocument], object]], bytes],
    pdf_file: Callable[..., bytes],
) -> Document:
    name: str = request.param
    page = f"<html><h1>{TITLE}</h1><p>{DATE}</p><p>{FIRST}</p><p>{SECOND}</p></html>"
    files: dict[str, bytes | str] = {
        "news.txt": f"{TITLE}\n\n{DATE}\n\n{FIRST}\n\n{SECOND}",
        "news.md": f"# {TITLE}\n\n{DATE}\n\n{FIRST[:HALF]}\n{FIRST[HALF:]}\n\n{SECOND}\n",
        "news.htm": page,
        "news.HTML": page,
        "news.pdf": pdf_file(ROWS),
        "news.docx": word_file(in_word),
    }
    return read(name, files[name])


def test_each_kind_gives_the_same_title_day_language_and_sentences(news: Document) -> None:
    assert news.title == TITLE
    assert news.published == PartialDate(2015, 5, 4)
    assert news.language == "en"
    assert [news[zone.span] for zone in news.zones] == [TITLE, DATE, FIRST, SECOND]
    assert [zone.kind for zone in news.zones][2:] == [ZoneKind.PARAGRAPH, ZoneKind.PARAGRAPH]


WRONG_NAMES = {
    "page.txt": (b"<!DOCTYPE html><p>Text</p>", "an HTML page; name it .html."),
    "printed.txt": (b"%PDF-1.4 and so on", "a PDF file; name it .pdf."),
    "printed.html": (b"%PDF-1.4 and so on", "a PDF file; name it .pdf."),
    "packed.md": (b"PK\x03\x04text", "name it .docx."),
    "old.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1....", "save it as .docx without one."),
    "rich.txt": (rb"{\rtf1 text}", "an RTF file; save it as .docx or as text."),
    "picture.pdf": (b"\x89PNG\r\n", "a picture; documents need text."),
    "text.pdf": (b"Some text", "it is no PDF file; give it its right suffix."),
    "text.docx": (b"Some text", "it is no Word file; give it its right suffix."),
}


@pytest.mark.parametrize("name", WRONG_NAMES)
def test_a_name_that_the_first_bytes_belie_is_refused(read: Read, name: str) -> None:
    content, words = WRONG_NAMES[name]
    with pytest.raises(UnreadableDocument, match=r"by its first bytes it is") as caught:
        read(name, content)
    assert str(caught.value).endswith(words)


@pytest.mark.parametrize("name", ["table.xlsx", "README"])
def test_a_kind_that_is_not_read_says_what_to_do(read: Read, name: str) -> None:
    with pytest.raises(UnsupportedDocument, match=r"save it as UTF-8 text \(\.txt\)"):
        read(name, b"text")
