import io
import zipfile
from collections.abc import Callable
from itertools import pairwise

import pytest
from docx.document import Document as WordDocument

from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document, ZoneKind

Read = Callable[[str, bytes | str], Document]
Lines = Callable[[Document], list[tuple[ZoneKind, str]]]
WordFile = Callable[[Callable[[WordDocument], object]], bytes]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
TEXT_PART = "word/document.xml"


@pytest.fixture
def word_xml(word_file: WordFile) -> Callable[..., bytes]:
    """Make a Word file with this body, and more parts."""

    def make(body: str, *, before: str = "", parts: dict[str, bytes] | None = None) -> bytes:
        xml = f"{before}<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"
        return with_parts(word_file(lambda _: None), {TEXT_PART: xml.encode(), **(parts or {})})

    return make


def with_parts(file: bytes, parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as old,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return buffer.getvalue()


def test_paragraphs_headings_lists_and_rows_come_in_order(
    read: Read, lines: Lines, word_file: WordFile
) -> None:
    def fill(document: WordDocument) -> None:
        document.add_heading("The cluster opens", 0)
        document.add_paragraph("The metal cluster ").add_run("opened in Warsaw.").bold = True
        document.add_heading("Who takes part?", 2)
        document.add_paragraph("The University of Warsaw", style="List Bullet")
        document.add_paragraph("The City of Łódź", style="List Number")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Alpha Ltd", "Gdynia"
        document.add_paragraph("It is funded by the Government of Finland.")
        document.sections[0].header.paragraphs[0].text = "A running head"

    assert lines(read("news.docx", word_file(fill))) == [
        (ZoneKind.TITLE, "The cluster opens"),
        (ZoneKind.PARAGRAPH, "The metal cluster opened in Warsaw."),
        (ZoneKind.HEADING, "Who takes part?"),
        (ZoneKind.BULLET, "The University of Warsaw"),
        (ZoneKind.BULLET, "The City of Łódź"),
        (ZoneKind.BULLET, "Alpha Ltd; Gdynia"),
        (ZoneKind.PARAGRAPH, "It is funded by the Government of Finland."),
    ]


def run(content: str) -> str:
    return f"<w:r>{content}</w:r>"


def words(text: str) -> str:
    return f"<w:t>{text}</w:t>"


def paragraph(text: str) -> str:
    return f"<w:p>{run(words(text))}</w:p>"


BREAKS = "<w:tab/>{}<w:br/>{}<w:noBreakHyphen/>{}".format(*map(words, "bcd"))
BOX = f"<w:txbxContent>{paragraph('Box.')}</w:txbxContent>"
BOX_TWICE = (  # for old programs again
    f"<mc:AlternateContent><mc:Choice>{BOX}</mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
    "</mc:AlternateContent>"
)
ROW = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>"
KEPT = run(words("Kept."))
DEEP = "<w:p><w:r><w:txbxContent>", "</w:txbxContent></w:r></w:p>"

BODIES = {
    "inserted": (f"<w:p><w:ins>{KEPT}</w:ins></w:p>", "Kept.\n"),
    "deleted": (f"<w:p><w:del>{run(words('Gone.'))}</w:del>{KEPT}</w:p>", "Kept.\n"),
    "linked": (f"<w:p><w:hyperlink>{KEPT}</w:hyperlink></w:p>", "Kept.\n"),
    "content control": (
        f"<w:sdt><w:sdtContent>{paragraph('Kept.')}</w:sdtContent></w:sdt>",
        "Kept.\n",
    ),
    "breaks": (f"<w:p>{run(words('A') + BREAKS)}</w:p>", "A b c-d\n"),
    "text box": (f"<w:p>{run(words('Text.') + BOX_TWICE)}</w:p>", "Text.\n\nBox.\n"),
    "boxes in boxes": (DEEP[0] * 40 + paragraph("Deep.") + DEEP[1] * 40, "Deep.\n"),
    "a table in a table": (
        ROW.format(paragraph("One.") + ROW.format(paragraph("Two."))),
        "One.\n\nTwo.\n",
    ),
}


@pytest.mark.parametrize("name", BODIES)
def test_what_a_page_shows_is_text_once(
    read: Read, word_xml: Callable[..., bytes], name: str
) -> None:
    body, text = BODIES[name]
    assert read("news.docx", word_xml(body)).text == text


def test_a_file_on_this_machine_is_never_read(read: Read, word_xml: Callable[..., bytes]) -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    file = word_xml(paragraph("&a;") + paragraph("Text."), before=entity)
    assert read("news.docx", file).text == "Text.\n"


BOMBS = {
    "unpacked pictures": ({"word/media/a.png": b"\0" * 100_000_000}, r"unpacks to 10\d MB"),
    "unpacked text": ({TEXT_PART: b" " * 20_000_001}, r"unpacks to 2\d MB"),
    "tags": ({TEXT_PART: b"<w:p/>" * 1_000_001}, "has 1000001 tags"),
}


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_refused_before_it_is_unpacked(
    read: Read, word_file: WordFile, name: str
) -> None:
    parts, words = BOMBS[name]
    with pytest.raises(UnreadableDocument, match=words):
        read("bomb.docx", with_parts(word_file(lambda _: None), parts))


def test_entities_that_multiply_are_refused(read: Read, word_xml: Callable[..., bytes]) -> None:
    names = "abcdefghij"
    multiplied = "".join(
        f'<!ENTITY {name} "{f"&{before};" * 10}">' for before, name in pairwise(names)
    )
    entities = f'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">{multiplied}]>'
    with pytest.raises(UnreadableDocument, match="broken or no Word file"):
        read("bomb.docx", word_xml(paragraph("&j;"), before=entities))


def test_a_file_without_words_is_refused(read: Read, word_xml: Callable[..., bytes]) -> None:
    with pytest.raises(UnreadableDocument, match="holds no text"):
        read("empty.docx", word_xml("<w:p/>"))


@pytest.mark.parametrize("content", ["<w:sdt>" * 50_000, "<w:p>", "\x00"])
def test_a_broken_text_part_is_refused(
    read: Read, word_xml: Callable[..., bytes], content: str
) -> None:
    with pytest.raises(UnreadableDocument, match="broken or no Word file"):
        read("broken.docx", word_xml(content))


def test_another_archive_is_refused(read: Read) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "text")
    with pytest.raises(UnreadableDocument, match="broken or no Word file"):
        read("other.docx", buffer.getvalue())
