"""Queries join our rows with those of other endpoints, where the owner of the machine allows it.

The other endpoints are a plain one, our own service with other data, one that is closed, and one
that never answers; all on this machine.
"""

import csv
import io
import re
from pathlib import Path
from urllib.error import HTTPError
from urllib.parse import urlencode
from urllib.request import urlopen

import pytest
from pyoxigraph import RdfFormat, Store
from rdflib.plugins.sparql import prepareQuery

from clustergraph.cli import main
from clustergraph.errors import RefusedQuery, ServiceFailed
from clustergraph.operations.querying.ask import ask
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.versions import Home
from given.endpoints import closed_endpoint, mute_endpoint, serving
from given.questions import FEDERATED, Row, expected_rows

REMOTE = Path(__file__).parent / "remote"
CALL = re.compile(r"SERVICE (SILENT )?<([^>]+)> \{(.+?)^  \}", re.DOTALL | re.MULTILINE)
FUNDERS = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?funder ?seat WHERE {
  ?paid cg:fundedBy/skos:prefLabel ?label FILTER(LANG(?label) = "en") BIND(STR(?label) AS ?funder)
  SERVICE <ENDPOINT> { ?body rdfs:label ?funder ; <https://example.org/seat> ?seat }
} ORDER BY ?funder
"""
SEATS = """
<https://example.org/1> <http://www.w3.org/2000/01/rdf-schema#label> "European Union" ;
  <https://example.org/seat> "Brussels" .
<https://example.org/2> <http://www.w3.org/2000/01/rdf-schema#label> "Somebody else" ;
  <https://example.org/seat> "Elsewhere" .
"""
SHARED_NAMES = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT DISTINCT ?name WHERE {
  ?ours a cg:Country ; skos:prefLabel ?name FILTER(LANG(?name) = "en")
  SERVICE SILENT <ENDPOINT> { ?theirs a cg:Country ; skos:prefLabel ?name }
} ORDER BY ?name
"""
NOTHING_BUT_THERE = "SELECT ?there ?what { SERVICE <ENDPOINT> { ?there a ?what } }"

each_federated = pytest.mark.parametrize("question", FEDERATED, ids=lambda question: question.name)


def _store(turtle: bytes) -> Store:
    store = Store()
    store.load(turtle, format=RdfFormat.TURTLE)
    return store


def _rows(home: Home, text: str, *, seconds: float = 20) -> list[Row]:
    output = io.BytesIO()
    ask(home.current(), text, "csv", output, allow_service=True, seconds=seconds)
    return list(csv.DictReader(io.StringIO(output.getvalue().decode(), newline="")))


def test_rows_of_ours_are_joined_with_those_of_a_plain_endpoint(our_home: Home) -> None:
    with serving(_store(SEATS.encode())) as address:
        rows = _rows(our_home, FUNDERS.replace("ENDPOINT", address))
    assert rows == [{"funder": "European Union", "seat": "Brussels"}]


def test_two_services_of_ours_with_different_data_are_joined_from_the_command_line(
    small_home: Home, served: str, tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    file = tmp_path / "shared.rq"
    file.write_text(SHARED_NAMES.replace("ENDPOINT", f"{served}/sparql"))
    home = str(small_home.path)
    assert main(["query", str(file), "--home", home, "--format", "csv", "--allow-service"]) == 0
    assert b"Bulgaria" in capfdbinary.readouterr().out.splitlines()


def test_a_closed_endpoint_is_told_in_one_sentence(small_home: Home) -> None:
    text = NOTHING_BUT_THERE.replace("ENDPOINT", closed_endpoint())
    with pytest.raises(ServiceFailed, match=r"another endpoint.+SILENT would do without it\.$"):
        _rows(small_home, text)


def test_a_closed_endpoint_leaves_a_row_with_gaps_where_it_is_silent(small_home: Home) -> None:
    text = NOTHING_BUT_THERE.replace("SERVICE <ENDPOINT>", f"SERVICE SILENT <{closed_endpoint()}>")
    assert _rows(small_home, text) == [{"there": "", "what": ""}]


@pytest.mark.parametrize("call", ["SERVICE", "SERVICE SILENT"])
def test_an_endpoint_that_never_answers_is_waited_for_so_long_and_no_longer(
    small_home: Home, call: str
) -> None:
    with mute_endpoint() as address:
        text = NOTHING_BUT_THERE.replace("SERVICE <ENDPOINT>", f"{call} <{address}>")
        with pytest.raises(ServiceFailed, match=r"0\.2 seconds have passed; --timeout"):
            _rows(small_home, text, seconds=0.2)


def test_without_leave_no_endpoint_is_called(small_home: Home) -> None:
    text = NOTHING_BUT_THERE.replace("ENDPOINT", closed_endpoint())
    with pytest.raises(RefusedQuery, match="--allow-service"):
        ask(small_home.current(), text, "csv", io.BytesIO())


def test_five_questions_ask_another_endpoint() -> None:
    assert sorted(question.number or 0 for question in FEDERATED) == [1, 2, 3, 4, 5]
    assert {question.group for question in FEDERATED} == {"federated"}


@each_federated
def test_a_federated_question_says_who_asks_whom_and_what_is_known(question: NamedQuery) -> None:
    assert re.fullmatch(r"[A-Z].+\?", question.question)
    assert question.asked_by
    assert "not run live" in question.verified
    assert prepareQuery(question.text).algebra.name == "SelectQuery"


@each_federated
def test_a_federated_question_calls_its_endpoint_once_silently_and_with_a_limit(
    question: NamedQuery,
) -> None:
    ((silent, endpoint, body),) = CALL.findall(question.text)
    assert silent
    assert endpoint == question.endpoint
    assert "LIMIT" in body
    assert re.search(r"LIMIT \d+\n\Z", question.text)


@each_federated
def test_an_endpoint_of_the_shape_told_gives_the_rows_expected(
    our_home: Home, question: NamedQuery
) -> None:
    with serving(_store((REMOTE / f"{question.name}.ttl").read_bytes())) as address:
        rows = _rows(our_home, question.text.replace(question.endpoint, address))
    assert rows == expected_rows(question)


@each_federated
def test_the_public_endpoint_refuses_a_federated_question_in_one_sentence(
    served: str, question: NamedQuery
) -> None:
    with pytest.raises(HTTPError) as caught, urlopen(_asked(served, question.text)):
        pass
    with caught.value as refusal:
        assert refusal.code == 403
        assert b"SERVICE is not run here, because" in refusal.read()


def _asked(served: str, text: str) -> str:
    return f"{served}/sparql?{urlencode({'query': text})}"
