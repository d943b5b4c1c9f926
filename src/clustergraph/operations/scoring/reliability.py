"""Whether confidence means what it says: how many statements of about one confidence are right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from clustergraph.operations.scoring.judgements import Judgement, Verdict

__all__ = ["Reliability", "reliability"]

_BOUNDS = (0.0, 0.45, 0.6, 0.7, 0.8, 0.9, 1.01)
_JUDGED = frozenset({Verdict.RIGHT, Verdict.WRONG})


@dataclass(frozen=True, slots=True, kw_only=True)
class Reliability:
    """The statements from one confidence up to the next: how many, how sure, how many right."""

    least: float
    below: float
    said: int
    right: int
    confidence: float

    @property
    def precision(self) -> float:
        """The share of right ones."""
        return self.right / self.said


def reliability(judgements: Iterable[Judgement]) -> Iterator[Reliability]:
    """Yield a row for each stretch of confidence in which something was said, the lowest first."""
    judged = [
        (each.confidence, each.verdict is Verdict.RIGHT)
        for each in judgements
        if each.confidence is not None and each.verdict in _JUDGED
    ]
    for least, below in pairwise(_BOUNDS):
        here = [(sure, right) for sure, right in judged if least <= sure < below]
        if here:
            yield Reliability(
                least=least,
                below=min(below, 1.0),
                said=len(here),
                right=sum(right for _, right in here),
                confidence=sum(sure for sure, _ in here) / len(here),
            )
