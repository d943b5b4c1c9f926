"""The lines of the feed of changes; ``about`` tells which shape a line has."""

from typing import Literal

from pydantic import Field

from clustergraph.web.api.shapes.answers import Answer, Shape

__all__ = [
    "LINES",
    "ChangedDocument",
    "ChangedEntity",
    "ChangedStatement",
    "ChangesHead",
    "DecidedPassage",
    "StatedThing",
    "WordsShape",
]


class ChangesHead(Answer):
    """The first line: what is compared, and how many lines follow."""

    about: Literal["versions"] = "versions"
    since: str
    version: str = Field(description="The version that is served now.")
    changes: int = Field(description="How many lines follow.")
    rest_differs: bool = Field(
        description="Whether anything at all differs; if nothing follows, it is the ontology, the "
        "links to other registers, or what is inferred."
    )


class ChangedDocument(Answer):
    """A document that is new, gone or changed."""

    about: Literal["document"] = "document"
    what: Literal["new", "gone", "changed"]
    iri: str
    file: str
    label: str = Field(description="Its title.")
    written_in: str = Field(description="Its language.")
    issued: str
    details: list[str] = Field(description="What of it changed.")


class ChangedEntity(Answer):
    """A thing that is new, gone, merged, renamed or of another class."""

    about: Literal["entity"] = "entity"
    what: Literal["new", "gone", "merged", "renamed", "retyped"]
    iri: str
    type: str = Field("", description="The name of its class, such as Cluster, where it has one.")
    label: str
    now: str = Field("", description="Its new name or class, or what it was merged into.")
    now_iri: str = Field("", description="The IRI of that class or thing.")


class WordsShape(Shape):
    """Words that say so, or said so."""

    iri: str
    quote: str
    found_in: str = Field(description="What their document is called.")


class StatedThing(Shape):
    """A thing as the object of a statement."""

    iri: str
    label: str


class ChangedStatement(Answer):
    """A statement that is new or gone, or is carried by more or fewer passages."""

    about: Literal["statement"] = "statement"
    what: Literal["new", "gone", "changed"]
    subject: str = Field(description="The IRI of what it is about.")
    property: str
    object: StatedThing | None = Field(None, description="The other thing, where it is one.")
    value: str = Field("", description="Else what is said.")
    language: str = ""
    datatype: str = ""
    passages_new: list[WordsShape]
    passages_gone: list[WordsShape]


class DecidedPassage(Answer):
    """A passage that a person decided about."""

    about: Literal["review"] = "review"
    iri: str
    quote: str
    found_in: str = Field(description="What its document is called.")
    subject: str = Field(description="The IRI of what its statement is about.")
    statement: str = Field(description="The statement in words.")
    before: str
    now: str
    by: str
    note: str


LINES = (ChangesHead, ChangedDocument, ChangedEntity, ChangedStatement, DecidedPassage)
"""What a line may be; the first one is always the head."""
