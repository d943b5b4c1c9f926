"""What templates show of a passage: its words where they stand, its document, and who read it."""

from dataclasses import dataclass

from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link

__all__ = [
    "InContext",
    "Known",
    "ObjectionView",
    "Parts",
    "PassagePage",
    "PassageView",
    "SaidView",
    "Standing",
    "WrittenView",
]

Parts = tuple[Link, Link, Link]
"""A statement: its subject, its property and its value."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InContext:
    """A quote with what stands before and after it; ``is_cut`` where the text goes on there.

    ``start`` and ``end`` bound all three in the document's text, in code points.
    """

    quote: str
    before: str = ""
    after: str = ""
    start: int
    end: int
    is_cut_before: bool = False
    is_cut_after: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """One thing that is known of a passage, under the name of its property."""

    name: Link
    value: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageView:
    """A passage; ``source`` is its document's title, and leads to the words in the text.

    ``origin`` says in words who published the document, when and in which language.
    """

    words: InContext
    language: str
    source: Link
    start: int
    end: int
    origin: tuple[str, ...]
    known: tuple[Known, ...]
    name: str
    """The state of its review, such as ``machine``."""
    written: tuple["WrittenView", ...]
    """Who wrote it, where no build read it."""
    passage: str
    """The address of its page; empty where it has none, as its IRI is not one of ours."""
    report: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidView:
    """A passage with its statement; ``place`` is the name of its place on the page, or empty."""

    statement: Parts
    passage: PassageView
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectionView:
    """What stands against a statement.

    ``value`` is what is given instead, where another one is. ``is_above`` tells that the passages
    are among those of the statement itself.
    """

    sentence: str
    value: Link | None
    passages: tuple[PassageView, ...]
    is_above: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenView:
    """A graph into which people wrote: who did, when that was last, and how often anybody did.

    ``by`` and ``date`` are empty, and ``total`` is 0, where no list tells of it.
    """

    graph: Link
    by: str
    date: str
    total: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How a passage's statement stands beside it.

    ``is_stated`` tells whether the graph states it; where all its passages were rejected, it does
    not. ``others`` are the first of the other passages that carry it, ``total`` counts all others.
    """

    statement: Parts
    is_stated: bool
    others: tuple[PassageView, ...]
    total: int
    objections: tuple[ObjectionView, ...]
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePage:
    """One passage in its document, and how its statement stands."""

    frame: Frame
    iri: str
    document: Link
    passage: PassageView
    standing: Standing
    query: str
