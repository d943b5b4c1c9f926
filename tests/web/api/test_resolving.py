"""One identifier leads to the thing that bears it: as JSON, and for browsers to its page."""

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.web.api.shapes.batch import ResolveAnswer
from given.forgetful import WHY, Forgetful
from given.linked_home import ANDORRA, ELM, LARCH, OAK


@pytest.mark.parametrize(
    "asked",
    [
        {"uri": OAK},
        {"uri": "oak-cluster-bbbbbbbb"},
        {"uri": "https://www.wikidata.org/wiki/Q5"},
        {"uri": "old-oak-cluster-bbbbbbba"},
        {"scheme": "wikidata", "value": "Q5"},
        {"scheme": "LEI", "value": "5493 001K JTII GC8Y 1R12"},
    ],
)
def test_an_identifier_is_resolved(linked_site: TestClient, asked: dict[str, str]) -> None:
    answer = linked_site.get("/api/resolve", params=asked)
    assert answer.status_code == 200
    found = ResolveAnswer.model_validate_json(answer.content, strict=True)
    assert found.entity is not None
    assert found.entity.iri == OAK
    assert f'<{OAK}>; rel="canonical"' in answer.headers["link"]


def test_a_former_address_is_said_to_be_one(linked_site: TestClient) -> None:
    answer = linked_site.get("/api/resolve?uri=old-oak-cluster-bbbbbbba").json()
    assert (answer["status"], answer["was"]) == ("merged", f"{BASE}id/old-oak-cluster-bbbbbbba")


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        ("text/html,application/xhtml+xml,*/*;q=0.8", "/page/oak-cluster-bbbbbbbb"),
        ("text/turtle", "/data/oak-cluster-bbbbbbbb.ttl"),
        ("application/ld+json", "/data/oak-cluster-bbbbbbbb.jsonld"),
    ],
)
def test_browsers_and_readers_of_rdf_are_led_on(
    linked_site: TestClient, accept: str, place: str
) -> None:
    answer = linked_site.get("/api/resolve?uri=wd:Q5", headers={"Accept": accept})
    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert answer.headers["vary"] == "Accept"


def test_the_format_wins_over_accept(linked_site: TestClient) -> None:
    asked = "/api/resolve?uri=wd:Q5&format=json"
    answer = linked_site.get(asked, headers={"Accept": "text/html"})
    assert answer.json()["entity"]["iri"] == OAK


def test_the_language_goes_along(linked_site: TestClient) -> None:
    asked = "/api/resolve?uri=iso:AD&lang=bg"
    assert linked_site.get(asked).json()["entity"]["label"] == "Андора"
    page = linked_site.get(asked, headers={"Accept": "text/html"})
    assert page.headers["location"] == f"/page/{ANDORRA.local}?lang=bg"


def test_what_may_be_several_things_lists_them(linked_site: TestClient) -> None:
    answer = linked_site.get("/api/resolve?uri=wd:Q6")
    assert answer.status_code == 300
    assert [each["iri"] for each in answer.json()["candidates"]] == [ELM, LARCH]
    known = {"If-None-Match": answer.headers["etag"]}
    assert linked_site.get("/api/resolve?uri=wd:Q6", headers=known).status_code == 304


def test_a_browser_is_told_in_words_what_it_may_be(linked_site: TestClient) -> None:
    answer = linked_site.get("/api/resolve?uri=wd:Q6", headers={"Accept": "text/html"})
    assert answer.status_code == 400
    assert ELM in answer.text


@pytest.mark.parametrize(
    ("query", "status", "told"),
    [
        ("uri=wd:Q99", 404, "wd:Q99"),
        (f"uri={BASE}id/nobody-aaaaaaaa", 404, "nobody-aaaaaaaa"),
        ("uri=https://elsewhere.example/x", 404, "elsewhere"),
        ("uri=ash-cluster-dddddddd", 410, "was removed"),
        ("uri=lei:5493001KJTIIGC8Y1R21", 400, "check digits"),
        ("scheme=wikidata&value=oak", 400, "wd:Q232"),
        ("scheme=trees&value=oak", 400, "must be one of geonames"),
        ("uri=Oak Cluster", 400, "names are searched"),
        ("", 400, "scheme and value"),
        ("uri=", 400, "scheme and value"),
        ("scheme=wikidata", 400, "scheme and value"),
        ("value=Q5", 400, "scheme and value"),
        ("uri=wd:Q5&scheme=wikidata&value=Q5", 400, "scheme and value"),
        ("uri=wd:Q5&format=exe", 400, "format is 'exe'"),
        ("url=wd:Q5", 422, "url"),
        ("uri=" + "x" * 5_000, 400, "uri"),
    ],
)
def test_what_leads_nowhere_is_a_problem_and_no_empty_answer(
    linked_site: TestClient, query: str, status: int, told: str
) -> None:
    answer = linked_site.get(f"/api/resolve?{query}")
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.json()["detail"]


def test_who_was_forgotten_is_gone_with_the_reason_and_without_the_name(
    forgetful_site: TestClient, forgetful: Forgetful
) -> None:
    answer = forgetful_site.get("/api/resolve", params={"uri": forgetful.iri})
    assert answer.status_code == 410
    assert answer.json()["why"] == WHY
    assert "nowack" not in answer.text


def test_an_answer_has_a_tag_of_its_own(linked_site: TestClient) -> None:
    answer = linked_site.get("/api/resolve?uri=wd:Q5")
    again = linked_site.get(
        "/api/resolve?uri=wd:Q5", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert again.status_code == 304
