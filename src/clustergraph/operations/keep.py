"""Keep small answers in memory, so that a question that comes again costs no reader."""

from collections import OrderedDict

__all__ = ["KeptAnswers"]

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
