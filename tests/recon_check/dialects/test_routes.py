"""The draft of 1.0 says it in JSON, at routes below the endpoint."""

import json
from typing import Any

import pytest

from clustergraph.recon_check.dialects import Query, Routes

_ROUTES = Routes()
_ENDPOINT = "https://a.example/v1/"


def _sent(query: Query) -> Any:
    request = _ROUTES.match(_ENDPOINT, {"q0": query})
    assert request.url == "https://a.example/v1/match"
    (sent,) = json.loads(request.content)["queries"]
    return sent


def test_all_that_is_known_is_a_condition() -> None:
    sent = _sent(Query(text="a", identifier="Q1", properties=(("p", 7),), quantifier="all"))
    assert sent == {
        "conditions": [
            {"matchType": "name", "propertyValue": "a"},
            {"matchType": "id", "propertyValue": "Q1"},
            {
                "matchType": "property",
                "propertyId": "p",
                "propertyValue": 7,
                "matchQuantifier": "all",
            },
        ]
    }
    assert _sent(Query(text="a", type="t", limit=2))["limit"] == 2


@pytest.mark.parametrize(
    ("value", "problems", "strays", "found"),
    [
        ({"results": [{"candidates": [{"id": "a"}]}, {"candidates": []}]}, 0, 0, {"q0", "q1"}),
        ({"results": [{"candidates": []}]}, 0, 1, {"q0"}),
        ({"results": [7, {"candidates": 7}]}, 2, 0, {"q1"}),
        ({"results": {}}, 1, 0, set()),
        ([], 1, 0, set()),
    ],
)
def test_results_go_to_the_keys_in_their_order(
    value: object, problems: int, strays: int, found: set[str]
) -> None:
    results = _ROUTES.results(value, ["q0", "q1"])
    assert (len(results.problems), len(results.strays)) == (problems, strays)
    assert results.candidates.keys() == found


def test_only_what_the_manifest_offers_is_asked_for() -> None:
    offers = {
        "suggest": {"entity": True, "type": False},
        "preview": {"width": 1, "height": 1},
        "extend": {"proposeProperties": True},
    }
    suggest = _ROUTES.suggest(_ENDPOINT, offers, "entity", "a", skip=1, limit=2)
    preview = _ROUTES.preview(_ENDPOINT, offers, "a/b")
    propose = _ROUTES.propose(_ENDPOINT, offers, "City")
    assert [request and request.url for request in (suggest, preview, propose)] == [
        "https://a.example/v1/suggest/entity?prefix=a&offset=1&limit=2",
        "https://a.example/v1/preview?id=a%2Fb",
        "https://a.example/v1/extend/propose?type=City",
    ]
    assert _ROUTES.suggest(_ENDPOINT, offers, "type", "a") is None
    assert _ROUTES.preview(_ENDPOINT, {"preview": True}, "a") is None
    assert _ROUTES.propose(_ENDPOINT, {"extend": {"proposeProperties": 1}}, "City") is None


def test_rows_are_read_by_entity_and_property() -> None:
    row = {"id": "a", "properties": [{"id": "p", "values": [{"str": "x"}]}]}
    read = _ROUTES.rows({"meta": [{"id": "p"}], "rows": [row]})
    assert (read.values, list(read.problems)) == ({"a": {"p": [{"str": "x"}]}}, [])
    assert _ROUTES.rows({"meta": 7, "rows": [{"id": ""}]}).problems
    assert _ROUTES.rows(None).problems
