"""Who no longer wants a process that is being started leaves no pipe to it open."""

import asyncio
import os

import pytest

from clustergraph.store.readers.spawning import spawn

pytestmark = pytest.mark.anyio


async def test_a_start_that_is_cancelled_leaves_nothing_open() -> None:
    before = _open_files()
    starting = asyncio.ensure_future(spawn("clustergraph.store.readers.program"))
    await asyncio.sleep(0)  # it waits for its end of the pipe now
    starting.cancel()
    with pytest.raises(asyncio.CancelledError):
        await starting
    await asyncio.sleep(0)
    assert _open_files() == before


def _open_files() -> int:
    return len(os.listdir("/proc/self/fd"))  # noqa: PTH208  (numbers, no paths)
