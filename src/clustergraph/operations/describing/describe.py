"""Describe one thing: what the graph says of it, within bounds, with the passages that carry it.

What a description looks like on a page, in JSON or in RDF is decided in ``web``.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from clustergraph.errors import Gone, NotFound
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, consult
from clustergraph.operations.describing.disagree import Claim, Disagreement, disagreements
from clustergraph.operations.describing.linked import links_of
from clustergraph.operations.glance import is_told, stated_texts
from clustergraph.operations.labels import CALLED, Labels, Thing
from clustergraph.operations.quote import Passage, passages_for
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.operations.written import is_told_by_people, only_written_in, written_in
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.sssom import Match
from clustergraph.store.adjacency import Bundle, Way
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
    "relation",
]

SHOWN_OF_A_GROUP = 10
"""How many relations of one kind a description holds; it always says how many there are."""
_MOST_TEXTS = 500
_MOST_DOCUMENTS = 100
_TYPE = expand("rdf:type")
_DEPRECATED = expand("owl:deprecated")
_PREFERRED = "http://www.w3.org/2004/02/skos/core#prefLabel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """One name; ``preferred`` tells the label of its language from the other forms.

    ``written`` names the graphs into which people wrote it, where no build gives it.
    """

    text: str
    language: str
    preferred: bool
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A date, a number or words that are stated of a thing.

    ``written`` names the graphs into which people wrote it (see ``written``).
    """

    property: Thing
    value: Text
    passages: tuple[Passage, ...]
    written: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """Another thing, and the passages that say that the two are related.

    ``written`` names the graphs into which people wrote it (see ``written``).
    """

    other: Thing
    passages: tuple[Passage, ...] = ()
    written: tuple[str, ...] = ()


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
    the thing, the newest first, and ``document_total`` counts those left out too.
    ``disagreements`` are those among the passages of all these, ``elsewhere`` tells what the thing
    is in the registers of others, ``written`` into which graphs people wrote what its class is.
    """

    thing: Thing
    kind: Thing | None
    names: tuple[Name, ...]
    facts: tuple[Fact, ...]
    relations: tuple[Group, ...]
    incoming: tuple[Group, ...]
    consequences: tuple[Group, ...]
    documents: tuple[Thing, ...]
    document_total: int
    disagreements: tuple[Disagreement, ...] = ()
    elsewhere: tuple[Match, ...] = ()
    written: tuple[str, ...] = ()


def current_iri(graph: GraphStore, iri: Iri) -> Iri:
    """Return the IRI itself where the graph describes it, or the one that it was merged into.

    Raises:
        Gone: when the thing was removed.
        NotFound: when the graph has never heard of it.
    """
    if is_told(graph, iri, _DEPRECATED):
        redirects = consult(graph, "replaced", thing=iri)
        if redirects and "survivor" not in redirects[0]:
            raise Gone(iri)
        if redirects:
            return redirects[0].iri("survivor")
    if not (is_told(graph, iri, _TYPE, *CALLED) or is_told_by_people(graph, iri)):
        raise NotFound(iri)
    return iri


def describe(graph: GraphStore, iri: Iri, labels: Labels) -> Description:
    """Collect what the graph says about the thing.

    It takes as long for a thing with a hundred thousand relations as for one with ten of a kind.

    Raises:
        NotFound: when the graph has never heard of it.
    """
    thing = labels.thing(iri)
    if thing.kind is None and not is_told_by_people(graph, iri):
        raise NotFound(iri)
    bundles = _by_way(adjacency_of(graph).of(iri))
    facts = tuple(_facts(graph, labels, bundles[Way.SAID]))
    relations = tuple(_group(graph, labels, each) for each in bundles[Way.RELATED])
    incoming = tuple(_group(graph, labels, each) for each in bundles[Way.INCOMING])
    mentions = bundles[Way.MENTIONED]
    return Description(
        thing=thing,
        kind=labels.thing(thing.kind) if thing.kind else None,
        names=tuple(_names(graph, iri)),
        facts=facts,
        relations=relations,
        incoming=incoming,
        consequences=tuple(_group(graph, labels, each) for each in bundles[Way.FOLLOWING]),
        documents=tuple(
            labels.thing(document)
            for each in mentions
            for document in each.members[:_MOST_DOCUMENTS]
        ),
        document_total=sum(each.total for each in mentions),
        disagreements=disagreements(_claims(thing, facts, relations, incoming)),
        elsewhere=links_of(graph, iri),
        written=written_in(graph, iri, _TYPE, thing.kind) if thing.kind else (),
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


def _names(graph: GraphStore, iri: Iri) -> Iterator[Name]:
    for row in consult(graph, "names-of", entity=iri):
        property_, name = row.iri("property"), row["name"]
        if isinstance(name, Text):
            yield Name(
                text=name.text,
                language=name.language,
                preferred=property_ == _PREFERRED,
                written=only_written_in(graph, iri, property_, name),
            )


def _by_way(bundles: Iterable[Bundle]) -> Mapping[Way, list[Bundle]]:
    by_way: dict[Way, list[Bundle]] = {way: [] for way in Way}
    for bundle in bundles:
        by_way[bundle.way].append(bundle)
    return by_way


def _facts(graph: GraphStore, labels: Labels, said: Iterable[Bundle]) -> Iterator[Fact]:
    for bundle in said:
        property_ = labels.thing(bundle.property)
        for value in stated_texts(graph, bundle.thing, bundle.property)[:_MOST_TEXTS]:
            parts = bundle.thing, bundle.property, value
            yield Fact(
                property=property_,
                value=value,
                passages=passages_for(graph, labels, *parts),
                written=written_in(graph, *parts),
            )


def _group(graph: GraphStore, labels: Labels, bundle: Bundle) -> Group:
    shown = bundle.members[:SHOWN_OF_A_GROUP]
    return Group(
        property=labels.thing(bundle.property),
        kind=labels.thing(bundle.kind) if bundle.kind else None,
        total=bundle.total,
        relations=tuple(relation(graph, labels, bundle, other) for other in shown),
    )


def relation(graph: GraphStore, labels: Labels, bundle: Bundle, other: Iri) -> Relation:
    """Return one of a bundle with the passages that say so; what follows has none of its own."""
    if bundle.way is Way.FOLLOWING:
        return Relation(other=labels.thing(other))
    is_subject = bundle.way is not Way.INCOMING
    ends = (bundle.thing, other) if is_subject else (other, bundle.thing)
    parts = ends[0], bundle.property, ends[1]
    return Relation(
        other=labels.thing(other),
        passages=passages_for(graph, labels, *parts),
        written=written_in(graph, *parts),
    )
