"""Whether queries may hold what the specification lets them, and find what they should."""

import json

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Call, Judge, Reply, Spoil, at, put, refusing

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("query-limit", _NOW, at("match", put("q0.result", [{}, {}])), "for a limit of 1"),
        ("query-type", _NOW, refusing(b'"type"'), "the status 500"),
        ("query-types", _OLD, refusing(b'["university"]'), "the status 500"),
        ("query-type-strict", _NOW, refusing(b'"any"'), "the status 500"),
        ("query-type-kept", _NOW, at("match", put("name.result", [])), "not among"),
        ("query-properties", _NOW, refusing(b"true"), "the status 500"),
        ("query-properties", _DRAFT, refusing(b"7.5"), "the status 500"),
        ("query-properties-only", _NOW, refusing(b'"properties"'), "the status 500"),
        ("query-quantifiers", _DRAFT, refusing(b'"none"'), "the status 500"),
        ("found-by-name", _NOW, at("match", put("name.result", [])), "not among the candidates"),
        (
            "found-by-identifier",
            _NOW,
            at("match", put("q0.result", [])),
            "not among the candidates",
        ),
        (
            "found-by-identifier",
            _NOW,
            at("match", put("q0.result", [{"id": "m1", "score": 1}, {"id": "x", "score": 2}])),
            "has the score 1, and another has 2",
        ),
        ("text-as-text", _NOW, refusing(b'"(("'), "the status 500"),
        ("nonsense", _NOW, at("match", put("q0.result", [{"match": True}])), "declared a match"),
    ],
)
def test_a_fault_of_an_answer_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_of_a_batch_that_is_refused_the_query_to_blame_is_shown(judge: Judge) -> None:
    verdict = judge("query-properties", refusing(b"true"))
    (exchange,) = verdict.exchanges
    assert b"true" in exchange.request.content
    assert b"recon-check" not in exchange.request.content


def test_an_entity_behind_its_namesakes_is_not_missed(judge: Judge) -> None:
    def others(call: Call, reply: Reply) -> Reply | None:
        asked = json.loads(call.fields.get("queries", "{}")).get("name")
        if asked is None:
            return None
        namesakes = [{"id": f"x{number}", "name": asked["query"]} for number in range(9)]
        return reply.with_json({"name": {"result": namesakes}})

    assert judge("found-by-name", others).outcome is Outcome.PASSED
