"""What is wrong with suggestions is told."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Call, Json, Judge, Reply, Spoil, at, deaf, drop, part_of, put, sent

_OLD, _NOW, _DRAFT = Specification


def _answer(prefixes: Callable[[str], bool], items: list[Json]) -> Spoil:
    """Answer some prefixes with the same items."""

    def spoil(call: Call, reply: Reply) -> Reply | None:
        if part_of(call) != "suggest" or not prefixes(call.fields["prefix"]):
            return None
        return reply.with_json({"result": items})

    return spoil


def _other(beginning: str) -> Spoil:
    return _answer(
        lambda prefix: prefix.casefold().startswith(beginning), [{"id": "x", "name": "X"}]
    )


def _nothing(whole: str) -> Spoil:
    return _answer(lambda prefix: prefix == whole, [])


def _no_empty(call: Call, reply: Reply) -> Reply | None:
    return replace(reply, status=500) if call.fields.get("prefix") == "" else None


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("suggest-entity-answers", _NOW, sent("suggest", status=500), "the status 500"),
        ("suggest-entity-answers", _NOW, at("suggest", drop("result")), "lacks 'result'"),
        ("suggest-type-answers", _OLD, at("suggest", put("result.0.name", 1)), "not a text"),
        ("suggest-type-answers", _NOW, at("suggest", put("result.0.broader", [{}])), "lacks 'id'"),
        ("suggest-entity-answers", _DRAFT, at("suggest", put("result.0.notable", 1)), "not a list"),
        (
            "suggest-property-answers",
            _DRAFT,
            at("suggest", put("result.0.matchQualifiers", [{}])),
            "lacks 'id'",
        ),
        ("suggest-entity-skips", _NOW, deaf("suggest", "cursor"), "as before"),
        ("suggest-type-skips", _DRAFT, deaf("suggest", "offset"), "as before"),
        (
            "suggest-entity-limit",
            _DRAFT,
            at("suggest", put("result", [{"id": "a", "name": "A"}] * 2)),
            "2 suggestions for a limit of 1",
        ),
        ("suggest-entity-empty", _DRAFT, _no_empty, "the status 500"),
        ("suggest-entity-name", _NOW, _other("university of"), "is not suggested"),
        ("suggest-type-identifier", _DRAFT, _other("university"), "is not suggested"),
        ("suggest-entity-identifier", _NOW, _other("u1"), "is not suggested"),
        ("suggest-property-beginning", _NOW, _nothing("Are"), "nothing is suggested for 'Are'"),
        ("suggest-entity-flyout", _NOW, at("flyout", put("id", "other")), "$.id is 'other', not"),
        ("suggest-type-flyout", _OLD, at("flyout", drop("html")), "lacks 'html'"),
    ],
)
def test_a_fault_of_a_suggestion_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_a_service_for_some_kinds_is_judged_for_those(judge: Judge) -> None:
    only_entities = at("manifest", put("suggest.type", False))
    assert judge("suggest-type-name", only_entities, _DRAFT).outcome is Outcome.SKIPPED
    assert judge("suggest-entity-name", only_entities, _DRAFT).outcome is Outcome.PASSED


def test_without_flyouts_none_is_asked_for(judge: Judge) -> None:
    without = at("manifest", drop("suggest.entity.flyout_service_path"))
    assert judge("suggest-entity-flyout", without).outcome is Outcome.SKIPPED
