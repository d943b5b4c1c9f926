"""Keep in memory what would cost a reader, or much work, to find out again."""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, TypeVar

__all__ = ["KeptAnswers", "KeptFindings"]

_Finding = TypeVar("_Finding")

_LARGEST_BYTES = 65_536
_OVERHEAD_BYTES = 300
"""What an entry takes beside the answer itself."""


class KeptAnswers:
    """Answers by their tag, the least lately used dropped first; a tag never means two answers."""

    def __init__(self, limit_bytes: int) -> None:
        self._free_bytes = limit_bytes
        self._answers: OrderedDict[str, bytes] = OrderedDict()

    def get(self, tag: str | None) -> bytes | None:
        """Return the answer of that tag, if it is kept."""
        if tag is None or tag not in self._answers:
            return None
        self._answers.move_to_end(tag)
        return self._answers[tag]

    def keep(self, tag: str, answer: bytes) -> None:
        """Keep an answer if it is small enough, and make room for it."""
        if tag in self._answers or len(answer) > _LARGEST_BYTES:
            return
        self._answers[tag] = answer
        self._free_bytes -= len(answer) + _OVERHEAD_BYTES
        while self._free_bytes < 0:
            _, dropped = self._answers.popitem(last=False)
            self._free_bytes += len(dropped) + _OVERHEAD_BYTES


class KeptFindings:
    """What was found out about something that never changes, by name; for a few findings.

    Safe to share between threads: who asks for what another is finding out waits for it.
    """

    def __init__(self) -> None:
        self._findings: dict[str, Any] = {}
        self._lock = Lock()

    def get(self, name: str, find: Callable[[], _Finding]) -> _Finding:
        """Return the finding of that name, found out by ``find`` the first time."""
        if name not in self._findings:
            with self._lock:
                if name not in self._findings:
                    self._findings[name] = find()
        finding: _Finding = self._findings[name]
        return finding
