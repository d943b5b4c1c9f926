"""The bytes of an answer as they come, whoever makes them: at once, or while a query runs."""

from collections.abc import Awaitable, Callable
from types import TracebackType
from typing import Protocol, Self

from clustergraph.coding import Coding
from clustergraph.errors import QueryError, ReaderLost
from clustergraph.operations.keep import KeptAnswer, KeptAnswers
from clustergraph.operations.querying.sharing import Turns
from clustergraph.store.readers.pool import ResultStream
from clustergraph.store.remote.readers import RemoteStream

__all__ = ["Chunks", "SharedChunks", "WholeChunks"]


class Chunks(Protocol):
    """The bytes of an answer as they come.

    Attributes:
        is_complete: set with the last ones.
        coding: what they are compressed with; holds from the first bytes on.
    """

    is_complete: bool
    coding: Coding

    async def next(self) -> bytes:
        """Wait for the next bytes."""
        ...


class WholeChunks:
    """An answer that is there already."""

    def __init__(self, kept: KeptAnswer) -> None:
        self.is_complete = False
        self._body, self.coding = kept

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        pass

    async def next(self) -> bytes:
        """Return all of it."""
        self.is_complete = True
        return self._body


class SharedChunks:
    """Passes an answer on, and keeps it when it turns out to be small and whole.

    Where an equal query runs already, it waits for what becomes of that one.

    Attributes:
        may_be_kept: asked at the end: an engine is told of a write before the home has it, and what
            it answers in between is of no version that is known here.
    """

    may_be_kept: Callable[[], Awaitable[bool]] | None = None

    def __init__(
        self,
        stream: ResultStream | RemoteStream,
        kept: KeptAnswers[KeptAnswer],
        turns: Turns,
        tag: str,
        seconds: float,
    ) -> None:
        self.is_complete = False
        self.coding = Coding.IDENTITY
        self._stream = stream
        self._kept = kept
        self._turns = turns
        self._tag = tag
        self._seconds = seconds
        self._found: KeptAnswer | None = None
        self._pieces: list[bytes] = []
        self._room = KeptAnswers.LARGEST_BYTES

    async def __aenter__(self) -> Self:
        """Wait for the turn, and for a reader where nothing was kept meanwhile."""
        self._turn = await self._turns.take(self._tag, self._seconds)
        self._found = self._kept.get(self._tag)
        if self._found is not None:
            self._turn.end()
            return self
        try:
            await self._stream.__aenter__()
        except BaseException as error:
            self._give_turn_on(error)
            raise
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Let those who wait go on, and the reader rest."""
        self._give_turn_on(error)
        if self._found is None:
            await self._stream.__aexit__(kind, error, traceback)

    async def next(self) -> bytes:
        """Wait for the next bytes."""
        if self._found is not None:
            self.is_complete, self.coding = True, self._found.coding
            return self._found.body
        stream = self._stream
        chunk = await stream.next()
        self.is_complete, self.coding = stream.is_complete, stream.coding
        await self._gather(chunk)
        self._turn.end()
        return chunk

    async def _gather(self, chunk: bytes) -> None:
        """Keep the answer when it is whole, if it never was too large for that."""
        self._room -= len(chunk)
        if self._room < 0:
            self._pieces.clear()
            return
        self._pieces.append(chunk)
        if self.is_complete and (self.may_be_kept is None or await self.may_be_kept()):
            self._kept.keep(self._tag, KeptAnswer(b"".join(self._pieces), self.coding))

    def _give_turn_on(self, error: BaseException | None) -> None:
        if isinstance(error, QueryError) and not isinstance(error, ReaderLost):
            self._turn.fail(error)
        else:
            self._turn.give_up()
