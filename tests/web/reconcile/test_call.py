"""A call is answered in its reader's language, in the version of the protocol that it wants."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

DRAFT = "application/reconciliation.v1+json"
Checked = Callable[[str, Any], Any]


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


def test_what_was_posted_is_answered_for_nobody_else(service: TestClient) -> None:
    answer = service.post("/reconcile", data={"queries": '{"q0": {"query": "Ruse"}}'})
    assert answer.headers["cache-control"] == "no-store"
    assert answer.headers["dataset-version"]
    assert "etag" not in answer.headers
