from typing import Any

import pytest

from clustergraph.operations.scoring.annotations import Annotation, parse_annotation
from clustergraph.operations.scoring.matching import Matches, evidence_is_valid, match_relations

SAME = {"a": "a", "b": "b"}
PARTNER = {"s": "a", "p": "partner", "o": "b"}
STARTED = {"s": "a", "p": "startDate", "v": "2020-05-04"}


def _side(*relations: dict[str, Any]) -> Annotation:
    return parse_annotation({"relations": relations})


def _match(gold: dict[str, Any], *said: dict[str, Any]) -> Matches:
    return match_relations(_side(gold), _side(*said), SAME)


def test_what_is_said_twice_is_one_relation() -> None:
    matches = _match(PARTNER, PARTNER, {**PARTNER, "evidence": "again"})
    assert (len(matches.distinct), matches.pairs, matches.neutral) == (1, {0: 0}, frozenset())


def test_of_a_moment_only_the_day_counts() -> None:
    matches = _match(STARTED, {**STARTED, "v": "2021"}, {**STARTED, "v": "2020-05-04T10:00"})
    assert matches.pairs == {0: 1}


def test_the_preferred_reading_is_taken_and_the_accepted_one_is_neutral() -> None:
    gold = {**PARTNER, "accept": [{"p": "organisedBy"}]}
    matches = _match(gold, {**PARTNER, "p": "organisedBy"}, PARTNER)
    assert matches.pairs == {0: 1}
    assert matches.neutral == {0}


def test_what_is_optional_is_neutral_when_it_is_said() -> None:
    assert _match({**PARTNER, "optional": True}, PARTNER).neutral == {0}


def test_an_entity_that_is_aligned_with_nothing_matches_nothing() -> None:
    said = {**PARTNER, "o": "stranger"}
    assert _match({**PARTNER, "o": "stranger"}, said).pairs == {}


@pytest.mark.parametrize(
    ("evidence", "is_valid"),
    [
        ({"quote": "is in", "start": 5, "end": 10}, True),
        ({"quote": "is in", "start": 4, "end": 9}, False),
        ({"quote": "is in", "start": "5", "end": 10}, False),
        ({"quote": " ", "start": 4, "end": 5}, False),
        ({"quote": "Riga is", "start": -16, "end": 7}, False),
        ("is in", True),
        ("was in", False),
        (None, False),
    ],
)
def test_evidence_is_valid_where_the_text_holds_it(evidence: object, is_valid: bool) -> None:
    assert evidence_is_valid(evidence, "Riga is in Latvia") is is_valid


def test_a_quote_of_a_whole_page_is_no_evidence() -> None:
    assert evidence_is_valid("a" * 600, "a" * 700)
    assert not evidence_is_valid("a" * 601, "a" * 700)
