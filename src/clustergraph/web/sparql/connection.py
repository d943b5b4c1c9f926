"""Notice that a client goes away, and stop what runs for it."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from starlette.types import Receive

__all__ = ["while_connected"]

_WATCH_AFTER_SECONDS = 0.05
"""What is done sooner need not look whether its client is still there."""


@asynccontextmanager
async def while_connected(receive: Receive) -> AsyncIterator[None]:
    """Leave the context, quietly, when the client goes away; the request's body must be read."""
    task = asyncio.current_task()
    if task is None:
        raise RuntimeError("this runs in a task")
    watch = _Watch(receive, task)
    timer = asyncio.get_running_loop().call_later(_WATCH_AFTER_SECONDS, watch.begin)
    try:
        yield
    except asyncio.CancelledError:
        if not watch.saw_client_go:
            raise
        task.uncancel()
    finally:
        timer.cancel()
        watch.end()


class _Watch:
    """Waits beside a task until the client goes away, and cancels the task then."""

    def __init__(self, receive: Receive, task: asyncio.Task[Any]) -> None:
        self.saw_client_go = False
        self._receive = receive
        self._task = task
        self._watching: asyncio.Task[None] | None = None

    def begin(self) -> None:
        """Start to watch."""
        self._watching = asyncio.get_running_loop().create_task(self._watch())

    def end(self) -> None:
        """Watch no longer."""
        if self._watching is not None:
            self._watching.cancel()

    async def _watch(self) -> None:
        while (await self._receive())["type"] != "http.disconnect":
            pass
        self.saw_client_go = True
        self._task.cancel()
