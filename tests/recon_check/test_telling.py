"""What a person reads of a report, and what a program."""

import json

import pytest

from clustergraph.recon_check import (
    Finding,
    Report,
    Round,
    Specification,
    Wire,
    check_declared,
    tell,
)
from clustergraph.recon_check.findings import judged
from clustergraph.recon_check.messages import Answer, Exchange, get, post_form
from clustergraph.recon_check.requirements import requirements_of
from given.sound_service import Sound, at, put

_NOW = Specification.V0_2


@pytest.fixture
def report(sound: Sound, wire: Wire) -> Report:
    """The report of a service whose candidates have no names."""
    sound.spoil = at("match", put("q0.result.0.name", ""))
    return check_declared(sound.endpoint, wire, [_NOW])


def _of(answer: Answer, *problems: str) -> Report:
    exchange = Exchange(request=get("http://a.example/"), answer=answer)
    finding = Finding(requirement=requirements_of(_NOW)[0], verdict=judged(problems, exchange))
    round_ = Round(specification=_NOW, name="A\x1b[2Jb\nc", findings=(finding,))
    return Report(endpoint="http://a.example/", rounds=(round_,), requests=1)


def test_each_requirement_is_one_line_with_its_level_and_section(report: Report) -> None:
    lines = list(tell(report))
    assert 'pass  MUST    3.1   The manifest\'s "name" is a text, and not empty.' in lines
    marked = [line for line in lines if line[:4] in {"pass", "FAIL", "skip"}]
    assert len(marked) == len(requirements_of(_NOW))


def test_a_failure_is_followed_by_what_is_wrong_and_the_exchange(report: Report) -> None:
    lines = list(tell(report))
    place = next(number for number, line in enumerate(lines) if line.startswith("FAIL"))
    said = [line.strip() for line in lines[place + 1 : place + 7]]
    assert said[0] == "candidate 0 of q0.name is empty"
    assert said[1].startswith("> POST http://127.0.0.1:")
    assert said[4].startswith("> origin: ")
    assert said[5].startswith('> queries={"q0": {"query": "university", "limit": 5}')
    assert any(line.strip() == "< 200 OK" for line in lines)


def test_why_something_was_not_tested_is_on_its_line(report: Report) -> None:
    told = "skip  SHOULD  3.4   Too many requests are refused. [it would take a flood of requests"
    assert any(line.startswith(told) for line in tell(report))


def test_where_there_is_no_service_the_rest_is_one_line(wire: Wire) -> None:
    report = check_declared("http://127.0.0.1:1/", wire, [_NOW])
    marked = [line for line in tell(report) if line[:4] in {"pass", "FAIL", "skip"}]
    assert marked[0].startswith("FAIL  MUST    3.1   A GET of the endpoint")
    assert marked[-1].endswith(" requirements [there is no manifest to go by]")
    assert len(marked) < 10
    assert len(list(tell(report, verbose=True))) > len(requirements_of(_NOW))


def test_what_passed_shows_its_exchange_only_if_wanted(report: Report) -> None:
    brief, whole = list(tell(report)), list(tell(report, verbose=True))
    assert len(whole) > 3 * len(brief)


def test_the_sum_is_told_at_the_end(report: Report) -> None:
    *_, counts, requests = tell(report)
    assert counts.startswith("Version 0.2: ")
    assert counts.endswith("failed are 1 MUST.")
    assert requests == f"Requests sent: {report.requests}."


def test_what_a_server_sends_does_nothing_to_a_terminal() -> None:
    headers = (("content-type", "\x1b]0;x\x07"),)
    answer = Answer(status=200, headers=headers, body=b"\x1b[31mred\r\n")
    told = "\n".join(tell(_of(answer, "it said \x9b31m\u202e")))
    assert told.replace("\n", "").isprintable()
    assert "\\x1b[31mred" in told


def test_a_long_answer_is_cut() -> None:
    told = list(tell(_of(Answer(status=799, headers=(), body=b"a" * 100_000), "no")))
    assert max(map(len, told)) < 1300
    assert "        < 799" in told


def test_a_trouble_and_a_redirect_are_shown() -> None:
    request = post_form("http://a.example/", {"queries": "{}"})
    exchange = Exchange(request=request, trouble="no connection", through=("http://b.example/",))
    finding = Finding(requirement=requirements_of(_NOW)[0], verdict=judged(["no"], exchange))
    round_ = Round(specification=_NOW, name="", findings=(finding,))
    told = list(tell(Report(endpoint="", rounds=(round_,), requests=1)))
    assert told[-5:-3] == ["          sent on to http://b.example/", "        < no connection"]


def test_a_program_reads_all_of_it_as_json(report: Report) -> None:
    values = json.loads(json.dumps(report.as_values()))
    assert not values["conforms"]
    (version,) = values["versions"]
    assert version["counts"]["failed"] == 1
    failed = next(one for one in version["findings"] if one["outcome"] == "failed")
    assert failed["requirement"] == "candidate-identity"
    assert failed["problems"] == ["candidate 0 of q0.name is empty"]
    assert failed["exchanges"][0]["request"]["method"] == "POST"
    assert failed["exchanges"][0]["answer"]["status"] == 200
