"""The readers of one server process: who may run a query, for how long, and what ends it.

One query at a time runs in each reader process. A reader whose query breaks a limit, or whose
client goes away, is killed and replaced. All of it belongs to one event loop.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from clustergraph.errors import QueryTimedOut, TooBusy
from clustergraph.store.readers.child import ReaderProcess
from clustergraph.store.readers.messages import Frame, Question, unpack_failure
from clustergraph.store.readers.seat import Seat

__all__ = ["ReaderPool", "ResultStream"]

_RETRY_AFTER_SECONDS = 5


class ResultStream:
    """The bytes of one answer as they come; the clock runs only while the reader is waited for."""

    def __init__(self, reader: ReaderProcess, seconds: float) -> None:
        self.is_complete = False
        self._reader = reader
        self._limit = self._left = seconds

    async def next(self) -> bytes:
        """Wait for the next bytes; the last ones may be none, and set ``is_complete``.

        Raises:
            QueryTimedOut: when the time limit passes first.
            QueryError: when the query fails otherwise.
        """
        loop = asyncio.get_running_loop()
        start = loop.time()
        try:
            async with asyncio.timeout(self._left):
                frame, content = await self._reader.receive()
        except TimeoutError:
            raise QueryTimedOut(self._limit) from None
        self._left -= loop.time() - start
        self.is_complete = frame is not Frame.DATA
        if frame is Frame.FAILURE:
            raise unpack_failure(content)
        return content


class ReaderPool:
    """A number of readers, and a queue in front of them.

    Args:
        readers: how many queries run at once.
        queue_length: how many more may wait; past that ``TooBusy`` at once.
        memory_bytes: how much address space one query may add to its reader's.
    """

    def __init__(self, *, readers: int, queue_length: int, memory_bytes: int) -> None:
        self._queue_length = queue_length
        self._seats = [Seat(memory_bytes=memory_bytes) for _ in range(readers)]
        self._free = list(self._seats)
        self._admission = asyncio.Semaphore(readers)
        self._waiting = 0
        self._preferred: Path | None = None

    def prefer(self, store_path: Path) -> None:
        """Keep readers ready for this version from now on; others go as soon as they are free."""
        if store_path == self._preferred:
            return
        self._preferred = store_path
        for seat in self._free:
            seat.prepare(store_path)

    @asynccontextmanager
    async def stream(
        self, store_path: Path, question: Question, *, seconds: float
    ) -> AsyncIterator[ResultStream]:
        """Run a query on the version in that folder, for at most that many seconds.

        Leaving the context before the stream is complete kills the reader.

        Raises:
            TooBusy: when all readers are taken and the queue is full, or a free one does not come
                in that time.
            StoreError: when the store can't be opened.
        """
        async with self._seat(store_path, seconds) as seat:
            reader = await seat.reader_for(store_path)
            stream = ResultStream(reader, seconds)
            try:
                reader.ask(question)
                yield stream
            finally:
                if not stream.is_complete:
                    seat.clear()

    async def check(self, store_path: Path) -> None:
        """Have a reader answer ``ASK {}``; readers that are all at work count as well.

        Raises:
            ClusterGraphError: when none can.
        """
        if not self._free:
            return
        question = Question(text="ASK {}", format="json")
        async with self.stream(store_path, question, seconds=5.0) as result:
            await result.next()

    async def close(self) -> None:
        """Kill all readers and wait for their end; the pool can be used again after that."""
        self._preferred = None
        await asyncio.gather(*(seat.close() for seat in self._seats))

    @asynccontextmanager
    async def _seat(self, store_path: Path, patience_seconds: float) -> AsyncIterator[Seat]:
        """Give a free seat, one with a reader of that version where there is one."""
        await self._admit(patience_seconds)
        seat = next((seat for seat in self._free if seat.suits(store_path)), self._free[0])
        self._free.remove(seat)
        try:
            yield seat
        finally:
            seat.prepare(self._preferred)
            self._free.append(seat)
            self._admission.release()

    async def _admit(self, patience_seconds: float) -> None:
        if not self._admission.locked():
            await self._admission.acquire()
            return
        if self._waiting >= self._queue_length:
            raise TooBusy(_RETRY_AFTER_SECONDS)
        self._waiting += 1
        try:
            async with asyncio.timeout(patience_seconds):
                await self._admission.acquire()
        except TimeoutError:
            raise TooBusy(_RETRY_AFTER_SECONDS) from None
        finally:
            self._waiting -= 1
