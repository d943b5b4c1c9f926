"""An application in this process is asked as if there were a socket between."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import pytest

from clustergraph.client import AsyncClient, ClientOptions, Patience
from clustergraph.errors import NoAnswer
from clustergraph.mcp_server.in_process import InProcess, running

pytestmark = pytest.mark.anyio

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def breaking_off(_: Message, receive: Receive, send: Send) -> None:
    await receive()
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"{", "more_body": True})


async def test_an_answer_that_breaks_off_is_no_answer() -> None:
    options = ClientOptions(patience=Patience(attempts=1))
    async with AsyncClient("http://x", options, transport=InProcess(breaking_off)) as client:
        with pytest.raises(NoAnswer, match="broke off"):
            await client.search("a")


async def test_an_application_is_started_and_stopped() -> None:
    heard: list[str] = []

    async def application(_: Message, receive: Receive, send: Send) -> None:
        while heard[-1:] != ["lifespan.shutdown"]:
            heard.append((await receive())["type"])
            await send({"type": f"{heard[-1]}.complete"})

    async with running(application):
        assert heard == ["lifespan.startup"]
    assert heard == ["lifespan.startup", "lifespan.shutdown"]


async def test_why_an_application_does_not_start_is_told() -> None:
    async def application(_: Message, receive: Receive, send: Send) -> None:
        await receive()
        await send({"type": "lifespan.startup.failed"})
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        async with running(application):
            pytest.fail("it has not started")


async def test_an_application_that_fails_without_a_word_is_not_waited_for() -> None:
    async def application(_: Message, receive: Receive, __: Send) -> None:
        await receive()
        raise OSError("no room")

    with pytest.raises(OSError, match="no room"):
        async with running(application):
            pytest.fail("it has not started")
