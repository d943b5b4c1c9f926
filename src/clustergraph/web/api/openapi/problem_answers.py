"""How ``/openapi.json`` tells what can go wrong; ``problems`` says which status an error gets."""

from typing import Any, Final

__all__ = ["problem", "problems"]

_PROBLEM: Final = "#/components/schemas/Problem"
"""Where the description has the shape of a problem; no route answers with it as its model."""

_DESCRIPTIONS = {
    400: "A parameter has a value that can't be.",
    404: "There is no such thing.",
    410: "It was removed.",
    422: "A parameter is missing, not known, or out of bounds.",
}


def problem(description: str) -> dict[str, Any]:
    """Describe an answer that is a problem (RFC 9457)."""
    return {
        "description": description,
        "content": {"application/problem+json": {"schema": {"$ref": _PROBLEM}}},
    }


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """Describe the problems that a call may answer with, by their statuses."""
    return {status: problem(_DESCRIPTIONS[status]) for status in statuses}
