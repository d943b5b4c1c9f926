"""What the page of a document shows: frozen dataclasses for its template."""

from collections.abc import Mapping
from dataclasses import dataclass

from clustergraph.web.evidence.quote_views import Line, SubjectView
from clustergraph.web.evidence.views import SaidView
from clustergraph.web.framing.views import Frame
from clustergraph.web.pieces import Link, Property

__all__ = ["DocumentPage", "Mentioned", "Row", "ToldView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Some lines of a document, and what the quotes that begin in them say."""

    lines: tuple[Line, ...]
    subjects: tuple[SubjectView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mentioned:
    """What a document mentions of a class; ``all`` leads to it where some is left out."""

    kind: Link
    total: int
    things: tuple[Link, ...]
    all: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """What a page of a document says, by rows of its text.

    ``places`` tell where each number's quote stands on the page, ``offsets`` where in the text.
    ``unplaced`` stand beyond the text that is kept, ``rejected`` were found not to say it.
    """

    rows: tuple[Row, ...]
    places: Mapping[int, str]
    offsets: Mapping[int, str]
    unplaced: tuple[SaidView, ...]
    rejected: tuple[SaidView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document: what is known about it, and its text with what it says beside it.

    ``note`` tells why not all of the text is here, where it is not.
    """

    frame: Frame
    iri: str
    kind: Link | None
    title: Link
    facts: tuple[Property, ...]
    mentions: tuple[Mentioned, ...]
    language: str
    note: str
    passages: int
    """How many passages the whole document has, on all of its pages."""
    told: ToldView
    turns: tuple[Link | None, str, Link | None]
    """The page before, which one this is, and the next; the words are empty for a short text."""
    query: str
    api: str
    report: str
