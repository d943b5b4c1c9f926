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

    about: Literal["versions"] = Field("versions", description="What the line is about.")
    since: str = Field(description="The version that it is compared with.")
    version: str = Field(description="The version that is served now.")
    changes: int = Field(description="How many lines follow.")
    rest_differs: bool = Field(
        description="Whether anything at all differs; if nothing follows, it is the ontology, the "
        "links to other registers, or what is inferred."
    )


class ChangedDocument(Answer):
    """A document that is new, gone or changed."""

    about: Literal["document"] = Field("document", description="What the line is about.")
    what: Literal["new", "gone", "changed"] = Field(description="What happened to it.")
    iri: str = Field(description="Its IRI.")
    file: str = Field(description="The name of its file.")
    label: str = Field(description="Its title.")
    written_in: str = Field(description="Its language.")
    issued: str = Field(description="When it was published: a day, a month or a year.")
    details: list[str] = Field(description="What of it changed.")


class ChangedEntity(Answer):
    """A thing that is new, gone, merged, renamed or of another class."""

    about: Literal["entity"] = Field("entity", description="What the line is about.")
    what: Literal["new", "gone", "merged", "renamed", "retyped"] = Field(
        description="What happened to it."
    )
    iri: str = Field(description="Its IRI.")
    type: str = Field("", description="The name of its class, such as Cluster, where it has one.")
    label: str = Field(description="What it is called, or was.")
    now: str = Field("", description="Its new name or class, or what it was merged into.")
    now_iri: str = Field("", description="The IRI of that class or thing.")


class WordsShape(Shape):
    """Words that say so, or said so."""

    iri: str = Field(description="The IRI of the passage.")
    quote: str = Field(description="Its exact words.")
    found_in: str = Field(description="What their document is called.")


class StatedThing(Shape):
    """A thing as the object of a statement."""

    iri: str = Field(description="Its IRI.")
    label: str = Field(description="What it is called.")


class ChangedStatement(Answer):
    """A statement that is new or gone, or is carried by more or fewer passages."""

    about: Literal["statement"] = Field("statement", description="What the line is about.")
    what: Literal["new", "gone", "changed"] = Field(description="What happened to it.")
    subject: str = Field(description="The IRI of what it is about.")
    property: str = Field(description="The property, shortened (cg:fundedBy).")
    object: StatedThing | None = Field(None, description="The other thing, where it is one.")
    value: str = Field("", description="Else what is said.")
    language: str = Field("", description="The language of the words, empty where they have none.")
    datatype: str = Field("", description="The datatype of the value, shortened (xsd:date).")
    passages_new: list[WordsShape] = Field(description="Passages that now carry it.")
    passages_gone: list[WordsShape] = Field(description="Passages that carried it before.")


class DecidedPassage(Answer):
    """A passage that a person decided about."""

    about: Literal["review"] = Field("review", description="What the line is about.")
    iri: str = Field(description="The IRI of the passage.")
    quote: str = Field(description="Its exact words.")
    found_in: str = Field(description="What its document is called.")
    subject: str = Field(description="The IRI of what its statement is about.")
    statement: str = Field(description="The statement in words.")
    before: str = Field(description="What was decided before, or machine.")
    now: str = Field(description="What is decided now.")
    by: str = Field(description="Who decided it.")
    note: str = Field(description="Why, or empty.")


LINES = (ChangesHead, ChangedDocument, ChangedEntity, ChangedStatement, DecidedPassage)
"""What a line may be; the first one is always the head."""
