"""What is wrong with candidates is told."""

import json

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Call, Json, Judge, Reply, Spoil, at, drop, part_of, put

_, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("candidate-identity", _NOW, at("match", put("q0.result.1.id", "")), "id is empty"),
        ("candidate-identity", _NOW, at("match", drop("name.result.0.name")), "0 of name lacks"),
        ("candidate-score", _NOW, at("match", drop("q0.result.0.score")), "lacks 'score'"),
        (
            "candidate-score",
            _DRAFT,
            at("match", put("results.0.candidates.0.score", "9")),
            "not a number",
        ),
        ("candidate-decision", _NOW, at("match", put("q0.result.0.match", "no")), "true or false"),
        ("candidate-types", _NOW, at("match", put("q0.result.0.type", "city")), "not a list"),
        ("candidate-types", _NOW, at("match", put("q0.result.0.type", [{}])), "an object with one"),
        ("candidate-complete", _NOW, at("match", drop("q0.result.0.match")), "lacks 'match'"),
        (
            "candidate-type-objects",
            _NOW,
            at("match", put("q0.result.0.type", ["city"])),
            "not an object",
        ),
        ("candidate-description", _NOW, at("match", put("q0.result.0.description", 1)), "a text"),
        (
            "candidate-features",
            _NOW,
            at("match", put("q0.result.0.features.0.value", "high")),
            "not a number, true or false",
        ),
        (
            "candidate-features",
            _DRAFT,
            at("match", drop("results.0.candidates.0.features.0.name")),
            "lacks 'name'",
        ),
        ("candidate-order", _NOW, at("match", put("q0.result.1.score", 99)), "50 stands before 99"),
        (
            "candidate-standard-score",
            _DRAFT,
            at("match", put("results.0.candidates.0.score", 101)),
            "has the score 101",
        ),
    ],
)
def test_a_fault_of_a_candidate_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


@pytest.mark.parametrize(
    "key", ["candidate-score", "candidate-features", "candidate-types", "candidate-description"]
)
def test_of_what_no_candidate_has_nothing_is_said(judge: Judge, key: str) -> None:
    def bare(value: Json) -> None:
        for result in value["results"]:
            result["candidates"] = [{"id": "u1", "name": "University"}]

    assert judge(key, at("match", bare), _DRAFT).reason.startswith("no candidate has")


def test_without_candidates_none_is_judged(judge: Judge) -> None:
    def no_candidates(call: Call, reply: Reply) -> Reply | None:
        return (
            reply.with_json({"result": []}) if part_of(call) == "suggest" else _empty(call, reply)
        )

    assert "--sample" in judge("candidate-identity", no_candidates).reason


def _empty(call: Call, reply: Reply) -> Reply | None:
    if part_of(call) != "match":
        return None
    return reply.with_json({key: {"result": []} for key in json.loads(call.fields["queries"])})


def test_many_faults_are_told_once_for_a_few(judge: Judge) -> None:
    def many(value: Json) -> None:
        value["q0"]["result"] = [{"id": "u1", "name": "University"}, *({} for _ in range(1000))]

    assert len(judge("candidate-identity", at("match", many)).problems) == 20


@pytest.mark.parametrize("score", ["50", None, True, [], {}])
@pytest.mark.parametrize("key", ["candidate-score", "candidate-order", "candidate-standard-score"])
def test_a_score_that_is_no_number_ends_no_check(judge: Judge, key: str, score: object) -> None:
    verdict = judge(key, at("match", put("q0.result.0.score", score)))
    assert (verdict.outcome is Outcome.FAILED) == (key == "candidate-score")
