"""What is answered of one thing: its names, facts, relations, and the passages that carry them."""

from pydantic import Field

from clustergraph.web.api.shapes.answers import Answer, EntityShape, Shape

__all__ = [
    "DisagreementShape",
    "ElsewhereShape",
    "EntityAnswer",
    "EvidenceShape",
    "FactShape",
    "GroupShape",
    "NameShape",
    "RelationShape",
    "SideShape",
]


class NameShape(Shape):
    """One name; the preferred ones are the labels of their languages."""

    text: str
    language: str
    preferred: bool


class EvidenceShape(Shape):
    """A quote that carries a statement; offsets are code points of the document's text."""

    iri: str
    document: str = Field(description="The document's IRI.")
    quote: str
    language: str
    start: int
    end: int
    confidence: float | None
    modality: str = Field(description="fact, planned or reported.")
    role: str = Field(description="A position in the words of the text, or empty.")
    former: bool
    at_least: bool = Field(description="Whether the number is a lower bound.")
    rule: str = Field(description="By which rule it was read; curation where a person added it.")
    status: str = Field(description="machine, confirmed, added or disputed.")
    reviewed_by: str = Field(description="Who decided on it, or empty.")
    reviewed_on: str = Field(description="When (YYYY-MM-DD), or empty.")
    review_note: str = Field(description="Why, or empty.")


class FactShape(Shape):
    """A date, a number or words."""

    property: str
    value: str
    language: str
    datatype: str
    evidence: list[EvidenceShape] | None = None


class RelationShape(EntityShape):
    """Another thing that it is related to."""

    evidence: list[EvidenceShape] | None = None


class GroupShape(Shape):
    """Relations by one property, the first ten; ``total`` counts them all."""

    property: str
    type: str = Field("", description="The class that the others share, where they are grouped.")
    total: int
    results: list[RelationShape]


class SideShape(Shape):
    """What some passages say against others."""

    value: str = Field(description="A literal, or the label of a thing.")
    iri: str = Field("", description="The thing's canonical IRI, where it is one.")
    documents: int = Field(description="How many documents say it.")
    evidence: list[EvidenceShape]


class DisagreementShape(Shape):
    """Two sides that can't both be so, of this thing or of one that points to it."""

    subject: str = Field(description="The IRI of what it is about.")
    property: str
    about: str = Field(description="value, former or planned.")
    one: SideShape
    other: SideShape


class ElsewhereShape(Shape):
    """What the thing is in a register of others, and what justifies that (SSSOM)."""

    relation: str = Field(description="A mapping relation of SKOS.", examples=["skos:exactMatch"])
    iri: str = Field(description="Its identifier there.")
    label: str = Field(description="Its name there, or empty.")
    justification: str = Field(description="A term of semapv, as an IRI.")
    confidence: float | None
    comment: str = Field(description="The justification in words, or empty.")
    tool: str = Field(description="The program that found it, or empty.")
    author: str = Field(description="Who decided it, or empty.")
    date: str = Field(description="When (YYYY-MM-DD), or empty.")


class EntityAnswer(EntityShape, Answer):
    """What the graph says of one thing; what was not asked for by ``include`` is left out."""

    url: str
    facts: list[FactShape]
    disagreements: list[DisagreementShape] | None = Field(
        None, description="Always there where passages disagree, and only there."
    )
    names: list[NameShape] | None = None
    relations: list[GroupShape] | None = None
    incoming: list[GroupShape] | None = None
    consequences: list[GroupShape] | None = None
    documents: list[EntityShape] | None = None
    same_as: list[ElsewhereShape] | None = None
