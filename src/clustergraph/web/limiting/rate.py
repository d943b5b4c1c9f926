"""So many requests of one client in so much time: how it is written, counted and told.

It is told twice over: by the four fields that most clients read (draft-ietf-httpapi-
ratelimit-headers-06), and by the two that later drafts made of them (-10), of which
``RateLimit-Policy`` bears an old name and a new syntax.
"""

import math
import time
from collections.abc import Callable
from dataclasses import dataclass

from limits import RateLimitItem, parse
from limits.strategies import FixedWindowRateLimiter

from clustergraph.web.limiting.windows import Windows

__all__ = ["Rate", "Standing"]

Header = tuple[bytes, bytes]


@dataclass(frozen=True, slots=True)
class Standing:
    """What a client may ask still, and in how many seconds it may ask all again."""

    remaining: int
    reset_seconds: int


class Rate:
    """A rate, and how each client stands to it.

    Args:
        name: what it limits, a word; clients may be told of several rates.
        text: such as ``600/10 seconds``.
        clock: tells the seconds, from any beginning.

    Raises:
        ValueError: when the text is no rate.
    """

    def __init__(
        self, name: str, text: str, *, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.name = name
        self._item: RateLimitItem = parse(text)
        self._clock = clock
        self._limiter = FixedWindowRateLimiter(Windows(clock))
        self._opening = f'"{name}";'.encode()
        self._told_of_all = (
            (b"ratelimit-limit", b"%d" % self.requests),
            (b"ratelimit-policy", b"%bq=%d;w=%d" % (self._opening, self.requests, self.seconds)),
        )

    @property
    def requests(self) -> int:
        """How many there may be in a window."""
        return self._item.amount

    @property
    def seconds(self) -> int:
        """How long a window is."""
        return self._item.get_expiry()

    def admits(self, client: str, *, weight: int = 1) -> bool:
        """Count a request, in some 2 µs; tell whether the client may have it."""
        return self._limiter.hit(self._item, client, cost=weight)

    def standing(self, client: str) -> Standing:
        """Return how a client stands, in some 3 µs."""
        end, remaining = self._limiter.get_window_stats(self._item, client)
        return Standing(remaining, max(0, math.ceil(end - self._clock())))

    def told(self, client: str) -> tuple[Header, ...]:
        """Return the header fields that tell a client how it stands."""
        standing = self.standing(client)
        remaining, reset = b"%d" % standing.remaining, b"%d" % standing.reset_seconds
        return (
            *self._told_of_all,
            (b"ratelimit-remaining", remaining),
            (b"ratelimit-reset", reset),
            (b"ratelimit", b"%br=%b;t=%b" % (self._opening, remaining, reset)),
        )
