"""What pages are made of: frozen dataclasses of words, addresses and quotes."""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = [
    "BranchView",
    "Card",
    "CitationView",
    "DisagreementView",
    "ElsewhereView",
    "Frame",
    "Heading",
    "Line",
    "Link",
    "LinkGroup",
    "Mark",
    "NameForm",
    "NameRow",
    "Number",
    "Piece",
    "Property",
    "QuoteView",
    "ReviewView",
    "Section",
    "SourceView",
    "StatementView",
    "SubjectView",
    "Value",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words that lead somewhere; nowhere where ``href`` is empty.

    ``language`` is that of the words, ``fell_back`` where the reader asked for another one.
    """

    text: str
    href: str = ""
    language: str = ""
    fell_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkGroup:
    """Links under a title."""

    title: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What stands round every page about something: its title, languages, formats and version."""

    title: str
    version: str
    language: str
    is_plain: bool = False
    """Whether the version holds what people write and nothing else."""
    languages: tuple[Link, ...] = ()
    """Those of the interface."""
    name_languages: tuple[Link, ...] = ()
    """Those in which the interface is not, but names on the page are."""
    any_language: str = ""
    """The address that leaves the choice of language to the browser."""
    canonical: str = ""
    formats: tuple[Link, ...] = ()
    media_types: tuple[str, ...] = ()
    """Those of ``formats``, in the same order."""
    card: "Card | None" = None
    structured: Mapping[str, object] | None = None
    """The page in the words of schema.org, as JSON-LD."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """What others show of a page when somebody shares it (the Open Graph protocol)."""

    title: str
    description: str
    address: str
    locale: str
    other_locales: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A source mark: the number of a quote, and where it stands."""

    number: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Value:
    """A value of a property with its source marks; ``notes`` say what is special about it.

    ``support`` tells how many passages of how many documents say it, where that is more than one;
    ``disagreement`` that others say otherwise. ``why`` leads to what speaks for it, or to how it
    follows from other values.
    """

    link: Link
    marks: tuple[Mark, ...] = ()
    notes: tuple[str, ...] = ()
    support: str = ""
    disagreement: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisagreementView:
    """Two values that stand against each other, each with the words of one passage.

    ``subject`` is what they are said of, where that is not what the page is about.
    """

    subject: Link | None
    property: Link
    ground: str
    sides: tuple[tuple[Value, Link], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ElsewhereView:
    """What a thing is in a register of others; ``decided`` tells which person says so, and when."""

    relation: Link
    target: Link
    where: str
    justification: Link
    reason: str
    decided: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property and its values in a list of facts."""

    name: Link
    values: tuple[Value, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """The heading of a section: what the things stand in to this one, and what kind they are."""

    name: Link
    of: Link | None = None
    kind: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Some of the things that stand in one relation; ``more`` leads to all of them."""

    heading: Heading
    total: int
    values: tuple[Value, ...]
    more: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BranchView:
    """A concept or a class and those below it, with its notation before it or its name behind."""

    link: Link
    notation: str = ""
    name: str = ""
    narrower: tuple["BranchView", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """How many things of a kind there are."""

    name: Link
    total: int


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
class CitationView:
    """How to cite a page: a sentence, and files for programs that keep references."""

    text: str
    files: tuple[Link, ...]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """One name; ``is_written`` tells that people wrote it and nothing else gives it."""

    text: str
    is_written: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRow:
    """The names in one language, which is named too: the preferred one and the others."""

    language: str
    called: str
    preferred: tuple[NameForm, ...]
    others: tuple[NameForm, ...]
