"""A service that was called over HTTP did not give what it was asked for."""

from collections.abc import Mapping

from clustergraph.errors.root import ClusterGraphError

__all__ = [
    "AnswerTooLong",
    "CallFailed",
    "CallRefused",
    "ComeBackLater",
    "NoAnswer",
    "NoLongerThere",
    "NotThere",
    "StrangeAnswer",
]


class CallFailed(ClusterGraphError):
    """A call to a service brought nothing that can be used.

    Attributes:
        url: what was called.
    """

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url.partition('?')[0]}: {reason}")
        self.url = url


class NoAnswer(CallFailed):
    """The service can't be reached, is too slow, or broke off.

    Attributes:
        reason: what happened.
        may_ask_again: whether it may go better at once; not where it took too long or broke off.
    """

    def __init__(self, url: str, reason: str, *, may_ask_again: bool) -> None:
        super().__init__(url, f"no answer ({reason})")
        self.reason = reason
        self.may_ask_again = may_ask_again


class AnswerTooLong(CallFailed):
    """The answer is longer than the client takes; it was not read to its end.

    Attributes:
        most_bytes: how long it may be.
    """

    def __init__(self, url: str, most_bytes: int) -> None:
        super().__init__(url, f"the answer is longer than {most_bytes:,} bytes; ask for less")
        self.most_bytes = most_bytes


class StrangeAnswer(CallFailed):
    """The answer is not of the expected shape: another program may answer there.

    Attributes:
        reason: what is wrong with it.
    """

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(url, f"an unexpected answer: {reason}")
        self.reason = reason


class CallRefused(CallFailed):
    """The service answered with a problem (RFC 9457).

    Attributes:
        status: the status of the answer.
        kind: an IRI that names the kind of problem.
        title: the kind in words.
        detail: what went wrong this time.
        members: what else the problem tells, such as ``line`` and ``column`` of a query.
        retry_after_seconds: when to ask again, where the service says it.
    """

    def __init__(
        self,
        url: str,
        *,
        status: int,
        kind: str,
        title: str,
        detail: str,
        members: Mapping[str, object],
        retry_after_seconds: float | None,
    ) -> None:
        super().__init__(url, f"{detail or title} ({status})")
        self.status = status
        self.kind = kind
        self.title = title
        self.detail = detail
        self.members = members
        self.retry_after_seconds = retry_after_seconds


class NotThere(CallRefused):
    """The service knows nothing by that name (404)."""


class NoLongerThere(CallRefused):
    """It was there once and was removed (410)."""


class ComeBackLater(CallRefused):
    """The service has too much to do, or this client asked too often (429, 503)."""
