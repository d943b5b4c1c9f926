"""What an answer that is no success tells: a problem of RFC 9457, and when to come back."""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Final

from clustergraph.client.messages import Answer
from clustergraph.errors import (
    CallFailed,
    CallRefused,
    ComeBackLater,
    NoLongerThere,
    NotThere,
    StrangeAnswer,
)

__all__ = ["refusal", "retry_after_seconds"]

_PROBLEM: Final = "application/problem+json"
_OWN: Final = frozenset({"type", "title", "status", "detail"})
"""The members that every problem may have (RFC 9457, section 3.1)."""
_ERRORS: Final[Mapping[int, type[CallRefused]]] = {
    404: NotThere,
    410: NoLongerThere,
    429: ComeBackLater,
}


def refusal(answer: Answer) -> CallFailed:
    """Make the error that an answer stands for."""
    told = _problem(answer)
    if told is None:
        reason = f"it answers {answer.status} in {answer.media_type or 'no known format'}"
        return StrangeAnswer(answer.url, reason)
    seconds = retry_after_seconds(answer)
    error = ComeBackLater if seconds is not None else _ERRORS.get(answer.status, CallRefused)
    return error(
        answer.url,
        status=answer.status,
        kind=str(told.get("type", "about:blank")),
        title=str(told.get("title", "")),
        detail=str(told.get("detail", "")),
        members={name: value for name, value in told.items() if name not in _OWN},
        retry_after_seconds=seconds,
    )


def retry_after_seconds(answer: Answer) -> float | None:
    """Read ``Retry-After``: seconds, or a moment (RFC 9110, section 10.2.3)."""
    text = answer.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    try:
        moment = parsedate_to_datetime(text)
    except ValueError:
        return None
    aware = moment.replace(tzinfo=moment.tzinfo or UTC)
    return max(0.0, (aware - datetime.now(UTC)).total_seconds())


def _problem(answer: Answer) -> Mapping[str, object] | None:
    if answer.media_type != _PROBLEM:
        return None
    try:
        told = json.loads(answer.content)
    except ValueError:
        return None
    return told if isinstance(told, dict) else None
