"""A statement that very many passages carry is explained by the first of them, and says so."""

import csv
import io
from collections.abc import Iterator

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import client_of
from given.homes import publish_quads
from given.read_pages import page, words

PREFIXES = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
BASE <https://w3id.org/clustergraph/>
"""
DOCUMENT = """GRAPH <graph/doc/{0:016x}> {{
    <doc/{0:016x}> a cg:Document ; dcterms:identifier "{0}.txt" .
    <ev/{0:016x}> a cg:Evidence ;
        rdf:reifies <<( <id/alpha-aaaaaaaa> cg:topic "a {1} topic"@en )>> ;
        rdf:subject <id/alpha-aaaaaaaa> ; rdf:predicate cg:topic ; rdf:object "a {1} topic"@en ;
        cg:inDocument <doc/{0:016x}> ; cg:quote "words"@en ; cg:quoteStart 0 ; cg:quoteEnd 5 .
}}
"""
STATED = """GRAPH <graph/asserted> {{
    <id/alpha-aaaaaaaa> a cg:Project ; rdfs:label "Alpha" ; cg:topic "a {0} topic"@en .
}}"""
LONG = "very " * 900
"""Makes a value of some 4,500 characters."""
ASKED = {"s": "id:alpha-aaaaaaaa", "p": "cg:topic", "o": f"a {LONG} topic"}


@pytest.fixture(scope="module")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service of a version in which 25 documents say one long thing."""
    documents = "".join(DOCUMENT.format(number, LONG) for number in range(1, 26))
    home = Home(tmp_path_factory.mktemp("crowded"))
    text = PREFIXES + documents + STATED.format(LONG)
    publish_quads(home, parse(text, format=RdfFormat.TRIG))
    with client_of(home) as client:
        yield client


def test_all_are_counted_the_first_are_shown_and_a_query_gives_all(crowded: TestClient) -> None:
    found = page(crowded, f"/why?{'&'.join(f'{name}={value}' for name, value in ASKED.items())}")
    assert "25 documents say so. All of them, as a query" in words(found)
    assert len({link for link in found.links() if link.startswith("/ev/")}) == 20
    (query,) = {link for link in found.links() if link.startswith("/sparql?query=")}
    answer = crowded.get(query, headers={"Accept": "text/csv"}).text
    assert len(list(csv.DictReader(io.StringIO(answer)))) == 25


def test_the_json_counts_them_too(crowded: TestClient) -> None:
    (step,) = crowded.get("/why.json", params=ASKED).json()["ways"][0]["steps"]
    assert (step["documents"], step["passages"], len(step["evidence"])) == (25, 25, 20)


def test_a_report_about_them_is_short_enough_for_mail(crowded: TestClient) -> None:
    crowded.app.state.report_address = "mailto:a@example.org?s={subject}&b={body}"  # type: ignore[attr-defined]
    found = crowded.get("/report", params=ASKED, headers={"Accept": "text/html"})
    (mail,) = [part for part in found.text.split('"') if part.startswith("mailto:")]
    assert len(mail) < 4_000
