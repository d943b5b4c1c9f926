"""What the engine raises has one meaning, and every kind of answer can be written."""

import errno
import io
from pathlib import Path

import pytest
from pyoxigraph import Store

from clustergraph.errors import MalformedQuery, StoreError, UnsupportedQuery
from clustergraph.store.engine import UNION, open_read_only, run_query, translated, write_answer


@pytest.mark.parametrize(
    ("text", "format_key", "answer"),
    [
        ("ASK {}", "json", b'{"head":{},"boolean":true}'),
        ("ASK {}", "xml", b"<boolean>true</boolean>"),
        ("SELECT ?x { VALUES ?x { 1 } }", "csv", b"x\r\n1\r\n"),
        ("CONSTRUCT { <urn:a> <urn:p> 1 } {}", "nt", b"<urn:a> <urn:p>"),
        ("CONSTRUCT { <urn:a> <urn:p> 1 } {}", "rdf", b"<rdf:RDF"),
    ],
)
def test_every_kind_of_answer_is_written(text: str, format_key: str, answer: bytes) -> None:
    output = io.BytesIO()
    write_answer(Store(), text, UNION, format_key, output)
    assert answer in output.getvalue()


@pytest.mark.parametrize(
    ("text", "format_key"),
    [("ASK {}", "ttl"), ("CONSTRUCT WHERE { ?s ?p ?o }", "csv"), ("ASK {}", "none")],
)
def test_a_format_that_cannot_hold_an_answer_is_told(text: str, format_key: str) -> None:
    with pytest.raises(UnsupportedQuery, match=f"can't be written as {format_key}"):
        write_answer(Store(), text, UNION, format_key, io.BytesIO())


def test_statements_about_statements_are_no_json_ld_and_turtle_is_named() -> None:
    text = "CONSTRUCT { <urn:a> <urn:p> <<( <urn:s> <urn:p> <urn:o> )>> } {}"
    with pytest.raises(UnsupportedQuery, match=r"JSON-LD can't hold .* Turtle can"):
        write_answer(Store(), text, UNION, "jsonld", io.BytesIO())


def test_a_relative_iri_is_ours() -> None:
    output = io.BytesIO()
    write_answer(Store(), "SELECT (<id/x> AS ?x) {}", UNION, "csv", output)
    assert b"https://w3id.org/clustergraph/id/x" in output.getvalue()


def test_a_text_that_is_no_sparql_is_its_writers_mistake() -> None:
    with pytest.raises(MalformedQuery, match="line 1"), translated("SELECT"):
        run_query(Store(), "SELECT", UNION)


@pytest.mark.parametrize(
    ("raised", "error"),
    [
        (RuntimeError("no such function"), UnsupportedQuery),
        (ValueError("no IRI"), UnsupportedQuery),
        (OSError("SERVICE refused"), UnsupportedQuery),
        (OSError(errno.EIO, "disk"), StoreError),
    ],
)
def test_what_the_engine_raises_is_told_as_ours(raised: Exception, error: type[Exception]) -> None:
    with pytest.raises(error) as caught, translated():
        raise raised
    assert caught.value.__cause__ is raised


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be opened"):
        open_read_only(tmp_path / "none")
