"""A report counts what was found, and says whether a service conforms."""

import json

import pytest

from clustergraph.recon_check import Finding, Level, Outcome, Report, Round, Specification
from clustergraph.recon_check.findings import Verdict, judged, skipped
from clustergraph.recon_check.messages import Answer, Exchange, get
from clustergraph.recon_check.requirements import Requirement

_NOW = Specification.V0_2
_EXCHANGES = (
    Exchange(
        request=get("https://a.example/"),
        answer=Answer(status=200, headers=(("a", "b"),), body=b"x" * 5000),
    ),
    Exchange(request=get("https://a.example/"), trouble="no connection"),
)


def _report(level: Level, verdict: Verdict) -> Report:
    requirement = Requirement(
        key="k", specification=_NOW, level=level, section="3", text="It is so."
    )
    finding = Finding(requirement=requirement, verdict=verdict)
    round_ = Round(specification=_NOW, name="A", findings=(finding,))
    return Report(endpoint="https://a.example/", rounds=(round_,), requests=2)


@pytest.mark.parametrize(
    ("level", "verdict", "conforms"),
    [
        (Level.MUST, judged(["wrong"]), False),
        (Level.SHOULD, judged(["wrong"]), True),
        (Level.MUST, judged([]), True),
        (Level.MUST, skipped("not offered"), True),
    ],
)
def test_only_a_broken_must_keeps_it_from_conforming(
    level: Level, verdict: Verdict, conforms: bool
) -> None:
    assert _report(level, verdict).conforms is conforms


def test_all_of_it_can_be_written_as_json_with_long_bodies_cut() -> None:
    report = _report(Level.MUST, judged(["wrong"], *_EXCHANGES))
    told = json.loads(json.dumps(report.as_values()))
    (version,) = told["versions"]
    assert version["counts"] == {"passed": 0, "failed": 1, "skipped": 0}
    answered, silent = version["findings"][0]["exchanges"]
    assert (len(answered["answer"]["body"]), answered["answer"]["cut"]) == (4000, True)
    assert (silent["answer"], silent["trouble"]) == (None, "no connection")


def test_each_end_is_counted() -> None:
    (round_,) = _report(Level.MUST, skipped("not offered")).rounds
    assert [round_.count(outcome) for outcome in Outcome] == [0, 0, 1]
