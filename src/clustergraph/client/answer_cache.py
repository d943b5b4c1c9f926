"""Answers that were given once, kept with their entity tags to be asked about again.

A service that answers 304 needs next to no time, and sends nothing. Nothing is taken for true
without asking: that is what ``no-cache`` of the service says (RFC 9111, section 5.2.2.4).
"""

from collections import OrderedDict
from threading import Lock
from typing import Final, TypeAlias

from clustergraph.client.messages import Answer, Request

__all__ = ["AnswerCache"]

_Key: TypeAlias = tuple[str, str, str]

_HEAD_BYTES: Final = 1_000
"""What an answer takes beside its body, about."""


class AnswerCache:
    """The answers that were used last; several threads may share it."""

    def __init__(self, most_bytes: int) -> None:
        """Keep answers of so many bytes together; none with 0."""
        self._most_bytes = most_bytes
        self._bytes = 0
        self._answers: OrderedDict[_Key, Answer] = OrderedDict()
        self._lock = Lock()

    def known(self, request: Request) -> Answer | None:
        """Return the answer to the same request from before, if it is still here."""
        with self._lock:
            answer = self._answers.get(_key(request))
            if answer is not None:
                self._answers.move_to_end(_key(request))
            return answer

    def keep(self, request: Request, answer: Answer) -> None:
        """Keep an answer for the next time, if it may be kept and is not too long."""
        if not _may_be_kept(request, answer) or _size(answer) > self._most_bytes:
            return
        with self._lock:
            self._drop(_key(request))
            self._answers[_key(request)] = answer
            self._bytes += _size(answer)
            while self._bytes > self._most_bytes:
                self._drop(next(iter(self._answers)))

    def _drop(self, key: _Key) -> None:
        dropped = self._answers.pop(key, None)
        self._bytes -= _size(dropped) if dropped else 0


def _key(request: Request) -> _Key:
    return request.method, request.url, request.accept


def _size(answer: Answer) -> int:
    return _HEAD_BYTES + len(answer.content)


def _may_be_kept(request: Request, answer: Answer) -> bool:
    return (
        request.method == "GET"
        and answer.status == 200
        and "etag" in answer.headers
        and "no-store" not in answer.headers.get("cache-control", "")
    )
