"""A place is certain only where no other place could be meant."""

from datetime import date

import pytest

from clustergraph.model import Iri, Review, ReviewStatus
from clustergraph.operations.building.known_places import KnownPlaces
from clustergraph.resolving import Registry, resolve
from given.sketches import CG, Sketch, entity_called

REJECTED = Review(status=ReviewStatus.REJECTED, by="Ada", on=date(2026, 11, 22))


def is_certain(sketch: Sketch, name: str) -> bool:
    graph = resolve([sketch.graph], Registry(), today=date(2026, 11, 22)).graph
    return KnownPlaces(graph).is_certain(entity_called(name, graph))


def place(name: str, kind: Iri, key: str) -> Sketch:
    sketch = Sketch(f"{name} in Spain, Venezuela or wherever it is.")
    sketch.entity(kind, name, gazetteer=key)
    return sketch


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Kazakhstan", CG.Country, "country:KZ"),
        ("Shymkent", CG.City, "city:1518980"),
        ("Rzeszow", CG.City, "city:759734"),
    ],
)
def test_a_place_whose_name_no_other_place_bears_is_certain(name: str, kind: Iri, key: str) -> None:
    assert is_certain(place(name, kind, key), name)


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Georgia", CG.Country, "country:GE"),
        ("Luxembourg", CG.Country, "country:LU"),
        ("London", CG.City, "city:2643743"),
        ("Barcelona", CG.City, "city:3128760"),
    ],
)
def test_a_place_whose_name_another_place_bears_is_not(name: str, kind: Iri, key: str) -> None:
    assert not is_certain(place(name, kind, key), name)


def test_what_the_mappers_did_not_look_up_is_not_certain() -> None:
    assert not is_certain(place("Shymkent", CG.City, ""), "Shymkent")
    assert not is_certain(place("UNDP", CG.Organisation, "organisation:undp"), "UNDP")


def test_a_place_that_a_person_gave_another_class_is_not_certain() -> None:
    assert not is_certain(place("Shymkent", CG.Region, "city:1518980"), "Shymkent")


def barcelona_in(country: str, key: str, review: Review | None = None) -> Sketch:
    sketch = place("Barcelona", CG.City, "city:3128760")
    whole = sketch.entity(CG.Country, country, gazetteer=key)
    sketch.fact(sketch.entities[0].id, CG.locatedIn, whole, review=review)
    return sketch


def test_the_country_that_the_document_names_tells_which_is_meant() -> None:
    assert is_certain(barcelona_in("Spain", "country:ES"), "Barcelona")


def test_a_place_that_lies_elsewhere_than_the_one_looked_up_is_not_certain() -> None:
    assert not is_certain(barcelona_in("Venezuela", "country:VE"), "Barcelona")


def test_a_country_that_a_person_took_back_tells_nothing() -> None:
    assert not is_certain(barcelona_in("Spain", "country:ES", review=REJECTED), "Barcelona")
