"""A file that is no Turtle is named with the line and what to do."""

from pathlib import Path

import pytest

from clustergraph.errors import OntologyError
from clustergraph.rdf.turtle import line_about, read_turtle

SOUND = b"@prefix a: <http://a/> .\n\na:one a a:Thing ;\n    a:says a:two .\n"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "terms.ttl"


def test_the_triples_of_a_file_come_in_its_order(path: Path) -> None:
    path.write_bytes(SOUND)
    assert [str(triple.object) for triple in read_turtle(path)] == [
        "<http://a/Thing>",
        "<http://a/two>",
    ]


@pytest.mark.parametrize(
    ("broken", "line", "word"),
    [
        (SOUND.replace(b" ;", b""), 4, "dot"),
        (SOUND.replace(b"a:says", b"q:says"), 4, "The prefix q: has not been declared"),
        (SOUND.replace(b"a:two .", b'"two .'), 4, "end of file"),
        (SOUND.replace(b"a:two", b'"\xff"'), 4, "UTF-8"),
        (b"no Turtle at all\n", 1, "no"),
    ],
)
def test_what_is_no_turtle_is_told_by_file_line_reason_and_cure(
    path: Path, broken: bytes, line: int, word: str
) -> None:
    path.write_bytes(broken)
    with pytest.raises(OntologyError) as caught:
        read_turtle(path)
    assert caught.value.location == f"{path}:{line}"
    assert word in caught.value.reason
    assert "mend it" in caught.value.reason


def test_a_file_that_is_not_there_is_told_too(path: Path) -> None:
    with pytest.raises(OntologyError, match="can't be read"):
        read_turtle(path)


def test_the_line_where_a_term_is_spoken_of_is_the_first_that_begins_with_it(path: Path) -> None:
    path.write_bytes(SOUND)
    assert line_about(path, "a:one") == 3
    assert line_about(path, "a:two") == 1
