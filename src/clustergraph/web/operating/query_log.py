"""A line for each public query: what it was, by its hash, and how it ended.

The text of a query may hold names of people, so it is written at the level ``debug`` alone, and of
the client's address only the network: /24, or /48 of version 6.
"""

import hashlib
import logging
from functools import lru_cache
from ipaddress import IPv6Address, ip_address, ip_network
from typing import Any, Final

from clustergraph.operations.query_record import Outcome, QueryRecord

__all__ = ["QueryLog", "network_of", "query_hash"]

_HASH_DIGITS: Final = 16
_PREFIX_BITS: Final = {4: 24, 6: 48}

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
        is_slow = record.seconds >= self._slow_seconds
        level = logging.WARNING if is_slow else logging.INFO
        if _logger.isEnabledFor(level):
            _logger.log(level, "query_slow" if is_slow else "query", extra=_told(record))


def query_hash(text: str) -> str:
    """Return what stands for a query in the log: the first digits of its SHA-256.

    >>> query_hash("ASK {}")
    '819ea91ed5f12b38'
    """
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_HASH_DIGITS]


@lru_cache(maxsize=1_024)
def network_of(client: str) -> str:
    """Cut an address to its network; what is none, a socket's name, stays.

    >>> network_of("192.0.2.77"), network_of("2001:db8:1:2::3"), network_of("::ffff:192.0.2.77")
    ('192.0.2.0/24', '2001:db8:1::/48', '192.0.2.0/24')
    """
    try:
        address = ip_address(client.partition("/")[0])
    except ValueError:
        return client
    if isinstance(address, IPv6Address) and address.ipv4_mapped:
        address = address.ipv4_mapped
    return str(ip_network((address, _PREFIX_BITS[address.version]), strict=False))


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
