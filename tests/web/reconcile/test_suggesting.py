"""Suggestions, flyouts and proposals; version 0.2, sections 6 and 7.2."""

from collections.abc import Callable
from typing import Any

import pytest
from starlette.testclient import TestClient


@pytest.fixture
def suggest(service: TestClient, checked: Callable[[str, Any], Any]) -> Callable[..., Any]:
    def ask(kind: str, prefix: str, root: str = "/reconcile", **more: Any) -> Any:
        answer = service.get(f"{root}/suggest/{kind}", params={"prefix": prefix, **more})
        assert answer.status_code == 200, answer.text
        return checked("stable/suggestions", answer.json())["result"]

    return ask


Suggest = Callable[..., Any]


def ids(found: Any) -> list[str]:
    return [each["id"] for each in found]


@pytest.mark.parametrize("prefix", ["Balk", "balkan clu", "balkan clusters ltd"])
def test_the_beginning_of_a_name_suggests_its_thing(suggest: Suggest, prefix: str) -> None:
    (first, *_) = suggest("entity", prefix)
    assert first["id"] == "balkan-clusters-aaaaaaaj"
    assert first["notable"] == [{"id": "Organisation", "name": "organisation"}]


def test_each_further_letter_keeps_the_thing(suggest: Suggest) -> None:
    name = "Balkan Clusters"
    for length in range(1, len(name) + 1):
        assert "balkan-clusters-aaaaaaaj" in ids(suggest("entity", name[:length], limit=100))


@pytest.mark.parametrize("id_", ["ruse-aaaaaaad", "voc:training-topics:cluster-management"])
def test_an_identifier_suggests_its_thing_first(suggest: Suggest, id_: str) -> None:
    assert ids(suggest("entity", id_))[0] == id_


@pytest.mark.parametrize("kind", ["entity", "type", "property"])
@pytest.mark.parametrize("skip", ["cursor", "offset"])
def test_what_is_skipped_is_what_came_before(suggest: Suggest, kind: str, skip: str) -> None:
    whole = ids(suggest(kind, "", limit=12))
    assert len(whole) == 12
    assert ids(suggest(kind, "", limit=5)) + ids(suggest(kind, "", limit=7, **{skip: 5})) == whole


def test_an_empty_prefix_lists_things_types_and_properties(suggest: Suggest) -> None:
    assert suggest("entity", "")
    assert "Cluster" in ids(suggest("type", "", limit=100))
    assert {"locatedIn", "skos:exactMatch"} <= set(ids(suggest("property", "", limit=100)))


@pytest.mark.parametrize("prefix", ["plac", "Place", "miejs", "cg:Place", "МЯСТО"])
def test_types_are_suggested_by_names_in_every_language(suggest: Suggest, prefix: str) -> None:
    assert "Place" in ids(suggest("type", prefix))


@pytest.mark.parametrize(
    "prefix", ["located", "locatedIn", "znajduje", "https://w3id.org/clustergraph/ns#locatedIn"]
)
def test_properties_are_suggested_by_name_and_identifier(suggest: Suggest, prefix: str) -> None:
    assert "locatedIn" in ids(suggest("property", prefix))


def test_names_are_in_the_language_of_the_path(suggest: Suggest) -> None:
    (place,) = [
        each for each in suggest("type", "Place", root="/reconcile/bg") if each["id"] == "Place"
    ]
    assert place["name"] == "място"


def test_a_type_keeps_others_out_of_the_suggestions(suggest: Suggest) -> None:
    assert ids(suggest("entity", "green", type="Project")) == ["green-energy-cluster-aaaaaaag"]


def test_a_flyout_is_html_without_anything_that_runs(service: TestClient) -> None:
    manifest = service.get("/reconcile").json()
    for kind, id_ in (("entity", "ruse-aaaaaaad"), ("type", "Place"), ("property", "locatedIn")):
        told = manifest["suggest"][kind]
        address = told["flyout_service_url"] + told["flyout_service_path"].replace("${id}", id_)
        answer = service.get(address).json()
        assert answer["id"] == id_
        assert "<script" not in answer["html"]
        assert 'href="http://testserver/' in answer["html"]


def test_a_name_that_looks_like_html_stays_text(site: TestClient) -> None:
    answer = site.get("/reconcile/flyout/entity", params={"id": "script-aaaaaaan"}).json()
    assert "&lt;script&gt;" in answer["html"]
    preview = site.get("/reconcile/preview", params={"id": "script-aaaaaaan"}).text
    assert "<script" not in preview
