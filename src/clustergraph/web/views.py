"""What each page shows: a frozen dataclass for each template, made of ``pieces``.

Those of the ontology, of the dataset and of explanations stand beside their own pages.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from clustergraph.web.pieces import (
    BranchView,
    DisagreementView,
    ElsewhereView,
    Frame,
    Line,
    Link,
    NameRow,
    Number,
    Property,
    QuoteView,
    Section,
    SubjectView,
)

__all__ = [
    "CellView",
    "ConceptPage",
    "DocumentPage",
    "DocumentRow",
    "EntityPage",
    "FacetView",
    "FederatedView",
    "HitView",
    "PassagePage",
    "QuestionGroup",
    "QuestionsPage",
    "ReplyView",
    "Row",
    "SearchPage",
    "Share",
    "StartPage",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Some lines of a document, and what the quotes that begin in them say."""

    lines: tuple[Line, ...]
    subjects: tuple[SubjectView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """An entity; ``description`` is one sentence in pieces."""

    frame: Frame
    iri: str
    label: Link
    kind: Link | None
    list: str
    """The address of all of its kind, or empty."""
    description: tuple[Link, ...]
    facts: tuple[Property, ...]
    relations: tuple[Section, ...]
    incoming: tuple[Section, ...]
    consequences: tuple[Section, ...]
    names: tuple[NameRow, ...]
    documents: tuple[Link, ...]
    disagreements: tuple[DisagreementView, ...]
    elsewhere: tuple[ElsewhereView, ...]
    quotes: tuple[QuoteView, ...]
    query: str
    api: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPage:
    """A concept of a vocabulary, or, without ``scheme``, the whole vocabulary with its tree."""

    frame: Frame
    iri: str
    label: Link
    scheme: Link | None
    definition: Link | None
    facts: tuple[Property, ...]
    downloads: tuple[Link, ...]
    """The whole vocabulary, in all formats."""
    tree: tuple[BranchView, ...]
    relations: tuple[Section, ...]
    incoming: tuple[Section, ...]
    quotes: tuple[QuoteView, ...]
    names: tuple[NameRow, ...]
    query: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentPage:
    """A document: what is known about it, and its text with what it says beside it.

    ``note`` tells why not all of the text is here, where it is not.
    """

    frame: Frame
    iri: str
    title: Link
    facts: tuple[Property, ...]
    language: str
    note: str
    rows: tuple[Row, ...]
    places: Mapping[int, str]
    """Where each number's quote stands on this page."""
    rejected: tuple[QuoteView, ...]
    rejected_places: Mapping[int, str]
    """The names of the places of rejected quotes; empty for those marked in the text."""
    previous: Link | None
    next: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PassagePage:
    """One passage in its context, and the statement that it carries."""

    frame: Frame
    iri: str
    quote: QuoteView
    lines: tuple[Line, ...]
    facts: tuple[Property, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HitView:
    """Something found."""

    link: Link
    kind: str
    found_as: Link | None
    """The name that matched, where it is not the one shown."""
    place: str
    """Where it lies, in a few words, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FacetView:
    """A way to narrow a search: what is found by each value, and how often.

    ``without`` leads to the search without it, where it is narrowed already, else it is empty.
    """

    title: str
    values: tuple[tuple[Link, int], ...]
    without: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """What was found; ``total`` counts the hits of all pages, ``forms`` are for programs."""

    frame: Frame
    query: str
    kind: str
    place: str
    kinds: tuple[str, ...]
    hits: tuple[HitView, ...]
    total: int
    facets: tuple[FacetView, ...]
    next: str
    forms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CellView:
    """A value in the table of an answer, under its column; a quote has the document it is from."""

    column: str
    link: Link
    source: Link | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplyView:
    """A question and its answer, rows or else Turtle, and how much of it there is in words.

    ``about`` are the names that it asks about, ``query`` is the address of the form, ``downloads``
    lead to the whole answer.
    """

    name: str
    question: str
    asked_by: str
    about: tuple[str, ...]
    columns: tuple[str, ...]
    rows: tuple[tuple[CellView, ...], ...]
    turtle: str
    total: int
    size: str
    query: str
    downloads: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FederatedView:
    """A question that asks another endpoint too: its text, to be run at home by a command."""

    name: str
    question: str
    asked_by: str
    endpoint: str
    verified: str
    command: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionGroup:
    """The questions of one group of people."""

    name: str
    title: str
    replies: tuple[ReplyView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsPage:
    """All questions with their answers, and those that this service does not answer itself."""

    frame: Frame
    total: int
    groups: tuple[QuestionGroup, ...]
    federated: tuple[FederatedView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How many of the statements a person, or only a program, stands for.

    ``before`` counts those that stand left of them.
    """

    name: str
    label: Link
    total: int
    before: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document in the list of all."""

    title: Link
    publisher: str
    issued: str
    language: Link
    passages: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StartPage:
    """The way in."""

    frame: Frame
    statements: int
    passages: int
    entities: int
    shares: tuple[Share, ...]
    numbers: tuple[Number, ...]
    documents: tuple[DocumentRow, ...]
    reply: ReplyView | None
    questions: int
