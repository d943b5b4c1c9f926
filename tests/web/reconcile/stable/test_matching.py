"""Queries of version 0.2 and what is found; the specification's section 4."""

import json
from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient

Match = Callable[..., Any]
IN_RUSE = "green-energy-cluster-aaaaaaaf"
IN_KRAKOW = "green-energy-cluster-aaaaaaae"
PROJECT = "green-energy-cluster-aaaaaaag"


def property_(pid: str, value: Any) -> dict[str, Any]:
    return {"pid": pid, "v": value}


def ids(candidates: Any) -> list[str]:
    return [each["id"] for each in candidates]


def matches(candidates: Any) -> list[str]:
    return [each["id"] for each in candidates if each["match"]]


def features(candidate: Any) -> dict[str, Any]:
    return {each["id"]: each["value"] for each in candidate["features"]}


def test_an_exact_name_finds_its_thing_and_is_a_match(match: Match) -> None:
    first = match("Balkan Clusters Ltd")[0]
    assert (first["id"], first["score"], first["match"]) == ("balkan-clusters-aaaaaaaj", 100, True)
    assert first["type"] == [{"id": "Organisation", "name": "organisation"}]


@pytest.mark.parametrize("name", ["Полша", "POLSKA", "poland", "Bułgaria", "Болгария"])
def test_names_in_other_languages_scripts_and_cases_are_found(match: Match, name: str) -> None:
    assert match(name)[0]["id"] in {"poland-aaaaaaaa", "bulgaria-aaaaaaab"}


def test_namesakes_are_all_found_and_none_is_a_match(match: Match) -> None:
    found = match("Green Energy Cluster")
    assert set(ids(found)) >= {IN_RUSE, IN_KRAKOW, PROJECT}
    assert matches(found) == []


def test_a_namesake_that_is_not_shown_makes_doubtful_too(match: Match) -> None:
    (only,) = match("Green Energy Cluster", limit=1)
    assert only["match"] is False


def test_a_place_tells_namesakes_apart_at_any_depth(match: Match) -> None:
    for value in (
        "Bulgaria",
        "БЪЛГАРИЯ",
        {"id": "bulgaria-aaaaaaab"},
        "https://sws.geonames.org/732800",
    ):
        found = match("Green Energy Cluster", properties=[property_("locatedIn", value)])
        assert matches(found) == [IN_RUSE]
        assert features(found[0])["property:locatedIn"] == 100
        scores = {each["id"]: each["score"] for each in found}
        assert scores[IN_RUSE] > scores[PROJECT] > scores[IN_KRAKOW]


def test_that_a_namesake_is_elsewhere_makes_nobody_else_a_match(match: Match) -> None:
    found = match("Green Energy Cluster", properties=[property_("locatedIn", "Romania")])
    assert found[0]["id"] == PROJECT
    assert matches(found) == []


def test_a_place_whose_name_is_only_like_that_of_another_tells_nobody_apart(match: Match) -> None:
    in_kruse = [property_("locatedIn", "Kruse")]
    found = match("Green Energy Cluster", properties=in_kruse, type="Cluster")
    assert found[0]["id"] == IN_RUSE
    assert matches(found) == []


@pytest.mark.parametrize("value", ["2018", "2018-03", "2018-03-17", "2018-03-17T00:00:00Z"])
def test_dates_agree_as_far_as_they_go(match: Match, value: str) -> None:
    found = match("Green Energy Cluster", properties=[property_("startDate", value)])
    assert matches(found) == [PROJECT]


@pytest.mark.parametrize("value", [31, 31.0, "31", " 31 "])
def test_numbers_agree_however_they_are_written(match: Match, value: Any) -> None:
    found = match("Autumn School", properties=[property_("participantCount", value)])
    assert matches(found) == ["autumn-school-aaaaaaah"]
    found = match("Autumn School", properties=[property_("participantCount", 32)])
    assert matches(found) == []


def test_what_is_not_known_speaks_neither_way(match: Match) -> None:
    found = match("Balkan Clusters Ltd", properties=[property_("sector", "furniture")])
    assert matches(found) == ["balkan-clusters-aaaaaaaj"]
    assert found[0]["score"] < 100
    assert "property:sector" not in features(found[0])


