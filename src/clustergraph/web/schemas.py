"""The shapes of the lookup API's JSON, as ``/openapi.json`` documents them."""

from pydantic import BaseModel, ConfigDict, Field

__all__ = [
    "DisagreementShape",
    "ElsewhereShape",
    "EntityAnswer",
    "EntityParameters",
    "EntityShape",
    "EvidenceShape",
    "FactShape",
    "GroupShape",
    "NameShape",
    "Problem",
    "RelationShape",
    "ResultShape",
    "SearchAnswer",
    "SearchParameters",
    "SideShape",
    "SuggestParameters",
]


class _Shape(BaseModel):
    model_config = ConfigDict(frozen=True)


class SuggestParameters(_Shape):
    """What may be asked for while somebody types."""

    q: str = Field(description="A name in any script, or an IRI.", examples=["Karaganda"])
    type: str = Field("", description="A class, with all below it.", examples=["Organisation"])
    lang: str = Field("", description="Keep the names in this language.", examples=["bg"])
    limit: int = Field(10, ge=1, le=100, description="The most results.")


class SearchParameters(SuggestParameters):
    """What may be asked for in a search."""

    limit: int = Field(20, ge=1, le=100, description="The most results.")
    offset: int = Field(0, ge=0, le=1000, description="How many results to pass over.")


class EntityParameters(_Shape):
    """What may be asked for of one entity."""

    lang: str = Field("", description="Labels in this language, where there are any.")
    include: str = Field(
        "",
        description="Parts to add, with commas between: "
        "names, relations, incoming, consequences, documents, same_as, evidence.",
        examples=["names,relations,evidence"],
    )


class Problem(_Shape):
    """What went wrong (RFC 9457)."""

    type: str
    title: str
    status: int
    detail: str


class EntityShape(_Shape):
    """Something with an IRI."""

    iri: str = Field(description="Its canonical IRI.")
    label: str
    language: str = Field(description="The language of the label, empty where it has none.")
    type: str | None = Field(description="The name of its class, such as Cluster.")


class ResultShape(EntityShape):
    """Something found."""

    url: str = Field(description="Its address on this host.")
    name: str = Field(description="The name, or the address, by which it was found.")
    name_language: str
    match: str = Field(description="How the name matches, from exact to fuzzy.")


class SearchAnswer(_Shape):
    """What was found, the best first."""

    query: str
    results: list[ResultShape]
    next: str | None = Field(
        description="The address of the results that follow, if there are any."
    )


class NameShape(_Shape):
    """One name; the preferred ones are the labels of their languages."""

    text: str
    language: str
    preferred: bool


class EvidenceShape(_Shape):
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


class FactShape(_Shape):
    """A date, a number or words."""

    property: str
    value: str
    language: str
    datatype: str
    evidence: list[EvidenceShape] | None = None


class RelationShape(EntityShape):
    """Another thing that it is related to."""

    evidence: list[EvidenceShape] | None = None


class GroupShape(_Shape):
    """Relations by one property, the first ten; ``total`` counts them all."""

    property: str
    type: str | None = Field(description="The class that the others share, where they are grouped.")
    total: int
    results: list[RelationShape]


class SideShape(_Shape):
    """What some passages say against others."""

    value: str = Field(description="A literal, or the label of a thing.")
    iri: str | None = Field(description="The thing's canonical IRI, where it is one.")
    documents: int = Field(description="How many documents say it.")
    evidence: list[EvidenceShape]


class DisagreementShape(_Shape):
    """Two sides that can't both be so, of this thing or of one that points to it."""

    subject: str = Field(description="The IRI of what it is about.")
    property: str
    about: str = Field(description="value, former or planned.")
    one: SideShape
    other: SideShape


class ElsewhereShape(_Shape):
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


class EntityAnswer(EntityShape):
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
