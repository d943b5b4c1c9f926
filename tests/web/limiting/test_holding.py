"""A client that asks too often is told so, in every way that it may read; nobody else notices."""

import asyncio
import re
from collections.abc import Callable

import pytest
from httpx2 import Response as Answer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import Message

from clustergraph.web.exchange.networks import Clients
from clustergraph.web.limiting.doorkeeper import Doorkeeper
from clustergraph.web.limiting.holding import HoldQueries, HoldRequests
from clustergraph.web.limiting.rate import Rate
from given.clients import BROWSER

ASK = {"query": "ASK {}"}
FIELDS = {
    "ratelimit",
    "ratelimit-limit",
    "ratelimit-policy",
    "ratelimit-remaining",
    "ratelimit-reset",
}
STYLE = "/assets/style.css"

Ask = Callable[..., Answer]


def _fields(answer: Answer) -> set[str]:
    return {name for name in answer.headers if name.startswith("ratelimit")}


def _after_all(ask: Ask, path: str = STYLE) -> None:
    """Ask as often as one may."""
    for _ in range(3):
        ask("GET", path)


# -- Requests --------------------------------------------------------------------------------------


def test_each_answer_tells_what_remains(ask: Ask) -> None:
    told = [ask("GET", STYLE).headers["ratelimit-remaining"] for _ in range(3)]
    assert told == ["2", "1", "0"]


@pytest.mark.parametrize("path", ["/", "/nowhere", "/favicon.ico", "/api/suggest?q=x", "/update"])
def test_all_addresses_count_and_tell(ask: Ask, path: str) -> None:
    assert _fields(ask("GET", path)) == FIELDS
    assert ask("GET", STYLE).headers["ratelimit-remaining"] == "1"


def test_who_asks_too_often_is_told_when_to_come_back(ask: Ask) -> None:
    _after_all(ask)
    answer = ask("GET", "/api/search", params={"q": "x"})
    problem = answer.json()
    assert answer.status_code == 429
    assert answer.headers["content-type"] == "application/problem+json"
    assert 3_000 < int(answer.headers["retry-after"]) <= 3_600
    assert (problem["limit"], problem["seconds"]) == (3, 3_600)
    assert problem["retry_after_seconds"] == int(answer.headers["retry-after"])
    assert problem["type"].endswith("/asked-too-often")
    assert answer.headers["ratelimit-remaining"] == "0"
    assert answer.headers["cache-control"] == "no-store"


def test_people_are_told_on_a_page(ask: Ask) -> None:
    _after_all(ask)
    answer = ask("GET", "/", headers={"Accept": BROWSER})
    assert (answer.status_code, "ask again in" in answer.text) == (429, True)
    assert answer.headers["content-type"].startswith("text/html")


def test_pages_from_elsewhere_can_read_all_of_it(ask: Ask) -> None:
    _after_all(ask)
    answer = ask("GET", "/")
    exposed = answer.headers["access-control-expose-headers"].lower().split(", ")
    assert {*FIELDS, "retry-after"} <= set(exposed)
    assert answer.headers["access-control-allow-origin"] == "*"


def test_browsers_that_ask_whether_they_may_are_not_counted(ask: Ask) -> None:
    for _ in range(4):
        assert ask("OPTIONS", "/api/search").status_code == 204
    assert ask("GET", STYLE).status_code == 200


def test_head_counts_and_is_refused_without_a_body(ask: Ask) -> None:
    assert ask("HEAD", STYLE).headers["ratelimit-remaining"] == "2"
    _after_all(ask)
    answer = ask("HEAD", STYLE)
    assert (answer.status_code, answer.content) == (429, b"")


@pytest.mark.parametrize("path", ["/health/live", "/health/ready", "/metrics"])
def test_operators_are_never_refused(ask: Ask, path: str) -> None:
    _after_all(ask)
    answers = [ask("GET", path) for _ in range(2)]
    assert [answer.status_code for answer in answers] == [200] * 2
    assert not _fields(answers[0])


