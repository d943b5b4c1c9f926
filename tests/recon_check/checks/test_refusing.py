"""Whether a service refuses what it should, and says so by its status."""

import base64
from dataclasses import replace

import pytest

from clustergraph.recon_check import Outcome, Specification
from given.sound_service import Call, Json, Judge, Reply, Sound, at, drop, put, sent

_OLD, _NOW, _DRAFT = Specification


@pytest.mark.parametrize("specification", [_NOW, _DRAFT])
@pytest.mark.parametrize("status", [200, 500])
def test_a_malformed_batch_has_to_be_refused(
    judge: Judge, specification: Specification, status: int
) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        del call
        return Reply(status=status, headers={}, body=b"{}") if reply.status == 400 else None

    verdict = judge("malformed-refused", spoil, specification)
    assert verdict.problems == (f"it was answered with the status {status}",)


def test_who_refuses_every_batch_is_not_praised_for_it(judge: Judge) -> None:
    verdict = judge("malformed-refused", sent("match", status=400))
    assert verdict.outcome is Outcome.SKIPPED


@pytest.mark.parametrize("specification", [_NOW, _DRAFT])
def test_false_credentials_have_to_be_answered_with_401(
    judge: Judge, specification: Specification
) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        del call
        return Reply(status=403, headers={}, body=b"") if reply.status == 401 else None

    verdict = judge("authentication-refused", spoil, specification)
    assert verdict.problems == ("they were answered with the status 403",)


def test_without_authentication_no_credentials_are_sent(judge: Judge) -> None:
    verdict = judge("authentication-refused", at("manifest", drop("authentication")))
    assert verdict.outcome is Outcome.SKIPPED


@pytest.mark.parametrize(
    ("scheme", "sent_as"),
    [
        ({"type": "basic"}, ("authorization", "Basic ")),
        ({"type": "oauth2"}, ("authorization", "Bearer ")),
        ({"type": "http", "scheme": []}, ("authorization", "Bearer ")),
        ({"type": "apiKey", "in": "header", "name": "X-Key"}, ("x-key", "recon-check-false")),
        ({"type": "apiKey", "in": "cookie", "name": "key"}, ("cookie", "key=recon-check-false")),
    ],
)
def test_credentials_are_sent_as_the_scheme_says(
    sound: Sound, judge: Judge, scheme: dict[str, Json], sent_as: tuple[str, str]
) -> None:
    judge("authentication-refused", at("manifest", put("authentication", scheme)))
    name, value = sent_as
    assert sound.calls[-1].headers[name].startswith(value)


def test_a_key_in_the_query_is_sent_there(sound: Sound, judge: Judge) -> None:
    scheme = {"type": "apiKey", "in": "query", "name": "api_key"}
    verdict = judge("authentication-refused", at("manifest", put("authentication", scheme)))
    assert verdict.exchanges[0].request.url.endswith("?api_key=recon-check-false-credentials")
    assert sound.calls[-1].method == "POST"


def test_basic_credentials_are_well_formed(sound: Sound, judge: Judge) -> None:
    judge("authentication-refused")
    _, _, pair = sound.calls[-1].headers["authorization"].partition(" ")
    assert b":" in base64.b64decode(pair)


@pytest.mark.parametrize("specification", [_NOW, _DRAFT])
def test_a_query_of_nothing_must_not_look_like_one_that_finds_nothing(
    judge: Judge, specification: Specification
) -> None:
    nothing = {"q0": {"result": []}, "results": [{"candidates": []}]}
    key = "q0" if specification is _NOW else "results"

    def spoil(call: Call, reply: Reply) -> Reply | None:
        del call
        of_nothing = b"a query of nothing" in reply.body
        return replace(reply.with_json({key: nothing[key]}), status=200) if of_nothing else None

    verdict = judge("empty-refused", spoil, specification)
    assert verdict.problems == ("it was answered with the status 200",)


def test_a_query_of_nothing_may_be_refused_within_its_batch(judge: Judge) -> None:
    told = {"q0": {"result": [], "error": "a query of nothing"}}

    def spoil(call: Call, reply: Reply) -> Reply | None:
        del call
        of_nothing = b"a query of nothing" in reply.body
        return replace(reply.with_json(told), status=200) if of_nothing else None

    assert judge("empty-refused", spoil).outcome is Outcome.PASSED
