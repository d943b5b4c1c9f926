"""The readers of one server process: each query gets one, and what ends it before its time.

One query at a time runs in each reader process. A reader whose query breaks a limit, or whose
client goes away, is killed and replaced. Who may run when is decided in ``admission``. All of it
belongs to one event loop.
"""

import asyncio
from pathlib import Path
from types import TracebackType
from typing import Self

from clustergraph.coding import Coding
from clustergraph.errors import (
    AnswerTooLarge,
    QueryOutOfMemory,
    QueryTimedOut,
    ReaderLost,
    UnsupportedQuery,
)
from clustergraph.store.readers.admission import LONG_AFTER_SECONDS, Admission, Admitted
from clustergraph.store.readers.child import SERVICE_ENDS, ReaderProcess
from clustergraph.store.readers.messages import Frame, Question, unpack_failure
from clustergraph.store.readers.observer import Observer, Unobserved
from clustergraph.store.readers.seat import Seat

__all__ = ["ReaderPool", "ResultStream"]

_SOON_SECONDS = 0.01
"""Clocks are no finer than that."""
_REASONS: dict[type[BaseException] | None, str] = {
    QueryTimedOut: "time-limit",
    QueryOutOfMemory: "memory-limit",
    AnswerTooLarge: "size-limit",
    ReaderLost: "crash",
    UnsupportedQuery: "crash",
    asyncio.CancelledError: "client-left",
}


class ReaderPool:
    """A number of readers, and a queue in front of them.

    Args:
        readers: how many queries run at once; one more than that, long ones, may run beside.
        queue_length: how many more may wait; past that ``TooBusy`` at once.
        memory_bytes: how much memory one query may add to its reader's.
        answer_bytes: how long an answer may be; None for no limit.
    """

    def __init__(
        self,
        *,
        readers: int,
        queue_length: int,
        memory_bytes: int,
        answer_bytes: int | None = None,
    ) -> None:
        self.admission = Admission(
            places=readers,
            aside=readers + 1,  # so that one long query costs its client no place
            queue_length=queue_length,
            waiting_changed=self._tell_load,
        )
        self.answer_bytes = answer_bytes
        self.observer: Observer = Unobserved()
        self._memory_bytes = memory_bytes
        self._preferred: Path | None = None
        self.is_over = False
        self._free = [self._new_seat() for _ in range(readers)]
        self._taken: set[Seat] = set()
        self._farewells: set[asyncio.Task[None]] = set()

    def prefer(self, store_path: Path) -> None:
        """Keep readers ready for this version from now on; others go as soon as they are free."""
        if self.is_over or store_path is self._preferred or store_path == self._preferred:
            return
        self._preferred = store_path
        self.tend()

    def tend(self) -> None:
        """Replace idle readers that have died, so that no query has to wait for a new one."""
        for seat in self._free:
            seat.prepare(self._preferred)

    def stream(
        self, store_path: Path, question: Question, *, seconds: float, client: str = ""
    ) -> "ResultStream":
        """Run a query on the version in that folder, inside the context that this makes.

        Leaving the context before the stream is complete kills the reader. Entering it raises
        ``TooBusy`` when the client gets no reader in time, and ``StoreError`` when the store can't
        be opened.

        Args:
            store_path: the version's store.
            question: the query.
            seconds: how long it may wait for a reader, and how long it may run.
            client: whatever tells those apart who shall have their fair share.
        """
        return ResultStream(self, store_path, question, seconds=seconds, client=client)

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
        await asyncio.gather(*(seat.close() for seat in (*self._free, *self._taken)))
        await asyncio.gather(*self._farewells)

    async def end(self) -> None:
        """Kill all readers for good: who waits for one, or comes now, is told that it ends."""
        self.is_over = True
        await self.close()

    def take_seat(self, store_path: Path) -> Seat:
        """Give a free seat to somebody admitted, one with a reader of that version if there is."""
        self._tell_load()
        seat = next((seat for seat in self._free if seat.suits(store_path)), self._free[0])
        self._free.remove(seat)
        self._taken.add(seat)
        return seat

    async def reader_for(self, seat: Seat, store_path: Path) -> ReaderProcess:
        """Wait until a reader is ready in a taken seat; an ended pool makes none."""
        if self.is_over:
            raise ReaderLost(SERVICE_ENDS)
        return await seat.reader_for(store_path)

    def give_back(self, seat: Seat, admitted: Admitted) -> None:
        """Take a seat back, or dissolve it where another one stands in its place already."""
        self._taken.discard(seat)
        if admitted.is_aside:
            self._dissolve(seat)
        else:
            seat.prepare(self._preferred)
            self._free.append(seat)
        self.admission.leave(admitted)
        self._tell_load()

    def step_aside(self, admitted: Admitted) -> None:
        """Let others have the place of a query that takes long, and make a new seat for them."""
        if self.admission.step_aside(admitted):
            seat = self._new_seat()
            seat.prepare(self._preferred)
            self._free.append(seat)
            self._tell_load()

    def _dissolve(self, seat: Seat) -> None:
        farewell = asyncio.get_running_loop().create_task(seat.close())
        self._farewells.add(farewell)
        farewell.add_done_callback(self._farewells.discard)

    def _new_seat(self) -> Seat:
        return Seat(memory_bytes=self._memory_bytes)

    def _tell_load(self) -> None:
        self.observer.load_changed(self.admission.running, self.admission.waiting)


