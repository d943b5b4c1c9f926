"""The first signal ends a server with grace, the second one at once."""

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable

import pytest
import uvicorn

from clustergraph.web.serving.stopping import StoppingServer, end_with_parent


class _Ended(Exception):
    """Where the process would end."""


def _end(code: int) -> None:
    raise _Ended(code)


def test_the_second_signal_ends_it_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "_exit", _end)
    server = StoppingServer(uvicorn.Config(app="none:none"))
    server.handle_exit(signal.SIGTERM, None)
    assert server.should_exit
    assert not server.force_exit
    with pytest.raises(_Ended, match="1"):
        server.handle_exit(signal.SIGTERM, None)


class _Parent:
    """A process of which the end can be seen."""

    def __init__(self, sentinel: int) -> None:
        self.sentinel = sentinel


def test_a_worker_ends_as_after_a_signal_when_its_parent_dies(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    reading, writing = os.pipe()
    monkeypatch.setattr(multiprocessing, "parent_process", lambda: _Parent(reading))
    heard = asyncio.run(_heard_after(lambda: os.close(writing)))
    os.close(reading)
    assert heard


def test_who_has_no_parent_waits_for_none() -> None:
    asyncio.run(_watched())


async def _watched() -> None:
    end_with_parent()


async def _heard_after(parent_dies: Callable[[], None]) -> bool:
    heard = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, heard.set)
    end_with_parent()
    await asyncio.sleep(0.05)
    assert not heard.is_set()
    parent_dies()
    async with asyncio.timeout(20):
        return await heard.wait()
