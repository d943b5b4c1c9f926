"""Names and identifiers of things give way to the things, where they surely mean one."""

import pytest

from clustergraph.iris import BASE
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.asking import Condition, Kind, Reference, Wanted
from clustergraph.operations.reconciling.meaning import meant
from clustergraph.operations.reconciling.schema import schema_of

_POLAND = f"{BASE}id/poland-aaaaaaaa"


def _meant(opened: OpenVersion, property_: str, value: Wanted) -> Wanted:
    wanted = schema_of(opened).property(property_)
    condition = Condition(kind=Kind.PROPERTY, values=(value,), property=wanted)
    return meant(opened, condition).values[0]


@pytest.mark.parametrize("value", ["Polska", "poland-aaaaaaaa", _POLAND, "geonames:798544"])
def test_a_thing_may_be_named_or_identified(opened: OpenVersion, value: str) -> None:
    assert _meant(opened, "locatedIn", value) == Reference(_POLAND, value)


@pytest.mark.parametrize("value", ["Atlantis", "Pol", Reference("nobody-aaaaaaaa", "Nobody")])
def test_what_means_nothing_for_sure_stays_as_it_is(opened: OpenVersion, value: Wanted) -> None:
    assert _meant(opened, "locatedIn", value) == value


def test_where_values_are_texts_a_reference_is_its_name(opened: OpenVersion) -> None:
    assert _meant(opened, "topic", Reference("x", "cluster policy")) == "cluster policy"
    assert _meant(opened, "topic", 7) == 7


def test_identifiers_of_others_and_names_are_left_alone(opened: OpenVersion) -> None:
    assert _meant(opened, "skos:exactMatch", "geonames:798544") == "geonames:798544"
    condition = Condition(kind=Kind.NAME, values=("Polska",))
    assert meant(opened, condition) is condition
