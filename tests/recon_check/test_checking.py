"""Which versions a service is held to, and what a whole check says of a sound one."""

from dataclasses import replace

import pytest

from clustergraph.recon_check import (
    Outcome,
    Round,
    Specification,
    Wire,
    check,
    check_declared,
    requirements_of,
)
from clustergraph.recon_check.checks import CHECKS
from given.sound_service import Call, Reply, Sound, manifest

_UNTESTED = {"abuse", "accept-language", "accessible"}
_NOT_OF_THE_SOUND_ONE = {"https", "content-language"}
_STABLE = (Specification.V0_1, Specification.V0_2)


def _endpoint(sound: Sound, specification: Specification) -> str:
    return sound.draft if specification is Specification.V1_0_DRAFT else sound.endpoint


def _ended(round_: Round, outcome: Outcome) -> set[str]:
    return {
        finding.requirement.key for finding in round_.findings if finding.verdict.outcome is outcome
    }


@pytest.mark.parametrize("specification", Specification)
def test_a_sound_service_fails_nothing(
    sound: Sound, wire: Wire, specification: Specification
) -> None:
    found = check(_endpoint(sound, specification), wire, specification)
    failed = {
        finding.requirement.key: finding.verdict.problems
        for finding in found.findings
        if finding.verdict.outcome is Outcome.FAILED
    }
    assert failed == {}


@pytest.mark.parametrize("specification", Specification)
def test_of_a_sound_service_everything_is_tested_that_can_be(
    sound: Sound, wire: Wire, specification: Specification
) -> None:
    found = check(_endpoint(sound, specification), wire, specification)
    assert _ended(found, Outcome.SKIPPED) <= _UNTESTED | _NOT_OF_THE_SOUND_ONE


@pytest.mark.parametrize("specification", Specification)
def test_each_requirement_has_its_line_in_the_order_of_the_table(
    sound: Sound, wire: Wire, specification: Specification
) -> None:
    found = check(_endpoint(sound, specification), wire, specification)
    assert [one.requirement for one in found.findings] == requirements_of(specification)


def test_each_requirement_has_a_check_and_each_check_a_requirement() -> None:
    required = {one.key for version in Specification for one in requirements_of(version)}
    assert required == set(CHECKS)


def test_the_versions_that_the_manifest_names_are_checked(sound: Sound, wire: Wire) -> None:
    report = check_declared(sound.endpoint, wire)
    assert [one.specification for one in report.rounds] == list(_STABLE)


def test_the_name_of_the_service_is_told(sound: Sound, wire: Wire) -> None:
    assert check(sound.endpoint, wire, Specification.V0_2).name == "Sound"


@pytest.mark.parametrize(
    ("versions", "checked"),
    [
        (None, Specification.V0_1),
        (["0.2"], Specification.V0_2),
        (["9.9"], Specification.V0_2),
        ("0.1", Specification.V0_2),
        (["1.0-draft", 7], Specification.V1_0_DRAFT),
    ],
)
def test_a_service_is_held_to_what_it_says_of_itself(
    sound: Sound, wire: Wire, versions: object, checked: Specification
) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        if call.fields or call.method != "GET" or call.path != "/reconcile":
            return None
        rest = {key: value for key, value in manifest().items() if key != "versions"}
        return reply.with_json(rest if versions is None else {**rest, "versions": versions})

    sound.spoil = spoil
    report = check_declared(sound.endpoint, wire)
    assert [one.specification for one in report.rounds] == [checked]


def test_a_version_that_is_told_is_checked_whatever_the_manifest_says(
    sound: Sound, wire: Wire
) -> None:
    report = check_declared(sound.draft, wire, [Specification.V0_1])
    assert [one.specification for one in report.rounds] == [Specification.V0_1]


def test_two_versions_of_one_dialect_do_not_ask_the_same_twice(sound: Sound, wire: Wire) -> None:
    check(sound.endpoint, wire, Specification.V0_1)
    sent = wire.sent
    check(sound.endpoint, wire, Specification.V0_2)
    assert wire.sent - sent <= 8


def test_a_service_is_asked_politely_few_times(sound: Sound, wire: Wire) -> None:
    assert check_declared(sound.endpoint, wire).requests < 60
    assert len(sound.calls) == wire.sent


def test_a_name_that_is_told_is_asked_for_instead_of_words(sound: Sound, wire: Wire) -> None:
    check(sound.endpoint, wire, Specification.V0_2, text="Oslo")
    batches = [call.fields["queries"] for call in sound.calls if "queries" in call.fields]
    assert batches[0] == '{"q0": {"query": "Oslo", "limit": 5}}'


def test_without_a_manifest_the_must_fails_and_what_needs_it_is_skipped(
    sound: Sound, wire: Wire
) -> None:
    def spoil(call: Call, reply: Reply) -> Reply:
        del call
        return replace(reply, status=404)

    sound.spoil = spoil
    found = check(sound.endpoint, wire, Specification.V0_2)
    assert [one.requirement.key for one in found.broken_musts] == ["manifest"]
    assert not _ended(found, Outcome.PASSED)
