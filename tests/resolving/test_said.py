"""What one document says of its entities is asked by entity."""

from clustergraph.resolving.said import Said
from given.sketches import CG, Sketch

POLAND, CZECHIA = "country:PL", "country:CZ"


def test_a_country_is_found_by_way_of_the_places_within_it() -> None:
    sketch = Sketch("The office is in the Old Mill in Lublin in Poland.")
    office = sketch.entity(CG.Organisation, "office")
    mill, lublin = sketch.entity(CG.Venue, "Old Mill"), sketch.entity(CG.City, "Lublin")
    poland = sketch.entity(CG.Country, "Poland", gazetteer=POLAND)
    for inner, outer in ((office, mill), (mill, lublin), (lublin, poland)):
        sketch.fact(inner, CG.locatedIn, outer)
    assert Said(sketch.graph).countries(office) == {POLAND}


def test_places_that_lie_in_each_other_are_gone_through_once() -> None:
    sketch = Sketch("Lublin is in Lesser Poland, which is in Lublin.")
    city, region = sketch.entity(CG.City, "Lublin"), sketch.entity(CG.Region, "Lesser Poland")
    sketch.fact(city, CG.locatedIn, region)
    sketch.fact(region, CG.locatedIn, city)
    assert Said(sketch.graph).countries(city) == frozenset()


def test_who_lies_nowhere_is_set_in_the_only_country_of_the_document() -> None:
    sketch = Sketch("The ministry of Poland.")
    ministry = sketch.entity(CG.Organisation, "ministry")
    sketch.entity(CG.Country, "Poland", gazetteer=POLAND)
    assert Said(sketch.graph).settings(ministry) == {POLAND}


def test_where_a_document_names_two_countries_neither_is_the_setting() -> None:
    sketch = Sketch("The ministry, Poland and Czechia.")
    ministry = sketch.entity(CG.Organisation, "ministry")
    sketch.entity(CG.Country, "Poland", gazetteer=POLAND)
    sketch.entity(CG.Country, "Czechia", gazetteer=CZECHIA)
    assert Said(sketch.graph).settings(ministry) == frozenset()


def test_who_lies_in_a_country_is_set_there_whatever_else_is_named() -> None:
    sketch = Sketch("The ministry of Poland, and Czechia.")
    ministry = sketch.entity(CG.Organisation, "ministry")
    poland = sketch.entity(CG.Country, "Poland", gazetteer=POLAND)
    sketch.entity(CG.Country, "Czechia", gazetteer=CZECHIA)
    sketch.fact(ministry, CG.locatedIn, poland)
    assert Said(sketch.graph).settings(ministry) == {POLAND}


def test_values_are_said_of_a_thing_but_are_no_other_things() -> None:
    sketch = Sketch("The third module is part of the course.")
    module, course = sketch.entity(CG.Training, "module"), sketch.entity(CG.Training, "course")
    sketch.fact(module, CG.sequenceNumber, 3)
    sketch.fact(module, CG.partOf, course)
    said = Said(sketch.graph)
    assert said.about(module) == {CG.sequenceNumber: [3], CG.partOf: [course]}
    assert said.others(module, CG.sequenceNumber) == []
    assert [each.id for each in said.others(module, CG.partOf)] == [course]
    assert said.about(course) == {}
