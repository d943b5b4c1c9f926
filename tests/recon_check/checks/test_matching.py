"""Whether batches are answered, whole, each query for itself."""

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import (
    Call,
    Json,
    Judge,
    Reply,
    Sound,
    Spoil,
    at,
    drop,
    put,
    refusing,
    sent,
)

_OLD, _NOW, _DRAFT = Specification


def _when_many(change: Callable[[Json], None]) -> Callable[[Json], None]:
    """Change a batch, not a query that is alone."""

    def changed(value: Json) -> None:
        if len(value) > 1:
            change(value)

    return changed


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("match-answers", _NOW, sent("match", status=404), "the status 404"),
        ("match-answers", _NOW, sent("match", status=302), "the post is redirected (302)"),
        ("match-answers", _NOW, sent("match", body=b"[]"), "$ is [], not an object"),
        ("match-answers", _NOW, sent("match", body=b'{"error": "no"}'), "'no', not an object"),
        ("match-answers", _OLD, at("match", drop("q0.result")), "lacks 'result'"),
        ("match-answers", _DRAFT, at("match", drop("results.0.candidates")), "lacks 'candidates'"),
        ("match-keys", _NOW, at("match", drop("q1")), "there is no result for 'q1'"),
        ("match-keys", _OLD, at("match", put("x", {"result": []})), "there is a result for 'x'"),
        ("match-keys", _DRAFT, at("match", drop("results.1")), "there are 9 results of 10"),
        ("match-get", _NOW, sent("match", "GET", status=405), "the status 405"),
        ("match-get", _OLD, at("match", put("q0.result", []), "GET"), "posted, and [] by GET"),
        ("independent", _NOW, at("match", _when_many(put("q7.result.0.id", "z"))), "alone"),
        ("batch-full", _NOW, refusing(b'"q11"'), "the status 500"),
        ("batch-full", _NOW, at("match", drop("q11")), "there is no result for 'q11'"),
        ("batch-beyond", _NOW, at("match", drop("q12")), "there is no result for 'q12'"),
    ],
)
def test_a_fault_of_a_batch_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_a_batch_that_is_too_large_may_be_refused(judge: Judge) -> None:
    assert judge("batch-beyond", _too_large).outcome is Outcome.PASSED


def _too_large(call: Call, reply: Reply) -> Reply | None:
    return replace(reply, status=413) if '"q12"' in call.fields.get("queries", "") else None


def test_no_batch_is_sent_that_would_be_a_burden(judge: Judge) -> None:
    verdict = judge("batch-full", at("manifest", put("batchSize", 1000)))
    assert verdict.reason == "a batch of 1000 queries would not be polite"


def test_no_batch_is_larger_than_the_service_takes(sound: Sound, judge: Judge) -> None:
    judge("match-answers", at("manifest", put("batchSize", 2)))
    sizes = [len(json.loads(one.fields["queries"])) for one in sound.calls if one.method == "POST"]
    assert sizes == [2, 1]


def test_a_redirect_that_keeps_the_method_is_no_fault(judge: Judge) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        if call.path != "/reconcile" or call.method != "POST":
            return None
        return replace(reply, status=308, headers={**reply.headers, "location": "/reconcile/"})

    verdict = judge("match-answers", spoil)
    assert verdict.outcome is Outcome.PASSED
    assert verdict.exchanges[0].through[0].endswith("/reconcile/")
