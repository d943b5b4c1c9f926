from typing import Any

import pytest

from clustergraph.operations.scoring.alignment import Alignment
from clustergraph.operations.scoring.annotations import Annotation, parse_annotation
from clustergraph.operations.scoring.judgements import ErrorClass, Verdict
from clustergraph.operations.scoring.judging import Judge
from clustergraph.operations.scoring.matching import match_relations

ENTITIES = [{"id": id_, "type": "Cluster", "names": [id_ * 5]} for id_ in "abc"]
SAME = Alignment({id_: id_ for id_ in "abc"}, {})
PARTNER = {"s": "a", "p": "partner", "o": "b"}
STARTED = {"s": "a", "p": "startDate", "v": "2020"}


def _side(*relations: dict[str, Any]) -> Annotation:
    return parse_annotation({"entities": ENTITIES, "relations": relations})


def _judge(gold: Annotation, system: Annotation) -> Judge:
    return Judge(gold, system, SAME, match_relations(gold, system, SAME.known))


@pytest.mark.parametrize(
    ("wanted", "said", "why"),
    [
        (PARTNER, {**PARTNER, "s": "x"}, ErrorClass.SUBJECT),
        (PARTNER, {**PARTNER, "o": "x"}, ErrorClass.OBJECT),
        (PARTNER, {**PARTNER, "p": "organisedBy"}, ErrorClass.RELATION),
        (PARTNER, {**PARTNER, "o": "c"}, ErrorClass.VALUE),
        (STARTED, {**STARTED, "v": "1999"}, ErrorClass.VALUE),
        (PARTNER, {**PARTNER, "s": "c"}, ErrorClass.ATTACHMENT),
        (PARTNER, {"s": "c", "p": "locatedIn", "o": "a"}, ErrorClass.STATEMENT),
    ],
)
def test_what_is_wrong_is_put_into_the_first_class_that_explains_it(
    wanted: dict[str, Any], said: dict[str, Any], why: ErrorClass
) -> None:
    judgement = _judge(_side(wanted), _side(said)).of_said(0)
    assert (judgement.verdict, judgement.error_class) == (Verdict.WRONG, why)


def test_what_is_right_has_no_fault_and_keeps_its_words() -> None:
    said = {**PARTNER, "confidence": 0.5, "evidence": {"quote": "a with b"}}
    judgement = _judge(_side(PARTNER), _side(said)).of_said(0)
    assert (judgement.verdict, judgement.error_class) == (Verdict.RIGHT, ErrorClass.NONE)
    assert (judgement.quote, judgement.confidence) == ("a with b", 0.5)


def test_what_is_optional_is_neither_right_nor_wrong() -> None:
    gold = _side({**PARTNER, "optional": True})
    assert _judge(gold, _side(PARTNER)).of_said(0).verdict is Verdict.NEUTRAL


def test_what_is_missed_is_told_with_its_cause() -> None:
    gold = _side({**PARTNER, "evidence": "a with b"})
    judgement = _judge(gold, _side()).of_missed(gold.relations[0])
    assert (judgement.verdict, judgement.quote) == (Verdict.MISSED, "a with b")
    assert judgement.error_class is ErrorClass.STATEMENT
    assert "--partner-->" in judgement.words
