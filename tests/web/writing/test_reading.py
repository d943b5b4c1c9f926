"""Graphs as anybody reads them, in a plain home and in one that was built."""

import gzip

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import graph_iri
from given.clients import BROWSER
from given.writers import store, update

ASSERTED = store(graph_iri("asserted"))


@pytest.mark.parametrize("address", [ASSERTED, "/graph/asserted"])
def test_a_graph_of_the_build_is_read_by_its_iri_and_at_its_address(
    site: TestClient, address: str
) -> None:
    answer = site.get(address, headers={"Accept": "application/n-triples"})
    assert answer.status_code == 200
    assert b"https://w3id.org/clustergraph/id/" in answer.content


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
