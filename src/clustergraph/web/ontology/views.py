"""What the pages about the ontology show: a frozen dataclass for each template and its parts."""

from dataclasses import dataclass

from clustergraph.web.framing.views import Frame
from clustergraph.web.pictures.drawing import Drawing
from clustergraph.web.pieces import BranchView, Link, Property

__all__ = [
    "AlignmentView",
    "Download",
    "ExampleView",
    "OntologyPage",
    "PictureRow",
    "ReleasePage",
    "RuleEntry",
    "RulebookPage",
    "RulebookPart",
    "TermPage",
    "TermView",
    "Theme",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class TermView:
    """A class or a property of the ontology."""

    link: Link
    name: str
    iri: str
    definition: Link | None
    facts: tuple[Property, ...]
    is_deprecated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Theme:
    """Terms that belong together; ``anchor`` names the place on the page."""

    title: str
    anchor: str
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Download:
    """A document, what is in it, and the formats that it comes in."""

    name: Link
    note: str
    formats: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureRow:
    """What the picture shows of one family of classes, in words."""

    family: Link
    members: tuple[Link, ...]
    attributes: tuple[Link, ...]
    relations: tuple[Property, ...]
    """Relations by the family that they lead to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OntologyPage:
    """The whole ontology; ``changes`` is HTML, made of our own change log."""

    frame: Frame
    title: Link
    description: Link | None
    facts: tuple[Property, ...]
    drawing: Drawing | None
    picture: tuple[PictureRow, ...]
    classes: tuple[BranchView, ...]
    themes: tuple[Theme, ...]
    downloads: tuple[Download, ...]
    vocabularies: tuple[Download, ...]
    changes: str
    versions: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReleasePage:
    """An earlier version of the ontology: its terms, each with its label as it was."""

    frame: Frame
    version: str
    current: str
    title: Link
    facts: tuple[Property, ...]
    terms: tuple[TermView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleEntry:
    """A shape or a rule in words, with its source to unfold.

    ``severity`` is the name of how grave a breach is, ``severity_word`` says it; empty of a rule.
    ``language`` is that of the sentences where it is not the reader's.
    """

    name: str
    href: str
    sentences: tuple[str, ...]
    source: str
    severity: str = ""
    severity_word: str = ""
    terms: tuple[Link, ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookPart:
    """Some shapes or rules that belong together, under a title of their own."""

    title: str
    lead: str
    entries: tuple[RuleEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RulebookPage:
    """All shapes, or all rules; ``parts`` come after ``entries``."""

    frame: Frame
    title: str
    lead: str
    entries: tuple[RuleEntry, ...]
    parts: tuple[RulebookPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class AlignmentView:
    """Terms of others, and what their relation to ours means."""

    title: str
    meaning: str
    terms: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleView:
    """A use in the data; ``quote`` and ``source`` are None where no document says it in words."""

    thing: Link
    value: Link | None
    notes: tuple[str, ...]
    quote: Link | None
    source: Link | None
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TermPage:
    """One term; ``behaviour`` holds sentences in pieces, ``replaced_by`` is for deprecated ones."""

    frame: Frame
    term: TermView
    called: Link
    is_class: bool
    kind: str
    status: str
    replaced_by: tuple[Link, ...]
    definitions: tuple[Link, ...]
    labels: tuple[Link, ...]
    notes: tuple[Link, ...]
    behaviour: tuple[tuple[Link, ...], ...]
    rules: tuple[RuleEntry, ...]
    uses: tuple[str, ...]
    own_examples: tuple[Link, ...]
    examples: tuple[ExampleView, ...]
    query: str
    query_text: str
    questions: tuple[Link, ...]
    shapes: tuple[RuleEntry, ...]
    alignments: tuple[AlignmentView, ...]
    changes: tuple[Link, ...]
