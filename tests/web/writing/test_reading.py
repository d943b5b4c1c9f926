"""Graphs as anybody reads them, in a plain home and in one that was built."""

import gzip

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import graph_iri
from given.clients import BROWSER, graph_of
from given.writers import store, update

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

ASSERTED = store(graph_iri("asserted"))
PASSAGES = store(graph_iri("doc/71fb2550c3039bbf"))
TOLD = {
    "text/turtle": "text/turtle; charset=utf-8",
    "text/turtle;version=1.2": "text/turtle;version=1.2; charset=utf-8",
    "application/ld+json": "application/ld+json",
}


@pytest.mark.parametrize("address", [ASSERTED, "/graph/asserted"])
def test_a_graph_of_the_build_is_read_by_its_iri_and_at_its_address(
    site: TestClient, address: str
) -> None:
    answer = site.get(address, headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert b"https://w3id.org/clustergraph/id/" in answer.content


@pytest.mark.parametrize("address", [PASSAGES, "/graph/doc/71fb2550c3039bbf"])
def test_what_only_rdf_1_2_can_say_of_a_document_is_given_to_who_asks_for_it(
    site: TestClient, address: str
) -> None:
    sent: dict[str, bytes] = {}
    for media_type in ("text/turtle", "text/turtle;version=1.2", "application/ld+json"):
        answer = site.get(address, headers={"Accept": media_type})
        assert (answer.status_code, answer.headers["Content-Type"]) == (200, TOLD[media_type])
        sent[answer.headers["ETag"]] = answer.content
    plain, whole, json = sent.values()
    assert (b"<<(" in plain, b"<<(" in whole, b"reifies" in json) == (False, True, False)
    assert len(graph_of(plain, "turtle")) == len(graph_of(json, "json-ld")) > 100
    named = f"{address}{'&' if '?' in address else '?'}rdf=1.2"
    also = site.get(named, headers={"Accept": "text/turtle"})
    assert also.content == whole


@pytest.mark.parametrize("address", ["/graph/nothing", store(graph_iri("nothing"))])
def test_a_graph_that_is_not_there_is_told_so(site: TestClient, address: str) -> None:
    answer = site.get(address)
    assert (answer.status_code, answer.json()["name"]) == (404, graph_iri("nothing"))


def test_the_default_graph_is_what_was_written_there_and_no_union(site: TestClient) -> None:
    assert site.get(store(), headers={"Accept": "application/n-triples"}).content == b""
    assert site.get("/sparql", params={"query": "ASK { ?s ?p ?o }"}).json()["boolean"]


def test_a_browser_gets_turtle_of_the_version_that_it_names(site: TestClient) -> None:
    version = site.get("/health/ready").json()["version"]
    answer = site.get(f"{ASSERTED}&version={version}", headers={"Accept": BROWSER})
    assert answer.headers["Content-Type"] == "text/turtle; charset=utf-8"


def test_the_address_may_name_the_format(site: TestClient) -> None:
    assert site.get(f"{ASSERTED}&format=nt").headers["Content-Type"] == "application/n-triples"
    assert site.get(f"{ASSERTED}&format=pdf").status_code == 400


def test_a_format_that_there_is_not_is_refused(site: TestClient) -> None:
    assert site.get(ASSERTED, headers={"Accept": "image/png"}).status_code == 406


def test_the_head_says_what_the_body_would_be(site: TestClient) -> None:
    head = site.head(ASSERTED, headers={"Accept": "application/rdf+xml"})
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["Content-Type"] == "application/rdf+xml"
    assert site.head(store(graph_iri("nothing"))).status_code == 404


def test_the_tag_names_the_version_and_stands_for_the_bytes(site: TestClient) -> None:
    plain = site.get(ASSERTED, headers={"Accept-Encoding": "identity"})
    packed = site.get(ASSERTED, headers={"Accept-Encoding": "gzip"})
    assert plain.headers["ETag"] == f'"{plain.headers["Dataset-Version"]}.ttl"'
    assert packed.headers["ETag"] == f'"{plain.headers["Dataset-Version"]}.ttl.gzip"'
    assert packed.headers["Content-Encoding"] == "gzip"
    assert plain.headers["Vary"] == "Accept, Accept-Encoding"


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_who_has_it_gets_nothing_again(site: TestClient, method: str) -> None:
    tag = site.get(ASSERTED).headers["ETag"]
    for known in (tag, f"W/{tag}", "*"):
        answer = site.request(method, ASSERTED, headers={"If-None-Match": known})
        assert (answer.status_code, answer.content) == (304, b"")
        assert answer.headers["ETag"].removeprefix("W/") == tag


def test_a_kept_version_is_read_as_it_was(plain: TestClient) -> None:
    graph = "https://example.org/reading/kept"
    old = update(plain, f"INSERT DATA {{ GRAPH <{graph}> {{ <a:> <b:> 1 }} }}").json()["version"]
    update(plain, f"DROP GRAPH <{graph}>")
    assert plain.get(store(graph)).status_code == 404
    kept = plain.get(store(graph, version=old))
    assert (kept.status_code, kept.headers["Dataset-Version"]) == (200, old)
    assert plain.get(store(graph, version="none")).status_code == 404


def test_queries_of_a_plain_home_see_the_default_graph_alone(plain: TestClient) -> None:
    graph = "https://example.org/reading/named"
    update(plain, f"INSERT DATA {{ GRAPH <{graph}> {{ <named:> <b:> 1 }} . <unnamed:> <b:> 1 }}")
    query = "SELECT ?s { ?s <b:> 1 FILTER (?s IN (<named:>, <unnamed:>)) }"
    answer = plain.get("/sparql", params={"query": query, "format": "csv"})
    assert answer.text.split() == ["s", "unnamed:"]


def test_a_graph_comes_packed_as_its_client_likes(site: TestClient) -> None:
    with site.stream("GET", ASSERTED, headers={"Accept-Encoding": "gzip"}) as answer:
        raw = b"".join(answer.iter_raw())
    assert gzip.decompress(raw) == site.get(ASSERTED).content
