"""What each client has used of its current window of time; kept for ``limits``, which reckons.

The storage that ``limits`` brings for one process starts a thread for every hundredth of a second
in which somebody asks, and goes through all clients in it. Here the windows stand in the order in
which they end, and each new one throws out those before it that are over.
"""

import time
from collections.abc import Callable
from typing import Final

from limits.storage import Storage

__all__ = ["Windows"]

_MOST_WINDOWS: Final = 65_536
"""From here on the one that ends first is forgotten early: memory counts for more."""


class Windows(Storage):
    """The windows of one rate; all of them are equally long.

    Args:
        clock: tells the seconds, from any beginning.
        most: how many windows are kept.
    """

    STORAGE_SCHEME = None

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, most: int = _MOST_WINDOWS
    ) -> None:
        super().__init__()
        self._clock = clock
        self._most = most
        self._windows: dict[str, _Window] = {}

    def incr(self, key: str, expiry: float, amount: int = 1) -> int:
        """Add to what was used, and return it; a window that is over begins anew."""
        window = self._windows.get(key)
        now = self._clock()
        if window is None or window.end <= now:
            window = self._begin(key, now, expiry)
        window.used += amount
        return window.used

    def get(self, key: str) -> int:
        """Return what was used."""
        window = self._windows.get(key)
        return window.used if window is not None and window.end > self._clock() else 0

    def get_expiry(self, key: str) -> float:
        """Return when the window ends, by the clock; now where there is none."""
        window = self._windows.get(key)
        return self._clock() if window is None else window.end

    def check(self) -> bool:
        """Say that the storage is there."""
        return True

    def reset(self) -> int:
        """Forget all."""
        number = len(self._windows)
        self._windows.clear()
        return number

    def clear(self, key: str) -> None:
        """Forget one."""
        self._windows.pop(key, None)

    @property
    def base_exceptions(self) -> type[Exception]:
        """Return what can go wrong here: nothing does, and ``limits`` asks for a class."""
        return LookupError

    def __len__(self) -> int:
        return len(self._windows)

    def _begin(self, key: str, now: float, seconds: float) -> "_Window":
        windows = self._windows
        windows.pop(key, None)  # it shall stand last
        while windows and (len(windows) >= self._most or next(iter(windows.values())).end <= now):
            del windows[next(iter(windows))]
        window = windows[key] = _Window(now + seconds)
        return window


class _Window:
    """So much was used until then."""

    __slots__ = ("end", "used")

    def __init__(self, end: float) -> None:
        self.end = end
        self.used = 0
