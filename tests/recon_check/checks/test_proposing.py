"""What is wrong with proposals of properties is told."""

import json

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Call, Judge, Reply, Spoil, at, deaf, drop, part_of, put, sent

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        (
            "propose-offered",
            _NOW,
            at("manifest", drop("extend.propose_properties")),
            "does not offer",
        ),
        (
            "propose-offered",
            _DRAFT,
            at("manifest", put("extend.proposeProperties", False)),
            "not offer",
        ),
        ("propose-answers", _NOW, sent("propose", body=b"<p>"), "the answer is not JSON"),
        ("propose-answers", _DRAFT, at("propose", drop("properties.0.id")), "lacks 'id'"),
        ("propose-answers", _OLD, at("propose", put("limit", "10")), "not a number"),
        (
            "propose-type",
            _NOW,
            at("propose", put("type", "city")),
            "$.type is 'city', not 'university'",
        ),
        ("propose-type", _DRAFT, at("propose", drop("type")), "$.type is None"),
        ("propose-limit", _NOW, deaf("propose", "limit"), "4 properties for a limit of 1"),
    ],
)
def test_a_fault_of_a_proposal_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_a_service_without_types_is_asked_all_the_same(judge: Judge) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        untyped = at("manifest", put("defaultTypes", []))(call, reply) or reply
        return _without_types(call, untyped)

    assert judge("propose-answers", spoil).outcome is Outcome.PASSED
    assert "no type is known" in judge("propose-type", spoil).reason


def _without_types(call: Call, reply: Reply) -> Reply:
    value = json.loads(reply.body) if part_of(call) in {"match", "suggest"} else None
    if part_of(call) == "suggest":
        return reply.with_json({"result": []})
    for one in (value or {}).values():
        for candidate in one["result"]:
            del candidate["type"]
    return reply if value is None else reply.with_json(value)
