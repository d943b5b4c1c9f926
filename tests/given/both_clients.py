"""The blocking client and the asynchronous one, asked in the same way."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any, Protocol, TypeAlias

from clustergraph.client import AsyncClient, Client, ClientOptions

__all__ = ["Ask", "Awaiting", "Blocking", "MakeClient"]


class Ask(Protocol):
    """Calls a method of a client and gives what it returns; what comes one by one, as a list."""

    def __call__(self, method: str, *arguments: Any, **named: Any) -> Any: ...


MakeClient: TypeAlias = Callable[..., Ask]
"""Makes a client that asks an address, with options."""


class Blocking:
    """``Client``, asked from here."""

    def __init__(self, url: str, options: ClientOptions | None) -> None:
        self._client = Client(url, options)

    def __call__(self, method: str, *arguments: Any, **named: Any) -> Any:
        found = getattr(self._client, method)(*arguments, **named)
        return list(found) if isinstance(found, Iterator) else found

    def close(self) -> None:
        self._client.close()


class Awaiting:
    """``AsyncClient``, asked on an event loop of its own."""

    def __init__(self, url: str, options: ClientOptions | None) -> None:
        self._runner = asyncio.Runner()
        self._client = AsyncClient(url, options)

    def __call__(self, method: str, *arguments: Any, **named: Any) -> Any:
        return self._runner.run(self._call(getattr(self._client, method)(*arguments, **named)))

    async def _call(self, found: Any) -> Any:
        return [each async for each in found] if isinstance(found, AsyncIterator) else await found

    def close(self) -> None:
        self._runner.run(self._client.close())
        self._runner.close()
