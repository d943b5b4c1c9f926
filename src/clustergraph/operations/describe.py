"""Describe one thing: what the graph says of it, within bounds, with the passages that carry it.

What a description looks like on a page, in JSON or in RDF is decided in ``web``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from clustergraph.errors import Gone, NotFound
from clustergraph.model import Iri
from clustergraph.operations.consult import Row, Text, consult
from clustergraph.operations.disagree import Claim, Disagreement, disagreements
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.linked import links_of
from clustergraph.operations.quote import Passage, passages_for
from clustergraph.rdf.sssom import Match
from clustergraph.store.graph import GraphStore

__all__ = [
    "SHOWN_OF_A_GROUP",
    "Description",
    "Fact",
    "Group",
    "Name",
    "Relation",
    "current_iri",
    "describe",
]

SHOWN_OF_A_GROUP = 10
"""How many relations of one kind a description holds; it always says how many there are."""
_PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name; ``preferred`` tells the label of its language from the other forms."""

    text: str
    language: str
    preferred: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A date, a number or words that are stated of a thing."""

    property: Thing
    value: Text
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Another thing, and the passages that say that the two are related."""

    other: Thing
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The relations by one property, sorted by IRI; ``total`` counts those left out too.

    ``kind`` is the class that all the others share, where they were grouped by it.
    """

    property: Thing
    kind: Thing | None = None
    total: int
    relations: tuple[Relation, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What the graph says about a thing.

    ``relations`` are stated with the thing as subject, ``incoming`` with the thing as object;
    ``consequences`` were never stated, but follow from several statements. ``documents`` mention
    the thing, the newest first. ``disagreements`` are those among the passages of all these,
    ``elsewhere`` tells what the thing is in the registers of others.
    """

    thing: Thing
    kind: Thing | None
    names: tuple[Name, ...]
    facts: tuple[Fact, ...]
    relations: tuple[Group, ...]
    incoming: tuple[Group, ...]
    consequences: tuple[Group, ...]
    documents: tuple[Thing, ...]
    disagreements: tuple[Disagreement, ...] = ()
    elsewhere: tuple[Match, ...] = ()


def current_iri(graph: GraphStore, iri: Iri) -> Iri:
    """Return the IRI itself where the graph describes it, or the one that it was merged into.

    Raises:
        Gone: when the thing was removed.
        NotFound: when the graph has never heard of it.
    """
    redirects = consult(graph, "replaced", thing=iri)
    if redirects and "survivor" not in redirects[0]:
        raise Gone(iri)
    if redirects:
        return redirects[0].iri("survivor")
    if not consult(graph, "called-and-kind", thing=iri):
        raise NotFound(iri)
    return iri


def describe(graph: GraphStore, iri: Iri, labels: Labels) -> Description:
    """Collect what the graph says about the thing.

    The number of queries grows with the number of relations shown, not with that of all.

    Raises:
        NotFound: when the graph has never heard of it.
    """
    thing = labels.thing(iri)
    if thing.kind is None:
        raise NotFound(iri)
    facts = tuple(_facts(graph, labels, iri))
    relations = tuple(_relations(graph, labels, iri))
    incoming = tuple(_incoming(graph, labels, iri))
    return Description(
        thing=thing,
        kind=labels.thing(thing.kind),
        names=tuple(_name(row) for row in consult(graph, "names-of", entity=iri)),
        facts=facts,
        relations=relations,
        incoming=incoming,
        consequences=tuple(_consequences(graph, labels, iri)),
        documents=tuple(_documents(graph, labels, iri)),
        disagreements=disagreements(_claims(thing, facts, relations, incoming)),
        elsewhere=links_of(graph, iri),
    )


def _claims(
    thing: Thing,
    facts: tuple[Fact, ...],
    relations: tuple[Group, ...],
    incoming: tuple[Group, ...],
) -> Iterator[Claim]:
    """Yield all that is shown as statements, each with its own subject."""
    for fact in facts:
        yield Claim(subject=thing, property=fact.property, value=fact.value, passages=fact.passages)
    for group in relations:
        for each in group.relations:
            yield Claim(
                subject=thing, property=group.property, value=each.other, passages=each.passages
            )
    for group in incoming:
        for each in group.relations:
            yield Claim(
                subject=each.other, property=group.property, value=thing, passages=each.passages
            )


def _name(row: Row) -> Name:
    name = row.text("name")
    return Name(text=name.text, language=name.language, preferred=row.iri("property") == _PREFERRED)


def _facts(graph: GraphStore, labels: Labels, iri: Iri) -> Iterator[Fact]:
    for row in consult(graph, "facts-of", entity=iri):
        property_, value = row.iri("property"), row.text("value")
        passages = passages_for(graph, labels, iri, property_, value)
        yield Fact(property=labels.thing(property_), value=value, passages=passages)


def _relations(graph: GraphStore, labels: Labels, iri: Iri) -> Iterator[Group]:
    for row in consult(graph, "relations-of", entity=iri):
        property_ = row.iri("property")
        others = consult(graph, "related-by", entity=iri, property=property_)
        yield Group(
            property=labels.thing(property_),
            total=row.number("total"),
            relations=tuple(
                Relation(other=it, passages=passages_for(graph, labels, iri, property_, it.iri))
                for it in _first(labels, others)
            ),
        )


def _incoming(graph: GraphStore, labels: Labels, iri: Iri) -> Iterator[Group]:
    for row in consult(graph, "incoming-of", entity=iri):
        property_, kind = row.iri("property"), row.iri("class")
        bindings = {"entity": iri, "property": property_, "class": kind}
        others = consult(graph, "incoming-by", **bindings)
        yield Group(
            property=labels.thing(property_),
            kind=labels.thing(kind),
            total=row.number("total"),
            relations=tuple(
                Relation(other=it, passages=passages_for(graph, labels, it.iri, property_, iri))
                for it in _first(labels, others)
            ),
        )


def _consequences(graph: GraphStore, labels: Labels, iri: Iri) -> Iterator[Group]:
    by_property: dict[Iri, list[Row]] = {}
    for row in consult(graph, "follows-for", entity=iri):
        by_property.setdefault(row.iri("property"), []).append(row)
    for property_, rows in by_property.items():
        yield Group(
            property=labels.thing(property_),
            total=len(rows),
            relations=tuple(Relation(other=other) for other in _first(labels, rows)),
        )


def _documents(graph: GraphStore, labels: Labels, iri: Iri) -> Iterator[Thing]:
    for row in consult(graph, "documents-mentioning", entity=iri):
        yield labels.thing(row.iri("document"))


def _first(labels: Labels, rows: list[Row]) -> list[Thing]:
    """Sort by IRI, which begins with the name, so that only those shown need their labels."""
    first = sorted(row.iri("other") for row in rows)[:SHOWN_OF_A_GROUP]
    return [labels.thing(iri) for iri in first]
