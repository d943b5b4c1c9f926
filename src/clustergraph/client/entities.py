"""What the graph says of one thing, and the words of the documents that say it."""

from dataclasses import dataclass

__all__ = [
    "Disagreement",
    "Elsewhere",
    "Entity",
    "Evidence",
    "Fact",
    "Group",
    "Name",
    "Named",
    "Relation",
    "Side",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Something with an IRI.

    Attributes:
        iri: its canonical IRI.
        label: its name in the language that was asked for, or the best there is.
        language: the language of the label; empty where it has none.
        type: the name of its class, such as ``Cluster``, where it has one.
    """

    iri: str
    label: str
    language: str = ""
    type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One of its names; the preferred ones are the labels of their languages."""

    text: str
    language: str
    preferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A quote that carries a statement.

    Attributes:
        iri: of the passage.
        document: the document's IRI.
        quote: the exact words.
        language: of the quote.
        start: where it begins, in code points of the document's text.
        end: where it ends; the code point there is no part of it.
        confidence: from 0 to 1, where a mapper says one.
        modality: fact, planned or reported.
        role: a position in the words of the text, or empty.
        former: whether it was so, and is no more.
        at_least: whether the number is a lower bound.
        rule: by which rule it was read; ``curation`` where a person added it.
        status: machine, confirmed, added or disputed.
        reviewed_by: who decided on it, or empty.
        reviewed_on: when (YYYY-MM-DD), or empty.
        review_note: why, or empty.
        written: the graphs into which people wrote it; an empty name is the default graph.
    """

    iri: str
    document: str
    quote: str
    language: str
    start: int
    end: int
    confidence: float | None = None
    modality: str = "fact"
    role: str = ""
    former: bool = False
    at_least: bool = False
    rule: str = ""
    status: str = "machine"
    reviewed_by: str = ""
    reviewed_on: str = ""
    review_note: str = ""
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A date, a number or words; ``evidence`` is ``None`` where it was not asked for.

    ``written`` names the graphs into which people wrote it; an empty name is the default graph.
    """

    property: str
    value: str
    language: str
    datatype: str
    written: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation(Named):
    """Another thing that it is related to; ``evidence`` is ``None`` where it was not asked for.

    ``written`` names the graphs into which people wrote it; an empty name is the default graph.
    """

    written: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Relations by one property.

    Attributes:
        property: the property, such as ``cg:fundedBy``.
        type: the class that the others share, where they are grouped by it.
        total: how many there are.
        results: the first of them.
    """

    property: str
    type: str = ""
    total: int
    results: tuple[Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """What some passages say against others.

    Attributes:
        value: a literal, or the label of a thing.
        iri: the thing's canonical IRI, where it is one, or empty.
        documents: how many documents say it.
        evidence: their words.
    """

    value: str
    iri: str = ""
    documents: int
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """Two sides that can't both be so.

    Attributes:
        subject: the IRI of what it is about: this thing, or one that points to it.
        property: the property.
        about: value, former or planned.
        one: what some say.
        other: what others say.
    """

    subject: str
    property: str
    about: str
    one: Side
    other: Side


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """What a thing is in a register of others, and what justifies that (SSSOM).

    Attributes:
        relation: a mapping relation of SKOS, such as ``skos:exactMatch``.
        iri: its identifier there.
        label: its name there, or empty.
        justification: a term of semapv, as an IRI.
        confidence: from 0 to 1, where there is one.
        comment: the justification in words, or empty.
        tool: the program that found it, or empty.
        author: who decided it, or empty.
        date: when (YYYY-MM-DD), or empty.
    """

    relation: str
    iri: str
    label: str = ""
    justification: str = ""
    confidence: float | None = None
    comment: str = ""
    tool: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity(Named):
    """What the graph says of one thing; parts that were not asked for are ``None``.

    Attributes:
        url: its address on the service.
        facts: its dates, numbers and words.
        disagreements: where passages disagree; empty where they don't.
        names: all its names.
        relations: what it is related to, by property.
        incoming: what is related to it.
        consequences: what follows from other statements.
        documents: those that speak of it.
        same_as: what it is in the registers of others.
    """

    url: str
    facts: tuple[Fact, ...]
    disagreements: tuple[Disagreement, ...] = ()
    names: tuple[Name, ...] | None = None
    relations: tuple[Group, ...] | None = None
    incoming: tuple[Group, ...] | None = None
    consequences: tuple[Group, ...] | None = None
    documents: tuple[Named, ...] | None = None
    same_as: tuple[Elsewhere, ...] | None = None