class ResultStream:
    """A query's run, as an async context; inside it, the bytes of its answer as they come.

    The clock runs only while the reader is waited for.

    Attributes:
        is_complete: whether all bytes came.
        coding: what they are compressed with; holds from the first bytes on.
    """

    def __init__(
        self, pool: ReaderPool, store_path: Path, question: Question, *, seconds: float, client: str
    ) -> None:
        self.is_complete = False
        self.coding = question.coding
        self._pool = pool
        self._store_path = store_path
        self._question = question
        self._client = client
        self._limit = self._left = seconds
        self._bytes = 0
        self._is_long = False
        self._waiting_since: float | None = None
        self._loop = asyncio.get_running_loop()

    async def __aenter__(self) -> Self:
        """Wait for a reader and ask it."""
        pool = self._pool
        self._admitted = await pool.admission.enter(self._client, self._limit)
        self._seat = pool.take_seat(self._store_path)
        try:
            self._reader = await pool.reader_for(self._seat, self._store_path)
        except BaseException:
            pool.give_back(self._seat, self._admitted)
            raise
        self._reader.ask(self._question)
        first_look = min(self._limit, LONG_AFTER_SECONDS)
        self._timer = self._loop.call_later(first_look, self._look_at_clock)
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Give the reader back, or end it where it is at work still or has stepped back."""
        self._timer.cancel()
        if not self.is_complete:
            self._pool.observer.reader_killed(_REASONS.get(kind, "unread"))
        if self._is_long or not self.is_complete:
            self._seat.clear()
        self._pool.give_back(self._seat, self._admitted)

    async def next(self) -> bytes:
        """Wait for the next bytes; the last ones may be none, and set ``is_complete``.

        Raises:
            QueryTimedOut: when the time limit passes first.
            AnswerTooLarge: when the answer is longer than an answer may be.
            QueryError: when the query fails otherwise.
        """
        self._waiting_since = start = self._loop.time()
        try:
            frame, content = await self._reader.receive()
        finally:
            self._waiting_since = None
            self._left -= self._loop.time() - start
        if self._left <= 0:
            raise QueryTimedOut(self._limit)
        return self._take(frame, content)

    def _take(self, frame: Frame, content: bytes) -> bytes:
        self.is_complete = frame is not Frame.DATA
        if frame is Frame.FAILURE:
            raise unpack_failure(content)
        if frame is Frame.WHOLE:
            self.coding = Coding.IDENTITY
        self._bytes += len(content)
        if self._pool.answer_bytes is not None and self._bytes > self._pool.answer_bytes:
            raise AnswerTooLarge(self._pool.answer_bytes)
        return content

    def _look_at_clock(self) -> None:
        """End a query whose time is over; have one step aside that takes long."""
        left = self._left
        if self._waiting_since is not None:
            left -= self._loop.time() - self._waiting_since
            if left <= _SOON_SECONDS:
                self._reader.interrupt(QueryTimedOut(self._limit))
                return
        if not self._is_long:
            self._is_long = True
            self._reader.step_back()
            self._pool.step_aside(self._admitted)
        self._timer = self._loop.call_later(max(left, _SOON_SECONDS), self._look_at_clock)
