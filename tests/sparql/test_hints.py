"""Who makes a usual mistake is told of that mistake, and where it is."""

import pytest
from pyoxigraph import Store

from clustergraph.errors import MalformedQuery
from clustergraph.sparql.gate import Limits, examine
from clustergraph.sparql.hints import hint
from clustergraph.store.engine import run_query, translated

MISTAKES = [
    ("SELECT * {\n  ?s a ?c\n  ?s ?p ?o\n}", "a dot may be missing"),
    ("SELECT * { ?s ?p }", "three parts"),
    ("SELECT * { ?s ?p ?o", "a } is missing"),
    ("SELECT * { ?s ?p ?o } }", "a } too many"),
    ("SELECT * { ?s ?p ?o FILTER(?o > (5) }", "a ) is missing"),
    ("SELECT * { ?s cg:name ?o }", "PREFIX cg: <https://w3id.org/clustergraph/ns#>"),
    ("SELECT * { ?s zzz:name ?o }", "PREFIX zzz: <…>"),
    ("SELECT * { ?s :name ?o }", "the prefix : is not declared"),
    ("SELECT { ?s ?p ?o }", "SELECT *"),
    ("SELECT DISTINCT WHERE { ?s ?p ?o }", "SELECT *"),
    ("SELECT ?s, ?p { ?s ?p ?o }", "no commas"),
    ("SELECT * { ?s ?p “Berlin” }", "“ is a typographic quotation mark"),
    ("SELECT * { ?s ?p ‘Berlin’ }", "‘ is a typographic quotation mark"),
    ("SELECT * { ?s ?p `Berlin` }", "` is no quotation mark"),
    ("SELECT\u00a0* { ?s ?p ?o }", "no-break space"),
    ("\ufeffSELECT * { ?s ?p ?o }", "byte order mark"),
    ("```sparql\nSELECT * { ?s ?p ?o }\n```", "leave out the ```"),
    ('{"query": "SELECT * { ?s ?p ?o }"}', "JSON"),
    ("SELECT * { ?s ?p ?o };", "no semicolon"),
    ("SELECT * { ?s ?p ?o } SELECT * { ?s ?p ?o }", "one query"),
    ("SELECT * FROM clusters WHERE name = 'x'", "SQL"),
    ("SELECT name, id FROM clusters", "SQL"),
    ("SELECT%20*%20%7B%20%3Fs%20%3Fp%20%3Fo%20%7D", "percent-encoded"),
    ("SELECT+*+WHERE+%7B%3Fs+%3Fp+%3Fo%7D", "percent-encoded"),
    ("INSERT DATA { <urn:a> <urn:b> 1 }", "updates are not taken"),
    ("SELCT * { ?s ?p ?o }", "SELCT may stand for SELECT"),
    ("Which clusters are funded by the EU?", "no SELECT, ASK"),
    ("SELECT * { ?s ?p ?o OPTINAL { ?s ?p ?x } }", "OPTINAL is no word of SPARQL; OPTIONAL"),
    ("SELECT * { ?s ?p ?o FILTER(FOO(?o)) }", "FOO is no word"),
    ("SELECT ?s ?p (COUNT(*) AS ?n) { ?s ?p ?o } GROUP BY ?s", "must stand in GROUP BY"),
    ("SELECT COUNT(*) { ?s ?p ?o }", "SELECT (COUNT(*) AS ?n)"),
    ("SELECT (COUNT(*)) { ?s ?p ?o }", "SELECT (COUNT(*) AS ?n)"),
    ("SELECT (1 AS ?x) (2 AS ?x) {}", "the same name"),
    ("SELECT * { ?s ?p ?o } LIMIT 5 ORDER BY ?s", "the order is"),
    ("SELECT * { ?s ?p ?o LIMIT 5 }", "after the last }"),
    ("SELECT * { ?s ?p ?o ORDER BY ?s }", "after the last }"),
    ("PREFIX foaf: <http://x/>.\nSELECT * { ?s ?p ?o }", "no dot"),
    ("@prefix foaf: <http://x/> .\nSELECT * { ?s ?p ?o }", "without @"),
    ("PREFIX foaf <http://x/>\nSELECT * { ?s ?p ?o }", "a colon follows"),
    ("PREFIX foaf: http://x/\nSELECT * { ?s ?p ?o }", "stands in < >"),
    ("SELECT * { http://x/a ?p ?o }", "an IRI stands in < >"),
    ("SELECT * { <http://x/a b> ?p ?o }", "%20"),
    ("SELECT * { ?s <http://x ?o }", "an IRI ends with >"),
    ("SELECT * { ?s ?p 'abc }", "the string 'abc } does not end"),
    ("SELECT * { ?s ?p 'ab\nc' }", "three quotes"),
    ("SELECT * { ?s ?p ?o . ?s = <urn:a> }", "FILTER(?x = ?y)"),
    ("SELECT * { ?s ?p ?o FILTER(?s == ?o) }", "one ="),
    ("SELECT * { ?s ?p ?o FILTER(?s = ?o AND ?p = ?o) }", "&&"),
    ("SELECT * { ?s ?p ?o FILTER(?o LIKE '%x%') }", "CONTAINS"),
    ("SELECT * { ?s ?p ?o FILTER ?o > 5 }", "FILTER(?x > 5)"),
    ("SELECT * { ?s ?p ?o FILTER(?o &gt; 5) }", "&gt;"),
    ("SELECT * { BIND(1 ?x) }", "BIND(1 AS ?x)"),
    ("SELECT * { ?s ?p ?o OPTIONAL (?s ?p ?x) }", "braces"),
]


def _refused(text: str) -> MalformedQuery:
    with pytest.raises(MalformedQuery) as caught:
        _ask(text)
    return caught.value


def _ask(text: str) -> None:
    examine(text, Limits())
    with translated(text):
        run_query(Store(), text, {})


@pytest.mark.parametrize(("text", "said"), MISTAKES)
def test_a_mistake_is_told(text: str, said: str) -> None:
    assert said in _refused(text).reason


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("SELECT * {\n  ?s a ?c\n  ?s ?p ?o\n}", 3, 3),
        ("SELECT * {\r\n  ?s a ?c\r\n  ?s ?p ?o\r\n}", 3, 3),
        ("SELECT * {\n\t?s a ?c\n\t?s ?p ?o\n}", 3, 2),
        ("SELECT * { ?s ?p '😀é' . ?s a ?c ?s ?p ?o }", 1, 33),
        ("SELECT { ?s ?p ?o }", 1, 8),
        ("SELECT * { ?s ?p ?o } LIMIT 5 ORDER BY ?s", 1, 31),
        ("PREFIX foaf: <http://x/>.\nSELECT * { ?s ?p ?o }", 2, 1),
        ("SELECT * { ?s ?p ?o OPTIONAL (?s ?p ?x) }", 1, 30),
    ],
)
def test_its_place_is_counted_in_characters(text: str, line: int, column: int) -> None:
    error = _refused(text)
    assert (error.line, error.column) == (line, column)


def test_what_strings_and_comments_say_is_no_mistake() -> None:
    text = "SELECT * { ?s ?p 'a == b LIKE c' # AND &gt; SELECT {\n . ?s ?p ?o ?x ?y }"
    assert "three parts" in _refused(text).reason


def test_a_long_text_is_looked_at_in_its_beginning_only() -> None:
    text = "SELECT * { VALUES ?x { " + "1 " * 20_000 + "} ?s == ?o"
    assert hint(text, "", line=1, column=1, prefixes={}) is None
