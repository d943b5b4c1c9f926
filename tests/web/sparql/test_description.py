"""Without a query, ``/sparql`` describes itself (SPARQL 1.1 Service Description, section 2)."""

import pytest
import rdflib
from rdflib.namespace import RDF
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import BROWSER, FORMATS, graph_of

pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")


@pytest.mark.parametrize("key", FORMATS)
def test_every_rdf_format_describes_the_address_that_was_asked(site: TestClient, key: str) -> None:
    accept, syntax = FORMATS[key]
    answer = site.get("/sparql", headers={"Accept": accept})
    assert answer.headers["content-type"].partition(";")[0] == accept
    graph = graph_of(answer.content, syntax)
    service = rdflib.URIRef("http://testserver/sparql")
    assert (service, RDF.type, SD.Service) in graph
    assert set(graph.subject_objects(SD.endpoint)) == {(service, service)}
    assert site.get("/sparql", params={"format": key}).content == answer.content


def test_a_program_that_takes_anything_gets_turtle(site: TestClient) -> None:
    for headers in ({"Accept": "*/*"}, {"Accept": ""}, {"Accept": "text/*"}):
        answer = site.get("/sparql", headers=headers)
        assert answer.headers["content-type"] == "text/turtle; charset=utf-8"


def test_a_browser_gets_a_page_to_ask_with(site: TestClient) -> None:
    answer = site.get("/sparql", headers={"Accept": BROWSER})
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert "<textarea" in answer.text


def test_where_nothing_suits_the_offers_are_listed(site: TestClient) -> None:
    answer = site.get("/sparql", headers={"Accept": "text/csv"})
    assert answer.status_code == 406
    assert {"text/turtle", "application/rdf+xml", "text/html"} <= set(answer.json()["offers"])


def test_the_description_is_of_the_version_that_answers(site: TestClient, small_home: Home) -> None:
    answer = site.get("/sparql", headers={"Accept": "text/turtle"})
    assert answer.headers["dataset-version"] == small_home.current().id
    graph = graph_of(answer.content, "turtle")
    names = {row["x"]["value"] for row in _rows(site, "SELECT DISTINCT ?x { GRAPH ?x {} }")}
    assert {str(name) for name in graph.objects(predicate=SD.name)} == names


def _rows(site: TestClient, query: str) -> list[dict[str, dict[str, str]]]:
    answer = site.post("/sparql", data={"query": query}, headers={"Accept": "application/json"})
    found: list[dict[str, dict[str, str]]] = answer.json()["results"]["bindings"]
    return found


@pytest.mark.parametrize("accept", ["text/turtle", "application/ld+json"])
def test_a_client_that_has_the_description_does_not_get_it_again(
    site: TestClient, accept: str
) -> None:
    first = site.get("/sparql", headers={"Accept": accept})
    assert {"Accept", "Accept-Encoding"} == set(first.headers["vary"].split(", "))
    assert first.headers["cache-control"] == "no-cache"
    for known in (first.headers["etag"], f'"a", {first.headers["etag"]}', "*"):
        headers = {"Accept": accept, "If-None-Match": known}
        again = site.get("/sparql", headers=headers)
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"].removeprefix("W/") == first.headers["etag"].removeprefix("W/")
    headers = {"Accept": "application/n-triples", "If-None-Match": first.headers["etag"]}
    assert site.get("/sparql", headers=headers).status_code == 200


def test_each_address_has_a_tag_of_its_own(site: TestClient) -> None:
    headers = {"Accept": "text/turtle"}
    tag = site.get("/sparql", headers=headers).headers["etag"]
    assert site.get("/sparql", headers={**headers, "Host": "example.org"}).headers["etag"] != tag


@pytest.mark.parametrize("coding", ["gzip", "identity"])
def test_head_tells_what_get_would(site: TestClient, coding: str) -> None:
    headers = {"Accept": "text/turtle", "Accept-Encoding": coding}
    get, head = site.get("/sparql", headers=headers), site.head("/sparql", headers=headers)
    assert (head.status_code, head.content) == (200, b"")
    left_out = get.headers.keys() - head.headers.keys()
    assert left_out <= {"content-length"}
    assert all(head.headers[name] == get.headers[name] for name in head.headers)
