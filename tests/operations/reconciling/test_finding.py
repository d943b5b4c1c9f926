"""What a query may mean is found by names, by identifiers, and by what is known of it."""

from collections.abc import Collection

import pytest

from clustergraph.errors import Gone, InvalidParameter
from clustergraph.model import Iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.asking import (
    Condition,
    Kind,
    Quantifier,
    Query,
    Strictness,
    Wanted,
)
from clustergraph.operations.reconciling.finding import Finder, Found, things_called
from clustergraph.operations.reconciling.schema import schema_of
from clustergraph.vocab import CG

_CLUSTERS = {f"green-energy-cluster-aaaaaaa{letter}" for letter in "ef"}


def _found(
    opened: OpenVersion,
    *conditions: Condition,
    kinds: Collection[Iri] = (),
    strictness: Strictness = Strictness.SHOULD,
) -> dict[str, Found]:
    query = Query(conditions=conditions, strictness=strictness)
    return {each.card.iri.local: each for each in Finder(opened, query, kinds).find()}


def _named(*texts: str) -> Condition:
    return Condition(kind=Kind.NAME, values=texts)


def _having(
    opened: OpenVersion, property_: str, *values: Wanted, quantifier: Quantifier = Quantifier.ANY
) -> Condition:
    wanted = schema_of(opened).property(property_)
    return Condition(kind=Kind.PROPERTY, values=values, property=wanted, quantifier=quantifier)


def test_all_of_a_name_are_found_with_the_name_that_did_best(opened: OpenVersion) -> None:
    found = _found(opened, _named("Green Energy Cluster", "GEC"))
    assert found.keys() >= _CLUSTERS
    second = found["green-energy-cluster-aaaaaaaf"]
    assert second.names == {"Green Energy Cluster": 100.0, "GEC": 100.0}
    assert not second.is_identified


def test_an_identifier_is_worth_a_whole_name(opened: OpenVersion) -> None:
    found = _found(opened, _named("geonames:3094802"))["krakow-aaaaaaac"]
    assert (found.is_identified, found.names) == (True, {"geonames:3094802": 100.0})


def test_documents_are_found_only_by_who_asks_for_documents(opened: OpenVersion) -> None:
    title = _named("Autumn School opens")
    assert "71fb2550c3039bbf" not in _found(opened, title)
    assert "71fb2550c3039bbf" in _found(opened, title, kinds=[CG.Document])


def test_others_of_the_name_are_found_unless_the_type_is_strict(opened: OpenVersion) -> None:
    name, kinds = _named("Green Energy Cluster"), [CG.Project]
    assert _found(opened, name, kinds=kinds).keys() >= _CLUSTERS
    assert not _CLUSTERS & _found(opened, name, kinds=kinds, strictness=Strictness.ANY).keys()


def test_what_has_a_property_is_found_where_no_name_is_known(opened: OpenVersion) -> None:
    in_poland = _having(opened, "locatedIn", "Poland")
    assert "green-energy-cluster-aaaaaaae" in _found(opened, in_poland)
    assert "green-energy-cluster-aaaaaaae" not in _found(opened, in_poland, _named("Ruse"))
    assert _found(opened, _having(opened, "startDate", "2018-10-01T00:00:00Z")).keys() == {
        "autumn-school-aaaaaaah"
    }
    assert _found(opened, _having(opened, "kind", "association")).keys() == {
        "balkan-clusters-aaaaaaaj"
    }


def test_what_must_not_be_so_finds_nothing(opened: OpenVersion) -> None:
    assert _found(opened, _having(opened, "locatedIn", "Poland", quantifier=Quantifier.NONE)) == {}


def test_why_nothing_was_found_is_told_only_where_nothing_was(opened: OpenVersion) -> None:
    with pytest.raises(Gone):
        _found(opened, _named("gone-aaaaaaay"))
    with pytest.raises(InvalidParameter, match="name or an identifier"):
        _found(opened, _named("lei:5493001KJTIIGC8Y1R13"))
    assert _found(opened, _named("gone-aaaaaaay", "Ruse"))


def test_values_are_looked_for_among_what_can_be_values(opened: OpenVersion) -> None:
    located_in = schema_of(opened).property("locatedIn")
    assert [hit.card.iri.local for hit in things_called(opened, located_in, "Ruse")] == [
        "ruse-aaaaaaad"
    ]
    assert things_called(opened, located_in, "Anna Kowalska") == []
