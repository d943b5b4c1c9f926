"""What is answered of one thing: its names, facts, relations, and the passages that carry them."""

from typing import Final

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

_WRITTEN: Final = (
    "Only where people wrote it, whether or not a document says it too: the graphs into which they "
    "did; an empty name is the default graph."
)
_WRITTEN_EVIDENCE: Final = (
    "Only where people wrote this passage down, and no build read it: the graphs into which they "
    "did; an empty name is the default graph."
)


class NameShape(Shape):
    """One name; the preferred ones are the labels of their languages."""

    text: str = Field(description="The name itself.")
    language: str = Field(description="Its language, empty where it has none.")
    preferred: bool = Field(description="Whether it is the label of its language.")


class EvidenceShape(Shape):
    """A quote that carries a statement; offsets are code points of the document's text."""

    iri: str = Field(description="The IRI of the passage.")
    document: str = Field(description="The document's IRI.")
    quote: str = Field(description="Its exact words.")
    language: str = Field(description="The language of the words.")
    start: int = Field(description="Where it begins in the text of the document.")
    end: int = Field(description="Where it ends, itself not included.")
    confidence: float | None = Field(description="How likely it is read rightly, from 0 to 1.")
    modality: str = Field(description="fact, planned or reported.")
    role: str = Field(description="A position in the words of the text, or empty.")
    former: bool = Field(description="Whether the text says that it is over.")
    at_least: bool = Field(description="Whether the number is a lower bound.")
    rule: str = Field(description="By which rule it was read; curation where a person added it.")
    status: str = Field(description="machine, confirmed, added or disputed.")
    reviewed_by: str = Field(description="Who decided on it, or empty.")
    reviewed_on: str = Field(description="When (YYYY-MM-DD), or empty.")
    review_note: str = Field(description="Why, or empty.")
    written: list[str] | None = Field(None, description=_WRITTEN_EVIDENCE)


class FactShape(Shape):
    """A date, a number or words."""

    property: str = Field(description="The property, shortened (cg:fundedBy).")
    value: str = Field(description="The value as it is written in RDF.")
    language: str = Field(description="The language of the words, empty where they have none.")
    datatype: str = Field(description="The datatype of the value, shortened (xsd:date).")
    written: list[str] | None = Field(None, description=_WRITTEN)
    evidence: list[EvidenceShape] | None = Field(
        None, description="The passages that say so, where they were asked for."
    )


class RelationShape(EntityShape):
    """Another thing that it is related to."""

    written: list[str] | None = Field(None, description=_WRITTEN)
    evidence: list[EvidenceShape] | None = Field(
        None, description="The passages that say so, where they were asked for."
    )


class GroupShape(Shape):
    """Relations by one property, the first ten; ``total`` counts them all."""

    property: str = Field(description="The property, shortened (cg:fundedBy).")
    type: str = Field("", description="The class that the others share, where they are grouped.")
    total: int = Field(description="How many there are, shown or not.")
    results: list[RelationShape] = Field(description="The things at the other end.")


class SideShape(Shape):
    """What some passages say against others."""

    value: str = Field(description="A literal, or the label of a thing.")
    iri: str = Field("", description="The thing's canonical IRI, where it is one.")
    documents: int = Field(description="How many documents say it.")
    evidence: list[EvidenceShape] = Field(description="The passages that say so.")


class DisagreementShape(Shape):
    """Two sides that can't both be so, of this thing or of one that points to it."""

    subject: str = Field(description="The IRI of what it is about.")
    property: str = Field(description="The property, shortened (cg:fundedBy).")
    about: str = Field(description="value, former or planned.")
    one: SideShape = Field(description="What some say.")
    other: SideShape = Field(description="What others say.")


class ElsewhereShape(Shape):
    """What the thing is in a register of others, and what justifies that (SSSOM)."""

    relation: str = Field(description="A mapping relation of SKOS.", examples=["skos:exactMatch"])
    iri: str = Field(description="Its identifier there.")
    label: str = Field(description="Its name there, or empty.")
    justification: str = Field(description="A term of semapv, as an IRI.")
    confidence: float | None = Field(description="How sure the link is, from 0 to 1.")
    comment: str = Field(description="The justification in words, or empty.")
    tool: str = Field(description="The program that found it, or empty.")
    author: str = Field(description="Who decided it, or empty.")
    date: str = Field(description="When (YYYY-MM-DD), or empty.")


class EntityAnswer(EntityShape, Answer):
    """What the graph says of one thing; what was not asked for by ``include`` is left out."""

    url: str = Field(description="Its address on this host.")
    facts: list[FactShape] = Field(description="Its dates, numbers and words.")
    disagreements: list[DisagreementShape] | None = Field(
        None, description="Always there where passages disagree, and only there."
    )
    names: list[NameShape] | None = Field(None, description="All its names.")
    relations: list[GroupShape] | None = Field(None, description="What it is related to.")
    incoming: list[GroupShape] | None = Field(None, description="What is related to it.")
    consequences: list[GroupShape] | None = Field(
        None, description="Relations that follow from others."
    )
    documents: list[EntityShape] | None = Field(None, description="The documents that mention it.")
    same_as: list[ElsewhereShape] | None = Field(
        None, description="What it is in the registers of others."
    )
