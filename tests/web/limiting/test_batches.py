"""Batches get fair turns and a bounded time; who asks for one thing never waits for them."""

import asyncio
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.requests import Request
from starlette.testclient import TestClient

from clustergraph.errors import BatchTimedOut, TooManyBatches
from clustergraph.web.limiting.batches import Batches

TABLE = {"queries": '{"q0": {"query": "a"}}'}
COLUMNS = {"ids": ["a"], "properties": [{"id": "locatedIn"}]}
ASKED = [
    ("POST", "/api/lookup", {"json": {"items": ["a"]}}),
    ("POST", "/reconcile", {"data": TABLE}),
    ("POST", "/reconcile", {"data": {"extend": json.dumps(COLUMNS)}}),
    ("GET", "/reconcile", {"params": TABLE}),
    (
        "POST",
        "/reconcile/v1/match",
        {"json": {"queries": [{"conditions": [{"matchType": "name", "propertyValue": "a"}]}]}},
    ),
    ("POST", "/reconcile/v1/extend", {"json": COLUMNS}),
]
"""All that asks for many things at once."""


class Crowd:
    """Batches of several clients, each of which is at work until it is told to end."""

    def __init__(self, batches: Batches) -> None:
        self._batches = batches
        self._ends: dict[str, threading.Event] = {}
        self.working: set[str] = set()

    def send(self, name: str) -> "asyncio.Task[str]":
        """Send a batch; its client is the first letter of its name."""
        self._ends[name] = threading.Event()
        request = Request({"type": "http", "client": (f"192.0.2.{ord(name[0])}", 1)})
        return asyncio.create_task(self._batches.answer(request, self._work(name)))

    def end(self, *names: str) -> None:
        """End the work on some."""
        for name in names:
            self._ends[name].set()

    def _work(self, name: str) -> Callable[[], str]:
        def work() -> str:
            self.working.add(name)
            assert self._ends[name].wait(10)
            self.working.discard(name)
            return name

        return work


@contextmanager
def _taking(site: TestClient, batches: Batches) -> Iterator[None]:
    """Have a service take batches so."""
    app = site.app
    assert isinstance(app, FastAPI)
    before, app.state.batches = app.state.batches, batches
    try:
        yield
    finally:
        app.state.batches = before


async def _until(holds: Callable[[], bool]) -> None:
    async with asyncio.timeout(10):
        while not holds():  # noqa: ASYNC110  # threads tell it
            await asyncio.sleep(0.001)


def test_a_client_that_sends_many_batches_leaves_room_for_another() -> None:
    async def tell() -> list[str]:
        crowd = Crowd(Batches(seconds=10, at_once=2))
        sent = [crowd.send(name) for name in ("a1", "a2", "a3")]
        await _until(lambda: crowd.working == {"a1"})
        sent.append(crowd.send("b1"))
        await _until(lambda: crowd.working == {"a1", "b1"})
        crowd.end("b1", "a1", "a2", "a3")
        return await asyncio.gather(*sent)

    assert asyncio.run(tell()) == ["a1", "a2", "a3", "b1"]


def test_who_would_wait_behind_too_many_is_sent_away() -> None:
    async def tell() -> None:
        crowd = Crowd(Batches(seconds=10, at_once=1, waiting=2))
        sent = [crowd.send("a1"), crowd.send("a2")]
        await _until(lambda: crowd.working == {"a1"})
        try:
            with pytest.raises(TooManyBatches) as refused:
                await crowd.send("a3")
            assert refused.value.retry_after_seconds > 0
        finally:
            crowd.end("a1", "a2")
            await asyncio.gather(*sent)

    asyncio.run(tell())


def test_who_would_wait_too_long_is_sent_away() -> None:
    async def tell() -> None:
        crowd = Crowd(Batches(seconds=0.01, at_once=1))
        first = crowd.send("a1")
        try:
            with pytest.raises(TooManyBatches):
                await crowd.send("b1")
        finally:
            crowd.end("a1")
            await first

    asyncio.run(tell())


def test_a_batch_that_fails_makes_room_for_the_next() -> None:
    def fail() -> None:
        raise ValueError("a fault")

    async def tell() -> str:
        batches = Batches(seconds=10, at_once=1)
        request = Request({"type": "http", "client": ("192.0.2.1", 1)})
        with pytest.raises(ValueError, match="a fault"):
            await batches.answer(request, fail)
        return await batches.answer(request, lambda: "done")

    assert asyncio.run(tell()) == "done"


def test_all_items_are_worked_on_while_there_is_time() -> None:
    seconds = count()
    batches = Batches(seconds=5, clock=lambda: next(seconds))
    assert [*batches.in_time("abcde")] == [*"abcde"]


def test_a_batch_whose_time_is_over_is_given_up() -> None:
    seconds = count()
    batches = Batches(seconds=5, clock=lambda: next(seconds))
    begun: list[str] = []
    with pytest.raises(BatchTimedOut, match="after 5 seconds, and nothing of it is answered"):
        begun.extend(batches.in_time("abcdefgh"))
    assert begun == [*"abcde"]


@pytest.mark.parametrize(("method", "path", "sent"), ASKED)
def test_a_batch_that_has_no_time_is_told_so(
    site: TestClient, method: str, path: str, sent: dict[str, Any]
) -> None:
    with _taking(site, Batches(seconds=-1)):
        answer = site.request(method, path, **sent)
    assert answer.status_code == 503
    assert "nothing of it is answered" in answer.json()["detail"]
    assert "retry-after" not in answer.headers  # it would take as long again


@pytest.mark.parametrize(("method", "path", "sent"), ASKED)
def test_a_batch_that_gets_no_turn_is_told_when_to_come_back(
    site: TestClient, method: str, path: str, sent: dict[str, Any]
) -> None:
    with _taking(site, Batches(seconds=0.001, at_once=0)):
        answer = site.request(method, path, **sent)
        assert site.get("/api/search?q=a").status_code == 200
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "5")
