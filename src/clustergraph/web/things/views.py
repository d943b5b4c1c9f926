"""What the pages of entities and concepts show: a frozen dataclass for each template."""

from dataclasses import dataclass

from clustergraph.web.evidence.views import WrittenView
from clustergraph.web.pictures.entity_pictures import EntityPictures
from clustergraph.web.pieces import (
    BranchView,
    CitationView,
    DisagreementView,
    ElsewhereView,
    Frame,
    Link,
    LinkGroup,
    NameRow,
    Property,
    Section,
    SourceView,
)

__all__ = ["ConceptPage", "EntityPage"]


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
