"""``clustergraph recon-check`` as a user types it."""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TypeAlias

import pytest

from given.sound_service import Call, Reply, Sound, at, put, sounding

Run: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture(scope="module")
def _sounding() -> Iterator[Sound]:
    with sounding() as sound:
        yield sound


@pytest.fixture
def sound(_sounding: Sound) -> Iterator[Sound]:
    """A sound service; a test that spoils it does so for itself alone."""
    yield _sounding
    _sounding.mend()


@pytest.fixture
def run(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run the command; gives the exit code, standard output and standard error."""
    monkeypatch.setattr("clustergraph.cli.recon_check._PAUSE_SECONDS", 0)
    return partial(run, "recon-check")


def test_a_sound_service_ends_the_command_with_0(sound: Sound, run: Run) -> None:
    code, output, _ = run(sound.endpoint)
    assert code == 0
    assert "Version 0.2 of Sound (https://reconciliation-api.github.io/specs/0.2/)" in output
    assert "FAIL" not in output


def test_a_broken_must_ends_it_with_1(sound: Sound, run: Run) -> None:
    sound.spoil = at("match", put("q0.result.0.name", ""))
    code, output, _ = run(sound.endpoint, "--spec", "0.2")
    assert code == 1
    assert "FAIL  MUST    4.2   Each candidate has an identifier and a name" in output


def test_a_broken_should_is_told_and_is_no_failure(sound: Sound, run: Run) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        del call
        return replace(reply, status=500) if reply.status == 400 else None

    sound.spoil = spoil
    code, output, _ = run(sound.endpoint, "--spec", "0.2")
    assert code == 0
    assert "FAIL  SHOULD  3.4   A batch that is not JSON" in output


def test_json_is_all_that_is_printed_if_it_is_wanted(sound: Sound, run: Run) -> None:
    code, output, _ = run(sound.draft, "--json")
    values = json.loads(output)
    assert code == 0
    assert values["conforms"]
    assert [one["specification"] for one in values["versions"]] == ["1.0-draft"]


def test_a_sample_and_headers_are_sent(sound: Sound, run: Run) -> None:
    run(sound.endpoint, "--spec", "0.2", "--sample", "Öslo", "--header", "X-Key: a secret")
    assert {call.headers.get("x-key") for call in sound.calls} == {"a secret"}
    assert any("Öslo" in str(call.fields) for call in sound.calls)


def test_what_was_sent_as_a_secret_is_not_printed(sound: Sound, run: Run) -> None:
    _, output, _ = run(sound.endpoint, "--spec", "0.2", "--verbose", "--header", "X-Key: hush")
    assert "hush" not in output


def test_nobody_there_is_a_failed_must(run: Run) -> None:
    code, output, _ = run("http://127.0.0.1:9/reconcile", "--timeout", "2")
    assert code == 1
    assert "no connection" in output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["reconcile.example"], "is not the address of a service"),
        (["ftp://example.org/"], "is not the address of a service"),
        (["http://[::1/"], "is not the address of a service"),
        (["http://a:99999/"], "is not the address of a service"),
        (["http://a/?x=1"], "has no parameters"),
        (["http://who:why@a/"], "credentials go with --header"),
        (["http://a/", "--header", "X-Key"], "is not a header"),
        (["http://a/", "--header", "X-Kéy: 1"], "is not a header"),
        (["http://a/", "--header", "X-Key: a\nB: c"], "is not a header"),
        (["http://a/", "--spec", "7"], "--spec"),
        (["http://a/", "--sample", "\udcff"], "not in the encoding"),
        (["http://a/", "--timeout", "0"], "is not a time"),
        (["http://a/", "--timeout", "nan"], "is not a time"),
        (["http://a/", "--timeout", "soon"], "--timeout"),
        ([], "URL"),
    ],
)
def test_wrong_use_is_told_and_ends_with_2(run: Run, arguments: list[str], said: str) -> None:
    code, _, error = run(*arguments)
    assert code == 2
    assert said in error
