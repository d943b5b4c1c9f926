"""Wait for work that may never end, such as a call of another endpoint by the engine."""

import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import TypeVar

__all__ = ["within"]

_Result = TypeVar("_Result")


def within(seconds: float, work: Callable[[], _Result]) -> _Result:
    """Do the work in a thread of its own, and return what it returns or raise what it raises.

    Nothing can stop the engine while it waits for an answer. So a thread that is late is left
    behind; as a daemon it ends with the process.

    Raises:
        TimeoutError: when the time has passed.
    """
    future: Future[_Result] = Future()

    def run() -> None:
        try:
            future.set_result(work())
        except Exception as error:  # noqa: BLE001  (it is raised where it is waited for)
            future.set_exception(_without_frames(error))

    threading.Thread(target=run, daemon=True).start()
    return future.result(timeout=seconds)


def _without_frames(error: Exception) -> Exception:
    """Let go of what the frames hold: only the thread that made an answer may drop it."""
    error.__cause__ = error.__context__ = None
    return error.with_traceback(None)
