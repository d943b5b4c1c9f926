"""People's search: what was found as what, and the ways to narrow it."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words


def test_search_tells_what_was_found_as_what(site: TestClient) -> None:
    found = words(page(site, "/search?q=klaster+zielona+synergia"))
    assert "Green Synergy Cluster cluster found as Klaster Zielona Synergia" in found


def test_a_search_is_narrowed_by_what_its_hits_differ_in(site: TestClient) -> None:
    found = page(site, "/search?q=cluster")
    narrower = [link for link in found.links() if link.startswith("/search?q=cluster&type=")]
    assert len(narrower) > 1
    for link in narrower:
        shown = page(site, link)
        assert [each for each in shown.links() if each.startswith(("/id/", "/doc/", "/voc/"))]
        assert "/search?q=cluster" in shown.links()


def test_a_search_in_a_place_keeps_what_lies_there(site: TestClient) -> None:
    found = page(site, "/search?place=Bulgaria&type=Cluster")
    assert "/id/green-synergy-aaaaaaaa" in found.links()
    assert "/search.csv?type=Cluster&place=bulgaria-aaaaaaaf" in found.links()
    assert site.get("/search?place=Atlantis").status_code == 400


def test_search_with_an_address_goes_straight_there(site: TestClient) -> None:
    answer = site.get("/search", params={"q": "http://localhost:8000/page/dare-aaaaaaae"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/id/dare-aaaaaaae")


def test_search_finds_nothing_in_words(site: TestClient) -> None:
    assert "Nothing is called qqqqqq." in words(page(site, "/search?q=qqqqqq"))


def test_a_kind_alone_lists_all_of_it(site: TestClient) -> None:
    found = page(site, "/search?type=Country")
    assert [link for link in found.links() if link.startswith("/id/")] == [
        "/id/bulgaria-aaaaaaaf",
        "/id/kazakhstan-aaaaaaag",
    ]


def test_the_json_of_a_search_has_the_rows_of_the_page(site: TestClient) -> None:
    found = page(site, "/search?q=cluster&type=Activity")
    (json,) = [link for link in found.links() if link.startswith("/search.json?")]
    urls = [result["url"] for result in site.get(json).json()["results"]]
    assert urls == [link for link in found.links() if link.startswith("/id/")]


@pytest.mark.parametrize("text", ["", "(", "\x00", "x" * 2_000, "🎉", "a&b=c#d"])
def test_odd_questions_get_a_page(site: TestClient, text: str) -> None:
    assert site.get("/search", params={"q": text}).status_code == 200


def test_a_question_that_is_too_long_is_told_so(site: TestClient) -> None:
    answer = site.get("/search", params={"q": "x" * 2_001}, headers={"Accept": "text/html"})
    assert (answer.status_code, "no longer than 2,000 characters" in answer.text) == (400, True)
