"""What a search of the index gives: hits that explain themselves, page by page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from clustergraph.names.card import Card
from clustergraph.names.searching.ranking import Match

__all__ = ["Found", "NameHit"]


@dataclass(frozen=True, slots=True, kw_only=True)
class NameHit:
    """An entity that was found, by the best of its names, and how well that name matches.

    ``score`` goes from 0 to 100 and means the same wherever names are compared; ``features`` are
    the numbers that explain it.
    """

    card: Card
    name: str
    language: str
    match: Match
    score: float
    features: Mapping[str, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A page of hits, the best first; ``next`` is where to go on, None where nothing follows."""

    hits: tuple[NameHit, ...]
    next: str | None
    count: Callable[[], int]

    @property
    def total(self) -> int:
        """How many match on all pages; counted when it is read, which may cost more than a page."""
        return self.count()
