"""What comes back is what the format's specification has it be, for parsers that are not ours."""

import csv
import io
import json
from collections.abc import Callable
from xml.etree import ElementTree as ET

import pytest
import rdflib
from httpx2 import Response
from rdflib.compare import isomorphic
from rdflib.query import Result
from rdflib.term import Identifier
from starlette.testclient import TestClient

from given.clients import FORMATS, graph_of

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
RESULTS = "{http://www.w3.org/2005/sparql-results#}"
DIRECTION = "{http://www.w3.org/2005/11/its}dir"

WORDS = ["", " a  b ", 'a "b", c', "a'b", "a\tb", "a\nb", "a\r\nb", "a\rb", "<&>]]>", "\\", "ё漢😀"]
CONTROLS = ["\x01", "\x0b", "\x1f", "\ufffe", "\uffff"]


def _written(word: str) -> str:
    return json.dumps(word, ensure_ascii=False).replace("\x7f", "\\u007F")


def _ask(site: TestClient, query: str, accept: str) -> Response:
    return site.post("/sparql", data={"query": query}, headers={"Accept": accept})


def _values(words: list[str]) -> str:
    return f"SELECT ?x {{ VALUES ?x {{ {' '.join(map(_written, words))} }} }}"


# -- All kinds of terms, read by a foreign parser --------------------------------------------------

TERMS = """PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
SELECT ?a ?b ?c ?d ?e ?f { VALUES (?a ?b ?c ?d ?e ?f) {
  (<https://example.org/é?a=b&c> "plain" "tagged"@en-GB 1 "2020-01-01"^^xsd:date UNDEF)
  (UNDEF "" "ё, \\"q\\"\\t\\n"@bg 2.5 "x"^^<urn:type> true)
} }"""


def _rows(result: Result) -> list[dict[str, Identifier]]:
    return [{str(name): row[name] for name in row} for row in result.bindings]


@pytest.mark.parametrize(("accept", "format_"), [(JSON, "json"), (XML, "xml"), (TSV, "tsv")])
def test_terms_are_read_as_they_are(site: TestClient, accept: str, format_: str) -> None:
    found = Result.parse(io.BytesIO(_ask(site, TERMS, accept).content), format=format_)
    expected = rdflib.Graph().query(TERMS)
    assert list(map(str, found.vars or ())) == list("abcdef")
    assert _rows(found) == _rows(expected)


def test_csv_has_the_words_of_the_terms(site: TestClient) -> None:
    body = _ask(site, TERMS, CSV).content.decode()
    first, second = csv.DictReader(io.StringIO(body, newline=""))
    assert list(first.values()) == [
        *("https://example.org/é?a=b&c", "plain", "tagged", "1", "2020-01-01", ""),
    ]
    assert list(second.values()) == ["", "", 'ё, "q"\t\n', "2.5", "x", "true"]


@pytest.mark.parametrize("text", ["true", "false"])
@pytest.mark.parametrize(("accept", "format_"), [(JSON, "json"), (XML, "xml")])
def test_yes_and_no_are_read_as_they_are(
    site: TestClient, text: str, accept: str, format_: str
) -> None:
    body = _ask(site, f"ASK {{ FILTER({text}) }}", accept).content
    assert Result.parse(io.BytesIO(body), format=format_).askAnswer is (text == "true")
    assert _ask(site, f"ASK {{ FILTER({text}) }}", CSV).content == text.encode()


@pytest.mark.parametrize("query", ["SELECT * { FILTER(false) }", "SELECT ?a ?b { FILTER(false) }"])
@pytest.mark.parametrize(("accept", "format_"), [(JSON, "json"), (XML, "xml"), (TSV, "tsv")])
def test_an_empty_answer_has_its_columns(
    site: TestClient, query: str, accept: str, format_: str
) -> None:
    body = _ask(site, query, accept).content
    if accept == TSV:
        assert body in (b"\n", b"?a\t?b\n")
        return
    found = Result.parse(io.BytesIO(body), format=format_)
    assert list(map(str, found.vars or ())) == (["a", "b"] if "?a" in query else [])
    assert len(found) == 0


@pytest.mark.parametrize("key", FORMATS)
def test_triples_are_read_alike_in_every_format(site: TestClient, key: str) -> None:
    query = (
        "CONSTRUCT { <urn:a> a <urn:c> ; <urn:p> 'x', 'ё\"\\n\\r\\t'@bg, 1, <https://é.example/> . "
        "<urn:b> <urn:q> _:b . _:b <urn:r> true } {}"
    )
    accept, syntax = FORMATS[key]
    found = graph_of(_ask(site, query, accept).content, syntax)
    assert len(found) == 7
    assert isomorphic(found, graph_of(_ask(site, query, "application/n-triples").content, "nt"))


