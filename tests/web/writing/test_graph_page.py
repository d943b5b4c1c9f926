"""A browser that asks for a graph gets a page of it; programs get all of it."""

from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import graph_iri
from given.read_pages import page, words

NOTES = f"/store?graph={quote('https://example.org/notes', safe='')}"
HTML = {"Accept": "text/html"}


def test_a_page_tells_who_wrote_to_a_graph_and_what_it_says(written_site: TestClient) -> None:
    found = page(written_site, NOTES)
    said = words(found)
    assert "People write to this graph: alice, " in said
    assert "Start date 1 May 2021" in said
    assert "/id/birch-cluster-bbbbbbbb" in found.links()


def test_the_default_graph_has_a_page_too(written_site: TestClient) -> None:
    assert "People write to this graph: bob, " in words(page(written_site, "/store?default"))


@pytest.mark.parametrize("address", ["/graph/asserted", f"/store?graph={graph_iri('asserted')}"])
def test_nobody_is_said_to_write_to_what_builds_make(
    written_site: TestClient, address: str
) -> None:
    said = words(page(written_site, address))
    assert "Builds make this graph" in said
    assert "People write" not in said


def test_a_long_graph_is_cut_and_leads_to_all_of_it(written_site: TestClient) -> None:
    found = page(written_site, "/graph/ontology")
    assert "The first 100 statements are shown" in words(found)
    (turtle,) = [it for it in found.links() if it.endswith("&format=ttl")]
    answer = written_site.get(turtle, headers=HTML)
    assert answer.headers["content-type"].startswith("text/turtle")


def test_a_page_can_be_asked_as_a_query(written_site: TestClient) -> None:
    (query,) = [it for it in page(written_site, NOTES).links() if it.startswith("/sparql?query")]
    rows = written_site.get(f"{query}&format=json").json()["results"]["bindings"]
    assert {row["object"]["value"] for row in rows} >= {"Birch Cluster", "2021-05-01"}


def test_a_graph_of_odd_things_has_a_page(plain_site: TestClient) -> None:
    said = words(page(plain_site, "/store?graph=http://example.org/graph"))
    assert "Says <<( <http://example.org/a> <http://example.org/b> " in said


def test_a_graph_that_is_not_there_is_no_thing_to_search_for(written_site: TestClient) -> None:
    answer = written_site.get("/store?graph=urn:x:none", headers=HTML)
    assert answer.status_code == 404
    assert "There is no graph urn:x:none here." in answer.text
    assert 'value="store"' not in answer.text


def test_whoever_has_the_page_already_gets_nothing_more(written_site: TestClient) -> None:
    tag = written_site.get(NOTES, headers=HTML).headers["etag"]
    assert written_site.get(NOTES, headers={**HTML, "If-None-Match": tag}).status_code == 304
