"""Something that is done later, unless it is called off before."""

import asyncio
from collections.abc import Callable

__all__ = ["Timer"]


class Timer:
    """Does one thing after a time; setting it again begins the time anew.

    Attributes:
        is_set: whether it will be done.
    """

    __slots__ = ("_do", "_handle", "_loop", "is_set")

    def __init__(self, loop: asyncio.AbstractEventLoop, do: Callable[[], None]) -> None:
        self.is_set = False
        self._loop = loop
        self._do = do
        self._handle: asyncio.TimerHandle | None = None

    def set(self, seconds: float) -> None:
        """Have it done after so many seconds."""
        self.call_off()
        self.is_set = True
        self._handle = self._loop.call_later(seconds, self._ring)

    def call_off(self) -> None:
        """Have it not done."""
        self.is_set = False
        if self._handle is not None:
            self._handle.cancel()
            self._handle = None

    def _ring(self) -> None:
        self.is_set = False
        self._handle = None
        self._do()
