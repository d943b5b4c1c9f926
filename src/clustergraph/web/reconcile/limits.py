"""How much one request to the service may ask for; how long its body may be is in ``limiting``."""

from typing import Final

__all__ = [
    "BATCH",
    "CELL_VALUES",
    "IDS",
    "MATCHES",
    "PREVIEW_HEIGHT",
    "PREVIEW_WIDTH",
    "PROPERTIES",
    "SKIPPED",
    "SUGGESTED",
    "SUGGESTIONS",
    "VALUES",
]

BATCH: Final = 100
"""Queries in a batch."""
MATCHES: Final = 100
"""Candidates for a query."""
IDS: Final = 1_000
PROPERTIES: Final = 50
CELL_VALUES: Final = 1_000
"""What a person may choose as the most values of a cell."""
SUGGESTED: Final = 10
"""Suggestions where nobody says how many."""
SUGGESTIONS: Final = 100
SKIPPED: Final = 1_000
"""How many of them may be passed over."""
VALUES: Final = 100
"""Values that one query compares with, all its conditions together."""
PREVIEW_WIDTH: Final = 430
PREVIEW_HEIGHT: Final = 320
