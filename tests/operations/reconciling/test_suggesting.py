"""Things, types and properties are suggested while somebody types."""

import pytest

from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.schema import schema_of
from clustergraph.operations.reconciling.suggesting import (
    proposed_properties,
    suggested_entities,
    suggested_properties,
    suggested_types,
)
from clustergraph.vocab import CG


def _entities(opened: OpenVersion, prefix: str, offset: int = 0, limit: int = 5) -> list[str]:
    found = suggested_entities(opened, prefix, language="en", limit=limit, offset=offset)
    return [each.id for each in found]


@pytest.mark.parametrize("prefix", ["Rus", "русе", "ruse-aaaaaaad"])
def test_a_thing_is_suggested_by_the_beginning_of_a_name_and_by_identifier(
    opened: OpenVersion, prefix: str
) -> None:
    assert _entities(opened, prefix)[0] == "ruse-aaaaaaad"


def test_what_is_skipped_came_before(opened: OpenVersion) -> None:
    assert _entities(opened, "green", 1, 2) == _entities(opened, "green", 0, 3)[1:]
    assert _entities(opened, " ", 2, 1) == _entities(opened, "", 0, 3)[2:]


def test_only_what_is_of_the_kinds_is_suggested(opened: OpenVersion) -> None:
    found = suggested_entities(opened, "green", language="en", limit=9, kinds={CG.Project})
    assert [each.id for each in found] == ["green-energy-cluster-aaaaaaag"]
    assert [each.types[0].id for each in found] == ["Project"]


def test_another_name_by_which_it_was_found_is_shown_beside(opened: OpenVersion) -> None:
    (first, *_) = suggested_entities(opened, "GEC", language="en", limit=1)
    assert (first.name, first.description) == ("Green Energy Cluster", "Ruse, Bulgaria · “GEC”")


@pytest.mark.parametrize(
    ("prefix", "first"),
    [("miejsco", "City"), ("City", "City"), ("cg:City", "City"), ("населено", "City")],
)
def test_a_type_is_suggested_in_any_language_and_by_identifier(
    opened: OpenVersion, prefix: str, first: str
) -> None:
    assert suggested_types(opened, prefix, language="en", limit=5)[0].id == first


def test_a_beginning_comes_before_a_later_word(opened: OpenVersion) -> None:
    ids = [each.id for each in suggested_properties(opened, "name", language="en", limit=50)]
    assert ids.index("skos:prefLabel") < ids.index("skos:altLabel")


@pytest.mark.parametrize("prefix", ["qqqq", "!?"])
def test_where_nothing_begins_so_nothing_is_suggested(opened: OpenVersion, prefix: str) -> None:
    assert suggested_types(opened, prefix, language="en", limit=5) == []


def test_what_is_used_more_is_proposed_first_and_only_what_fits(opened: OpenVersion) -> None:
    found = [each.id for each in proposed_properties(opened, schema_of(opened).type("Training"))]
    assert found.index("startDate") < found.index("graduateCount")
    assert "memberOf" not in found
    every = [each.id for each in proposed_properties(opened, None)]
    assert set(found) < set(every) == set(schema_of(opened).properties)
