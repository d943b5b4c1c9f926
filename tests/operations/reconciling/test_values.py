"""What things have, and which things have it."""

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.schema import Property, schema_of
from clustergraph.operations.reconciling.values import (
    having,
    having_text,
    names_of,
    values_of,
    values_used,
)


def _id(local: str) -> Iri:
    return Iri(f"{BASE}id/{local}")


_KRAKOW, _POLAND = _id("krakow-aaaaaaac"), _id("poland-aaaaaaaa")
_CLUSTER, _SCHOOL = _id("green-energy-cluster-aaaaaaae"), _id("autumn-school-aaaaaaah")


@pytest.fixture(scope="module")
def located_in(opened: OpenVersion) -> Property:
    return schema_of(opened).property("locatedIn")


def test_values_at_any_depth_come_after_what_was_said(
    opened: OpenVersion, located_in: Property
) -> None:
    assert values_of(opened, _CLUSTER, located_in) == [_KRAKOW]
    assert values_of(opened, _CLUSTER, located_in, at_any_depth=True) == [_KRAKOW, _POLAND]


def test_what_lies_in_a_place_at_any_depth_has_it(
    opened: OpenVersion, located_in: Property
) -> None:
    assert having(opened, located_in, [_POLAND]) == [_SCHOOL, _CLUSTER, _KRAKOW]
    assert having(opened, located_in, []) == []


@pytest.mark.parametrize(("beginning", "found"), [("2018", 1), ("2018-10", 1), ("2018-11", 0)])
def test_a_date_is_found_by_its_beginning(opened: OpenVersion, beginning: str, found: int) -> None:
    start = schema_of(opened).property("startDate")
    schools = [iri for iri in having_text(opened, start, beginning) if iri == _SCHOOL]
    assert len(schools) == found


def test_the_things_that_are_values_are_told(opened: OpenVersion, located_in: Property) -> None:
    assert set(values_used(opened, located_in)) >= {_KRAKOW, _POLAND}


def test_concepts_have_names_though_nobody_searches_for_them(opened: OpenVersion) -> None:
    association = Iri(f"{BASE}voc/organisation-kinds/association")
    assert "association" in names_of(opened, association)
    assert set(names_of(opened, _KRAKOW)) == {"Kraków", "Cracow"}
