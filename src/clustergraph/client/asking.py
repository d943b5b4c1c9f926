"""The manners of a client, without doing anything: who sends and waits is told what to do next.

So the blocking client and the asynchronous one have the same ones: of what was answered before only
whether it still holds is asked; a service that has too much to do is asked again when it says so; a
problem becomes an error.
"""

from dataclasses import dataclass, replace
from secrets import SystemRandom
from typing import Final

from clustergraph.client.answer_cache import AnswerCache
from clustergraph.client.messages import Answer, Request
from clustergraph.client.problems import refusal, retry_after_seconds
from clustergraph.errors import NoAnswer

__all__ = ["Asking", "Patience"]

_random = SystemRandom()

_FIRST_PAUSE_SECONDS: Final = 0.2
_ANSWERED: Final = frozenset({200, 300})
"""300 tells several things that may be meant."""
_TOO_BUSY: Final = frozenset({429, 503})
_PASSING: Final = frozenset({502, 504})
"""What a proxy says while the service behind it starts again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How often, and for how long, a client asks again.

    Attributes:
        attempts: how often a request is sent at the most.
        longest_wait_seconds: who is told to come back later than that hears of it as an error.
    """

    attempts: int = 4
    longest_wait_seconds: float = 30.0


class Asking:
    """One question until it is answered.

    Attributes:
        request: what is to be sent next,
        pause_seconds: after so long.
        answer: what came of it, in the end.
    """

    def __init__(self, request: Request, cache: AnswerCache, patience: Patience) -> None:
        self._known = cache.known(request)
        self._cache = cache
        self._patience = patience
        self._attempts = 0
        tag = self._known.headers["etag"] if self._known else ""
        self.request = replace(request, known_tag=tag)
        self.pause_seconds = 0.0
        self.answer: Answer | None = None

    def hear(self, answer: Answer) -> None:
        """Take an answer, or make up one's mind to ask again.

        Raises:
            CallRefused: when it is a problem, or one of the errors below it.
            StrangeAnswer: when it is an error of another program.
        """
        if answer.status == 304 and self._known is not None:
            self.answer = self._known
        elif answer.status in _ANSWERED:
            self._cache.keep(self.request, answer)
            self.answer = answer
        elif not self._goes_on(_pause_after(answer, self._attempts)):
            raise refusal(answer)

    def miss(self, failure: NoAnswer) -> None:
        """Make up one's mind to ask again after no answer came.

        Raises:
            NoAnswer: what was given, when there is no patience left.
        """
        pause = _backing_off(self._attempts) if failure.may_ask_again else None
        if not self._goes_on(pause):
            raise failure

    def _goes_on(self, pause_seconds: float | None) -> bool:
        self._attempts += 1
        if pause_seconds is None or pause_seconds > self._patience.longest_wait_seconds:
            return False
        self.pause_seconds = pause_seconds
        return self._attempts < self._patience.attempts


def _pause_after(answer: Answer, attempts: int) -> float | None:
    """Say when to ask again, ``None`` where that makes no sense.

    A 503 that names no time may be a query that takes too long, which would do so again.
    """
    if answer.status in _TOO_BUSY:
        return retry_after_seconds(answer)
    return _backing_off(attempts) if answer.status in _PASSING else None


def _backing_off(attempts: int) -> float:
    """Wait twice as long each time, and not as long as all the others that wait."""
    return _FIRST_PAUSE_SECONDS * 2.0**attempts * _random.uniform(0.5, 1.0)
