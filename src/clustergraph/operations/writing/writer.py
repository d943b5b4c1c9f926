"""Have orders carried out in a process of its own, as a server worker needs it; one at a time.

An update can't be stopped but with its process, and Python's work there takes no turn from who
reads here. What runs in it is in ``program``.
"""

import asyncio
from contextlib import suppress
from secrets import token_hex
from typing import Final

from clustergraph.errors import ClusterGraphError, OthersWrite, WriterLost, WriteTimedOut
from clustergraph.operations.writing.child import WriterProcess
from clustergraph.operations.writing.log import find_written
from clustergraph.operations.writing.messages import Setup, Task
from clustergraph.operations.writing.mirroring import Mirror
from clustergraph.operations.writing.options import USUAL, WriteOptions
from clustergraph.operations.writing.order import Order, Written
from clustergraph.store.versions import Home

__all__ = ["Writer"]

_ID_BYTES: Final = 8
_MEMORY_BYTES: Final = 1 << 32
_SERVICE_ENDS: Final = "The write was not begun, because the service ends; send it again later."


class Writer:
    """Writes for a server worker; all of it belongs to one event loop.

    The process starts with the first order, or with ``prepare``, and stays: one that is ready
    writes in a tenth of the time. The home's lock decides between the writers of several workers.

    Args:
        home: where it writes.
        options: how long others are waited for, here and there, and what stays of old versions.
        seconds: how long one order may take, with its waiting for other processes.
        mirror: the engine that holds the graph too; it must be such as can be pickled.
        memory_bytes: how much memory an order may take.
    """

    def __init__(
        self,
        home: Home,
        *,
        options: WriteOptions = USUAL,
        seconds: float,
        mirror: Mirror | None = None,
        memory_bytes: int = _MEMORY_BYTES,
    ) -> None:
        self._home = home
        self._options = options
        self._seconds = seconds
        self._setup = Setup(
            home=home.path,
            kept_writes=options.kept_writes,
            memory_bytes=memory_bytes,
            mirror=mirror,
        )
        self._turn = asyncio.Lock()
        self._process: WriterProcess | None = None
        self._running: set[asyncio.Task[Written]] = set()
        self._is_closing = False

    async def write(self, order: Order) -> Written:
        """Carry out an order; when this returns, it is on the disk and current.

        An order goes on when who waits for it is cancelled: it may be published already.

        Raises:
            WriteError: when it can't be done; nothing has changed then. ``WriteTimedOut`` and
                ``WriterLost`` are what the process was killed by, died of, or did not start for.
            UnknownGraph: when a graph that is to go is not there.
            StoreError: when the home has no version, or can't be written.
        """
        running = asyncio.get_running_loop().create_task(self._in_turn(order))
        self._running.add(running)
        running.add_done_callback(self._settle)
        return await asyncio.shield(running)

    async def prepare(self) -> None:
        """Start the process, where none is, so that the first order does not wait for it.

        That it can't be started is told to who writes, and to nobody before.
        """
        async with self._turn:
            if not self._is_closing:
                with suppress(WriterLost):
                    await self._ready()

    async def close(self) -> None:
        """End the process, whatever it does; those who wait for it or a turn are told."""
        self._is_closing = True
        await self._end()
        await asyncio.gather(*self._running, return_exceptions=True)

    def _settle(self, running: asyncio.Task[Written]) -> None:
        self._running.discard(running)
        if not running.cancelled():
            running.exception()  # whoever was to hear of it may be gone

    async def _in_turn(self, order: Order) -> Written:
        now = asyncio.get_running_loop().time
        end = now() + self._options.wait_seconds
        try:
            async with asyncio.timeout(self._options.wait_seconds):
                await self._turn.acquire()
        except TimeoutError:
            raise OthersWrite from None
        try:
            wait_seconds = max(0.0, end - now())
            task = Task(order=order, id=token_hex(_ID_BYTES), wait_seconds=wait_seconds)
            return await self._carried_out(task)
        finally:
            self._turn.release()

    async def _carried_out(self, task: Task) -> Written:
        process = await self._ready()
        stop: ClusterGraphError
        try:
            async with asyncio.timeout(self._seconds):
                return await process.carry_out(task)
        except TimeoutError:
            stop = WriteTimedOut(self._seconds)
        except WriterLost as error:
            stop = error
        await process.end()
        written = await asyncio.to_thread(find_written, self._home, task.id)
        if written is None:
            raise stop
        return written

    async def _ready(self) -> WriterProcess:
        process = self._process
        if not self._is_closing and (process is None or not process.is_alive):
            if process is not None:
                await process.end()
            self._process = process = await WriterProcess.start(self._setup)
        if self._is_closing or process is None:
            await self._end()
            raise WriterLost(_SERVICE_ENDS)
        return process

    async def _end(self) -> None:
        if self._process is not None:
            await self._process.end()
