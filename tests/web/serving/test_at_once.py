"""Replies that are given at once are those that were given before, and count like all others."""

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import pytest
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from clustergraph.operations.dataset import Dataset
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app
from clustergraph.web.exchange.root_path import UnderRootPath
from clustergraph.web.limiting.options import LimitOptions
from clustergraph.web.serving.extensions import WHOLE_ANSWER

PAGE = "/page/trace-kei-aaaaaaab"
TURTLE = "/data/trace-kei-aaaaaaab.ttl"


class Whole:
    """A server that takes whole answers; notes what it was given."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app
        self.sent: list[bytes] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self._app({**scope, "extensions": {WHOLE_ANSWER: self.take}}, receive, send)

    def take(self, headers: Iterable[tuple[bytes, bytes]], body: bytes) -> bool:
        self.sent.append(dict(headers)[b"link"] + body)
        return False


def service(home: Home, request_rate: str = "") -> ASGIApp:
    return create_app(
        Dataset(home),
        ReaderPool(readers=1, queue_length=4, memory_bytes=2**30),
        limits=Limits(),
        seconds=10,
        cache_bytes=1 << 22,
        limiting=LimitOptions(request_rate=request_rate),
    )


@contextmanager
def visiting(app: ASGIApp) -> Iterator[TestClient]:
    headers = {"Accept": "text/html", "Accept-Encoding": "gzip"}
    with TestClient(app, client=("192.0.2.1", 1), headers=headers) as client:
        yield client


def test_each_client_is_told_how_it_stands_and_held_to_its_rate(small_home: Home) -> None:
    with visiting(service(small_home, request_rate="5/60 seconds")) as client:
        answers = [client.get(PAGE) for _ in range(6)]
    assert [answer.status_code for answer in answers] == [200] * 5 + [429]
    assert {answer.text for answer in answers[:5]} == {answers[0].text}
    assert [answer.headers["RateLimit-Remaining"] for answer in answers[:5]] == list("43210")


def test_what_is_given_again_has_the_same_headers(small_home: Home) -> None:
    with visiting(service(small_home)) as client:
        first, again = client.get(PAGE), client.get(PAGE)
        known = client.get(PAGE, headers={"If-None-Match": first.headers["ETag"]})
    assert again.headers == first.headers
    assert (known.status_code, known.content) == (304, b"")
    assert known.headers.items() <= first.headers.items()


def test_what_is_given_at_once_is_counted_and_logged_like_all_else(
    small_home: Home, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        caplog.at_level(logging.INFO, "clustergraph.web.operating"),
        visiting(service(small_home, request_rate="4/60 seconds")) as client,
    ):
        tag = client.get(PAGE).headers["ETag"]
        for headers in ({}, {"If-None-Match": tag}, {}, {}):
            client.get(PAGE, headers=headers)
        TestClient(client.app).get("/health/live")
        counted = TestClient(client.app).get("/metrics").text
    assert [vars(line)["status"] for line in caplog.records][:5] == [200, 200, 304, 200, 429]
    for status, number in (("200", 3), ("304", 1), ("429", 1)):
        assert f'requests_total{{family="page",status="{status}"}} {number}.0' in counted
    assert 'clustergraph_requests_refused_total{rate="requests"} 1.0' in counted


def test_a_server_that_takes_whole_answers_gets_them(small_home: Home) -> None:
    server = Whole(service(small_home))
    with visiting(server) as client:
        answers = [client.get(TURTLE, headers={"Accept-Encoding": "identity"}) for _ in range(2)]
    assert len(server.sent) == 1
    assert server.sent[0].endswith(answers[0].content)
    assert answers[1].content == answers[0].content  # it refused, so they came as usual


def test_below_a_path_links_have_it_also_when_they_are_kept(small_home: Home) -> None:
    server = Whole(UnderRootPath(service(small_home), "/kg"))
    with visiting(server) as client:
        answers = [client.get(f"/kg{TURTLE}") for _ in range(2)]
    assert answers[1].headers == answers[0].headers
    assert "</kg/page/trace-kei-aaaaaaab>" in answers[1].headers["Link"]
    assert server.sent == []
