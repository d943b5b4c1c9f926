"""A service without a socket: the application runs in this process, and only our client asks it."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any, TypeAlias

import httpx2

__all__ = ["Application", "InProcess", "running"]

_Message: TypeAlias = MutableMapping[str, Any]
Application: TypeAlias = Callable[
    [_Message, Callable[[], Awaitable[_Message]], Callable[[_Message], Awaitable[None]]],
    Awaitable[None],
]
"""An ASGI application (https://asgi.readthedocs.io/en/latest/specs/main.html)."""


class InProcess(httpx2.AsyncBaseTransport):
    """Carries requests to an application that is running in this process."""

    def __init__(self, application: Application) -> None:
        self._asgi = httpx2.ASGITransport(application)

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Return the answer; one that broke off is none, as it is where a socket is between."""
        try:
            return await self._asgi.handle_async_request(request)
        except AssertionError as error:  # what httpx2 makes of an answer without an end
            message = "the answer broke off"
            raise httpx2.RemoteProtocolError(message, request=request) from error


@asynccontextmanager
async def running(application: Application) -> AsyncIterator[None]:
    """Have an application start, and stop in the end; httpx2 doesn't tell it to.

    What it raises where it can't start is raised here.
    """
    asked: asyncio.Queue[_Message] = asyncio.Queue()
    told: asyncio.Queue[_Message] = asyncio.Queue()
    scope = {"type": "lifespan", "asgi": {"version": "3.0"}, "state": {}}
    life = asyncio.ensure_future(application(scope, asked.get, told.put))
    await asked.put({"type": "lifespan.startup"})
    answer = asyncio.ensure_future(told.get())
    await asyncio.wait({life, answer}, return_when=asyncio.FIRST_COMPLETED)
    if not answer.done() or answer.result()["type"] == "lifespan.startup.failed":
        answer.cancel()
        await life
    try:
        yield
    finally:
        await asked.put({"type": "lifespan.shutdown"})
        await life
