"""A line for each public query: what it was, by its hash, and how it ended.

The text of a query may hold names of people, so it is written at the level ``debug`` alone, and of
the client's address only the network: /24, or /48 of version 6.
"""

import hashlib
import logging
from typing import Any, Final

from clustergraph.operations.querying.query_record import Outcome, QueryRecord
from clustergraph.web.exchange.networks import network_of

__all__ = ["QueryLog", "query_hash"]

_HASH_DIGITS: Final = 16

_logger = logging.getLogger(__name__)


class QueryLog:
    """Writes the lines.

    Args:
        slow_seconds: from how long on a query is slow, and told as a warning.
    """

    def __init__(self, *, slow_seconds: float) -> None:
        self._slow_seconds = slow_seconds

    def record_query(self, record: QueryRecord) -> None:
        """Write a line if its level is on; nothing is made up for one that is off."""
        event = self._event(record)
        level = logging.INFO if event == "query" else logging.WARNING
        if _logger.isEnabledFor(level):
            _logger.log(level, event, extra=_told(record))

    def _event(self, record: QueryRecord) -> str:
        if record.outcome is Outcome.BROKEN_OFF:
            return "answer_broken_off"
        return "query_slow" if record.seconds >= self._slow_seconds else "query"


def query_hash(text: str) -> str:
    """Return what stands for a query in the log: the first digits of its SHA-256.

    >>> query_hash("ASK {}")
    '819ea91ed5f12b38'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]


def _told(record: QueryRecord) -> dict[str, Any]:
    told = {
        "query": query_hash(record.text),
        "form": record.form,
        "outcome": record.outcome.value,
        "milliseconds": round(record.seconds * 1000, 1),
        "bytes": record.bytes_sent,
        "version": record.version_id,
        "client": network_of(record.client),
        "kept": record.outcome is Outcome.KEPT,
    }
    return told | {"text": record.text} if _logger.isEnabledFor(logging.DEBUG) else told
