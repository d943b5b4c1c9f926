"""What people wrote is shown beside what documents say, and told from it."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words

BIRCH = "/page/birch-cluster-bbbbbbbb"
TRAINING = "/page/4th-training-module-aaaaaaai"
MARK = "(written by people)"


def test_what_was_only_written_has_a_page(written_site: TestClient) -> None:
    found = words(page(written_site, BIRCH))
    assert "Birch Cluster" in found
    assert f"Start date 1 May 2021 {MARK}" in found


def test_what_a_document_says_too_is_not_marked(written_site: TestClient) -> None:
    found = words(page(written_site, TRAINING))
    assert "19 February 2018" in found
    assert MARK not in found


def test_a_page_tells_who_wrote_into_which_graph(written_site: TestClient) -> None:
    found = page(written_site, BIRCH)
    told = words(found).partition("Written, not from a document")[2]
    assert "the default graph : bob, " in told.replace(":", " :").replace("  ", " ")
    assert "https://example.org/notes" in told
    assert "/store?graph=https%3A%2F%2Fexample.org%2Fnotes" in found.links()
    assert "/store?default" in found.links()


def test_what_was_built_alone_tells_of_nobody_who_wrote(written_site: TestClient) -> None:
    assert "Written, not from a document" not in words(page(written_site, "/page/dare-aaaaaaae"))


def test_what_stands_in_two_graphs_is_shown_once(written_site: TestClient) -> None:
    found = words(page(written_site, BIRCH))
    assert found.count("1 May 2021 (") == 1
    assert found.count(f"Karaganda {MARK}") == 1


def test_a_thing_of_no_class_and_no_name_has_a_page_once_it_was_written(
    written_site: TestClient,
) -> None:
    found = words(page(written_site, "/page/unnamed-cccccccc"))
    assert f"Birch Cluster {MARK}" in found


def test_what_nobody_wrote_is_not_there(written_site: TestClient) -> None:
    assert written_site.get("/page/unnamed-dddddddd").status_code == 404


def test_what_has_no_name_leads_to_a_page_of_its_own(written_site: TestClient) -> None:
    links = [it for it in page(written_site, BIRCH).links() if "/genid/" in it]
    answer = written_site.get(links[0], headers={"Accept": "text/html"})
    assert answer.status_code == 303
    assert "A nameless partner" in words(page(written_site, answer.headers["location"]))


@pytest.mark.parametrize("language", ["pl", "bg"])
def test_pages_of_other_languages_tell_it_too(written_site: TestClient, language: str) -> None:
    assert "bob, " in words(page(written_site, f"{BIRCH}?lang={language}"))


def test_a_list_marks_it(written_site: TestClient) -> None:
    address = "/page/karaganda-aaaaaaah/incoming/locatedIn?class=Cluster"
    assert f"Birch Cluster {MARK}" in words(page(written_site, address))


def test_lists_for_programs_name_the_graphs(written_site: TestClient) -> None:
    address = "/page/karaganda-aaaaaaah/incoming/locatedIn.json?class=Cluster"
    (found,) = [it for it in written_site.get(address).json()["results"] if "birch" in it["iri"]]
    assert found["written"] == ["", "https://example.org/notes"]


def test_the_sitemap_has_it(written_site: TestClient) -> None:
    assert "/page/birch-cluster-bbbbbbbb" in written_site.get("/sitemap/1.xml").text


def test_it_is_found_by_its_name_and_listed(written_site: TestClient) -> None:
    assert "Birch Cluster" in words(page(written_site, "/search?q=birch"))
    assert "Birch Cluster" in words(page(written_site, "/browse/Cluster"))
