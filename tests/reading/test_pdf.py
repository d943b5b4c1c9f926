import io
from collections.abc import Callable

import pytest
from pypdf import PdfReader, PdfWriter

from clustergraph.errors import UnreadableDocument
from clustergraph.model import Document, ZoneKind

Read = Callable[[str, bytes | str], Document]
Lines = Callable[[Document], list[tuple[ZoneKind, str]]]
Pdf = Callable[..., bytes]

NEWS = [
    ("The cluster opens", 700, 20),
    ("The cluster opened its doors in Warsaw with thirty mem-", 660, 12),
    ("bers, and with guests from Finland.", 646, 12),
]


def locked(file: bytes, user: str) -> bytes:
    writer, buffer = PdfWriter(clone_from=PdfReader(io.BytesIO(file))), io.BytesIO()
    writer.encrypt(user, owner_password="owner", algorithm="RC4-128")
    writer.write(buffer)
    return buffer.getvalue()


def test_sentences_are_whole_and_the_largest_line_is_the_title(
    read: Read, lines: Lines, pdf_file: Pdf
) -> None:
    document = read("news.pdf", pdf_file(NEWS))
    assert document.title == "The cluster opens"
    sentence = "".join(words for words, *_ in NEWS[1:]).replace("mem-bers", "members")
    assert lines(document)[1:] == [(ZoneKind.PARAGRAPH, sentence)]


def test_a_sentence_goes_on_over_the_page_and_its_number(read: Read, pdf_file: Pdf) -> None:
    first = [*NEWS[:1], ("The cluster opened its doors in Warsaw with", 660, 12), ("1", 40, 10)]
    second = [("guests from Finland.", 700, 12), ("They came by ship.", 660, 12), ("2", 40, 10)]
    text = read("news.pdf", pdf_file(first, second)).text
    assert "in Warsaw with guests from Finland.\n\nThey came by ship.\n" in text


def test_a_file_that_may_only_not_be_changed_is_read(read: Read, pdf_file: Pdf) -> None:
    assert read("news.pdf", locked(pdf_file(NEWS), "")).title == "The cluster opens"


FORM = b"BT /F1 12 Tf 50 700 Td (The cluster opened its doors.) Tj ET"


def test_the_text_of_a_form_is_read(read: Read, pdf_file: Pdf) -> None:
    assert read("form.pdf", pdf_file(b"/X Do", form=FORM)).text == "The cluster opened its doors.\n"


def test_a_form_so_large_that_it_is_a_figure_is_left_out(read: Read, pdf_file: Pdf) -> None:
    page = b"BT /F1 12 Tf 50 700 Td (A caption.) Tj ET /X Do"
    text = read("figure.pdf", pdf_file(page, form=b" " * 250_001 + FORM)).text
    assert text == "A caption.\n"


BEGINNING = b"%PDF-1.4\n"
REFUSED: dict[str, tuple[Callable[[Pdf], bytes], str]] = {
    "password": (lambda pdf: locked(pdf(NEWS), "secret"), "protected by a password"),
    "scanned": (lambda pdf: pdf(b"0 0 m 9 9 l S"), r"recognition \(OCR\)"),
    "truncated": (lambda pdf: pdf(NEWS)[:200], "broken or no PDF"),
    "no objects": (lambda _: BEGINNING + b"\n" * 1_000_000, "broken or no PDF"),
    "many ends": (lambda _: BEGINNING + b"startxref\n0\n" * 100_000, "broken or no PDF"),
    "open brackets": (lambda pdf: pdf(b"[" * 100_000), "broken or no PDF"),
    "pages": (lambda pdf: pdf(*[b""] * 1001), "1001 pages and may have 1000"),
    "bomb": (lambda pdf: pdf(b" " * 11_000_000), "more drawing than text"),
    "forms again and again": (
        lambda pdf: pdf(b"/X Do " * 2_001, form=FORM),
        "more drawing than text",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_refused_in_one_sentence(
    read: Read, pdf_file: Pdf, name: str
) -> None:
    make, words = REFUSED[name]
    with pytest.raises(UnreadableDocument, match=words) as caught:
        read("bad.pdf", make(pdf_file))
    assert "\n" not in str(caught.value)
