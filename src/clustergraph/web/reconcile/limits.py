"""How much one request to the service may ask for; how long its body may be is in ``limiting``."""

from typing import Final

__all__ = [
    "BATCH",
    "IDS",
    "PREVIEW_HEIGHT",
    "PREVIEW_WIDTH",
    "PROPERTIES",
    "SUGGESTED",
    "SUGGESTIONS",
    "VALUES",
]

BATCH: Final = 100
"""Queries in a batch."""
IDS: Final = 1_000
PROPERTIES: Final = 50
SUGGESTED: Final = 10
"""Suggestions where nobody says how many."""
SUGGESTIONS: Final = 100
VALUES: Final = 100
"""Values that one query compares with, all its conditions together."""
PREVIEW_WIDTH: Final = 430
PREVIEW_HEIGHT: Final = 320