# -- Characters ------------------------------------------------------------------------------------


def _from_json(body: bytes) -> list[str]:
    return [row["x"]["value"] for row in json.loads(body)["results"]["bindings"]]


def _from_xml(body: bytes) -> list[str]:
    return [each.text or "" for each in ET.fromstring(body).iter(f"{RESULTS}literal")]


def _from_csv(body: bytes) -> list[str]:
    """Read the rows; one empty field and no field are the same line."""
    return ["".join(row) for row in csv.reader(io.StringIO(body.decode(), newline=""))][1:]


@pytest.mark.parametrize("word", WORDS)
@pytest.mark.parametrize(
    ("accept", "read"), [(JSON, _from_json), (XML, _from_xml), (CSV, _from_csv)]
)
def test_words_are_read_as_they_are(
    site: TestClient, accept: str, read: Callable[[bytes], list[str]], word: str
) -> None:
    assert read(_ask(site, _values([word, "end"]), accept).content) == [word, "end"]


@pytest.mark.parametrize("word", CONTROLS)
def test_a_character_that_xml_cannot_hold_is_refused_in_xml_alone(
    site: TestClient, word: str
) -> None:
    query = _values([f"a{word}"])
    assert _from_json(_ask(site, query, JSON).content) == [f"a{word}"]
    assert _from_csv(_ask(site, query, CSV).content) == [f"a{word}"]
    refused = _ask(site, query, XML)
    assert refused.status_code == 400
    assert f"U+{ord(word):04X}" in refused.json()["detail"]
    triples = f"CONSTRUCT {{ <urn:a> <urn:p> {_written(word)} }} {{}}"
    assert _ask(site, triples, "application/rdf+xml").status_code == 400
    assert _ask(site, triples, "text/turtle").status_code == 200


def test_a_property_that_rdf_xml_cannot_write_is_refused_there_alone(site: TestClient) -> None:
    query = "CONSTRUCT { <urn:a> <https://example.org/1> 1 } {}"
    refused = _ask(site, query, "application/rdf+xml")
    assert refused.status_code == 400
    assert "property" in refused.json()["detail"]
    assert _ask(site, query, "text/turtle").status_code == 200


def test_lines_end_as_each_format_has_it(site: TestClient) -> None:
    query = _values(["a", "b\nc"])
    assert _ask(site, query, CSV).content == b'x\r\na\r\n"b\nc"\r\n'
    assert _ask(site, query, TSV).content == b'?x\n"a"\n"b\\nc"\n'


# -- RDF 1.2 ---------------------------------------------------------------------------------------

TRIPLE = 'SELECT (<<( <urn:s> <urn:p> "o"@en )>> AS ?x) {}'
DIRECTED = 'SELECT ("مرحبا"@ar--rtl AS ?x) {}'


def test_a_triple_term_is_written_as_sparql_1_2_has_it(site: TestClient) -> None:
    (row,) = _ask(site, TRIPLE, JSON).json()["results"]["bindings"]
    assert row["x"] == {
        "type": "triple",
        "value": {
            "subject": {"type": "uri", "value": "urn:s"},
            "predicate": {"type": "uri", "value": "urn:p"},
            "object": {"type": "literal", "value": "o", "xml:lang": "en"},
        },
    }
    triple = ET.fromstring(_ask(site, TRIPLE, XML).content).find(f".//{RESULTS}triple")
    assert triple is not None
    assert [part.tag.removeprefix(RESULTS) for part in triple] == ["subject", "predicate", "object"]
    assert _ask(site, TRIPLE, TSV).text.splitlines()[1] == '<<( <urn:s> <urn:p> "o"@en )>>'


def test_a_direction_is_written_as_sparql_1_2_has_it(site: TestClient) -> None:
    (row,) = _ask(site, DIRECTED, JSON).json()["results"]["bindings"]
    assert row["x"] == {"type": "literal", "value": "مرحبا", "xml:lang": "ar", "its:dir": "rtl"}
    literal = ET.fromstring(_ask(site, DIRECTED, XML).content).find(f".//{RESULTS}literal")
    assert literal is not None
    assert literal.get(DIRECTION) == "rtl"
    assert _ask(site, DIRECTED, TSV).text.splitlines()[1] == '"مرحبا"@ar--rtl'
