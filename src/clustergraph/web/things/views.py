"""What the pages of entities and concepts show: a frozen dataclass for each template."""

from dataclasses import dataclass

from clustergraph.web.citing.views import CitationView
from clustergraph.web.evidence.quote_views import SourceView
from clustergraph.web.evidence.views import WrittenView
from clustergraph.web.framing.views import Frame
from clustergraph.web.pictures.entity_pictures import EntityPictures
from clustergraph.web.pieces import BranchView, Link, LinkGroup, Property, Section, Value

__all__ = ["ConceptPage", "DisagreementView", "ElsewhereView", "EntityPage", "NameForm", "NameRow"]


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


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityPage:
    """An entity; ``description`` is one sentence in pieces, ``lasting`` what its dates tell.

    ``href`` is its own address, where links to it lead.
    """

    frame: Frame
    iri: str
    href: str
    label: Link
    crumbs: tuple[Link, ...]
    previous: Link | None
    """What stands before it in the list of its class."""
    next: Link | None
    lasting: str
    as_of: str
    """The day for which ``lasting`` holds."""
    places: tuple[Link, ...]
    description: tuple[Link, ...]
    key_facts: tuple[Property, ...]
    facts: tuple[Property, ...]
    relations: tuple[Section, ...]
    incoming: tuple[Section, ...]
    consequences: tuple[Section, ...]
    empty: str
    """Why nothing is said beside the name, where nothing is."""
    pictures: EntityPictures
    names: tuple[NameRow, ...]
    documents: tuple[Link, ...]
    all_documents: Link | None
    disagreements: tuple[DisagreementView, ...]
    elsewhere: tuple[ElsewhereView, ...]
    sources: tuple[SourceView, ...]
    left_out: int
    """How many quotes are cited and not among those of ``sources``."""
    written: tuple[WrittenView, ...]
    """Into which graphs people wrote of it, and who did."""
    citation: CitationView
    report: str
    machines: tuple[LinkGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ConceptPage:
    """A concept of a vocabulary, or, without ``scheme``, the whole vocabulary with its tree."""

    frame: Frame
    iri: str
    label: Link
    scheme: Link | None
    href: str
    definition: Link | None
    facts: tuple[Property, ...]
    downloads: tuple[Link, ...]
    """The whole vocabulary, in all formats."""
    tree: tuple[BranchView, ...]
    relations: tuple[Section, ...]
    incoming: tuple[Section, ...]
    sources: tuple[SourceView, ...]
    left_out: int
    names: tuple[NameRow, ...]
    citation: CitationView
    report: str
    machines: tuple[LinkGroup, ...]
