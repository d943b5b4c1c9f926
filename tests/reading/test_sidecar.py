from pathlib import Path

import pytest

from clustergraph.errors import UnreadableDocument
from clustergraph.model import PartialDate
from clustergraph.reading.content import Metadata
from clustergraph.reading.sidecar import Sidecar, read_sidecar


def sidecar(folder: Path, content: bytes) -> Sidecar:
    (folder / "news.toml").write_bytes(content)
    return read_sidecar(folder / "news.html")


def test_a_sidecar_gives_what_is_known_of_the_document(tmp_path: Path) -> None:
    found = sidecar(
        tmp_path,
        b'identifier = "news.html"\ntitle = "T"\nlanguage = "en"\ndate = 2019-01-28\n'
        b'publisher = "P"\nsource = "S"\ncharset = "koi8-r"\n',
    )
    metadata = Metadata(
        title="T", language="en", date=PartialDate(2019, 1, 28), publisher="P", source="S"
    )
    assert found == Sidecar(metadata=metadata, charset="koi8-r")


def test_no_sidecar_says_nothing(tmp_path: Path) -> None:
    assert read_sidecar(tmp_path / "news.html") == Sidecar()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"title = ", "not TOML"),
        (b"title = '\xff'", "not TOML"),
        (b"a = " + b"[" * 10_000, "not TOML"),
        (b"tilte = 'x'", "unknown keys tilte; known are charset, date, identifier, language"),
        (b"date = 'yesterday'", "YYYY-MM-DD"),
        (b"language = 'English, I think'", "write its code, such as 'en'"),
    ],
)
def test_a_bad_sidecar_says_what_is_wrong(tmp_path: Path, content: bytes, words: str) -> None:
    with pytest.raises(UnreadableDocument, match=words):
        sidecar(tmp_path, content)


def test_what_xml_can_not_hold_becomes_blanks(tmp_path: Path) -> None:
    found = sidecar(tmp_path, rb'title = "a\u0001b\uFFFEc\u0085d"')
    assert found.metadata.title == "a b c d"
