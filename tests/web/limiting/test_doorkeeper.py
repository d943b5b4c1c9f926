"""Clients are held to a rate and told how they stand, and nobody else is held."""

import asyncio
import json
from typing import Any

import pytest
from starlette.types import Message

from clustergraph.web.exchange.networks import Clients
from clustergraph.web.limiting.doorkeeper import Doorkeeper
from clustergraph.web.limiting.rate import Rate

SCOPE: dict[str, Any] = {"type": "http", "method": "GET", "client": ("192.0.2.1", 1), "headers": []}


def _doorkeeper(noted: list[str]) -> Doorkeeper:
    clients = Clients("10.0.0.0/8")
    return Doorkeeper(Rate("queries", "2/minute"), clients=clients, note_refusal=noted.append)


@pytest.mark.parametrize(
    ("more", "client"),
    [
        ({}, "192.0.2.1"),
        ({"client": ("10.0.0.7", 1)}, None),
        ({"client": None}, None),
        ({"method": "OPTIONS"}, None),
        ({"type": "lifespan"}, None),
    ],
)
def test_who_is_no_client_is_not_held(more: dict[str, Any], client: str | None) -> None:
    assert _doorkeeper([]).client({**SCOPE, **more}) == client


def test_one_request_too_many_is_noted_under_the_name_of_its_rate() -> None:
    noted: list[str] = []
    doorkeeper = _doorkeeper(noted)
    assert [doorkeeper.admits("a") for _ in range(3)] == [True, True, False]
    assert doorkeeper.admits("b")
    assert noted == ["queries"]


def test_a_refusal_says_when_to_come_back() -> None:
    doorkeeper = _doorkeeper([])
    for _ in range(3):
        doorkeeper.admits("a")
    refusal = doorkeeper.refusal(SCOPE, "a")
    assert refusal.status_code == 429
    assert 1 <= int(refusal.headers["retry-after"]) <= 60
    assert json.loads(bytes(refusal.body))["limit"] == 2


def test_an_answer_tells_how_its_client_stands_when_it_begins() -> None:
    doorkeeper = _doorkeeper([])
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    doorkeeper.admits("a")
    start: Message = {"type": "http.response.start", "status": 200, "headers": [(b"x", b"y")]}

    async def answer() -> None:
        await doorkeeper.telling(send, "a")(start)

    asyncio.run(answer())
    headers = dict(sent[0]["headers"])
    assert (headers[b"x"], headers[b"ratelimit-remaining"]) == (b"y", b"1")
