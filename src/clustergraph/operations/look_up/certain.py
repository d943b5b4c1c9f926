"""Whether what was found first is surely what was meant, so that nobody needs to look at it."""

from collections.abc import Mapping, Sequence
from typing import Protocol, TypeVar

from clustergraph.names import AHEAD, SURE

__all__ = ["certain", "says_more"]

_ALL = 100.0


class _Scored(Protocol):
    @property
    def score(self) -> float: ...

    @property
    def features(self) -> Mapping[str, float]: ...


_Hit = TypeVar("_Hit", bound=_Scored)


def certain(hits: Sequence[_Hit]) -> _Hit | None:
    """Return the first hit where its name is near enough and no other hit may be meant as well.

    ``hits`` are the best first, some of them at least; None where somebody should choose.
    """
    if not hits or hits[0].score < SURE:
        return None
    best, *others = hits
    return None if any(_may_be_meant(other, best) for other in others) else best


def says_more(other: Mapping[str, float], best: Mapping[str, float]) -> bool:
    """Tell by its features whether another has all words that were asked for, and the best not.

    «Alfa» as «Alfa programme» is not certain beside «The Beta Alfa programme». What was found by
    its address has no such feature.
    """
    return best.get("asked", _ALL) < _ALL == other.get("asked", 0.0)


def _may_be_meant(other: _Scored, best: _Scored) -> bool:
    return best.score - other.score < AHEAD or says_more(other.features, best.features)
