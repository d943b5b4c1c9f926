"""What can change from one version to another, in the words of both; also as plain values.

How changes are found is in ``diff``, how they are told in ``tell_difference``.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum

from clustergraph.model import Iri
from clustergraph.operations.consult import Text

__all__ = [
    "Difference",
    "DocumentChange",
    "EntityChange",
    "Passing",
    "Quote",
    "ReviewChange",
    "StatementChange",
]


class Passing(StrEnum):
    """What became of something."""

    NEW = "new"
    GONE = "gone"
    CHANGED = "changed"
    MERGED = "merged"
    RENAMED = "renamed"
    RETYPED = "retyped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """The words of a passage, and the document that they stand in."""

    passage: str
    text: str
    document: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentChange:
    """A document that is new, gone, or changed: then ``details`` say what of it."""

    what: Passing
    iri: str
    file: str
    title: str
    language: str
    issued: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityChange:
    """A thing that is new, gone, merged, renamed or retyped.

    ``now`` is its new name or class, or the thing that it was merged into, and ``now_iri`` the IRI
    of these two; empty elsewhere. ``kind_iri`` is its class, or empty.
    """

    what: Passing
    iri: str
    kind: str
    kind_iri: str
    label: str
    now: str = ""
    now_iri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementChange:
    """A statement that is new or gone, or has (``changed``) more or fewer passages.

    ``has_others`` says that the other version too states something of the subject by the predicate,
    ``is_of_known`` that it knows the subject. ``value`` is the object itself. ``is_written`` tells
    that somebody wrote it, and no document says it.
    """

    what: Passing
    subject_iri: str
    kind: str
    subject: str
    predicate_iri: str
    predicate: str
    value: Iri | Text
    object: str
    has_others: bool
    is_of_known: bool
    is_written: bool
    passages_new: tuple[Quote, ...]
    passages_gone: tuple[Quote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewChange:
    """A passage that a person decided about, or decided otherwise."""

    subject_iri: str
    subject: str
    predicate: str
    object: str
    quote: Quote
    before: str
    now: str
    by: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All in which two versions differ.

    Where nothing else differs, ``rest_differs`` tells whether the ontology, the links to other
    registers, or what follows from them does.
    """

    old: str
    new: str
    rest_differs: bool
    documents: tuple[DocumentChange, ...]
    entities: tuple[EntityChange, ...]
    statements: tuple[StatementChange, ...]
    reviews: tuple[ReviewChange, ...]

    @property
    def is_empty(self) -> bool:
        """Whether documents and people say the same in both."""
        return not (self.documents or self.entities or self.statements or self.reviews)

    def as_values(self) -> dict[str, object]:
        """Return the plain values, for JSON."""
        return asdict(self)
