"""What is answered of documents and of the passages that they are quoted with."""

from pydantic import Field

from clustergraph.web.api.shapes.answers import Answer, EntityShape, Shape
from clustergraph.web.api.shapes.entities import EvidenceShape

__all__ = [
    "DocumentAnswer",
    "DocumentShape",
    "DocumentsAnswer",
    "EntitiesShape",
    "PassagesAnswer",
    "StatedPassageShape",
    "StatementShape",
    "ValueShape",
]


class DocumentShape(EntityShape):
    """A document; what is not known of it is empty."""

    url: str = Field(description="Its address on this host.")
    written_in: str = Field(description="Its language.")
    issued: str = Field(description="When it was published: a day, a month or a year.")
    publisher: str = Field(description="Who published it.")
    source: str = Field("", description="Where it was found, if that is known.")
    quoted: int = Field(description="How many passages of it carry statements.")


class EntitiesShape(Shape):
    """Things, the first hundred; ``total`` counts them all."""

    total: int = Field(description="How many there are, shown or not.")
    results: list[EntityShape] = Field(description="The things themselves.")


class DocumentAnswer(DocumentShape, Answer):
    """A document; what was not asked for by ``include`` is left out."""

    file: str = Field(description="The name of its file.")
    characters: int = Field(description="How many code points its text has.")
    sha256: str = Field(description="The checksum of its file.")
    passages_url: str = Field(description="The address of its passages.")
    entities: EntitiesShape | None = Field(None, description="What it mentions, by IRI.")


class DocumentsAnswer(Answer):
    """A page of documents, the newest first."""

    total: int = Field(description="How many there are, shown or not.")
    results: list[DocumentShape] = Field(description="The documents.")
    next: str | None = Field(description="The address of the next page, if there is one.")


class ValueShape(Shape):
    """A date, a number or words."""

    value: str = Field(description="The value as it is written in RDF.")
    language: str = Field(description="The language of the words, empty where they have none.")
    datatype: str = Field(description="The datatype of the value, shortened (xsd:date).")


class StatementShape(Shape):
    """A statement of the graph."""

    subject: EntityShape = Field(description="What it is about.")
    property: str = Field(description="The property, shortened (cg:fundedBy).")
    object: EntityShape | ValueShape = Field(description="The other thing, or a value.")


class StatedPassageShape(EvidenceShape):
    """A passage, and the statement that it carries, or does not where it was rejected."""

    statement: StatementShape = Field(description="What it says.")


class PassagesAnswer(Answer):
    """A page of passages of a document, by place."""

    document: str = Field(description="The document's IRI.")
    total: int = Field(description="How many there are, shown or not.")
    passages: list[StatedPassageShape] = Field(description="The passages, by place.")
    next: str | None = Field(description="The address of the next page, if there is one.")
