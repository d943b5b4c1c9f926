"""A reader's end is told as what it was."""

import asyncio
import os
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from clustergraph.errors import QueryOutOfMemory, QueryTimedOut, ReaderLost, StoreError
from clustergraph.store.readers.child import ReaderProcess
from clustergraph.store.readers.messages import Frame, Question
from given.homes import ENDLESS, MEMORY_BOMB

pytestmark = pytest.mark.anyio


@pytest.fixture
async def reader(store_path: Path) -> AsyncIterator[ReaderProcess]:
    reader = await ReaderProcess.start(store_path, memory_bytes=2**26)
    yield reader
    await reader.end()


def _ask(reader: ReaderProcess, text: str) -> None:
    reader.ask(Question(text=text, format="json"))


async def test_it_answers_until_it_is_ended(reader: ReaderProcess) -> None:
    _ask(reader, "ASK {}")
    assert await reader.receive() == (Frame.END, b'{"head":{},"boolean":true}')
    await reader.end()
    assert not reader.is_alive
    with pytest.raises(ReaderLost, match="the service ends"):
        await reader.receive()


async def test_a_query_that_wants_all_memory_is_told_as_that(reader: ReaderProcess) -> None:
    _ask(reader, MEMORY_BOMB)
    with pytest.raises(QueryOutOfMemory):
        await reader.receive()


async def test_who_waits_can_be_interrupted(reader: ReaderProcess) -> None:
    _ask(reader, ENDLESS)
    asyncio.get_running_loop().call_later(0.05, reader.interrupt, QueryTimedOut(1))
    with pytest.raises(QueryTimedOut):
        await reader.receive()


async def test_one_that_steps_back_gets_the_time_that_nobody_else_wants(
    reader: ReaderProcess,
) -> None:
    pid = reader._process.pid
    assert os.sched_getscheduler(pid) == os.SCHED_OTHER
    reader.step_back()
    assert os.sched_getscheduler(pid) == os.SCHED_IDLE


async def test_one_that_is_killed_from_outside_says_so(reader: ReaderProcess) -> None:
    os.kill(reader._process.pid, signal.SIGKILL)
    with pytest.raises(ReaderLost):
        await reader.receive()
    assert reader.was_killed


async def test_what_is_no_store_is_told_and_leaves_no_process(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="No reader could open"):
        await ReaderProcess.start(tmp_path, memory_bytes=2**26)
