"""What a person decided about a passage; what no person has looked at has no review."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

__all__ = ["Review", "ReviewStatus"]


class ReviewStatus(StrEnum):
    """With what outcome a passage was looked at; the values are slugs of the vocabulary."""

    MACHINE = "machine"
    CONFIRMED = "confirmed"
    ADDED = "added"
    REJECTED = "rejected"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A person's decision: who, when and, where it was said, why."""

    status: ReviewStatus
    by: str
    on: date
    note: str = ""