@pytest.mark.parametrize(
    ("address", "status"),
    [("10.0.0.9", 200), ("::1", 200), ("10.0.1.9", 429), ("2001:db8::1", 429), ("pipe", 429)],
)
def test_proxies_are_not_held_for_what_others_ask(
    ask_from: Callable[[str], Ask], address: str, status: int
) -> None:
    _after_all(ask_from(address))
    assert ask_from(address)("GET", STYLE).status_code == status


def test_without_a_rate_nobody_is_held_and_nothing_is_told(site: TestClient) -> None:
    answers = [site.get(STYLE) for _ in range(9)]
    assert {answer.status_code for answer in answers} == {200}
    assert not _fields(answers[0])


def test_refusals_are_counted_by_rate(ask: Ask, ask_from: Callable[[str], Ask]) -> None:
    before = _refused(ask_from)
    _after_all(ask)
    ask("GET", STYLE)
    for _ in range(4):
        ask("GET", "/sparql", params=ASK)
    after = _refused(ask_from)
    assert after["requests"] - before["requests"] == 1
    assert after["queries"] - before["queries"] == 2


def _refused(ask_from: Callable[[str], Ask]) -> dict[str, float]:
    """Read what `/metrics` counted."""
    text = ask_from("::1")("GET", "/metrics").text
    counted = dict.fromkeys(("requests", "queries"), 0.0)
    for rate, number in re.findall(r'requests_refused_total{rate="(\w+)"} ([\d.]+)', text):
        counted[rate] = float(number)
    return counted


# -- Queries ---------------------------------------------------------------------------------------


def test_queries_have_a_rate_of_their_own(ask: Ask) -> None:
    _after_all(ask)
    statuses = [ask("GET", "/sparql", params=ASK).status_code for _ in range(3)]
    assert statuses == [200, 200, 429]


def test_an_answer_to_a_query_tells_nothing_and_a_refusal_all(ask: Ask) -> None:
    assert not _fields(ask("GET", "/sparql", params=ASK))
    ask("GET", "/sparql", params=ASK)
    answer = ask("POST", "/sparql", data=ASK)
    assert (answer.status_code, _fields(answer)) == (429, FIELDS)
    assert answer.headers["access-control-allow-origin"] == "*"
    assert answer.json()["limit"] == 2
    assert ask("HEAD", "/sparql", params=ASK).content == b""
    assert ask("OPTIONS", "/sparql").status_code == 204


def test_the_head_of_a_refusal_has_no_body() -> None:
    """Clients for tests drop a body after HEAD, so that here the messages are looked at."""
    doorkeeper = Doorkeeper(
        Rate("queries", "1/hour"), clients=Clients(""), note_refusal=lambda _: None
    )
    held = HoldQueries(PlainTextResponse("yes"), doorkeeper=doorkeeper)
    scope = {"type": "http", "method": "HEAD", "headers": [], "client": ("192.0.2.1", 1)}
    sent: list[Message] = []

    async def ask() -> None:
        async def send(message: Message) -> None:
            sent.append(message)

        for _ in range(2):
            sent.clear()
            await held(scope, Request(scope).receive, send)

    asyncio.run(ask())
    assert sent[0]["status"] == 429
    assert [message["body"] for message in sent[1:]] == [b""]


# -- Bodies ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("length", "remaining"), [(0, 99), (1_023, 99), (1_024, 98), (50_000, 51), (500_000, 0)]
)
def test_a_long_body_counts_as_several_requests(length: int, remaining: int) -> None:
    content = (b"x" * min(1_000, length - start) for start in range(0, length, 1_000))
    answer = _reading("100/hour").post("/", content=content)
    assert (answer.status_code, answer.text) == (200, str(length))
    assert answer.headers["ratelimit-remaining"] == str(remaining)


def _reading(rate: str) -> TestClient:
    """Serve an application that reads bodies and says how long they are."""

    async def read(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    doorkeeper = Doorkeeper(
        Rate("requests", rate), clients=Clients(""), note_refusal=lambda _: None
    )
    app = Starlette(routes=[Route("/", read, methods=["POST"])])
    return TestClient(HoldRequests(app, doorkeeper=doorkeeper))
