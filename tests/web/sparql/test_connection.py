"""Work for a client ends when that goes away, and only then."""

import asyncio

import pytest
from starlette.types import Message

from clustergraph.web.sparql.connection import WhileConnected

pytestmark = pytest.mark.anyio


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


async def _leaves() -> Message:
    return {"type": "http.disconnect"}


async def _stays() -> Message:
    await asyncio.Event().wait()
    return {}


async def test_work_ends_quietly_when_its_client_goes() -> None:
    with WhileConnected(_leaves) as connected:
        await asyncio.sleep(60)
    assert connected.saw_client_go
    await asyncio.sleep(0)  # nothing of the cancellation is left


async def test_what_is_done_soon_does_not_look() -> None:
    with WhileConnected(_leaves) as connected:
        await asyncio.sleep(0)
    assert not connected.saw_client_go


async def test_a_client_that_stays_is_worked_for_to_the_end() -> None:
    with WhileConnected(_stays) as connected:
        await asyncio.sleep(0.1)
    assert not connected.saw_client_go


async def test_a_cancellation_by_somebody_else_goes_on() -> None:
    async def work() -> None:
        with WhileConnected(_stays):
            await asyncio.sleep(60)

    task = asyncio.create_task(work())
    await asyncio.sleep(0.1)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_an_error_goes_on() -> None:
    with pytest.raises(ValueError, match="mine"), WhileConnected(_leaves):
        raise ValueError("mine")
