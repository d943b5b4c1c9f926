"""What the page about a statement shows: a frozen dataclass for its template and its parts."""

from dataclasses import dataclass

from clustergraph.web.evidence.views import ObjectionView, Parts, PassageView, WrittenView
from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link

__all__ = ["WhyPage", "WhyStep", "WhyWay"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyStep:
    """A statement on the way: made by passages, or given by a rule ``because`` of other steps.

    ``sources`` say how many documents and passages there are, ``all`` leads to those left out.
    ``written`` tells into which graphs people wrote it, and who did.
    """

    number: int
    anchor: str
    statement: Parts
    sentence: str
    rule: str
    because: tuple[Link, ...]
    sources: tuple[str, ...]
    written: tuple[WrittenView, ...]
    all: Link | None
    passages: tuple[PassageView, ...]
    objections: tuple[ObjectionView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyWay:
    """One way in which a statement follows."""

    number: int
    steps: tuple[WhyStep, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WhyPage:
    """Why a statement holds; ``total`` counts the ways that are not shown, too.

    ``follows`` tells that no document says it, but that it follows from others.
    """

    frame: Frame
    statement: Parts
    follows: bool
    ways: tuple[WhyWay, ...]
    total: int
    query: str
    report: str
