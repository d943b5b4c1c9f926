"""What an answer that is no success tells."""

import json
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.client.messages import Answer
from clustergraph.client.problems import refusal, retry_after_seconds
from clustergraph.errors import (
    CallRefused,
    ComeBackLater,
    NoLongerThere,
    NotThere,
    StrangeAnswer,
)

_PROBLEM = "application/problem+json; charset=utf-8"


def _answer(status: int, content: bytes = b"{}", **headers: str) -> Answer:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    all_headers = {"content-type": _PROBLEM, **named}
    return Answer(url="http://a.example/", status=status, headers=all_headers, content=content)


@pytest.mark.parametrize(
    ("status", "error"),
    [(400, CallRefused), (404, NotThere), (410, NoLongerThere), (429, ComeBackLater)],
)
def test_a_problem_is_an_error_of_its_kind(status: int, error: type[CallRefused]) -> None:
    assert type(refusal(_answer(status))) is error


def test_a_problem_keeps_what_it_tells() -> None:
    told = {"type": "t", "title": "Gone", "status": 410, "detail": "d", "why": "she asked"}
    error = refusal(_answer(410, json.dumps(told).encode()))
    assert isinstance(error, NoLongerThere)
    assert (error.kind, error.title, error.detail) == ("t", "Gone", "d")
    assert error.members == {"why": "she asked"}


def test_whoever_says_when_to_come_back_is_busy_whatever_the_status() -> None:
    error = refusal(_answer(503, retry_after="7"))
    assert isinstance(error, ComeBackLater)
    assert error.retry_after_seconds == 7


@pytest.mark.parametrize("content", [b"", b"[]", b"{", b"7"])
def test_what_is_no_problem_comes_from_another_program(content: bytes) -> None:
    assert isinstance(refusal(_answer(500, content)), StrangeAnswer)
    assert isinstance(refusal(_answer(500, content_type="text/html")), StrangeAnswer)


def test_a_moment_to_come_back_is_counted_from_now_and_never_past() -> None:
    soon = datetime.now(UTC) + timedelta(seconds=100)
    seconds = retry_after_seconds(_answer(503, retry_after=format_datetime(soon, usegmt=True)))
    assert seconds is not None
    assert 0 < seconds <= 100
    past = _answer(503, retry_after="Wed, 21 Oct 2015 07:28:00 GMT")
    assert retry_after_seconds(past) == 0


@given(st.text())
def test_whatever_the_header_holds_is_a_time_or_none(text: str) -> None:
    seconds = retry_after_seconds(_answer(503, retry_after=text))
    assert seconds is None or seconds >= 0
