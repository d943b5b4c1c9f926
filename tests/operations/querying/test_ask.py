"""The owner of a machine asks in any format, or reads a table."""

import io
from pathlib import Path

import pytest
from rich.console import Console
from rich.table import Table

from clustergraph.errors import InvalidParameter, UnknownQuery, UnreadableDocument
from clustergraph.operations.querying.ask import ask, ask_for_table, query_text
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.versions import Version
from given.homes import publish


@pytest.fixture(scope="module")
def version(tmp_path_factory: pytest.TempPathFactory) -> Version:
    return publish(tmp_path_factory.mktemp("home"), 3)


def test_a_text_comes_from_a_file_from_standard_input_or_from_the_catalogue(
    tmp_path: Path,
) -> None:
    (tmp_path / "it.rq").write_text("ASK {}")
    nothing = io.StringIO()
    assert query_text(str(tmp_path / "it.rq"), nothing) == "ASK {}"
    assert query_text("-", io.StringIO("ASK { ?s ?p ?o }")) == "ASK { ?s ?p ?o }"
    assert query_text("who-taught", nothing) == find_query("who-taught").text


def test_what_is_none_of_them_is_told(tmp_path: Path) -> None:
    (tmp_path / "it.rq").write_bytes(b"ASK {} # \xff")
    with pytest.raises(UnreadableDocument, match="not UTF-8"):
        query_text(str(tmp_path / "it.rq"), io.StringIO())
    with pytest.raises(UnreadableDocument, match="the standard input"):
        query_text("-", io.StringIO("\ud800"))
    with pytest.raises(UnreadableDocument, match=r"none\.rq.*No such file"):
        query_text(str(tmp_path / "none.rq"), io.StringIO())
    for name in ("no-such-query", "x" * 10_000, "\0"):
        with pytest.raises(UnknownQuery):
            query_text(name, io.StringIO())


@pytest.mark.parametrize(
    ("text", "format_", "beginning"),
    [
        ("SELECT (COUNT(*) AS ?n) { ?s ?p ?o }", "csv", b"n\r\n3\r\n"),
        ("CONSTRUCT { <urn:a> <urn:p> 1 } {}", "turtle", b"<urn:a> <urn:p> 1"),
    ],
)
def test_an_answer_is_written_in_the_format(
    version: Version, text: str, format_: str, beginning: bytes
) -> None:
    output = io.BytesIO()
    ask(version, text, format_, output)
    assert beginning in output.getvalue()


def test_a_format_that_does_not_hold_such_answers_is_told(version: Version) -> None:
    with pytest.raises(InvalidParameter, match="one of json"):
        ask(version, "ASK {}", "turtle", io.BytesIO())


def _shown(table: Table | str) -> str:
    console = Console(file=io.StringIO(), width=200)
    console.print(table)
    output = console.file
    assert isinstance(output, io.StringIO)
    return output.getvalue()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ASK {}", "yes"),
        ("ASK { FILTER(false) }", "no"),
        ("SELECT * { VALUES ?x { } }", "No rows"),
        ("SELECT (<https://w3id.org/clustergraph/id/x> AS ?x) {}", "id:x"),
        ("SELECT ('[b]' AS ?x) {}", "[b]"),
        ("SELECT (<<( <urn:a> <urn:p> 1 )>> AS ?x) {}", "<<( urn:a urn:p 1 )>>"),
        ("CONSTRUCT { <urn:a> a <urn:C> } {}", "<urn:a> a <urn:C>"),
    ],
)
def test_people_read_rows_a_word_or_turtle(version: Version, text: str, shown: str) -> None:
    assert shown in _shown(ask_for_table(version, text))
