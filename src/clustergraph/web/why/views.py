"""What the page about a statement shows: a frozen dataclass for its template and its parts."""

from dataclasses import dataclass

from clustergraph.web.pieces import Frame, Link

__all__ = ["WhyPage", "WhyQuote", "WhyStep", "WhyWay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyQuote:
    """The words that make a statement, and where they stand."""

    quote: Link
    source: Link
    start: int
    end: int
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyStep:
    """A statement on the way: made by quotes, or given by a rule ``because`` of other steps."""

    number: int
    anchor: str
    statement: tuple[Link, Link, Link]
    sentence: str
    rule: str
    because: tuple[Link, ...]
    quotes: tuple[WhyQuote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyWay:
    """One way in which a statement follows."""

    number: int
    steps: tuple[WhyStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """Why a statement holds; ``total`` counts the ways that are not shown, too."""

    frame: Frame
    statement: tuple[Link, Link, Link]
    ways: tuple[WhyWay, ...]
    total: int
    query: str
