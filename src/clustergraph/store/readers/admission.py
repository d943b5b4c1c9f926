"""Who may run a query now, who waits, and who is sent away: fair between clients.

Nothing here runs anything. A client is whatever text the caller tells clients apart by.
"""

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import Callable

from clustergraph.errors import TooBusy

__all__ = ["LONG_AFTER_SECONDS", "Admission", "Admitted"]

LONG_AFTER_SECONDS = 0.5
"""A query that runs longer shall step aside for others."""


class Admitted:
    """One query that may run; ``leave`` must be called when it has ended."""

    __slots__ = ("client", "is_aside", "is_stuck")

    def __init__(self, client: str) -> None:
        self.client = client
        self.is_aside = False
        self.is_stuck = False


class Admission:
    """A number of places, and a queue in front of them for each client, served in turn.

    A client alone may take all places. But a query that takes long steps aside, where there is
    room for that, and gives its place back. Where there is none it is stuck. The last place is only
    for a client that could step aside with one more and has none stuck: so no client holds all of
    them, where there are several, for longer than that takes.

    Args:
        places: how many queries run at once.
        aside: how many long ones may run beside them; one client has all but one of them at most.
        queue_length: how many wait at most; one client has half of it at most.
        waiting_changed: is called when more wait, or fewer.
    """

    def __init__(
        self, *, places: int, aside: int, queue_length: int, waiting_changed: Callable[[], None]
    ) -> None:
        self._places = self._free = places
        self._free_aside = aside
        self._most_aside_of_one = max(1, aside - 1)
        self._queue_length = queue_length
        self._most_waiting_of_one = max(1, queue_length // 2)
        self._held: Counter[str] = Counter()
        self._stuck: Counter[str] = Counter()
        self._aside: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()
        self._waiting_changed = waiting_changed
        self.waiting = 0

    @property
    def running(self) -> int:
        """How many queries run, those aside counted."""
        return self._places - self._free + self._aside.total()

    async def enter(self, client: str, patience_seconds: float) -> Admitted:
        """Wait for a place.

        Raises:
            TooBusy: when the queue, or the client's share of it, is full, or no place comes in
                that time.
        """
        if self._may_enter(client):  # nobody is overtaken: whoever waits may not
            self._take(client)
        else:
            await self._wait(client, patience_seconds)
        return Admitted(client)

    def step_aside(self, admitted: Admitted) -> bool:
        """Give the place back and go on beside it; False where there is no room for that."""
        client = admitted.client
        if not self._has_room_aside(client):
            admitted.is_stuck = True
            self._stuck[client] += 1
            return False
        admitted.is_aside = True
        self._free_aside -= 1
        self._aside[client] += 1
        self._give_back(client)
        return True

    def leave(self, admitted: Admitted) -> None:
        """End the query's stay."""
        client = admitted.client
        if admitted.is_aside:
            self._free_aside += 1
            _lower(self._aside, client)
            self._let_in()
            return
        if admitted.is_stuck:
            _lower(self._stuck, client)
        self._give_back(client)

    def _may_enter(self, client: str) -> bool:
        if not self._free:
            return False
        if self._has_room_aside(client) and not self._stuck[client]:
            return True
        return self._held[client] < max(1, self._places - 1)

    def _has_room_aside(self, client: str) -> bool:
        return self._free_aside > 0 and self._aside[client] < self._most_aside_of_one

    def _take(self, client: str) -> None:
        self._free -= 1
        self._held[client] += 1

    def _give_back(self, client: str) -> None:
        self._free += 1
        _lower(self._held, client)
        self._let_in()

    async def _wait(self, client: str, patience_seconds: float) -> None:
        queue = self._queues.get(client, ())
        if self.waiting >= self._queue_length or len(queue) >= self._most_waiting_of_one:
            raise TooBusy
        turn = asyncio.get_running_loop().create_future()
        self._queues.setdefault(client, deque()).append(turn)
        self._count_waiting(1)
        try:
            async with asyncio.timeout(patience_seconds):
                await turn
        except BaseException as error:
            self._give_up(client, turn)
            if isinstance(error, TimeoutError):
                raise TooBusy from None
            raise

    def _give_up(self, client: str, turn: "asyncio.Future[None]") -> None:
        """Leave the queue, or, where the turn came in the same moment, the place."""
        if turn.done() and not turn.cancelled():
            self._give_back(client)
            return
        queue = self._queues.get(client)
        if queue is not None and turn in queue:
            queue.remove(turn)
            self._count_waiting(-1)
            if not queue:
                del self._queues[client]

    def _let_in(self) -> None:
        """Give free places to those who wait, one client after another."""
        while (client := self._next_client()) is not None:
            turn = self._queues[client].popleft()
            self._count_waiting(-1)
            self._queues.move_to_end(client)
            if not self._queues[client]:
                del self._queues[client]
            if not turn.done():
                self._take(client)
                turn.set_result(None)

    def _count_waiting(self, more: int) -> None:
        self.waiting += more
        self._waiting_changed()

    def _next_client(self) -> str | None:
        return next((client for client in self._queues if self._may_enter(client)), None)


def _lower(counter: Counter[str], client: str) -> None:
    """Count one less, and forget whoever has none."""
    counter[client] -= 1
    if not counter[client]:
        del counter[client]
