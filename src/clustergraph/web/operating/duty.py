"""Whether this process still takes work; it stops once, and never begins again."""

import asyncio
import signal
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, Final, TypeAlias

__all__ = ["Duty"]

_SIGNALS: Final = (signal.SIGTERM, signal.SIGINT)

Handler: TypeAlias = Callable[[int, FrameType | None], Any]
Cut: TypeAlias = Callable[[], Coroutine[Any, Any, None]]


class Duty:
    """Ends when the process is told to stop, while requests that run are still answered.

    Args:
        drain_seconds: how long those may take.
    """

    def __init__(self, *, drain_seconds: float) -> None:
        self.is_over = False
        self._drain_seconds = drain_seconds
        self._cutting: asyncio.Task[None] | None = None

    @contextmanager
    def until_signal(self, cut: Cut) -> Iterator[None]:
        """End it at the first signal, and ``cut`` off what still runs when the time has passed.

        Who has handled the signals before hears of them too; it must be called on an event loop.
        """
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        handlers = {number: signal.getsignal(number) for number in _SIGNALS}
        handled = {number: handler for number, handler in handlers.items() if callable(handler)}
        loop = asyncio.get_running_loop()
        for number, handler in handled.items():
            signal.signal(number, self._before(handler, loop, cut))
        try:
            yield
        finally:
            for number, handler in handled.items():
                signal.signal(number, handler)

    def _before(self, handler: Handler, loop: asyncio.AbstractEventLoop, cut: Cut) -> Handler:
        def end(number: int, frame: FrameType | None) -> None:
            if not self.is_over:
                self.is_over = True
                loop.call_soon_threadsafe(self._set_clock, loop, cut)
            handler(number, frame)

        return end

    def _set_clock(self, loop: asyncio.AbstractEventLoop, cut: Cut) -> None:
        def begin() -> None:
            self._cutting = loop.create_task(cut())

        loop.call_later(self._drain_seconds, begin)
