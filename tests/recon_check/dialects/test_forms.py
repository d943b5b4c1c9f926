"""0.1 and 0.2 say it in forms, at one address."""

import json
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from clustergraph.recon_check import Specification
from clustergraph.recon_check.dialects import Forms, Query

_FORMS = Forms(Specification.V0_2)
_ENDPOINT = "https://a.example/reconcile"
_SERVICE = {"service_url": "https://b.example", "service_path": "/suggest"}


def _sent(query: Query) -> Any:
    (queries,) = parse_qs(_FORMS.match(_ENDPOINT, {"q0": query}).content.decode())["queries"]
    return json.loads(queries)["q0"]


def test_a_query_says_only_what_is_known() -> None:
    assert _sent(Query(text="a")) == {"query": "a"}
    assert _sent(Query(identifier="Q1", limit=3)) == {"query": "Q1", "limit": 3}
    properties = {"properties": [{"pid": "p", "v": 7}]}
    assert _sent(Query(properties=(("p", 7),), type="t")) == {"type": "t", **properties}


def test_by_get_the_same_batch_is_asked() -> None:
    batch = {"q0": Query(text="a b"), "q1": Query(text="ü")}
    by_get = parse_qs(urlsplit(_FORMS.match_by_get(_ENDPOINT, batch).url).query)
    assert by_get == parse_qs(_FORMS.match(_ENDPOINT, batch).content.decode())


@pytest.mark.parametrize(
    ("value", "problems", "strays"),
    [
        ({"q0": {"result": []}, "q1": {"result": []}}, 0, 0),
        ({"q0": {"result": []}}, 0, 1),
        ({"q0": {"result": []}, "q1": {"result": []}, "x": {"result": []}}, 0, 1),
        ({"q0": {"result": 7}, "q1": {}}, 2, 0),
        ([], 1, 0),
    ],
)
def test_what_is_wrong_with_an_answer_is_told_and_the_rest_is_read(
    value: object, problems: int, strays: int
) -> None:
    results = _FORMS.results(value, ["q0", "q1"])
    assert (len(results.problems), len(results.strays)) == (problems, strays)


def test_candidates_are_read_by_the_key_of_their_query() -> None:
    results = _FORMS.results({"q0": {"result": [{"id": "a"}, 7]}}, ["q0"])
    assert results.candidates == {"q0": [{"id": "a"}]}


def test_suggestions_are_asked_for_where_the_manifest_says() -> None:
    manifest = {"suggest": {"entity": _SERVICE}}
    asked = _FORMS.suggest(_ENDPOINT, manifest, "entity", "a", skip=2, limit=1)
    assert asked is not None
    assert asked.url == "https://b.example/suggest?prefix=a&cursor=2"
    assert _FORMS.suggest(_ENDPOINT, manifest, "type", "a") is None
    assert _FORMS.suggest(_ENDPOINT, {"suggest": 7}, "entity", "a") is None


def test_flyouts_and_previews_take_the_identifier_as_a_component() -> None:
    service = {"service_url": "https://b.example", "flyout_service_path": "/fly/${id}"}
    flyout = _FORMS.flyout(_ENDPOINT, {"suggest": {"type": service}}, "type", "a b/ü")
    preview = _FORMS.preview(_ENDPOINT, {"preview": {"url": "/see?id={{id}}"}}, "a b")
    assert flyout is not None
    assert preview is not None
    assert flyout.url == "https://b.example/fly/a%20b%2F%C3%BC"
    assert preview.url == "https://a.example/see?id=a%20b"
    assert _FORMS.flyout(_ENDPOINT, {}, "type", "a") is None
    assert _FORMS.preview(_ENDPOINT, {"preview": {}}, "a") is None


def test_proposals_are_asked_for_where_they_are_offered() -> None:
    manifest = {"extend": {"propose_properties": _SERVICE}}
    asked = _FORMS.propose(_ENDPOINT, manifest, "City", 5)
    assert asked is not None
    assert asked.url == "https://b.example/suggest?type=City&limit=5"
    assert _FORMS.propose(_ENDPOINT, {"extend": {}}, "City") is None


def test_rows_are_read_by_entity_and_property() -> None:
    read = _FORMS.rows({"meta": [{"id": "p"}], "rows": {"a": {"p": [{"str": "x"}]}, "b": 7}})
    assert (read.columns, read.values) == ([{"id": "p"}], {"a": {"p": [{"str": "x"}]}})
    assert len(read.problems) == 1
    assert _FORMS.rows([]).problems
