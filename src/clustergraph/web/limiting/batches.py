"""Requests that ask for many things at once: few are worked on, in fair turns, and none for long.

They are worked on in threads, beside all other requests; but a program has one thread of Python at
work at a time, and so many threads in all. A crowd of batches would leave nothing of either for
those who ask for one thing. So they wait for each other here, and for nobody else.
"""

import time
from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeVar

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from clustergraph.errors import BatchTimedOut, TooBusy, TooManyBatches
from clustergraph.store.readers.admission import Admission
from clustergraph.web.exchange.clients import client_of

__all__ = ["Batches", "batches_for"]

_Answer = TypeVar("_Answer")
_Item = TypeVar("_Item")

_AT_ONCE: Final = 2
"""One client alone has all but one of them."""
_WAITING: Final = 64
_RETRY_AFTER_SECONDS: Final = 5


class Batches:
    """Gives batches their turns, and their time.

    Args:
        seconds: how long one may be worked on, and how long it waits at the most.
        at_once: how many are worked on.
        waiting: how many wait; one client has half of it.
        clock: tells the seconds, from any beginning.
    """

    def __init__(
        self,
        *,
        seconds: float,
        at_once: int = _AT_ONCE,
        waiting: int = _WAITING,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._seconds = seconds
        self._clock = clock
        self._admission = Admission(
            places=at_once, aside=0, queue_length=waiting, waiting_changed=_note_nothing
        )

    async def answer(self, request: Request, work: Callable[[], _Answer]) -> _Answer:
        """Do the work for a request in a thread, when its turn comes.

        Raises:
            TooManyBatches: when too many wait, or it would have to wait too long.
        """
        try:
            admitted = await self._admission.enter(client_of(request.scope), self._seconds)
        except TooBusy:
            raise TooManyBatches(_RETRY_AFTER_SECONDS) from None
        try:
            return await run_in_threadpool(work)
        finally:
            self._admission.leave(admitted)

    def in_time(self, items: Iterable[_Item]) -> Iterator[_Item]:
        """Yield the items of a batch while there is time; the time runs from the first.

        Raises:
            BatchTimedOut: when it is over before they are.
        """
        end = self._clock() + self._seconds
        for item in items:
            if self._clock() > end:
                raise BatchTimedOut(self._seconds)
            yield item


def batches_for(request: Request) -> Batches:
    """Return those of the application that answers a request."""
    batches: Batches = request.app.state.batches
    return batches


def _note_nothing() -> None:
    """Take note that more batches wait, or fewer; nothing counts them."""
