"""The draft of 1.0: the same answers in other messages."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

IN_RUSE = "green-energy-cluster-aaaaaaaf"
IN_KRAKOW = "green-energy-cluster-aaaaaaae"
PROJECT = "green-energy-cluster-aaaaaaag"
NAME = {"matchType": "name", "propertyValue": "Green Energy Cluster"}
IN_POLAND = {"matchType": "property", "propertyId": "locatedIn", "propertyValue": "Poland"}
Match = Callable[..., Any]


@pytest.fixture
def match(service: TestClient, checked: Callable[[str, Any], Any]) -> Match:
    def ask(*conditions: Any, **more: Any) -> Any:
        body = {"queries": [{"conditions": list(conditions), **more}]}
        answer = service.post("/reconcile/v1/match", json=body)
        assert answer.status_code == 200, answer.text
        return checked("draft/matches", answer.json())["results"][0]["candidates"]

    return ask


def ids(found: Any) -> list[str]:
    return [each["id"] for each in found]


def matches(found: Any) -> list[str]:
    return [each["id"] for each in found if each["match"]]


def test_conditions_find_what_a_query_of_0_2_finds(service: TestClient, match: Match) -> None:
    stable = service.get(
        "/reconcile",
        params={
            "queries": '{"q": {"query": "Green Energy Cluster", '
            '"properties": [{"pid": "locatedIn", "v": "Poland"}]}}'
        },
    ).json()["q"]["result"]
    found = match(NAME, IN_POLAND)
    assert [(it["id"], it["score"], it["match"]) for it in found] == [
        (it["id"], it["score"], it["match"]) for it in stable
    ]
    assert matches(found) == [IN_KRAKOW]


def test_a_required_condition_keeps_others_out(match: Match) -> None:
    assert ids(match(NAME, {**IN_POLAND, "required": True})) == [IN_KRAKOW]
    assert set(ids(match(NAME, {**IN_POLAND, "required": False}))) >= {IN_KRAKOW, IN_RUSE}


def test_what_none_may_have_lowers_or_keeps_out(match: Match) -> None:
    not_there = {**IN_POLAND, "matchQuantifier": "none"}
    found = match(NAME, not_there)
    scores = {each["id"]: each["score"] for each in found}
    assert scores[IN_RUSE] > scores[IN_KRAKOW]
    assert set(ids(match(NAME, {**not_there, "required": True}))) == {IN_RUSE, PROJECT}


def test_all_values_may_be_wanted(match: Match) -> None:
    places = {**IN_POLAND, "propertyValue": ["Poland", "Ruse"], "required": True}
    assert set(ids(match(NAME, {**places, "matchQuantifier": "any"}))) == {IN_KRAKOW, IN_RUSE}
    assert match(NAME, {**places, "matchQuantifier": "all"}) == []


def test_an_identifier_is_a_condition_of_its_own(match: Match) -> None:
    for value in ("ruse-aaaaaaad", "https://w3id.org/clustergraph/id/ruse-aaaaaaad"):
        assert matches(match({"matchType": "id", "propertyValue": value})) == ["ruse-aaaaaaad"]
    both = match({"matchType": "id", "propertyValue": ["ruse-aaaaaaad", "krakow-aaaaaaac"]})
    assert (len(both), matches(both)) == (2, [])


def test_features_have_names_and_candidates_a_language(match: Match) -> None:
    (first, *_) = match({"matchType": "name", "propertyValue": "Ruse"})
    assert first["lang"] == "en"
    assert {"name_match", "prominence"} <= {each["id"] for each in first["features"]}


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ({}, "conditions"),
        ({"conditions": []}, "at least one"),
        ({"conditions": [{"propertyValue": "Ruse"}]}, "name, id, property"),
        ({"conditions": [{"matchType": "name"}]}, "propertyValue"),
        ({"conditions": [{"matchType": "name", "propertyValue": ""}]}, "propertyValue"),
        ({"conditions": [{"matchType": "property", "propertyValue": "x"}]}, "propertyId"),
        ({"conditions": [{**IN_POLAND, "matchQuantifier": "some"}]}, "any, all, none"),
        ({"conditions": [{**IN_POLAND, "matchQualifier": "exact"}]}, "matchQualifier"),
        ({"conditions": [{**IN_POLAND, "required": "yes"}]}, "true or false"),
        ({"conditions": [NAME], "type": ["City", "Place"]}, "type"),
        ({"conditions": [NAME], "query": "Ruse"}, "no other"),
        (7, "an object"),
    ],
)
def test_a_bad_query_fails_alone(service: TestClient, query: Any, words: str) -> None:
    good = {"conditions": [NAME]}
    told = service.post("/reconcile/v1/match", json={"queries": [good, query]}).json()["results"]
    assert told[0]["candidates"]
    assert told[1]["candidates"] == []
    assert words.replace("no other", "one of type") in told[1]["error"]["detail"]
    assert service.post("/reconcile/v1/match", json={"queries": [query]}).status_code == 400


@pytest.mark.parametrize("body", ["", "{", "[]", "{}", '{"queries": {}}', '{"q0": {"query": "x"}}'])
def test_what_is_no_batch_is_a_problem(service: TestClient, body: str) -> None:
    headers = {"Content-Type": "application/json"}
    answer = service.post("/reconcile/v1/match", content=body, headers=headers)
    assert answer.status_code == 400


def test_too_large_a_batch_is_refused(service: TestClient) -> None:
    body = {"queries": [{"conditions": [NAME]}] * 101}
    assert service.post("/reconcile/v1/match", json=body).status_code == 413
