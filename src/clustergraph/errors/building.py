"""A graph that can't be made, or not without what is to be forgotten."""

from collections.abc import Sequence
from typing import Final

from clustergraph.errors.root import ClusterGraphError

__all__ = [
    "ForgettingPending",
    "GraphNotValid",
    "InconsistentGraph",
    "NotForgettable",
    "RunawayPattern",
]

_FIRST_VIOLATIONS: Final = 3
"""How many violations a message tells."""


class RunawayPattern(ClusterGraphError):
    """A pattern of a language pack took far too long on one sentence.

    Attributes:
        pattern: the id of the cue that has it.
    """

    def __init__(self, pattern: str, sentence: str) -> None:
        super().__init__(
            f"the pattern of {pattern} comes to no end on {sentence[:60]!r}; report it, or leave "
            "the sentence out."
        )
        self.pattern = pattern


class InconsistentGraph(ClusterGraphError):
    """What a mapper returned contradicts itself, its document or the ontology."""


class GraphNotValid(ClusterGraphError):
    """The graph breaks the rules of its shapes; nothing was published.

    Attributes:
        violations: what is wrong, each of which ``str`` says in one sentence.
    """

    def __init__(self, violations: Sequence[object]) -> None:
        first = "\n  ".join(str(violation) for violation in violations[:_FIRST_VIOLATIONS])
        count = f"{len(violations)} time{'s' if len(violations) > 1 else ''}"
        more = len(violations) - _FIRST_VIOLATIONS
        rest = f"\n  … and {more} more." if more > 0 else ""
        super().__init__(
            f"Nothing was published, the graph breaks its own rules {count}:\n  {first}{rest}\n"
            "Say in the tables of decisions what is right, or leave out what machines misread with "
            "--skip-bad."
        )
        self.violations = tuple(violations)


class NotForgettable(ClusterGraphError):
    """What somebody asked to be forgotten is not clear, not known, or forgotten already."""


class ForgettingPending(ClusterGraphError):
    """What is to be forgotten is noted, but no version without it could be made.

    Attributes:
        noted: the file that holds the decision.
    """

    def __init__(self, noted: str, cause: Exception) -> None:
        super().__init__(
            f"The decision is noted in {noted} and every later build will keep to it, but this "
            f"build failed, so the current version still tells it: {cause}"
        )
        self.noted = noted
