"""A problem as clients are told of it (RFC 9457)."""

from collections.abc import Mapping
from dataclasses import dataclass
from http import HTTPStatus

__all__ = ["Problem"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What went wrong, as the client is told."""

    type: str
    title: str
    status: HTTPStatus
    detail: str
    members: Mapping[str, object]
    headers: Mapping[str, str]

    def as_values(self) -> dict[str, object]:
        """Return what every problem tells (RFC 9457, section 3.1), for JSON."""
        return {
            "type": self.type,
            "title": self.title,
            "status": int(self.status),
            "detail": self.detail,
        }
