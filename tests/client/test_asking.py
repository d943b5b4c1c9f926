"""How both clients behave when a service is busy, broken, gone, or another program."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from clustergraph.client import ClientOptions, Patience
from clustergraph.client.answer_cache import AnswerCache
from clustergraph.client.asking import Asking
from clustergraph.client.messages import Answer, Request
from clustergraph.errors import (
    AnswerTooLong,
    CallRefused,
    ComeBackLater,
    NoAnswer,
    NoLongerThere,
    NotThere,
    StrangeAnswer,
)
from given.both_clients import MakeClient
from given.endpoints import closed_endpoint, mute_endpoint
from given.scripted import Line, Script, problem

FOUND = Line(body=b'{"query": "a", "total": 0, "results": [], "next": null}')
BUSY = problem(503, Retry_After="0")


def test_a_service_that_is_busy_is_asked_again(client_at: MakeClient, script: Script) -> None:
    script.says(BUSY, problem(429, Retry_After="0"), FOUND)
    assert client_at(script.url)("search", "a").total == 0
    assert len(script.asked) == 3


@pytest.mark.parametrize("seconds", [1, 29])
def test_it_is_asked_again_when_it_says_and_not_before(seconds: int) -> None:
    asking = Asking(Request(url="http://x/"), AnswerCache(0), Patience())
    headers = {"retry-after": str(seconds)}
    asking.hear(Answer(url="http://x/", status=503, headers=headers, content=b""))
    assert asking.pause_seconds == seconds


def test_a_moment_to_come_back_is_understood(client_at: MakeClient, script: Script) -> None:
    past = format_datetime(datetime.now(UTC) - timedelta(days=1), usegmt=True)
    script.says(problem(503, Retry_After=past), FOUND)
    assert client_at(script.url)("search", "a").total == 0


def test_who_is_told_to_come_back_much_later_hears_of_it_at_once(
    client_at: MakeClient, script: Script
) -> None:
    script.says(problem(429, b'{"detail": "Too often."}', Retry_After="3600"))
    with pytest.raises(ComeBackLater, match=r"Too often\. \(429\)") as caught:
        client_at(script.url)("search", "a")
    assert (caught.value.retry_after_seconds, len(script.asked)) == (3600, 1)


def test_patience_ends(client_at: MakeClient, script: Script) -> None:
    script.says(BUSY)
    with pytest.raises(ComeBackLater):
        client_at(script.url, ClientOptions(patience=Patience(attempts=3)))("search", "a")
    assert len(script.asked) == 3


def test_a_query_that_took_too_long_is_not_asked_again(
    client_at: MakeClient, script: Script
) -> None:
    script.says(problem(503, b'{"type": "https://example.org/query-timed-out", "seconds": 2}'))
    with pytest.raises(CallRefused) as caught:
        client_at(script.url)("query", "SELECT * {}")
    assert not isinstance(caught.value, ComeBackLater)
    assert (len(script.asked), caught.value.members) == (1, {"seconds": 2})


def test_what_a_proxy_says_while_a_service_starts_is_not_believed(
    client_at: MakeClient, script: Script
) -> None:
    script.says(Line(status=502, body=b"<html>", headers={"Content-Type": "text/html"}), FOUND)
    assert client_at(script.url)("search", "a").total == 0


@pytest.mark.parametrize(
    ("status", "error"), [(404, NotThere), (410, NoLongerThere), (400, CallRefused)]
)
def test_a_problem_is_an_error_with_its_members(
    client_at: MakeClient, script: Script, status: int, error: type[CallRefused]
) -> None:
    script.says(
        problem(status, b'{"type": "urn:x", "title": "No", "detail": "Not so.", "name": "y"}')
    )
    with pytest.raises(error, match="Not so") as caught:
        client_at(script.url)("entity", "y")
    told = caught.value
    assert (told.status, told.kind, told.title, told.members) == (
        status,
        "urn:x",
        "No",
        {"name": "y"},
    )
    assert told.url == f"{script.url}/api/entities/y"


@pytest.mark.parametrize(
    "line",
    [
        Line(body=b"<html>hello</html>", headers={"Content-Type": "text/html"}),
        Line(body=b'{"results": 7}'),
        Line(body=b""),
        Line(status=500, body=b"<html>", headers={"Content-Type": "text/html"}),
        Line(status=404, body=b"nothing here", headers={"Content-Type": "text/plain"}),
        problem(400, b"not json"),
        problem(400, b"[1]"),
        Line(status=304),
    ],
)
def test_another_program_is_never_an_empty_result(
    client_at: MakeClient, script: Script, line: Line
) -> None:
    script.says(line)
    with pytest.raises(StrangeAnswer):
        client_at(script.url)("search", "a")


def test_an_answer_that_breaks_off_is_none_and_not_asked_for_again(
    client_at: MakeClient, script: Script
) -> None:
    script.says(Line(body=FOUND.body, breaks_off=True))
    with pytest.raises(NoAnswer, match="broke off"):
        client_at(script.url)("search", "a")
    assert len(script.asked) == 1


def test_an_answer_without_end_is_not_read_to_it(client_at: MakeClient, script: Script) -> None:
    script.says(Line(body=b"[" + b" " * 3_000_000))
    with pytest.raises(AnswerTooLong, match="1,000,000"):
        client_at(script.url, ClientOptions(most_bytes=1_000_000))("search", "a")


def test_nobody_there_is_an_error_after_some_trials(client_at: MakeClient) -> None:
    url = closed_endpoint().removesuffix("/sparql")
    with pytest.raises(NoAnswer, match=r"refused|attempts failed"):
        client_at(url, ClientOptions(patience=Patience(attempts=2)))("search", "a")


def test_a_service_that_says_nothing_is_waited_for_once(client_at: MakeClient) -> None:
    with mute_endpoint() as url, pytest.raises(NoAnswer, match="took too long"):
        client_at(url, ClientOptions(timeout_seconds=0.2))("search", "a")


def test_no_answer_sends_a_client_to_another_service(client_at: MakeClient, script: Script) -> None:
    more = b'{"query": "a", "total": 1, "results": [], "next": "http://other.example/api/search"}'
    script.says(Line(body=more))
    with pytest.raises(StrangeAnswer, match=r"other\.example"):
        client_at(script.url)("search_all", "a")


def test_redirects_are_followed_but_not_for_ever(client_at: MakeClient, script: Script) -> None:
    script.says(Line(status=301, headers={"Location": "/api/entities/b"}))
    with pytest.raises(NoAnswer, match="redirects"):
        client_at(script.url)("entity", "a")
