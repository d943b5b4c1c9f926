"""Each case of an evaluation: its verdict, where the way to it was lost, and the files."""

import json
from pathlib import Path
from typing import Any

import pytest

from clustergraph.errors import OutputNotWritable
from clustergraph.operations.evaluating.evaluation_report import report_as_html, write_report
from clustergraph.operations.scoring import (
    ErrorClass,
    Judgement,
    Report,
    Verdict,
    count,
    parse_annotation,
    reliability,
    report_of,
)

NAMES = {"e1": "Alpha", "e2": "COSME", "e3": "Vienna", "e4": "Beta"}
TYPES = {"e1": "Project", "e2": "Programme", "e3": "Place", "e4": "Project"}
GOLD: list[dict[str, Any]] = [
    {"s": "e1", "p": "fundedBy", "o": "e2", "evidence": "paid by COSME"},
    {"s": "e1", "p": "locatedIn", "o": "e3", "evidence": "in Vienna"},
    {"s": "e1", "p": "startDate", "v": "2018", "evidence": "in 2018"},
]


def annotation(*relations: dict[str, Any], without: str = "") -> dict[str, Any]:
    entities = [
        {"id": id_, "type": TYPES[id_], "names": [name], "named": True}
        for id_, name in NAMES.items()
        if id_ != without
    ]
    return {"entities": entities, "relations": list(relations)}


def report(*said: dict[str, Any], without: str = "") -> Report:
    tally = count(
        parse_annotation(annotation(*GOLD)), parse_annotation(annotation(*said, without=without))
    )
    return report_of({"one": tally}, {"one": "en"})


def judged(found: Report, verdict: Verdict) -> list[Judgement]:
    cases = found.judgements["one"]
    return [each for each in cases if each.is_relation and each.verdict is verdict]


def test_what_is_right_keeps_its_confidence_and_its_quote() -> None:
    (right,) = judged(report({**GOLD[0], "confidence": 0.8}), Verdict.RIGHT)
    assert (right.what, right.confidence, right.quote) == ("fundedBy", 0.8, "paid by COSME")
    assert right.error_class is ErrorClass.NONE


WRONG: list[tuple[dict[str, Any], ErrorClass]] = [
    ({"s": "e9", "p": "fundedBy", "o": "e2"}, ErrorClass.SUBJECT),
    ({"s": "e1", "p": "fundedBy", "o": "e9"}, ErrorClass.OBJECT),
    ({"s": "e1", "p": "partner", "o": "e2"}, ErrorClass.RELATION),
    ({"s": "e1", "p": "startDate", "v": "2019"}, ErrorClass.VALUE),
    ({"s": "e4", "p": "startDate", "v": "2018"}, ErrorClass.ATTACHMENT),
    ({"s": "e4", "p": "topic", "v": "wood"}, ErrorClass.STATEMENT),
]


@pytest.mark.parametrize(("said", "error_class"), WRONG)
def test_a_wrong_statement_says_where_the_way_was_lost(
    said: dict[str, Any], error_class: ErrorClass
) -> None:
    (wrong,) = judged(report(said), Verdict.WRONG)
    assert wrong.error_class is error_class


MISSED: list[tuple[list[dict[str, Any]], str, ErrorClass]] = [
    ([], "e1", ErrorClass.SUBJECT),
    ([], "e2", ErrorClass.OBJECT),
    ([{"s": "e1", "p": "partner", "o": "e2"}], "", ErrorClass.RELATION),
    ([{"s": "e1", "p": "fundedBy", "o": "e4"}], "", ErrorClass.VALUE),
    ([{"s": "e4", "p": "fundedBy", "o": "e2"}], "", ErrorClass.ATTACHMENT),
    ([], "", ErrorClass.STATEMENT),
]


@pytest.mark.parametrize(("said", "without", "error_class"), MISSED)
def test_a_missed_statement_says_where_the_way_was_lost(
    said: list[dict[str, Any]], without: str, error_class: ErrorClass
) -> None:
    missed = {each.what: each for each in judged(report(*said, without=without), Verdict.MISSED)}
    assert missed["fundedBy"].error_class is error_class
    assert missed["fundedBy"].quote == "paid by COSME"


def test_confidence_is_compared_with_what_is_right() -> None:
    found = report(
        {**GOLD[0], "confidence": 0.85},
        {**GOLD[1], "confidence": 0.83},
        {"s": "e4", "p": "topic", "v": "wood", "confidence": 0.87},
        {**GOLD[2], "confidence": 0.5},
    )
    low, high = reliability(found.judgements["one"])
    assert (low.least, low.below, low.said, low.right) == (0.45, 0.6, 1, 1)
    assert (high.said, high.right) == (3, 2)
    assert high.confidence == pytest.approx(0.85)
    assert high.precision == pytest.approx(2 / 3)


def test_the_files_hold_scores_classes_and_cases(tmp_path: Path) -> None:
    found = report(GOLD[0], {"s": "e4", "p": "topic", "v": "<script>", "evidence": "<b>"})
    as_json, as_html = write_report(found, tmp_path / "new")
    content = json.loads(as_json.read_text(encoding="utf-8"))
    assert content["languages"]["en"]["relations"]["right"] == 1
    assert content["error_classes"] == {
        "missed": {"nothing like it": 2},
        "wrong": {"nothing like it": 1},
    }
    assert {case["quote"] for case in content["cases"]["one"]} >= {"in Vienna", "paid by COSME"}
    page = as_html.read_text(encoding="utf-8")
    assert "<script>" not in page
    assert "&lt;script&gt;" in page
    assert "paid by COSME" in page


def test_the_same_evaluation_gives_the_same_page() -> None:
    assert report_as_html(report(*GOLD)) == report_as_html(report(*GOLD))


def test_a_folder_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(OutputNotWritable, match="file"):
        write_report(report(*GOLD), tmp_path / "file")
