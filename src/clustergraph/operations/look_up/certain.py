"""Whether what was found first is surely what was meant, so that nobody needs to look at it."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from clustergraph.names import AHEAD, SURE

__all__ = ["Scored", "certain", "is_near_enough", "may_be_meant"]

_ALL = 100.0


class Scored(Protocol):
    """What was found by a name: how well that fits, from 0 to 100, and the numbers behind it."""

    @property
    def score(self) -> float:
        """How well the name fits."""

    @property
    def features(self) -> Mapping[str, float]:
        """What explains it, such as how much of what was ``asked`` is in the name."""


_Hit = TypeVar("_Hit", bound=Scored)


def certain(hits: Sequence[_Hit]) -> _Hit | None:
    """Return the first hit where its name is near enough and no other hit may be meant as well.

    ``hits`` are the best first, some of them at least; None where somebody should choose.
    """
    if not hits or not is_near_enough(hits[0]):
        return None
    best, *others = hits
    return None if any(may_be_meant(other, best) for other in others) else best


def is_near_enough(hit: Scored) -> bool:
    """Tell whether the name is surely that of the thing, as long as it is of no other."""
    return hit.score >= SURE


def may_be_meant(other: Scored, best: Scored) -> bool:
    """Tell whether another may be meant as well as the best: it is as near, or says more."""
    return best.score - other.score < AHEAD or _says_more(other.features, best.features)


def _says_more(other: Mapping[str, float], best: Mapping[str, float]) -> bool:
    """Tell whether another has all words that were asked for, and the best not.

    «Alfa» as «Alfa programme» is not certain beside «The Beta Alfa programme». What was found by
    its address has no such feature.
    """
    return best.get("asked", _ALL) < _ALL == other.get("asked", 0.0)
