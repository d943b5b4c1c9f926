"""Candidates are put in order by all that is known, and one is a match only where it is sure."""

import pytest

from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.reconciling.asking import (
    Condition,
    Kind,
    Quantifier,
    Query,
    Strictness,
    Wanted,
)
from clustergraph.operations.reconciling.matching import Candidate, described, match
from clustergraph.operations.reconciling.schema import schema_of
from clustergraph.vocab import CG

_IN_KRAKOW, _IN_RUSE, _PROJECT = (f"green-energy-cluster-aaaaaaa{letter}" for letter in "efg")
_NAME = Condition(kind=Kind.NAME, values=("Green Energy Cluster",))


def _match(opened: OpenVersion, *conditions: Condition, **rest: object) -> list[Candidate]:
    return match(opened, Query(conditions=conditions, **rest))  # type: ignore[arg-type]


def _having(opened: OpenVersion, property_: str, *values: Wanted, **rest: object) -> Condition:
    wanted = schema_of(opened).property(property_)
    return Condition(kind=Kind.PROPERTY, values=values, property=wanted, **rest)  # type: ignore[arg-type]


def test_namesakes_are_all_given_and_none_is_a_match(opened: OpenVersion) -> None:
    found = _match(opened, _NAME)
    assert {each.id for each in found} >= {_IN_KRAKOW, _IN_RUSE, _PROJECT}
    assert not any(each.is_match for each in found)


def test_what_confirms_one_of_them_makes_it_a_match(opened: OpenVersion) -> None:
    first, *others = _match(opened, _NAME, _having(opened, "locatedIn", "Poland"))
    assert (first.id, first.is_match, first.features["property:locatedIn"]) == (
        _IN_KRAKOW,
        True,
        100.0,
    )
    assert all(each.score < first.score and not each.is_match for each in others)


@pytest.mark.parametrize(
    ("quantifier", "kept"),
    [
        (Quantifier.ANY, {_IN_KRAKOW, _IN_RUSE}),
        (Quantifier.ALL, set()),
        (Quantifier.NONE, {_PROJECT}),
    ],
)
def test_a_required_condition_keeps_out_what_it_does_not_hold_for(
    opened: OpenVersion, quantifier: Quantifier, kept: set[str]
) -> None:
    places = _having(opened, "locatedIn", "Poland", "Ruse", quantifier=quantifier, is_required=True)
    assert {each.id for each in _match(opened, _NAME, places)} == kept


def test_another_type_is_never_a_match_and_kept_out_where_it_is_strict(
    opened: OpenVersion,
) -> None:
    project = (CG.Project,)
    first, *others = _match(opened, _NAME, types=project)
    assert (first.id, first.is_match) == (_PROJECT, True)
    assert all(each.features["type"] is False for each in others)
    strict = _match(opened, _NAME, types=project, strictness=Strictness.ANY)
    assert [each.id for each in strict] == [_PROJECT]
    both = (CG.Project, CG.Cluster)
    assert _match(opened, _NAME, types=both, strictness=Strictness.ALL) == []


def test_an_identifier_alone_is_enough(opened: OpenVersion) -> None:
    (found,) = _match(opened, Condition(kind=Kind.ID, values=("ruse-aaaaaaad",)))
    assert (found.id, found.is_match, found.score) == ("ruse-aaaaaaad", True, 100.0)


def test_an_identifier_of_something_else_contradicts(opened: OpenVersion) -> None:
    poland = Condition(kind=Kind.NAME, values=("Poland",))
    same, other, unknown = (
        _match(opened, poland, _having(opened, "skos:exactMatch", written))[0]
        for written in ("geonames:798544", "geonames:732800", "wd:Q36")
    )
    assert (same.is_match, other.is_match) == (True, False)
    assert same.score > unknown.score > other.score


def test_candidates_are_no_more_than_wanted_and_fall_in_score(opened: OpenVersion) -> None:
    every = _match(opened, _NAME, limit=20)
    scores = [each.score for each in every]
    assert scores == sorted(scores, reverse=True)
    assert _match(opened, _NAME, limit=2) == every[:2]


def test_a_description_tells_where_it_lies_and_what_else_it_is_called(opened: OpenVersion) -> None:
    found = _match(opened, Condition(kind=Kind.NAME, values=("GEC",)))[0]
    card = opened.names.card(found.iri)
    assert card is not None
    assert found.description == described(card, "en", "GEC") == "Ruse, Bulgaria · “GEC”"
    assert described(card, "en", "Green Energy Cluster") == "Ruse, Bulgaria"
