from typing import Any

import pytest

from clustergraph.operations.scoring.annotations import parse_annotation
from clustergraph.operations.scoring.counting import count
from clustergraph.operations.scoring.judgements import Verdict
from clustergraph.operations.scoring.scores import Score, Tally

ALPHA: dict[str, Any] = {"id": "a", "type": "Cluster", "names": ["Alpha"]}
ADA: dict[str, Any] = {"id": "p", "type": "Person", "names": ["Ada"]}
POST: dict[str, Any] = {"s": "p", "p": "affiliatedWith", "o": "a"}


def _count(gold: dict[str, Any], system: dict[str, Any], text: str | None = None) -> Tally:
    return count(parse_annotation(gold), parse_annotation(system), text)


def _said(**more: object) -> dict[str, Any]:
    return {"entities": [ALPHA, ADA], "relations": [{**POST, **more}]}


def test_each_entity_counts_in_its_tables() -> None:
    unnamed = {"id": "t", "type": "Training", "names": [], "named": False}
    tally = _count({"entities": [ALPHA, unnamed]}, {"entities": [ALPHA]})
    assert dict(tally.tables) == {
        "entity": Score(1, 1, 2),
        "type:Cluster": Score(1, 1, 1),
        "type:Training": Score(0, 0, 1),
        "unnamed": Score(0, 0, 1),
    }
    assert [each.verdict for each in tally.judgements] == [Verdict.MISSED]


def test_an_entity_that_is_left_over_is_wrong() -> None:
    tally = _count({"entities": [ALPHA]}, {"entities": [ALPHA, ADA]})
    assert tally.tables["type:Person"] == Score(0, 1, 0)
    assert [each.verdict for each in tally.judgements] == [Verdict.WRONG]


def test_what_only_restates_a_name_is_a_duplicate() -> None:
    tally = _count({"entities": [ALPHA]}, {"entities": [ALPHA, {**ALPHA, "id": "again"}]})
    assert (tally.others["duplicates"], tally.tables["entity"]) == (1, Score(1, 1, 1))


@pytest.mark.parametrize(
    ("wanted", "said", "counted"),
    [
        ({"role": "director"}, {"role": "Director"}, {"roles": 1, "roles_right": 1}),
        ({"role": "director"}, {}, {"roles": 1}),
        (
            {"role": "head", "roleAccept": ["chief"]},
            {"role": "chief"},
            {"roles": 1, "roles_right": 1},
        ),
        ({}, {"role": "director"}, {"roles_spurious": 1}),
        ({}, {}, {}),
    ],
)
def test_roles_are_counted_apart(
    wanted: dict[str, Any], said: dict[str, Any], counted: dict[str, int]
) -> None:
    assert +_count(_said(**wanted), _said(**said)).others == counted


def test_without_its_text_evidence_is_not_judged() -> None:
    said = _said(evidence="Ada of Alpha")
    assert "evidence" not in _count(said, said).others
    counted = _count(said, said, "It was Ada of Alpha.").others
    assert (counted["evidence"], counted["evidence_valid"]) == (1, 1)