@pytest.mark.parametrize("written", ["https://sws.geonames.org/798544/", "geonames:798544"])
def test_an_identifier_that_contradicts_lowers_the_score(match: Match, written: str) -> None:
    found = match("Bulgaria", properties=[property_("skos:exactMatch", written)])
    assert matches(found) == []
    scores = {each["id"]: each["score"] for each in found}
    assert scores["bulgaria-aaaaaaab"] == 50
    assert "poland-aaaaaaaa" in scores


def test_an_identifier_that_nobody_bears_contradicts_who_bears_another(match: Match) -> None:
    found = match("Bulgaria", properties=[property_("skos:exactMatch", "geonames:1")])
    assert (found[0]["score"], matches(found)) == (50, [])
    found = match("Bulgaria", properties=[property_("skos:exactMatch", "wd:Q999999999")])
    assert matches(found) == ["bulgaria-aaaaaaab"]


@pytest.mark.parametrize(
    "identifier",
    [
        "ruse-aaaaaaad",
        "https://w3id.org/clustergraph/id/ruse-aaaaaaad",
        "id:ruse-aaaaaaad",
        "http://testserver/page/ruse-aaaaaaad?lang=pl",
    ],
)
def test_our_identifiers_in_any_shape_come_on_top(match: Match, identifier: str) -> None:
    first = match(identifier)[0]
    assert (first["id"], first["score"], first["match"]) == ("ruse-aaaaaaad", 100, True)
    assert features(first)["identifier"] is True


@pytest.mark.parametrize("identifier", ["https://www.geonames.org/3094802", "geonames:3094802"])
def test_identifiers_of_others_come_on_top(match: Match, identifier: str) -> None:
    assert matches(match(identifier)) == ["krakow-aaaaaaac"]


def test_the_identifier_of_what_was_merged_finds_what_it_became(match: Match) -> None:
    assert matches(match("gec-aaaaaaaz")) == [IN_RUSE]


def test_an_identifier_finds_concepts_and_documents_too(match: Match) -> None:
    for id_ in ("voc:training-topics:cluster-management", "doc:71fb2550c3039bbf"):
        assert matches(match(id_)) == [id_]


def test_the_type_that_is_wanted_comes_first_and_others_are_never_a_match(match: Match) -> None:
    found = match("Green Energy Cluster", type="Project", type_strict="should")
    assert matches(found) == [PROJECT]
    others = [each for each in found if each["id"] != PROJECT]
    assert len(others) >= 2
    assert all(features(each)["type"] is False and each["score"] <= 60 for each in others)


def test_where_nothing_is_of_the_type_others_that_are_nearly_called_so_are_given(
    match: Match,
) -> None:
    found = match("Balkan Clustrs Ltd", type="Person", type_strict="should")
    assert ids(found)[0] == "balkan-clusters-aaaaaaaj"
    assert matches(found) == []


@pytest.mark.parametrize("strict", ["any", "all"])
def test_strict_types_keep_all_others_out(match: Match, strict: str) -> None:
    assert ids(match("Green Energy Cluster", type="Project", type_strict=strict)) == [PROJECT]


def test_a_type_holds_those_below_it(match: Match) -> None:
    found = match("Ruse", type=["Place"], type_strict="any")
    assert ids(found) == ["ruse-aaaaaaad"]
    assert match("Ruse", type="Agent", type_strict="any") == []


def test_several_types_are_alternatives_unless_all_are_wanted(match: Match) -> None:
    either = match("Green Energy Cluster", type=["Project", "Cluster"], type_strict="any")
    assert set(ids(either)) == {IN_RUSE, IN_KRAKOW, PROJECT}
    both = match("Green Energy Cluster", type=["Agent", "Cluster"], type_strict="all")
    assert set(ids(both)) == {IN_RUSE, IN_KRAKOW}
    assert match("Green Energy Cluster", type=["Project", "Cluster"], type_strict="all") == []


def test_titles_of_documents_are_found_by_who_asks_for_documents(match: Match) -> None:
    assert "doc:71fb2550c3039bbf" not in ids(match("Autumn School"))
    assert "doc:71fb2550c3039bbf" in ids(match("Autumn School", type="Document"))


