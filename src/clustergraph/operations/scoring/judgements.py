"""What was found of each thing that the gold or the system says: the single cases of a score."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

__all__ = ["ErrorClass", "Judgement", "Verdict"]


class Verdict(StrEnum):
    """How a thing that one side says stands to the other side."""

    RIGHT = "right"
    HALF = "half"
    MISSED = "missed"
    WRONG = "wrong"
    NEUTRAL = "neutral"


class ErrorClass(StrEnum):
    """Where the way to a statement was lost, the first place of several."""

    NONE = ""
    SUBJECT = "no such subject"
    OBJECT = "no such object"
    RELATION = "another relation between the two"
    VALUE = "another value"
    ATTACHMENT = "said of something else"
    STATEMENT = "nothing like it"


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One case: ``what`` is the type of an entity or the relation of a statement.

    ``words`` spell it for people. ``quote`` is the passage that the gold (what was missed) or the
    system gives; ``confidence`` is the system's, None where it says nothing. ``raw`` is the JSON of
    the side that says it.
    """

    is_relation: bool
    verdict: Verdict
    what: str
    words: str
    error_class: ErrorClass = ErrorClass.NONE
    quote: str = ""
    confidence: float | None = None
    raw: Mapping[str, Any]

    def __str__(self) -> str:
        """Say it in a line of a list of errors."""
        return f"{'relation' if self.is_relation else 'entity'} {self.verdict}: {self.words}"
