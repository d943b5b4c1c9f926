"""What our server offers an application beyond ASGI; another server may offer nothing of it."""

from collections.abc import Callable
from typing import Any, Final

from starlette.types import Scope

__all__ = ["BREAK_OFF", "WHOLE_ANSWER", "SendWhole", "break_off", "whole_answer"]

SendWhole = Callable[[list[tuple[bytes, bytes]], bytes], bool]

WHOLE_ANSWER: Final = "clustergraph.whole_answer"
"""Sends an answer with status 200 in one piece: takes headers and body, tells whether it did."""
BREAK_OFF: Final = "clustergraph.break_off"
"""Ends an answer where it can't go on, so that its reader sees that it is not whole."""


def whole_answer(scope: Scope) -> SendWhole | None:
    """Return what sends an answer in one piece, where the server can."""
    found: SendWhole | None = scope.get("extensions", {}).get(WHOLE_ANSWER)
    return found


def break_off(scope: Scope) -> None:
    """End the answer that is under way where the server can; else it is left unended."""
    found: Callable[[], Any] | None = scope.get("extensions", {}).get(BREAK_OFF)
    if found is not None:
        found()
