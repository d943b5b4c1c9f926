"""What the service says of itself; 0.2, section 3, and the draft of 1.0."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

DRAFT = "application/reconciliation.v1+json"
Checked = Callable[[str, Any], Any]


@pytest.mark.parametrize("root", ["/reconcile", "/reconcile/", "/reconcile/pl", "/reconcile/pl/"])
def test_the_manifest_stands_at_every_root(
    service: TestClient, checked: Checked, root: str
) -> None:
    answer = service.get(root)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    told = checked("stable/manifest", answer.json())
    assert told["versions"] == ["0.2"]
    assert told["identifierSpace"] == "https://w3id.org/clustergraph/id/"
    assert told["batchSize"] == 100


def test_a_browser_gets_the_manifest_too(service: TestClient) -> None:
    answer = service.get("/reconcile", headers={"Accept": "text/html,*/*;q=0.8"})
    assert answer.headers["content-type"] == "application/json"


def test_all_that_the_manifest_names_is_there(service: TestClient) -> None:
    told = service.get("/reconcile").json()
    for suggest in told["suggest"].values():
        address = suggest["service_url"] + suggest["service_path"]
        assert service.get(address, params={"prefix": ""}).json()["result"]
    proposing = told["extend"]["propose_properties"]
    answer = service.get(proposing["service_url"] + proposing["service_path"])
    assert answer.json()["properties"]
    preview = told["preview"]["url"].replace("{{id}}", "ruse-aaaaaaad")
    assert service.get(preview).status_code == 200
    page = service.get(told["documentation"])
    assert page.headers["content-type"].startswith("text/html")
    assert service.get(told["logo"]).status_code == 200


@pytest.mark.parametrize(
    ("id_", "place"),
    [
        ("ruse-aaaaaaad", "/id/ruse-aaaaaaad"),
        ("voc:training-topics:cluster-management", "/voc/training-topics/cluster-management"),
        ("doc:71fb2550c3039bbf", "/doc/71fb2550c3039bbf"),
    ],
)
def test_the_view_of_an_identifier_leads_to_its_address(
    service: TestClient, id_: str, place: str
) -> None:
    view = service.get("/reconcile").json()["view"]["url"].replace("{{id}}", id_)
    answer = service.get(view)
    assert answer.status_code in {301, 303}
    if answer.status_code == 301:
        assert answer.headers["location"] == place


def test_types_say_what_is_broader(service: TestClient) -> None:
    types = {each["id"]: each for each in service.get("/reconcile").json()["defaultTypes"]}
    assert types["City"]["broader"] == [{"id": "Place", "name": "place"}]
    assert "Document" not in types


def test_the_language_of_names_is_that_of_the_path_or_what_the_reader_accepts(
    service: TestClient,
) -> None:
    def name_of_city(address: str, **headers: str) -> str:
        types = service.get(address, headers=headers).json()["defaultTypes"]
        return next(str(each["name"]) for each in types if each["id"] == "City")

    assert name_of_city("/reconcile") == "town or city"
    assert name_of_city("/reconcile/pl") == "miejscowość"
    assert name_of_city("/reconcile", **{"Accept-Language": "de;q=0.3, bg"}) == "населено място"
    assert name_of_city("/reconcile/pl", **{"Accept-Language": "bg"}) == "miejscowość"
    answer = service.get("/reconcile/pl")
    assert answer.headers["content-language"] == "pl"
    assert "Accept-Language" in answer.headers["vary"]


def test_readers_of_two_languages_have_two_entity_tags(service: TestClient) -> None:
    tags = {
        service.get("/reconcile", headers={"Accept-Language": tag}).headers["etag"]
        for tag in ("pl", "bg")
    }
    assert len(tags) == 2
    known = service.get("/reconcile/pl").headers["etag"]
    assert service.get("/reconcile/pl", headers={"If-None-Match": known}).status_code == 304


def test_what_is_no_language_is_no_root(service: TestClient) -> None:
    assert service.get("/reconcile/no-such-thing-at-all-x").status_code == 404
    assert service.get("/reconcile/1").status_code == 404


@pytest.mark.parametrize(
    ("address", "accept", "media_type"),
    [
        ("/reconcile/v1", "*/*", "application/json"),
        ("/reconcile/v1/", "*/*", "application/json"),
        ("/reconcile/v1", DRAFT, DRAFT),
        ("/reconcile", f"{DRAFT}, application/json;q=0.9", DRAFT),
    ],
)
def test_the_draft_is_at_its_own_root_and_by_accept(
    service: TestClient, checked: Checked, address: str, accept: str, media_type: str
) -> None:
    answer = service.get(address, headers={"Accept": accept})
    told = checked("draft/manifest", answer.json())
    assert answer.headers["content-type"] == media_type
    assert "Accept" in answer.headers["vary"]
    assert told["standardizedScore"] is True


@pytest.mark.parametrize(
    "accept",
    [
        f"{DRAFT};q=0.5, application/json",
        f"application/reconciliation.v0.2+json, {DRAFT};q=0.9",
        "application/reconciliation.v7+json, */*",
        "text/javascript",
    ],
)
def test_the_draft_is_not_for_who_likes_something_else_better(
    service: TestClient, accept: str
) -> None:
    answer = service.get("/reconcile", headers={"Accept": accept})
    assert answer.json()["versions"] == ["0.2"]
    assert answer.headers["content-type"] == "application/json"


def test_a_version_that_is_not_there_is_refused_and_those_that_are_get_named(
    service: TestClient,
) -> None:
    answer = service.get("/reconcile", headers={"Accept": "application/reconciliation.v7+json"})
    assert answer.status_code == 406
    assert DRAFT in answer.json()["offers"]


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        ("GET", "/reconcile", 200),
        ("GET", "/reconcile/suggest/entity?prefix=gr", 200),
        ("GET", "/reconcile/preview?id=ruse-aaaaaaad", 200),
        ("GET", "/reconcile/preview?id=nothing-aaaaaaaa", 404),
        ("GET", "/reconcile?queries={", 400),
        ("POST", "/reconcile", 415),
        ("POST", "/reconcile/v1/match", 415),
    ],
)
def test_every_answer_may_be_read_from_elsewhere_errors_too(
    service: TestClient, method: str, address: str, status: int
) -> None:
    answer = service.request(method, address, headers={"Origin": "https://example.org"})
    assert answer.status_code == status
    assert answer.headers["access-control-allow-origin"] == "*"


@pytest.mark.parametrize(
    ("address", "methods"),
    [
        ("/reconcile", {"GET", "POST"}),
        ("/reconcile/", {"GET", "POST"}),
        ("/reconcile/v1/match", {"POST"}),
        ("/reconcile/suggest/type", {"GET"}),
    ],
)
def test_browsers_are_told_what_they_may_send(
    service: TestClient, address: str, methods: set[str]
) -> None:
    answer = service.options(address, headers={"Origin": "https://example.org"})
    assert methods <= set(answer.headers["access-control-allow-methods"].split(", "))
    assert "Content-Type" in answer.headers["access-control-allow-headers"]


def test_the_page_names_every_type_property_and_feature(service: TestClient) -> None:
    page = service.get("/reconcile/about").text
    listed = service.get("/reconcile/suggest/property?prefix=&limit=100").json()["result"]
    for each in listed:
        assert f'<tr id="{each["id"]}">' in page
    for address in re.findall(r'href="(/reconcile[^"]*)"', page):
        assert service.get(address.replace("&amp;", "&")).status_code == 200


def test_what_was_posted_is_answered_for_nobody_else(service: TestClient) -> None:
    answer = service.post("/reconcile", data={"queries": '{"q0": {"query": "Ruse"}}'})
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["dataset-version"]
    assert "etag" not in answer.headers
