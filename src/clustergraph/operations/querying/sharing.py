"""Equal queries at the same time: one of them runs, and the others wait for what becomes of it.

How a query runs, and whether its answer is kept, is not known here. All of it belongs to one event
loop.
"""

import asyncio
from dataclasses import dataclass

from clustergraph.errors import QueryError, QueryTimedOut, TooBusy

__all__ = ["Turn", "Turns"]


@dataclass(frozen=True, slots=True)
class _End:
    """What became of a run: its answer began, or it failed; ``seconds`` is how long it had."""

    error: QueryError | None
    seconds: float

    def error_for(self, seconds: float) -> QueryError | None:
        """Return what an equal query that has so many seconds would fail of too."""
        if isinstance(self.error, QueryTimedOut) and seconds > self.seconds:
            return None
        return self.error


class Turn:
    """A query's leave to run; it must be ended in one of three ways, and the first one counts."""

    __slots__ = ("_ended", "_seconds", "_tag", "_turns")

    def __init__(self, turns: "dict[str, Turn]", tag: str, seconds: float) -> None:
        self._turns = turns
        self._tag = tag
        self._seconds = seconds
        self._ended: asyncio.Future[_End | None] = asyncio.get_running_loop().create_future()

    def end(self) -> None:
        """Let those who wait look whether the answer was kept, and else run by themselves."""
        self._settle(_End(None, self._seconds))

    def fail(self, error: QueryError) -> None:
        """Let those who wait fail alike; what only befell this client is left to the next one."""
        self._settle(None if isinstance(error, TooBusy) else _End(error, self._seconds))

    def give_up(self) -> None:
        """Let the next of those who wait have the turn."""
        self._settle(None)

    async def wait(self) -> _End | None:
        """Wait until it has ended; None where it was given up."""
        return await asyncio.shield(self._ended)

    def _settle(self, end: _End | None) -> None:
        if self._ended.done():
            return
        self._ended.set_result(end)
        if self._turns.get(self._tag) is self:
            del self._turns[self._tag]


class Turns:
    """Who runs which query now, by the tag of its answer."""

    def __init__(self) -> None:
        self._turns: dict[str, Turn] = {}

    async def take(self, tag: str, seconds: float) -> Turn:
        """Wait while an equal query runs; who gets the turn then looks first what was kept.

        Raises:
            QueryError: what the other one failed of, unless this one has more time than it had.
            QueryTimedOut: when the other one takes longer than this one may.
        """
        is_first = tag not in self._turns or await self._outwait(tag, seconds)
        turn = Turn(self._turns, tag, seconds)
        if is_first:
            self._turns[tag] = turn
        return turn

    async def _outwait(self, tag: str, seconds: float) -> bool:
        try:
            async with asyncio.timeout(seconds):
                return await self._wait(tag, seconds)
        except TimeoutError:
            raise QueryTimedOut(seconds) from None

    async def _wait(self, tag: str, seconds: float) -> bool:
        """Wait until nobody else has the turn; tells whether others shall wait for this one."""
        while (other := self._turns.get(tag)) is not None:
            end = await other.wait()
            if end is None:
                continue
            if (error := end.error_for(seconds)) is not None:
                raise error.with_traceback(None)
            if end.error is None:
                return False
        return True
