"""Notice that a client goes away, and stop what runs for it."""

import asyncio
from types import TracebackType
from typing import Any, Self

from starlette.types import Receive

__all__ = ["WhileConnected"]

_WATCH_AFTER_SECONDS = 0.05
"""What is done sooner need not look whether its client is still there."""


class WhileConnected:
    """A context that is left, quietly, when the client goes away; the body must be read already.

    Attributes:
        saw_client_go: whether that happened.
    """

    def __init__(self, receive: Receive) -> None:
        self.saw_client_go = False
        self._receive = receive
        self._watching: asyncio.Task[None] | None = None

    def __enter__(self) -> Self:
        """Begin to watch, after a while."""
        loop = asyncio.get_running_loop()
        self._task = asyncio.current_task()
        self._timer = loop.call_later(_WATCH_AFTER_SECONDS, self._begin, loop)
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> bool:
        """Watch no longer; swallow the cancellation that was ours."""
        self._timer.cancel()
        if self._watching is not None:
            self._watching.cancel()
        if self._task is None or kind is not asyncio.CancelledError or not self.saw_client_go:
            return False
        self._task.uncancel()
        return True

    def _begin(self, loop: asyncio.AbstractEventLoop) -> None:
        self._watching = loop.create_task(self._watch())

    async def _watch(self) -> None:
        message: Any = {}
        while message.get("type") != "http.disconnect":
            message = await self._receive()
        self.saw_client_go = True
        if self._task is not None:
            self._task.cancel()
