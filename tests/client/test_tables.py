import json
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from clustergraph.client import Table, Term
from clustergraph.client.messages import SPARQL_JSON, Answer
from clustergraph.client.tables import read_any, read_table, read_truth
from clustergraph.errors import CallRefused, StrangeAnswer
from given.both_clients import MakeClient
from given.homes import ENDLESS

XSD = "http://www.w3.org/2001/XMLSchema#"
LABELS = """
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?thing ?label ?none { ?thing skos:prefLabel ?label } ORDER BY ?label LIMIT 5
"""


def answer(told: object, media_type: str = SPARQL_JSON) -> Answer:
    content = json.dumps(told).encode()
    headers = {"content-type": media_type}
    return Answer(url="http://x/sparql", status=200, headers=headers, content=content)


def bound(term: dict[str, Any]) -> Term:
    told = {"head": {"vars": ["x"]}, "results": {"bindings": [{"x": term}]}}
    return read_table(answer(told)).rows[0]["x"]


@pytest.mark.parametrize(
    ("text", "datatype", "value"),
    [
        ("7", "integer", 7),
        ("007", "nonNegativeInteger", 7),
        ("1.50", "decimal", Decimal("1.50")),
        ("1e3", "double", 1000.0),
        ("true", "boolean", True),
        ("0", "boolean", False),
        ("2025-05-12", "date", date(2025, 5, 12)),
        ("2025-05-12T10:00:00", "dateTime", datetime(2025, 5, 12, 10)),  # noqa: DTZ001
        ("2025", "gYear", "2025"),
        ("seven", "integer", "seven"),
        ("2025-02-30", "date", "2025-02-30"),
        ("x", "decimal", "x"),
        ("yes", "boolean", "yes"),
        ("7", "", "7"),
    ],
)
def test_a_literal_is_the_value_that_its_datatype_says(
    text: str, datatype: str, value: object
) -> None:
    term = {"type": "literal", "value": text} | ({"datatype": XSD + datatype} if datatype else {})
    found = bound(term)
    assert (found.value, type(found.value), str(found)) == (value, type(value), text)


def test_a_language_stays_with_its_words() -> None:
    found = bound({"type": "literal", "value": "Klaster", "xml:lang": "pl"})
    assert (found.value, found.language) == ("Klaster", "pl")


def test_a_triple_is_written_as_ntriples_has_it() -> None:
    subject = {"type": "uri", "value": "http://x/s"}
    inner = {"subject": subject, "predicate": subject, "object": {"type": "bnode", "value": "b"}}
    outer = {
        "subject": {"type": "literal", "value": 'say "a"', "xml:lang": "en"},
        "predicate": subject,
        "object": {"type": "triple", "value": inner},
    }
    found = bound({"type": "triple", "value": outer})
    assert found.kind == "triple"
    assert found.text == (
        '<<( "say \\"a\\""@en <http://x/s> <<( <http://x/s> <http://x/s> _:b )>> )>>'
    )


@pytest.mark.parametrize("told", [{}, [], {"boolean": True}, {"results": {}}, {"head": {}}, "x"])
def test_what_holds_no_rows_is_no_empty_table(told: object) -> None:
    with pytest.raises(StrangeAnswer, match="only SELECT"):
        read_table(answer(told))


@pytest.mark.parametrize("told", [{}, [], {"boolean": "true"}, {"results": {"bindings": []}}])
def test_what_is_neither_true_nor_false_is_not_false(told: object) -> None:
    with pytest.raises(StrangeAnswer, match="only ASK"):
        read_truth(answer(told))


def test_broken_json_is_no_table() -> None:
    broken = Answer(
        url="http://x/", status=200, headers={"content-type": SPARQL_JSON}, content=b'{"head"'
    )
    for read in (read_any, read_table, read_truth):
        with pytest.raises(StrangeAnswer):
            read(broken)


def test_rows_come_in_the_order_and_with_the_columns_of_the_query(
    client_at: MakeClient, service: str
) -> None:
    table = client_at(service)("query", LABELS)
    assert table.variables == ("thing", "label", "none")
    labels = [row["label"].text for row in table]
    assert (len(table), labels) == (5, sorted(labels))
    assert all("none" not in row for row in table)
    assert [row["none"] for row in table.values()] == [None] * 5


def test_a_query_too_long_for_an_address_is_answered_alike(
    client_at: MakeClient, service: str
) -> None:
    ask = client_at(service)
    assert ask("query", LABELS + "#" + "x" * 5_000) == ask("query", LABELS)


def test_each_form_of_query_has_its_answer(client_at: MakeClient, service: str) -> None:
    ask = client_at(service)
    construct = "CONSTRUCT { ?s a ?c } { ?s a ?c } LIMIT 1"
    assert ask("ask", "ASK { ?s ?p ?o }") is True
    assert ask("answer", "ASK { ?s ?p ?s . FILTER(false) }") is False
    assert isinstance(ask("answer", LABELS), Table)
    assert ask("answer", construct) == ask("construct", construct)
    assert ask("construct", construct, media_type="application/n-triples").endswith(" .\n")


def test_a_query_may_be_given_less_time(client_at: MakeClient, service: str) -> None:
    with pytest.raises(CallRefused) as caught:
        client_at(service)("query", ENDLESS, seconds=0.1)
    assert caught.value.members["seconds"] == 0.1
