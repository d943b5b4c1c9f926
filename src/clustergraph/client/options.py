"""What both clients may be told when they are made, and what they tell httpx2."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import httpx2

from clustergraph import __version__
from clustergraph.client.asking import Patience

__all__ = ["ClientOptions"]

_CONNECT_SECONDS: Final = 10.0
_MOST_REDIRECTS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOptions:
    """How a client behaves.

    Attributes:
        timeout_seconds: how long the service may be silent before its answer.
        patience: how often, and for how long, is asked again.
        most_bytes: how long an answer may be, unpacked.
        cache_bytes: how much memory answers may take that are kept with their entity tags; none
            is kept with 0.
        headers: what to send with each request, such as a proxy's credentials.
    """

    timeout_seconds: float = 60.0
    patience: Patience = field(default_factory=Patience)
    most_bytes: int = 1 << 28
    cache_bytes: int = 1 << 24
    headers: Mapping[str, str] = field(default_factory=dict)

    def for_httpx(self) -> dict[str, Any]:
        """Give the arguments for a client of httpx2."""
        return {
            "headers": {"User-Agent": f"clustergraph/{__version__}", **self.headers},
            "timeout": httpx2.Timeout(self.timeout_seconds, connect=_CONNECT_SECONDS),
            "follow_redirects": True,
            "max_redirects": _MOST_REDIRECTS,
        }
