"""What is found by name."""

from collections.abc import Mapping
from dataclasses import dataclass

from clustergraph.client.entities import Named

__all__ = ["Facet", "Facets", "Hit", "Page", "Suggestions"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit(Named):
    """Something found.

    Attributes:
        url: its address on the service.
        description: where it lies, in a few words, or empty.
        name: the name, or the address, by which it was found.
        name_language: the language of that name, or empty.
        match: how the name matches, from ``exact`` to ``fuzzy``.
        score: how well it matches, from 0 to 100; the same in all calls.
        features: the numbers that explain the score, where the call gives them.
    """

    url: str
    description: str = ""
    name: str
    name_language: str = ""
    match: str
    score: float
    features: Mapping[str, float] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet:
    """How many results share a value, which the parameter of that name takes."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facets:
    """Counts of all results, on this page or not; ``None`` where they were not asked for."""

    type: tuple[Facet, ...] | None = None
    place: tuple[Facet, ...] | None = None
    sector: tuple[Facet, ...] | None = None
    programme: tuple[Facet, ...] | None = None
    year: tuple[Facet, ...] | None = None
    source_language: tuple[Facet, ...] | None = None
    lang: tuple[Facet, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestions:
    """What may be meant, the best first.

    Attributes:
        query: what was asked.
        results: what may be meant.
    """

    query: str
    results: tuple[Hit, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page(Suggestions):
    """Some of what was found, the best first.

    Attributes:
        total: how many there are, on this page or not.
        facets: counts, where they were asked for.
        next: the address of the next page; ``None`` where this is the last.
    """

    total: int
    facets: Facets | None = None
    next: str | None = None
