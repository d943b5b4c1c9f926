"""The types and properties of the service are those of the ontology, by short identifiers."""

import pytest

from clustergraph.errors import InvalidParameter
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.schema import Schema, Takes, schema_of
from clustergraph.vocab import CG


@pytest.fixture(scope="module")
def schema(opened: OpenVersion) -> Schema:
    return schema_of(opened)


@pytest.mark.parametrize("name", ["City", "cg:City", CG.City])
def test_a_type_is_known_by_its_name_with_a_prefix_and_without_and_by_iri(
    schema: Schema, name: str
) -> None:
    assert schema.type(name).iri == CG.City


def test_what_is_not_there_is_refused_with_its_place_and_all_there_are(schema: Schema) -> None:
    with pytest.raises(InvalidParameter, match=r"q0/type .*City"):
        schema.type("Banana", "q0/type")
    with pytest.raises(InvalidParameter, match="locatedIn"):
        schema.property("bananas")
    assert schema.type_of(None) is None


@pytest.mark.parametrize(
    ("id_", "takes"),
    [
        ("locatedIn", Takes.THING),
        ("startDate", Takes.DATE),
        ("participantCount", Takes.NUMBER),
        ("topic", Takes.TEXT),
        ("skos:altLabel", Takes.TEXT),
        ("skos:exactMatch", Takes.IDENTIFIER),
    ],
)
def test_a_property_says_what_its_values_are(schema: Schema, id_: str, takes: Takes) -> None:
    assert schema.property(id_).takes is takes


def test_only_being_in_a_place_holds_at_any_depth(schema: Schema) -> None:
    assert schema.property("locatedIn").wider == CG.locatedInTransitive
    assert schema.property("startDate").wider is None


def test_a_type_holds_those_below_it_and_names_those_above(schema: Schema) -> None:
    city = schema.type("City")
    assert CG.City in schema.type("Place").below
    assert "Place" in city.broader
    assert (city.name("pl"), city.name("fr")) == ("miejscowość", "town or city")
    assert city.comment("en")


def test_every_property_is_called_something_else_than_its_identifier(schema: Schema) -> None:
    assert {each.name("bg") for each in schema.properties.values()}.isdisjoint(schema.properties)