def test_properties_alone_find_what_has_them(match: Match) -> None:
    in_poland = match(properties=[property_("locatedIn", "Polska")])
    assert set(ids(in_poland)) == {"krakow-aaaaaaac", IN_KRAKOW, "autumn-school-aaaaaaah"}
    assert matches(in_poland) == []
    assert ids(match(properties=[property_("startDate", "2019")])) == ["spring-school-aaaaaaak"]
    assert matches(match(properties=[property_("skos:exactMatch", "geonames:798544")])) == [
        "poland-aaaaaaaa"
    ]


@pytest.mark.parametrize("kind", ["association", "voc:organisation-kinds:association"])
def test_values_that_are_concepts_agree_by_name_and_by_identifier(match: Match, kind: str) -> None:
    found = match("Balkan Clusters Ltd", properties=[property_("kind", kind)])
    assert features(found[0])["property:kind"] == 100
    assert ids(match(properties=[property_("kind", kind)])) == ["balkan-clusters-aaaaaaaj"]


def test_one_of_several_values_is_enough(match: Match) -> None:
    found = match("Green Energy Cluster", properties=[property_("locatedIn", ["Narnia", "Ruse"])])
    assert matches(found) == [IN_RUSE]


def test_a_description_tells_namesakes_apart_and_says_what_was_found(match: Match) -> None:
    found = {each["id"]: each for each in match("Green Energy Cluster")}
    assert found[IN_RUSE]["description"] == "Ruse, Bulgaria"
    (first, *_) = match("GEC")
    assert first["description"] == "Ruse, Bulgaria · “GEC”"


def test_candidates_fall_in_score_and_stay_within_bounds(match: Match) -> None:
    for query in ("Green Energy Cluster", "cluster", "green", "school", "Poland"):
        scores = [each["score"] for each in match(query, limit=100)]
        assert scores == sorted(scores, reverse=True)
        assert all(0 < score <= 100 for score in scores)


def test_queries_of_a_batch_are_independent_and_keep_their_keys(service: TestClient) -> None:
    queries: dict[str, Any] = {
        "b": {"query": "Ruse"},
        "": {"query": "Kraków"},
        "ключ": {"query": "qqqqqqqq"},
    }
    whole = service.post("/reconcile", data={"queries": json.dumps(queries)}).json()
    assert list(whole) == list(queries)
    assert whole["ключ"] == {"result": []}
    for key, query in queries.items():
        alone = service.post("/reconcile", data={"queries": json.dumps({key: query})}).json()
        assert alone[key] == whole[key]


@pytest.mark.parametrize("root", ["/reconcile", "/reconcile/", "/reconcile/bg"])
def test_get_and_post_answer_the_same_at_every_root(service: TestClient, root: str) -> None:
    queries = json.dumps({"q0": {"query": "Русе"}})
    posted = service.post(root, data={"queries": queries})
    got = service.get(root, params={"queries": queries})
    assert posted.status_code == got.status_code == 200
    assert posted.json() == got.json()
    name = "Русе" if root.endswith("bg") else "Ruse"
    assert posted.json()["q0"]["result"][0]["name"] == name
    assert posted.headers["dataset-version"] == got.headers["dataset-version"]


def test_openrefines_own_request_is_answered(service: TestClient) -> None:
    # As it leaves OpenRefine: one form field, a type as one text, and no other headers.
    body = (
        "queries=%7B%22q0%22%3A%7B%22query%22%3A%22Green+Energy+Cluster%22%2C%22type%22%3A%22Cluster"
        "%22%2C%22type_strict%22%3A%22should%22%2C%22properties%22%3A%5B%7B%22pid%22%3A%22locatedIn"
        "%22%2C%22v%22%3A%22Kraków%22%7D%5D%7D%2C%22q1%22%3A%7B%22query%22%3A%22Ruse%22%2C%22limit"
        "%22%3A3%7D%7D"
    )
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    answer = service.post("/reconcile", content=body.encode(), headers=headers).json()
    assert list(answer) == ["q0", "q1"]
    assert matches(answer["q0"]["result"]) == [IN_KRAKOW]
    assert matches(answer["q1"]["result"]) == ["ruse-aaaaaaad"]
