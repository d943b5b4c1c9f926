"""What pages show of quotes: beside the statements that they carry, and in the text itself."""

from dataclasses import dataclass

from clustergraph.web.pieces import Link

__all__ = ["Line", "Piece", "QuoteView", "ReviewView", "SourceView", "StatementView", "SubjectView"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Who stands for a statement's passage: ``status`` leads to the passage itself.

    ``name`` is the state's own name, such as ``machine``; who decided, when and why are empty where
    no person did.
    """

    status: Link
    name: str
    by: str = ""
    on: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementView:
    """What is said of a subject, without the subject.

    ``number`` is that of the quote that says it; ``anchor`` is set for the first of a quote's
    statements beside a text, where the quote's number leads. ``why`` leads to all that is known.
    """

    predicate: Link
    object: Link
    notes: tuple[str, ...]
    review: ReviewView | None
    number: int
    anchor: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SubjectView:
    """What a quote, or several, say of one subject."""

    subject: Link
    statements: tuple[StatementView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteView:
    """A quote with the statements that it carries; ``source`` leads to its place in the text."""

    number: int
    quote: Link
    source: Link
    start: int
    end: int
    subjects: tuple[SubjectView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceView:
    """A document and the quotes from it that a page cites."""

    document: Link
    quotes: tuple[QuoteView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """Some of a text: plain, or, where it has a number, marked as that quote and parted further.

    ``anchor`` is the name of the place, on the first piece of a quote only.
    """

    text: str = ""
    number: int = 0
    anchor: str = ""
    pieces: tuple["Piece", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a text; ``quotes`` are the numbers of those that begin in it."""

    pieces: tuple[Piece, ...]
    begins_paragraph: bool = False
    follows_gap: bool = False
    quotes: tuple[int, ...] = ()
