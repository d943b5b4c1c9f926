"""Extending a table; version 0.2, section 7."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

SCHOOL = "autumn-school-aaaaaaah"
DOCUMENT = "doc:71fb2550c3039bbf"


def one_column(settings: str) -> str:
    return f'{{"ids": ["x"], "properties": [{{"id": "topic", "settings": {settings}}}]}}'


@pytest.fixture
def extend(service: TestClient, checked: Callable[[str, Any], Any]) -> Callable[..., Any]:
    def ask(ids: list[str], *properties: Any, root: str = "/reconcile") -> Any:
        listed = [each if isinstance(each, dict) else {"id": each} for each in properties]
        query = json.dumps({"ids": ids, "properties": listed})
        answer = service.post(root, data={"extend": query})
        assert answer.status_code == 200, answer.text
        return checked("stable/extension", answer.json())

    return ask


Extend = Callable[..., Any]


def test_every_kind_of_value_has_its_own_shape(extend: Extend) -> None:
    columns = ("taughtBy", "participantCount", "startDate", "topic", "skos:exactMatch")
    told = extend([SCHOOL, "krakow-aaaaaaac"], *columns)
    assert [each["id"] for each in told["meta"]] == list(columns)
    row = told["rows"][SCHOOL]
    assert row["taughtBy"] == [{"id": "anna-kowalska-aaaaaaai", "name": "Anna Kowalska"}]
    assert row["participantCount"] == [{"int": 31}]
    assert row["startDate"] == [{"date": "2018-10-01T00:00:00Z"}]
    assert row["topic"] == [{"str": "cluster policy"}, {"str": "polityka klastrowa"}]
    assert row["skos:exactMatch"] == []
    elsewhere = told["rows"]["krakow-aaaaaaac"]["skos:exactMatch"]
    assert elsewhere == [{"str": "https://sws.geonames.org/3094802/"}]


def test_a_month_is_no_day_and_stays_a_text(extend: Extend) -> None:
    told = extend(["green-energy-cluster-aaaaaaag"], "startDate")
    assert told["rows"]["green-energy-cluster-aaaaaaag"]["startDate"] == [{"str": "2018-03"}]


def test_a_column_of_things_says_of_which_type_they_are(extend: Extend) -> None:
    located, count = extend([SCHOOL], "locatedIn", "participantCount")["meta"]
    assert located == {
        "id": "locatedIn",
        "name": "located in",
        "type": {"id": "Place", "name": "place"},
    }
    assert "type" not in count


@pytest.mark.parametrize(
    ("content", "type_"),
    [
        ("values", "Place"),
        ("documents", "Document"),
        ("names", None),
        ("iris", None),
        ("quotes", None),
    ],
)
def test_a_column_has_the_type_of_what_is_in_it(
    extend: Extend, content: str, type_: str | None
) -> None:
    asked = {"id": "locatedIn", "settings": {"content": content}}
    (head,) = extend([SCHOOL], asked)["meta"]
    assert head.get("type", {}).get("id") == type_


def test_what_a_cell_gives_can_be_asked_for_in_turn(extend: Extend) -> None:
    told = extend([SCHOOL], "about", "locatedIn", "mentionedIn")
    row = told["rows"][SCHOOL]
    ids = [cell["id"] for cells in row.values() for cell in cells]
    assert {"voc:training-topics:cluster-management", "krakow-aaaaaaac", DOCUMENT} <= set(ids)
    assert not any("/" in id_ for id_ in ids)
    assert set(extend(ids, "skos:prefLabel")["rows"]) == set(ids)


def test_names_are_in_the_readers_language(extend: Extend) -> None:
    told = extend(["krakow-aaaaaaac"], "locatedIn", root="/reconcile/pl")
    assert told["rows"]["krakow-aaaaaaac"]["locatedIn"][0]["name"] == "Polska"


@pytest.mark.parametrize(
    ("settings", "cells"),
    [
        ({}, [{"str": "cluster policy"}, {"str": "polityka klastrowa"}]),
        ({"limit": 1}, [{"str": "cluster policy"}]),
        ({"limit": "1"}, [{"str": "cluster policy"}]),
        ({"limit": 0}, [{"str": "cluster policy"}, {"str": "polityka klastrowa"}]),
        ({"language": "pl"}, [{"str": "polityka klastrowa"}]),
        ({"language": "de"}, []),
    ],
)
def test_settings_choose_among_the_values(extend: Extend, settings: Any, cells: Any) -> None:
    told = extend([SCHOOL], {"id": "topic", "settings": settings})
    assert told["rows"][SCHOOL]["topic"] == cells


@pytest.mark.parametrize(
    ("content", "property_", "cells"),
    [
        ("names", "locatedIn", [{"str": "Cracow"}]),
        ("iris", "locatedIn", [{"str": "https://w3id.org/clustergraph/id/krakow-aaaaaaac"}]),
        ("quotes", "participantCount", [{"str": "31 people came"}]),
        (
            "documents",
            "participantCount",
            [{"id": DOCUMENT, "name": "Autumn School opens"}],
        ),
        ("values", "participantCount", [{"int": 31}]),
    ],
)
def test_a_cell_may_hold_the_words_that_say_it(
    extend: Extend, content: str, property_: str, cells: Any
) -> None:
    told = extend([SCHOOL], {"id": property_, "settings": {"content": content}})
    assert told["rows"][SCHOOL][property_] == cells


def test_settings_are_what_the_manifest_offers(service: TestClient, extend: Extend) -> None:
    offered = service.get("/reconcile").json()["extend"]["property_settings"]
    defaults = {each["name"]: each["default"] for each in offered}
    assert extend([SCHOOL], {"id": "topic", "settings": defaults}) == extend([SCHOOL], "topic")


def test_what_was_merged_has_what_it_became_has(extend: Extend) -> None:
    told = extend(["gec-aaaaaaaz", "green-energy-cluster-aaaaaaaf"], "locatedIn")
    assert told["rows"]["gec-aaaaaaaz"] == told["rows"]["green-energy-cluster-aaaaaaaf"]


def test_identifiers_that_lead_nowhere_have_a_row_and_an_error_each(extend: Extend) -> None:
    told = extend([SCHOOL, "nobody-aaaaaaaa", "gone-aaaaaaay"], "topic")
    assert told["rows"]["nobody-aaaaaaaa"] == {"topic": []}
    assert told["rows"][SCHOOL]["topic"]
    assert {id_: each["status"] for id_, each in told["errors"].items()} == {
        "nobody-aaaaaaaa": 404,
        "gone-aaaaaaay": 410,
    }


def test_a_property_that_is_not_there_has_an_error_in_its_head(extend: Extend) -> None:
    told = extend([SCHOOL], "colour", "participantCount")
    assert "locatedIn" in told["meta"][0]["error"]["detail"]
    assert told["rows"][SCHOOL] == {"colour": [], "participantCount": [{"int": 31}]}


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("{", 400, "line 1"),
        ("[]", 400, "an object"),
        ('{"ids": []}', 400, "extend/properties"),
        ('{"properties": []}', 400, "extend/ids"),
        ('{"ids": [{}], "properties": []}', 400, "extend/ids/0"),
        ('{"ids": ["ruse-aaaaaaad"], "properties": [{"id": "colour"}]}', 400, "locatedIn"),
        ('{"ids": ["ruse-aaaaaaad"], "properties": [{"name": "x"}]}', 400, "an object with an id"),
        (one_column('{"limit": -1}'), 400, "limit"),
        (one_column('{"content": "all"}'), 400, "quotes"),
        (one_column('{"colour": 1}'), 400, "language"),
        ('{"ids": ["nobody-aaaaaaaa"], "properties": [{"id": "topic"}]}', 404, "nobody"),
    ],
)
def test_a_query_of_which_nothing_can_be_answered_fails(
    service: TestClient, query: str, status: int, words: str
) -> None:
    answer = service.post("/reconcile", data={"extend": query})
    assert answer.status_code == status
    assert words in answer.json()["detail"]


def test_too_much_at_once_is_refused(service: TestClient) -> None:
    many = {"ids": ["x"] * 1_001, "properties": []}
    assert service.post("/reconcile", data={"extend": json.dumps(many)}).status_code == 413
    wide = {"ids": [], "properties": [{"id": "topic"}] * 51}
    assert service.post("/reconcile", data={"extend": json.dumps(wide)}).status_code == 413


def test_get_extends_as_post_does(service: TestClient) -> None:
    query = json.dumps({"ids": [SCHOOL], "properties": [{"id": "topic"}]})
    posted = service.post("/reconcile", data={"extend": query}).json()
    assert service.get("/reconcile", params={"extend": query}).json() == posted
