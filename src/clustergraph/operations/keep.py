"""Keep in memory what would cost a reader, or much work, to find out again."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import Lock
from typing import Any, Final, Generic, NamedTuple, Protocol, TypeVar

from clustergraph.coding import Coding

__all__ = ["KeptAnswer", "KeptAnswers", "KeptFindings", "Measured"]

_Finding = TypeVar("_Finding")
_Answer = TypeVar("_Answer", bound="Measured")

_OVERHEAD_BYTES = 300
"""What an entry takes beside the answer itself."""


class KeptAnswer(NamedTuple):
    """The body of an answer, and what it is compressed with."""

    body: bytes
    coding: Coding

    @property
    def size_bytes(self) -> int:
        """How much memory it takes, about."""
        return len(self.body)


class Measured(Protocol):
    """What can be kept."""

    @property
    def size_bytes(self) -> int:
        """How much memory it takes, about."""
        ...


class KeptAnswers(Generic[_Answer]):
    """Answers by their tag; a tag never means two answers.

    What was asked for again has most of the room for itself. So whoever asks thousands of queries
    once each doesn't push out what many ask for. In both parts the least lately used goes first.
    """

    LARGEST_BYTES: Final = 262_144

    def __init__(self, limit_bytes: int) -> None:
        self._free_bytes = limit_bytes
        self._free_bytes_again = limit_bytes * 3 // 4
        self._once: OrderedDict[Hashable, _Answer] = OrderedDict()
        self._again: OrderedDict[Hashable, _Answer] = OrderedDict()

    def get(self, tag: Hashable | None) -> _Answer | None:
        """Return the answer of that tag, if it is kept."""
        if tag is None:
            return None
        if (answer := self._again.get(tag)) is not None:
            self._again.move_to_end(tag)
        elif (answer := self._once.pop(tag, None)) is not None:
            self._prefer(tag, answer)
        return answer

    def keep(self, tag: Hashable, answer: _Answer) -> None:
        """Keep an answer if it is small enough, and make room for it."""
        if tag in self._once or tag in self._again or answer.size_bytes > self.LARGEST_BYTES:
            return
        self._once[tag] = answer
        self._free_bytes -= _size(answer)
        while self._free_bytes < 0:  # the other part alone always has room
            _, dropped = self._once.popitem(last=False)
            self._free_bytes += _size(dropped)

    def _prefer(self, tag: Hashable, answer: _Answer) -> None:
        """Count it among what was asked for again; what was so longest ago must prove itself."""
        self._again[tag] = answer
        self._free_bytes_again -= _size(answer)
        while self._free_bytes_again < 0:
            oldest, demoted = self._again.popitem(last=False)
            self._free_bytes_again += _size(demoted)
            self._once[oldest] = demoted


def _size(answer: Measured) -> int:
    return answer.size_bytes + _OVERHEAD_BYTES


class KeptFindings:
    """What was found out about something that never changes, by name; for a few findings.

    Safe to share between threads: who asks for what another is finding out waits for it, and for
    nothing else. What can't be found out is tried again by the next who asks.
    """

    def __init__(self) -> None:
        self._findings: dict[str, Any] = {}
        self._locks: dict[str, Lock] = {}

    def get(self, name: str, find: Callable[[], _Finding]) -> _Finding:
        """Return the finding of that name, found out by ``find`` the first time."""
        if name not in self._findings:
            with self._locks.setdefault(name, Lock()):
                if name not in self._findings:
                    self._findings[name] = find()
        finding: _Finding = self._findings[name]
        return finding

    def known(self, name: str) -> Any | None:
        """Return the finding of that name where it was found out already; None where not."""
        return self._findings.get(name)
