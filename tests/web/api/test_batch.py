"""A batch answers each of its items by itself, and never takes a fault for nothing found."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from clustergraph.web.api.shapes.batch import BatchAnswer
from given.linked_home import ANDORRA, ELM, LARCH, OAK, PINE


def _answer(site: TestClient, *items: Any, **more: Any) -> Any:
    answer = site.post("/api/lookup", json={"items": items, **more})
    assert answer.status_code == 200
    BatchAnswer.model_validate_json(answer.content, strict=True)
    return answer.json()


def _result(site: TestClient, item: Any, **more: Any) -> Any:
    (result,) = _answer(site, item, **more)["results"]
    return result


def test_mixed_items_are_answered_in_their_order(linked_site: TestClient) -> None:
    items = ["Oak Cluster", OAK, "oak-cluster-bbbbbbbb", "id:oak-cluster-bbbbbbbb", "wd:Q5"]
    results = _answer(linked_site, *items)["results"]
    assert [result["asked"] for result in results] == items
    assert {result["status"] for result in results} == {"found"}
    assert {result["entity"]["iri"] for result in results} == {OAK}
    assert [result["via"] for result in results] == ["name", "iri", "local", "curie", "identifier"]


@pytest.mark.parametrize(
    ("item", "status"),
    [
        ("Oak Cluster", "found"),
        ("old-oak-cluster-bbbbbbba", "merged"),
        ("ash-cluster-dddddddd", "gone"),
        ("Pine", "ambiguous"),
        ("wd:Q6", "ambiguous"),
        ("nothing of the kind", "unknown"),
        ("wd:Q99", "unknown"),
        ("lei:5493001KJTIIGC8Y1R21", "invalid"),
        ({"scheme": "no-such-register", "value": "1"}, "invalid"),
        ({"scheme": "wikidata", "value": "oak"}, "invalid"),
        ({"text": "Oak", "type": "NoSuchClass"}, "invalid"),
        ({"text": "Oak", "place": "Nowhere at all"}, "invalid"),
        ({"text": "Oak", "size": 3}, "invalid"),
        ({"text": "Oak", "scheme": "lei"}, "invalid"),
        ({"value": "Q5"}, "invalid"),
        ({"text": 5}, "invalid"),
        ({}, "invalid"),
        ("", "invalid"),
        ("  ", "invalid"),
        ("x" * 10_000, "invalid"),
        (5, "invalid"),
        (None, "invalid"),
        (["Oak Cluster"], "invalid"),
    ],
)
def test_each_item_has_its_own_status(linked_site: TestClient, item: Any, status: str) -> None:
    answer = _answer(linked_site, item, "Oak Cluster")
    result, other = answer["results"]
    assert (result["status"], other["status"]) == (status, "found")
    assert ("detail" in result) == (status in {"invalid", "gone"})


@pytest.mark.parametrize(
    "text", ["*", "Oak*", "name:Oak OR *", '"(', "[a TO z]", "~1", "\\", "\u0000"]
)
def test_operators_of_query_languages_are_text(linked_site: TestClient, text: str) -> None:
    assert _result(linked_site, text)["status"] in {"unknown", "ambiguous", "found"}


def test_what_was_merged_is_found_with_its_former_address(linked_site: TestClient) -> None:
    result = _result(linked_site, "old-oak-cluster-bbbbbbba")
    assert result["entity"]["iri"] == OAK
    assert result["was"].endswith("/id/old-oak-cluster-bbbbbbba")


def test_what_nothing_is_certain_of_has_candidates(linked_site: TestClient) -> None:
    result = _result(linked_site, "wd:Q6")
    assert "entity" not in result
    assert [each["iri"] for each in result["candidates"]] == [ELM, LARCH]
    assert {each["relation"] for each in result["candidates"]} == {"skos:exactMatch"}
    two_things = _result(linked_site, "Pine")
    assert [each["label"] for each in two_things["candidates"]] == ["Pine", "Pine"]


def test_candidates_are_as_many_as_wanted(linked_site: TestClient) -> None:
    assert len(_result(linked_site, "wd:Q6", candidates=1)["candidates"]) == 1
    assert "candidates" not in _result(linked_site, "wd:Q6", candidates=0)


def test_a_class_tells_two_of_one_name_apart(linked_site: TestClient) -> None:
    result = _result(linked_site, {"text": "Pine", "type": "Cluster"})
    assert (result["status"], result["entity"]["iri"]) == ("found", PINE)


def test_a_place_keeps_what_lies_in_it(linked_site: TestClient) -> None:
    inside = _result(linked_site, {"text": "Oak Cluster", "place": "Andorra"})
    assert (inside["status"], inside["entity"]["iri"]) == ("found", OAK)
    outside = _result(linked_site, {"text": "Elm Cluster", "place": "Andorra"})
    assert ELM not in json.dumps(outside)
    assert outside["status"] != "found"


@pytest.mark.parametrize("more", [{"type": "Person"}, {"place": "Andorra"}])
def test_an_identifier_of_something_else_than_was_asked_for_is_told(
    linked_site: TestClient, more: dict[str, str]
) -> None:
    result = _result(linked_site, {"text": "id:elm-cluster-cccccccc", **more})
    assert result["status"] == "unknown"
    assert [each["iri"] for each in result["candidates"]] == [ELM]
    assert result["detail"].startswith("What bears it")


def test_the_key_of_an_item_comes_back(linked_site: TestClient) -> None:
    items = [{"text": "Oak Cluster", "key": "row 1"}, {"nonsense": 1, "key": 2}]
    assert [each["key"] for each in _answer(linked_site, *items)["results"]] == ["row 1", 2]


def test_statuses_are_counted(linked_site: TestClient) -> None:
    answer = _answer(linked_site, "Oak Cluster", "wd:Q5", "wd:Q99")
    assert answer["counts"] == {"found": 2, "unknown": 1}


def test_labels_are_in_the_language_asked_for(linked_site: TestClient) -> None:
    entity = _result(linked_site, "iso:AD", lang="bg")["entity"]
    assert (entity["iri"], entity["label"], entity["language"]) == (ANDORRA, "Андора", "bg")


def test_an_identifier_is_told_as_its_register_writes_it(linked_site: TestClient) -> None:
    result = _result(linked_site, "https://www.wikidata.org/wiki/Q5")
    assert result["identifier"] == {"scheme": "wikidata", "value": "Q5"}


def test_a_thousand_items_are_answered(linked_site: TestClient) -> None:
    items = [f"Oak Cluster {number}" for number in range(500)] + ["Oak Cluster"] * 500
    assert len(_answer(linked_site, *items)["results"]) == 1_000


def test_a_list_alone_is_a_batch(linked_site: TestClient) -> None:
    answer = linked_site.post("/api/lookup", json=["wd:Q5"])
    assert answer.json()["counts"] == {"found": 1}


def test_the_answer_names_the_version_and_is_not_kept(linked_site: TestClient) -> None:
    answer = linked_site.post("/api/lookup", json=["wd:Q5"])
    assert answer.headers["dataset-version"] == answer.json()["version"]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("", "not JSON"),
        ("{", "line 1, column 2"),
        ('{"items": ["\\ud800"]}', "not JSON"),
        ("[" * 1_000 + "]" * 1_000, "not JSON"),
        ("{}", 'a list of \\"items\\"'),
        ('"Oak"', 'a list of \\"items\\"'),
        ('{"items": "Oak"}', 'a list of \\"items\\"'),
        ('{"items": []}', "a list of 1 to 1000"),
        ('{"items": ["x"], "candidates": 11}', "candidates is '11'"),
        ('{"items": ["x"], "candidates": "many"}', "candidates is 'many'"),
        ('{"items": ["x"], "lang": "not a tag"}', "lang is 'not a tag'"),
        ('{"items": ["x"], "unknown": 1}', "left out; there are items, lang, candidates"),
    ],
)
def test_what_is_no_batch_is_refused_with_what_is_wrong(
    linked_site: TestClient, body: str, told: str
) -> None:
    answer = linked_site.post("/api/lookup", content=body)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert told in answer.text


def test_a_batch_is_posted_and_not_got(linked_site: TestClient) -> None:
    answer = linked_site.get("/api/lookup")
    assert answer.status_code == 405
    assert "POST" in linked_site.options("/api/lookup").headers["allow"]


def test_a_batch_of_too_many_is_refused_as_too_large(linked_site: TestClient) -> None:
    answer = linked_site.post("/api/lookup", json={"items": ["Oak"] * 1_001})
    assert (answer.status_code, answer.json()["limit"]) == (413, 1_000)
    assert "1001 items" in answer.json()["detail"]
