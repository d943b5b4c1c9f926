"""What is told of a public query after it was answered, or was not."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from clustergraph.errors import (
    AnswerTooLarge,
    ClusterGraphError,
    EngineAway,
    EngineFailed,
    QueryOutOfMemory,
    QueryTimedOut,
    QueryTooLarge,
    ReaderLost,
    RefusedQuery,
    StoreError,
    TooBusy,
)
from clustergraph.sparql.gate import Form

__all__ = ["Outcome", "QueryRecord", "outcome_of"]


class Outcome(StrEnum):
    """How a query ended."""

    ANSWERED = "answered"
    KEPT = "kept"
    NOT_MODIFIED = "not-modified"
    REFUSED = "refused"
    MALFORMED = "malformed"
    TIMED_OUT = "timed-out"
    OUT_OF_MEMORY = "out-of-memory"
    BUSY = "busy"
    CLIENT_LEFT = "client-left"
    BROKEN_OFF = "broken-off"
    FAILED = "failed"


_OUTCOMES: Mapping[type[Exception], Outcome] = {
    RefusedQuery: Outcome.REFUSED,
    QueryTooLarge: Outcome.REFUSED,
    QueryTimedOut: Outcome.TIMED_OUT,
    QueryOutOfMemory: Outcome.OUT_OF_MEMORY,
    AnswerTooLarge: Outcome.OUT_OF_MEMORY,
    TooBusy: Outcome.BUSY,
    ReaderLost: Outcome.FAILED,
    EngineAway: Outcome.FAILED,
    EngineFailed: Outcome.FAILED,
    StoreError: Outcome.FAILED,
}


def outcome_of(error: Exception) -> Outcome:
    """Name the end of a query that failed before anything was sent.

    Our other errors are the client's to mend; what is not ours is a fault of this software.
    """
    found = (_OUTCOMES[base] for base in type(error).__mro__ if base in _OUTCOMES)
    is_ours = isinstance(error, ClusterGraphError)
    return next(found, Outcome.MALFORMED if is_ours else Outcome.FAILED)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRecord:
    """One query and how it ended.

    ``form`` is None where the text has none. ``seconds`` run from the request's head to the last
    byte handed on, ``bytes_sent`` counts the body as it was sent. ``version_id`` is empty where no
    version was asked; ``client`` is the address that counts for fairness.
    """

    form: Form | None
    outcome: Outcome
    seconds: float
    bytes_sent: int
    version_id: str
    text: str
    client: str
