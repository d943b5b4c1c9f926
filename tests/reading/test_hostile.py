"""Whatever bytes a file holds: a document comes of it, or one sentence."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document as WordDocument
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clustergraph.errors import DocumentError
from clustergraph.model import Document
from clustergraph.reading import read_document

SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx")
BEGINNINGS = (
    b"",
    b"\xff\xfe",
    b"<html><body><p>",
    b'<?xml version="1.0" encoding="utf-16"?>',
    b"<meta charset=windows-1250>",
    b"---\ntitle: x\n---\n",
    b"%PDF-1.4\n",
    b"PK\x03\x04",
)
MARKUP = st.lists(
    st.sampled_from(
        ("<p>", "</p>", "<table>", "<tr>", "<td>", "<ul><li>", "<br>", "<h1>", "<script>", "&#0;",
         "&#xD800;", "<!--", "<![CDATA[", "# ", "* ", "> ", "`", "[a](b)", "|", "\n\n", "text ",
         "Łódź ", "1 0 obj", "<<", "stream", "startxref", "trailer", "\u202e", "\ufeff")
    ),
    max_size=40,
).map(lambda pieces: "".join(pieces).encode())  # fmt: skip
often = settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def reads_or_refuses(path: Path, data: bytes) -> None:
    path.write_bytes(data)
    outcome = outcome_of(path)
    if isinstance(outcome, DocumentError):
        assert "\n" not in outcome.reason
        assert outcome.reason.endswith(".")
    else:
        outcome.text.encode()
        outcome.title.encode()


def outcome_of(path: Path) -> Document | DocumentError:
    try:
        return read_document(path)
    except DocumentError as error:
        return error


@pytest.mark.parametrize("suffix", SUFFIXES)
@often
@given(data=st.tuples(st.sampled_from(BEGINNINGS), st.binary(max_size=300) | MARKUP).map(b"".join))
def test_any_bytes_are_read_or_refused(tmp_path: Path, suffix: str, data: bytes) -> None:
    reads_or_refuses(tmp_path / f"any{suffix}", data)


@pytest.fixture(scope="module")
def pdf_news(pdf_file: Callable[..., bytes]) -> bytes:
    return pdf_file([("The cluster opened its doors.", 700, 12)])


@pytest.fixture(scope="module")
def word_news(word_file: Callable[[Callable[[WordDocument], object]], bytes]) -> bytes:
    return word_file(lambda document: document.add_paragraph("The cluster opened its doors."))


@often
@given(at=st.floats(0, 1), noise=st.binary(min_size=1, max_size=20))
def test_a_damaged_pdf_file_is_read_or_refused(
    tmp_path: Path, pdf_news: bytes, at: float, noise: bytes
) -> None:
    reads_or_refuses(tmp_path / "any.pdf", damaged(pdf_news, at, noise))


@often
@given(at=st.floats(0, 1), noise=st.binary(min_size=1, max_size=20))
def test_a_damaged_word_file_is_read_or_refused(
    tmp_path: Path, word_news: bytes, at: float, noise: bytes
) -> None:
    reads_or_refuses(tmp_path / "any.docx", damaged(word_news, at, noise))


def damaged(file: bytes, at: float, noise: bytes) -> bytes:
    place = int(at * len(file))
    return file[:place] + noise + file[place + len(noise) :]


LONG = {
    "one line": "The cluster opened its doors in Warsaw. " * 120_000,
    "no blanks": "a" * 4_900_000,
    "blanks": "x" + " " * 4_900_000 + "y",
    "a menu": "a | " * 1_000_000,
    "half addresses": "a@" * 2_000_000,
    "lines": "The cluster opened.\n" * 20_000,
}


@pytest.mark.parametrize("name", LONG)
def test_a_long_text_is_read(tmp_path: Path, name: str) -> None:
    path = tmp_path / "long.txt"
    path.write_text(LONG[name], encoding="utf-8")
    assert len(read_document(path).text) == len(LONG[name])
