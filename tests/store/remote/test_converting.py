"""What Virtuoso writes in ways of its own comes to clients as the standards have it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import EngineFailed
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS
from clustergraph.store.remote.converting import SOURCES, Modern, convert
from clustergraph.store.remote.results import rows_in, truth_in

OLD = (
    b'\n{ "head": { "link": [], "vars": ["s", "o"] },\n'
    b'  "results": { "distinct": false, "ordered": true, "bindings": [\n'
    b'    { "s": { "type": "uri", "value": "urn:a" }\t, "o": { "type": "typed-literal", '
    b'"datatype": "urn:t", "value": "1" }},\n'
    b'    { "s": { "type": "bnode", "value": "nodeID://b10" }\t, "o": { "type": "literal", '
    b'"xml:lang": "en", "value": "y" }} ] } }'
)
"""As Virtuoso 7 writes a table."""
TABLE_OF_TRUTH = (
    b'\n{ "head": { "link": [], "vars": ["__ASK_RETVAL"] },\n'
    b'  "results": { "distinct": false, "ordered": true, "bindings": [\n'
    b'    { "__ASK_RETVAL": { "type": "typed-literal", "datatype": "urn:integer", '
    b'"value": "%s" }} ] } }'
)
"""As it answers an ASK."""


def _modern(body: bytes, *cuts: int) -> bytes:
    modern, pieces, start = Modern(), b"", 0
    for cut in (*sorted(cuts), len(body)):
        pieces += modern.take(body[start:cut])
        start = cut
    return pieces + modern.end()


@given(st.lists(st.integers(0, len(OLD))))
def test_typed_literals_are_literals_wherever_the_bytes_are_cut(cuts: list[int]) -> None:
    rows = json.loads(_modern(OLD, *cuts))["results"]["bindings"]
    assert rows[0]["o"] == {"type": "literal", "datatype": "urn:t", "value": "1"}


@given(st.text(), st.integers(0, 200))
def test_nothing_that_somebody_said_is_changed(text: str, cut: int) -> None:
    said = f'{text}"type": "typed-literal"{text}'
    body = json.dumps({"value": said}).encode()
    assert json.loads(_modern(body, min(cut, len(body)))) == {"value": said}


def test_tsv_is_written_as_sparql_1_1_says() -> None:
    assert convert(OLD, "tsv").splitlines()[:2] == [b"?s\t?o", b'<urn:a>\t"1"^^<urn:t>']


def test_json_ld_keeps_the_languages() -> None:
    written = json.loads(convert(b'<urn:a> <urn:p> "y"@en .', "jsonld"))
    assert written == [{"@id": "urn:a", "urn:p": [{"@language": "en", "@value": "y"}]}]


@pytest.mark.parametrize(("body", "key"), [(b"{", "tsv"), (b"<urn:a", "jsonld"), (b"", "tsv")])
def test_an_answer_in_another_format_is_the_engines_fault(body: bytes, key: str) -> None:
    with pytest.raises(EngineFailed):
        convert(body, key)


@pytest.mark.parametrize(
    ("body", "truth"),
    [
        (b'{"head":{},"boolean":true}', True),
        (b'{"head":{},"boolean":false}', False),
        (TABLE_OF_TRUTH % b"1", True),
        (TABLE_OF_TRUTH % b"0", False),
    ],
)
def test_a_truth_value_is_read_also_from_a_table(body: bytes, truth: bool) -> None:
    assert truth_in(body) is truth


@pytest.mark.parametrize("body", [b"", b"[]", b"null", b"true", b'{"results": 1}', b"<html>"])
def test_what_is_no_answer_is_the_engines_fault(body: bytes) -> None:
    with pytest.raises(EngineFailed):
        truth_in(body)
    with pytest.raises(EngineFailed):
        rows_in(body)


def test_every_format_comes_from_somewhere() -> None:
    assert set(SOURCES) == {format_.key for format_ in (*RESULT_FORMATS, *RDF_FORMATS)}
