"""Things lie at their own coordinates, else in the places that documents tell, else far around."""

import pytest

from clustergraph.operations.picturing.whereabouts import Atlas
from given.located import graph_of_triples, iri

ASSERTED = """
    id:kz a cg:Country . id:qaraghandy a cg:Region ; cg:locatedIn id:kz .
    id:karaganda a cg:City ; cg:locatedIn id:kz .
    id:temirtau a cg:City ; cg:locatedIn id:qaraghandy .
    id:training a cg:Training ; cg:locatedIn id:karaganda .
    id:pool a cg:Venue ; cg:locatedIn id:karaganda .
    id:swim a cg:Event ; cg:locatedIn id:kz, id:pool .
    id:steppe a cg:Region ; cg:locatedIn id:kz, id:ru .
    id:ru a cg:Country .
    id:meeting a cg:Event ; cg:locatedIn id:temirtau .
    id:series a cg:Training ; cg:locatedIn id:karaganda, id:kz .
    id:nowhere a cg:Project .
    id:atlantis a cg:City .
    id:dive a cg:Event ; cg:locatedIn id:atlantis .
"""
PLACES = (("kz", 51.18, 71.44), ("karaganda", 49.8, 73.1))


@pytest.fixture(scope="module")
def atlas() -> Atlas:
    return Atlas(graph_of_triples(ASSERTED, PLACES))


def places_of(atlas: Atlas, local: str) -> list[str]:
    return [spot.place.local for spot in atlas.spots(iri(local))]


def test_a_place_lies_at_its_own_coordinates(atlas: Atlas) -> None:
    (spot,) = atlas.spots(iri("karaganda"))
    assert (spot.thing, spot.place) == (iri("karaganda"), iri("karaganda"))
    assert (spot.latitude, spot.longitude) == (49.8, 73.1)


def test_a_thing_lies_where_documents_say(atlas: Atlas) -> None:
    assert places_of(atlas, "training") == ["karaganda"]


def test_a_thing_in_a_town_does_not_lie_at_the_capital_of_its_country_too(atlas: Atlas) -> None:
    assert places_of(atlas, "series") == ["karaganda"]
    assert places_of(atlas, "swim") == ["karaganda"]


def test_of_two_places_that_lie_in_each_other_none_is_nearer() -> None:
    asserted = "id:a cg:locatedIn id:b . id:b cg:locatedIn id:a . id:it cg:locatedIn id:a, id:b ."
    atlas = Atlas(graph_of_triples(asserted, [("a", 1.0, 1.0), ("b", 2.0, 2.0)]))
    assert places_of(atlas, "it") == ["a", "b"]
    assert [spot.thing.local for spot in atlas.all_spots()] == ["a", "it", "b", "it"]


def test_what_lies_in_a_place_without_coordinates_lies_in_the_one_around_it(atlas: Atlas) -> None:
    assert places_of(atlas, "meeting") == ["kz"]
    assert places_of(atlas, "temirtau") == ["kz"]


@pytest.mark.parametrize("local", ["nowhere", "dive", "atlantis", "unheard-of"])
def test_what_lies_nowhere_known_has_no_spot(atlas: Atlas, local: str) -> None:
    assert atlas.spots(iri(local)) == ()


def test_all_spots_hold_each_place_and_what_lies_there(atlas: Atlas) -> None:
    found = [(spot.place.local, spot.thing.local) for spot in atlas.all_spots()]
    assert found == [
        ("karaganda", "karaganda"),
        ("karaganda", "pool"),
        ("karaganda", "series"),
        ("karaganda", "swim"),
        ("karaganda", "training"),
        ("kz", "kz"),
        ("kz", "meeting"),
        ("kz", "qaraghandy"),
        ("kz", "steppe"),
        ("kz", "temirtau"),
    ]


def test_all_spots_are_those_of_each_thing(atlas: Atlas) -> None:
    found = list(atlas.all_spots())
    assert {each for spot in found for each in atlas.spots(spot.thing)} == set(found)


def test_the_country_of_a_place_is_found_at_any_distance(atlas: Atlas) -> None:
    assert atlas.country([iri("kz")]) == iri("kz")
    assert atlas.country([iri("temirtau")]) == iri("kz")
    assert atlas.country([iri("atlantis")]) is None


def test_what_lies_in_two_countries_is_in_neither_of_them_alone(atlas: Atlas) -> None:
    assert atlas.country([iri("steppe")]) is None
    assert atlas.country([iri("karaganda"), iri("ru")]) is None


def test_a_graph_without_coordinates_has_no_spots() -> None:
    assert list(Atlas(graph_of_triples(ASSERTED)).all_spots()) == []


@pytest.mark.parametrize("degrees", ['"x"', '"NaN"^^xsd:double', '"INF"^^xsd:double', "90.5"])
def test_a_place_whose_coordinates_are_none_lies_nowhere(degrees: str) -> None:
    atlas = Atlas(graph_of_triples(ASSERTED, [("kz", degrees, 71.44), ("karaganda", 49.8, 73.1)]))
    assert {spot.place.local for spot in atlas.all_spots()} == {"karaganda"}
