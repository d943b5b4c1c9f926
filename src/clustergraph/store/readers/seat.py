"""A place at which one query can run: always with one reader process, ready or getting ready.

A reader of another version turns to the one that is wanted, where it lives; that takes a fifth of
the time of a new one, and a graph that is written to has a version after the other.
"""

import asyncio
from contextlib import suppress
from pathlib import Path

from clustergraph.errors import ClusterGraphError, ReaderLost
from clustergraph.store.readers.child import SERVICE_ENDS, ReaderProcess

__all__ = ["Seat"]


class Seat:
    """Holds one reader, which turns to new versions, and replaces it.

    Args:
        memory_bytes: how much memory one query may add to its reader's.
    """

    def __init__(self, *, memory_bytes: int) -> None:
        self._memory_bytes = memory_bytes
        self._store_path: Path | None = None
        self._reader: asyncio.Task[ReaderProcess] | None = None
        self._farewells: set[asyncio.Task[None]] = set()

    def suits(self, store_path: Path) -> bool:
        """Tell whether a reader of that version is ready here, or will be soonest."""
        reader = self._reader
        if reader is None or not (self._store_path is store_path or self._store_path == store_path):
            return False
        if not reader.done():
            return True
        return reader.exception() is None and reader.result().is_alive

    def prepare(self, store_path: Path | None) -> None:
        """Begin to make a reader of that version ready, where none is; None wants none."""
        if store_path is None:
            self.clear()
        elif not self.suits(store_path):
            self._begin(store_path)

    async def reader_for(self, store_path: Path) -> ReaderProcess:
        """Wait until a reader of that version is ready.

        Raises:
            StoreError: when it can't open the store.
            ReaderLost: when the seat is cleared meanwhile, or the new reader killed.
        """
        reader = self._reader
        if reader is None or not self.suits(store_path):
            reader = self._begin(store_path)
        try:
            return await asyncio.shield(reader)
        except asyncio.CancelledError:
            if reader.cancelled():
                raise ReaderLost(SERVICE_ENDS) from None
            raise

    def clear(self) -> None:
        """End the reader, whatever it does."""
        if self._reader is None:
            return
        farewell = asyncio.get_running_loop().create_task(_end(self._reader))
        self._farewells.add(farewell)
        farewell.add_done_callback(self._farewells.discard)
        self._reader = None

    async def close(self) -> None:
        """End the reader and wait until all that were here are gone."""
        self.clear()
        await asyncio.gather(*self._farewells)

    def _begin(self, store_path: Path) -> asyncio.Task[ReaderProcess]:
        self._store_path = store_path
        self._reader = asyncio.get_running_loop().create_task(
            self._made_ready(self._reader, store_path)
        )
        return self._reader

    async def _made_ready(
        self, before: asyncio.Task[ReaderProcess] | None, store_path: Path
    ) -> ReaderProcess:
        if before is not None and (turned := await _turned(before, store_path)) is not None:
            return turned
        return await ReaderProcess.start(store_path, memory_bytes=self._memory_bytes)


async def _turned(before: asyncio.Task[ReaderProcess], store_path: Path) -> ReaderProcess | None:
    """Turn a reader to a version; None where it can't, and then nothing is left of it."""
    try:
        reader = await before
        if reader.is_alive:
            await reader.turn_to(store_path)
            return reader
    except ClusterGraphError:
        return None
    except BaseException:
        await _end(before)
        raise
    await _end(before)
    return None


async def _end(starting: asyncio.Task[ReaderProcess]) -> None:
    starting.cancel()
    with suppress(asyncio.CancelledError, ClusterGraphError):
        reader = await starting
        await reader.end()
