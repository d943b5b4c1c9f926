import os
import subprocess
import sys
from pathlib import Path

import pytest

from clustergraph.errors import UnreadableDocument
from clustergraph.model import PartialDate
from clustergraph.reading import document_paths, read_document
from clustergraph.reading.read import LARGEST_DOCUMENT_BYTES

NEWS = """A meeting of clusters in Vienna

VIENNA, 4 May 2015

Thirty clusters met in Vienna to speak of innovation.
"""


def written(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_title_language_and_date_come_from_the_text(tmp_path: Path) -> None:
    document = read_document(written(tmp_path, "a.txt", NEWS))
    assert document.title == "A meeting of clusters in Vienna"
    assert document.language == "en"
    assert document.published == PartialDate(2015, 5, 4)


def test_the_sidecar_wins_over_the_text(tmp_path: Path) -> None:
    written(tmp_path, "a.toml", 'title = "Other"\ndate = "2016-01"\npublisher = "A paper"\n')
    document = read_document(written(tmp_path, "a.txt", NEWS))
    assert (document.title, document.publisher) == ("Other", "A paper")
    assert document.published == PartialDate(2016, 1)


def test_the_text_keeps_its_line_ends_and_blanks(tmp_path: Path) -> None:
    text = "A heading\r\n\r\nSome\u00a0text of a document.\r\n"
    assert read_document(written(tmp_path, "a.txt", text)).text == text


BAD = {
    "empty.txt": (b" \n\n", "empty"),
    "binary.txt": (b"\x03\x04\x00\x00text", "binary"),
    "blank.txt": ("\u00a0\u2003\n".encode(), "only blanks"),
    "latin.txt": ("Zażółć".encode("iso-8859-2"), "not UTF-8 (byte 2"),
    "large.txt": (b"a" * (LARGEST_DOCUMENT_BYTES + 1), "5.0 MB"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_file_is_named_in_one_sentence(tmp_path: Path, name: str) -> None:
    content, words = BAD[name]
    with pytest.raises(UnreadableDocument) as caught:
        read_document(written(tmp_path, name, content))
    assert name in caught.value.location
    assert words in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnreadableDocument, match="No such file"):
        read_document(tmp_path / "none.txt")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    with pytest.raises(UnreadableDocument, match="it is no file"):
        read_document(tmp_path / "pipe.txt")


def test_plain_text_waits_for_no_library_of_other_kinds(tmp_path: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from clustergraph.reading import read_document; "
        "read_document(Path(sys.argv[1])); "
        "print({'trafilatura', 'lxml', 'pypdf', 'docx', 'markdown_it'}.intersection(sys.modules))"
    )
    path = written(tmp_path, "a.txt", NEWS)
    command = [sys.executable, "-c", code, str(path)]
    assert subprocess.run(command, capture_output=True, check=True).stdout == b"set()\n"


def test_documents_of_a_folder_are_its_files_without_sidecars_and_hidden_ones(
    tmp_path: Path,
) -> None:
    for name in ("b.txt", "a.txt", "a.toml", ".hidden", "c.pdf"):
        written(tmp_path, name, "x")
    assert [path.name for path in document_paths(tmp_path)] == ["a.txt", "b.txt", "c.pdf"]


@pytest.mark.parametrize("make", [True, False])
def test_a_folder_without_documents_is_named(tmp_path: Path, make: bool) -> None:
    folder = tmp_path / "documents"
    if make:
        folder.mkdir()
    with pytest.raises(UnreadableDocument, match="documents"):
        document_paths(folder)
