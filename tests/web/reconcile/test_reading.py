"""What can't be answered says so, alone where it can, and never looks like an empty result."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

GOOD = {"query": "Ruse"}


def post(service: TestClient, queries: Any) -> Any:
    text = queries if isinstance(queries, str) else json.dumps(queries)
    return service.post("/reconcile", data={"queries": text})


@pytest.mark.parametrize(
    ("bad", "words"),
    [
        ({"query": ""}, "query that is not empty"),
        ({"query": "   "}, "query that is not empty"),
        ({}, "query that is not empty"),
        ({"properties": []}, "query that is not empty"),
        ({"query": ["Ruse"]}, "q1/query"),
        ({"query": "Ruse", "type": "Banana"}, "one of Activity, Agent"),
        ({"query": "Ruse", "type": ["City", 7]}, "q1/type"),
        ({"query": "Ruse", "type_strict": "maybe"}, "should, any, all"),
        ({"query": "Ruse", "limit": 0}, "whole number above 0"),
        ({"query": "Ruse", "limit": 2.5}, "whole number above 0"),
        ({"query": "Ruse", "limit": "many"}, "whole number above 0"),
        ({"query": "Ruse", "properties": [{"pid": "colour", "v": "red"}]}, "locatedIn"),
        ({"query": "Ruse", "properties": [{"v": "red"}]}, "pid"),
        ({"query": "Ruse", "properties": {"pid": "sector", "v": "red"}}, "a list"),
        (
            {"query": "Ruse", "properties": [{"pid": "sector", "v": {"x": 1}}]},
            "with an id",
        ),
        (
            {"properties": [{"pid": "sector", "v": [*range(60)]}] * 2},
            "a query with 120 values",
        ),
        ({"query": "Ruse", "propertys": []}, "one of query, type"),
        ("Ruse", "an object"),
        ({"query": "gone-aaaaaaay"}, "was removed"),
        ({"query": "ROR:03yrm5c62"}, "check digits"),
    ],
)
def test_a_bad_query_fails_alone_and_says_why(service: TestClient, bad: Any, words: str) -> None:
    answer = post(service, {"q0": GOOD, "q1": bad, "q2": GOOD})
    assert answer.status_code == 200
    told = answer.json()
    assert told["q0"]["result"]
    assert told["q0"] == told["q2"]
    assert told["q1"]["result"] == []
    assert words in told["q1"]["error"]["detail"]
    assert told["q1"]["error"]["status"] in {400, 410}
    alone = post(service, {"q1": bad})
    assert alone.status_code == told["q1"]["error"]["status"]
    assert alone.headers["content-type"] == "application/problem+json"


@pytest.mark.parametrize("text", ["", "{", "what", "[]", "7", "null", '{"q0": NaN}', '"\\ud800"'])
def test_what_is_no_batch_is_a_problem(service: TestClient, text: str) -> None:
    answer = post(service, text)
    assert answer.status_code == 400
    assert answer.json()["detail"]


def test_json_nested_without_end_is_a_problem(service: TestClient) -> None:
    assert post(service, '{"q0":' * 50_000).status_code == 400


def test_unfilled_cells_beside_a_name_say_nothing(service: TestClient) -> None:
    properties = [{"pid": "sector", "v": value} for value in ("", None, [], [""])]
    with_blanks = post(service, {"q0": {**GOOD, "properties": properties, "type": None}})
    assert with_blanks.json() == post(service, {"q0": GOOD}).json()


@pytest.mark.parametrize(
    "text", ["*", "?", "a AND (", '"', "\\", "name:x", "🎉", "<script>", "x" * 2_000, "\u0000"]
)
def test_odd_names_are_only_names(service: TestClient, text: str) -> None:
    answer = post(service, {"q0": {"query": text}})
    assert answer.status_code == 200
    assert "error" not in answer.json()["q0"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/reconcile/suggest/entity?prefix=a&cursor=-1", 400, "cursor"),
        ("/reconcile/suggest/entity?prefix=a&limit=1000", 400, "limit"),
        ("/reconcile/suggest/entity?prefix=a&type=Banana", 400, "one of Activity"),
        ("/reconcile/suggest/banana?prefix=a", 404, ""),
        ("/reconcile/extend/propose?type=Banana", 400, "one of Activity"),
        ("/reconcile/preview", 400, "id"),
        ("/reconcile/preview?id=nobody-aaaaaaaa", 404, "nobody"),
        ("/reconcile/preview?id=gone-aaaaaaay", 410, "removed"),
        ("/reconcile/flyout/type?id=Banana", 404, "Banana"),
        ("/reconcile/flyout/entity?id=nobody-aaaaaaaa", 404, "nobody"),
        ("/reconcile/match", 404, "reconcile/match"),
    ],
)
def test_what_can_not_be_asked_is_a_problem(
    service: TestClient, address: str, status: int, words: str
) -> None:
    answer = service.get(address)
    assert answer.status_code == status
    assert words in answer.json()["detail"]
