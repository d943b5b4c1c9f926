"""Where things lie can be had as GeoJSON: valid by RFC 7946, with names, and where it is from."""

import json
from typing import Any

import pytest
from starlette.testclient import TestClient

from given.located import iri


def features(site: TestClient, address: str) -> dict[str, dict[str, Any]]:
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/geo+json"
    collection = answer.json()
    assert collection["type"] == "FeatureCollection"
    return {feature["id"]: feature for feature in collection["features"]}


def test_a_place_is_a_point_with_its_longitude_first(located_site: TestClient) -> None:
    place = features(located_site, "/map.geojson")[iri("karaganda")]
    assert place["geometry"] == {"type": "Point", "coordinates": [73.10211, 49.80187]}
    assert place["properties"] == {
        "name": "Karaganda",
        "language": "en",
        "class": "cg:City",
        "places": [iri("karaganda")],
        "country": iri("kz"),
    }


def test_everything_that_lies_somewhere_is_in_the_map_of_all(located_site: TestClient) -> None:
    found = features(located_site, "/map.geojson")
    assert {id_.rpartition("/")[2] for id_ in found} == {
        *("bg", "kz", "karaganda"),
        *("training", "cluster"),
    }


def test_the_map_of_a_thing_holds_it_and_what_is_related_to_it(located_site: TestClient) -> None:
    found = features(located_site, "/map/project.geojson")
    assert [id_.rpartition("/")[2] for id_ in found] == ["project", "cluster", "training"]
    assert found[iri("project")]["geometry"] is None
    assert found[iri("cluster")]["geometry"]["type"] == "MultiPoint"


def test_names_are_in_the_language_asked_for(located_site: TestClient) -> None:
    place = features(located_site, "/map.geojson?lang=pl")[iri("bg")]
    assert (place["properties"]["name"], place["properties"]["language"]) == ("Bułgaria", "pl")


def test_who_gave_the_coordinates_is_named(located_site: TestClient) -> None:
    collection = located_site.get("/map.geojson").json()
    assert "GeoNames" in collection["attribution"]
    assert collection["license"] == "https://creativecommons.org/licenses/by/4.0/"


def test_the_same_is_not_sent_twice(located_site: TestClient) -> None:
    first = located_site.get("/map/training.geojson")
    again = located_site.get(
        "/map/training.geojson", headers={"If-None-Match": first.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_what_was_merged_leads_to_the_map_of_the_survivor(site: TestClient) -> None:
    answer = site.get("/map/zelena-sinergiya-aaaaaaaz.geojson?lang=bg")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/map/green-synergy-aaaaaaaa.geojson?lang=bg"


@pytest.mark.parametrize(
    "place", ["nothing-aaaaaaaa", "%00", "a/b", "<script>", "karaganda.geojson"]
)
def test_what_nobody_knows_has_no_map(located_site: TestClient, place: str) -> None:
    assert located_site.get(f"/map/{place}.geojson").status_code == 404


def test_what_was_removed_has_no_map_any_more(site: TestClient) -> None:
    assert site.get("/map/gone-aaaaaaay.geojson").status_code == 410


def test_a_graph_without_coordinates_gives_an_empty_map(site: TestClient) -> None:
    assert json.loads(site.get("/map.geojson").content)["features"] == []
