"""Whether pages of other origins may read what is answered; HTTPS; JSONP."""

from dataclasses import replace

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Call, Judge, Reply, Spoil, at, drop, sent

_OLD, _NOW, _DRAFT = Specification
_CLOSED = sent("all", access_control_allow_origin=None)


def _closed_refusal(call: Call, reply: Reply) -> Reply | None:
    del call
    return replace(reply, headers={}) if reply.status == 400 else None


@pytest.mark.parametrize(
    "endpoint", ["manifest", "match", "suggest", "preview", "extend", "propose"]
)
@pytest.mark.parametrize("specification", Specification)
def test_each_endpoint_that_pages_of_others_can_not_read_is_told(
    judge: Judge, endpoint: str, specification: Specification
) -> None:
    verdict = judge(f"cors-{endpoint}", _CLOSED, specification)
    assert verdict.outcome is Outcome.FAILED
    assert verdict.problems[0].endswith("the header Access-Control-Allow-Origin is missing")


@pytest.mark.parametrize(
    ("allowed", "outcome"),
    [
        ("*", Outcome.PASSED),
        ("https://client.example", Outcome.PASSED),
        ("https://other.example", Outcome.FAILED),
        ("null", Outcome.FAILED),
    ],
)
def test_the_origin_that_asks_has_to_be_let_in(
    judge: Judge, allowed: str, outcome: Outcome
) -> None:
    assert (
        judge("cors-match", sent("match", access_control_allow_origin=allowed)).outcome is outcome
    )


@pytest.mark.parametrize("part", ["preview", "suggest", "extend"])
def test_an_endpoint_that_is_not_offered_is_not_judged(judge: Judge, part: str) -> None:
    assert judge(f"cors-{part}", at("manifest", drop(part))).outcome is Outcome.SKIPPED


@pytest.mark.parametrize(
    ("key", "specification", "spoil", "problem"),
    [
        ("cors-preflight", _DRAFT, sent("options", status=405), "the status 405"),
        (
            "cors-preflight",
            _DRAFT,
            sent("options", access_control_allow_headers="accept"),
            "does not name Content-Type",
        ),
        (
            "cors-refusal",
            _NOW,
            _closed_refusal,
            "is missing",
        ),
        ("jsonp", _OLD, sent("manifest", body=b'{"name": "Sound"}'), "not a call of recon_check"),
    ],
)
def test_a_fault_towards_other_origins_is_told(
    judge: Judge, key: str, specification: Specification, spoil: Spoil, problem: str
) -> None:
    verdict = judge(key, spoil, specification)
    assert verdict.outcome is Outcome.FAILED
    assert problem in verdict.problems[0]


def test_a_local_service_needs_no_https(judge: Judge) -> None:
    assert judge("https").reason == "this is a local service"
