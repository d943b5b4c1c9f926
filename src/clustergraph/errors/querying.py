"""Queries that get no answer, each for a reason of its own."""

from collections.abc import Sequence
from difflib import get_close_matches

from clustergraph.errors.root import ClusterGraphError

__all__ = [
    "AnswerTooLarge",
    "EngineAway",
    "EngineFailed",
    "MalformedQuery",
    "QueryError",
    "QueryOutOfMemory",
    "QueryTimedOut",
    "QueryTooLarge",
    "ReaderLost",
    "RefusedQuery",
    "ServiceFailed",
    "TooBusy",
    "UnknownQuery",
    "UnsupportedQuery",
]

_RETRY_AFTER_SECONDS = 5
"""By then most of the queries that run now have ended."""


class QueryError(ClusterGraphError):
    """A query got no answer."""


class MalformedQuery(QueryError):
    """The text is not SPARQL.

    Attributes:
        line: from 1, or None where the parser does not say.
        column: from 1, or None.
        reason: the parser's words.
    """

    def __init__(self, reason: str, *, line: int | None = None, column: int | None = None) -> None:
        where = f" at line {line}, column {column}" if line is not None else ""
        super().__init__(f"The query is not SPARQL{where}: {reason}")
        self.reason = reason
        self.line = line
        self.column = column


class UnsupportedQuery(QueryError):
    """The text is SPARQL that the engine can't run, or whose answer the format can't hold.

    Attributes:
        reason: the engine's words.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The query can't be answered: {reason}")
        self.reason = reason


class ServiceFailed(UnsupportedQuery):
    """Another endpoint, which the query calls by SERVICE, gives no answer."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"it calls another endpoint, which gives no answer: {reason}.")


class RefusedQuery(QueryError):
    """The text is SPARQL that this service never runs, such as SERVICE or LOAD."""


class QueryTooLarge(QueryError):
    """The text is past a limit of size, nesting or number of patterns.

    Attributes:
        what: what there is too much of.
        limit: how much there may be.
    """

    def __init__(self, what: str, limit: int) -> None:
        super().__init__(f"The query has more than {limit} {what}.")
        self.what = what
        self.limit = limit


class QueryTimedOut(QueryError):
    """The time limit passed before the answer was there.

    Attributes:
        seconds: the limit.
    """

    def __init__(self, seconds: float) -> None:
        super().__init__(
            f"The query was stopped after {seconds:g} second{'s' * (seconds != 1)}; "
            "add a LIMIT or make its patterns more selective."
        )
        self.seconds = seconds


class QueryOutOfMemory(QueryError):
    """The query wanted more memory than one query may have."""

    def __init__(self) -> None:
        super().__init__(
            "The query wanted more memory than one query may have; "
            "add a LIMIT, or group and sort fewer rows."
        )


class AnswerTooLarge(QueryError):
    """The answer is longer than an answer may be.

    Attributes:
        limit: how many bytes it may have.
    """

    def __init__(self, limit: int) -> None:
        super().__init__(
            f"The answer is longer than {limit} bytes; "
            "add a LIMIT, or take the whole graph from /dataset."
        )
        self.limit = limit


class EngineFailed(QueryError):
    """The engine behind the service answers, but not with what was asked for.

    Attributes:
        reason: its words, or what is wrong with its answer.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(f"The engine behind this service gave no answer ({reason}).")
        self.reason = reason


class EngineAway(QueryError):
    """The engine behind the service can't be reached, or takes no requests now.

    Attributes:
        reason: why.
        retry_after_seconds: when it makes sense to ask again.
    """

    def __init__(self, reason: str, retry_after_seconds: int = _RETRY_AFTER_SECONDS) -> None:
        super().__init__(
            f"The engine behind this service does not answer now ({reason}); ask again later."
        )
        self.reason = reason
        self.retry_after_seconds = retry_after_seconds


class ReaderLost(QueryError):
    """The process that ran the query died; the service goes on with a new one."""


class TooBusy(QueryError):
    """All readers are taken, and the queue is full or takes too long.

    Attributes:
        retry_after_seconds: when it makes sense to ask again.
    """

    def __init__(self, retry_after_seconds: int = _RETRY_AFTER_SECONDS) -> None:
        super().__init__(f"All query readers are busy; ask again in {retry_after_seconds} seconds.")
        self.retry_after_seconds = retry_after_seconds


class UnknownQuery(QueryError):
    """No query of the catalogue bears that name.

    Attributes:
        name: the name asked for.
        known: the names there are.
    """

    def __init__(self, name: str, known: Sequence[str]) -> None:
        near = get_close_matches(name, known)
        there = f"there is {', '.join(near)}" if near else f"there are {', '.join(known)}"
        super().__init__(f"There is no query {name!r}; {there}.")
        self.name = name
        self.known = tuple(known)
