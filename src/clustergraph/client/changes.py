"""What changed between two versions of the graph."""

from dataclasses import dataclass
from typing import Annotated, Literal, TypeAlias

from pydantic import Field

__all__ = [
    "Change",
    "ChangedDocument",
    "ChangedEntity",
    "ChangedStatement",
    "Changes",
    "ChangesHead",
    "DecidedPassage",
    "PassageBehind",
    "StatedThing",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangesHead:
    """What is compared.

    Attributes:
        since: the version that you have.
        version: the one that is served now.
        changes: how many changes there are.
        rest_differs: whether anything at all differs; where there are no changes, it is the
            ontology, links to other registers, or what is inferred.
    """

    about: Literal["versions"] = "versions"
    since: str
    version: str
    changes: int
    rest_differs: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedDocument:
    """A document that is new, gone or changed.

    Attributes:
        what: which of these.
        iri: the document's.
        file: the name of its file.
        label: its title.
        written_in: its language.
        issued: when it was published.
        details: what of it changed.
    """

    about: Literal["document"] = "document"
    what: Literal["new", "gone", "changed"]
    iri: str
    file: str
    label: str
    written_in: str
    issued: str
    details: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEntity:
    """A thing that is new, gone, merged, renamed or of another class.

    ``now`` is its new name or class, or what it was merged into; ``now_iri`` the IRI of that.
    """

    about: Literal["entity"] = "entity"
    what: Literal["new", "gone", "merged", "renamed", "retyped"]
    iri: str
    type: str = ""
    label: str
    now: str = ""
    now_iri: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PassageBehind:
    """Words that say so, or said so; ``found_in`` is what their document is called."""

    iri: str
    quote: str
    found_in: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedThing:
    """A thing as the object of a statement."""

    iri: str
    label: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedStatement:
    """A statement that is new or gone, or is carried by more or fewer passages.

    Attributes:
        what: new, gone or changed.
        subject: the IRI of what it is about.
        property: the property.
        object: the other thing, where it is one.
        value: else what is said, with its language and datatype.
        passages_new: what says so now, and did not.
        passages_gone: what said so, and does not any more.
    """

    about: Literal["statement"] = "statement"
    what: Literal["new", "gone", "changed"]
    subject: str
    property: str
    object: StatedThing | None = None
    value: str = ""
    language: str = ""
    datatype: str = ""
    passages_new: tuple[PassageBehind, ...] = ()
    passages_gone: tuple[PassageBehind, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DecidedPassage:
    """A passage that a person decided about: how it stood before, and how it stands now."""

    about: Literal["review"] = "review"
    iri: str
    quote: str
    found_in: str
    subject: str
    statement: str
    before: str
    now: str
    by: str
    note: str


Change: TypeAlias = Annotated[
    ChangedDocument | ChangedEntity | ChangedStatement | DecidedPassage,
    Field(discriminator="about"),
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What is compared, and what changed."""

    head: ChangesHead
    changes: tuple[Change, ...]
