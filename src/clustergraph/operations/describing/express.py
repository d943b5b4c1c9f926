"""Express what the graph says of one thing as RDF; its syntax is decided elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeAlias

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from clustergraph.iris import graph_iri, is_passage
from clustergraph.model import Iri
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.rdf.prefixes import expand
from clustergraph.store.adjacency import Bundle, Way
from clustergraph.store.graph import GraphStore

__all__ = ["MOST_OF_A_PROPERTY", "bundles_cut", "quads_about", "quads_of_term"]

_Node: TypeAlias = NamedNode | BlankNode | Triple

MOST_OF_A_PROPERTY = 100
"""How many statements by one property, to the thing or from it, are given at the most."""
_MOST_PASSAGES = 1_000
"""About how many passages may be looked through to find those of the thing."""
_INFERRED = NamedNode(graph_iri("inferred"))
_ONTOLOGY = NamedNode(graph_iri("ontology"))
_ASIDE = (NamedNode(graph_iri("links")), NamedNode(graph_iri("places")))
"""What things are elsewhere, and where they lie; ``relate`` tells of neither."""
_TYPE, _SUBJECT, _REIFIES, _LINKED = (
    NamedNode(expand(name))
    for name in ("rdf:type", "rdf:subject", "rdf:reifies", "owl:annotatedSource")
)
_LABELS = tuple(
    NamedNode(expand(name)) for name in ("skos:prefLabel", "rdfs:label", "dcterms:title")
)
_ALTERNATIVE = NamedNode(expand("skos:altLabel"))
_FROM_IT = (Way.RELATED, Way.FOLLOWING, Way.MENTIONED, Way.SAID, Way.INFERRED)
_TO_IT = (Way.INCOMING, Way.INFERRED_INCOMING)


def quads_about(graph: GraphStore, iri: Iri, *, reifiers: bool = False) -> list[Quad]:
    """Return what is said of the thing, what points to it, its evidence, and labels of the rest.

    What it is elsewhere comes with its justification.

    Of a property 100 statements are given, and as many that point to it; ``bundles_cut`` tells of
    which there are more. Each quad names the graph it stands in. Of its classes only those stand
    there that somebody gave it: those above follow by the ontology.

    Args:
        graph: the version's store.
        iri: an entity, a concept, a document, a passage or a term.
        reifiers: whether what only RDF 1.2 can say is included, such as ``rdf:reifies``.
    """
    subject = NamedNode(iri)
    bundles = adjacency_of(graph).of(iri)
    own = [
        quad
        for quad in _own(graph, subject, bundles)
        if quad.predicate != _TYPE or quad.graph_name != _INFERRED
    ]
    quads = [*own, *_incoming(graph, subject, bundles)]
    for evidence in dict.fromkeys(_evidence(graph, subject, own, bundles)):
        quads += graph.quads(evidence)
    for other in _others(quads, subject):
        for label in _LABELS:
            quads += graph.quads(other, label)
    return [quad for quad in dict.fromkeys(quads) if reifiers or not _is_rdf_1_2(quad)]


def bundles_cut(graph: GraphStore, iri: Iri) -> list[Bundle]:
    """Return the relations of a thing of which ``quads_about`` gives only some."""
    bundles = adjacency_of(graph).of(iri)
    return [each for each in bundles if each.members and _is_cut(each)]


def quads_of_term(graph: GraphStore, term: Iri) -> list[Quad]:
    """Return what the ontology says of one of its terms, and which terms refer to it."""
    node = NamedNode(term)
    own = graph.quads(node, graph=_ONTOLOGY)
    return list(dict.fromkeys([*own, *graph.quads(None, None, node, _ONTOLOGY)]))


def _is_rdf_1_2(quad: Quad) -> bool:
    """Tell whether RDF 1.1 can't say it: it is about a triple, or its text has a direction."""
    value = quad.object
    has_direction = isinstance(value, Literal) and value.direction is not None
    return quad.predicate == _REIFIES or isinstance(value, Triple) or has_direction


def _is_cut(bundle: Bundle) -> bool:
    return bundle.total > MOST_OF_A_PROPERTY


def _is_cut_from(bundles: Iterable[Bundle]) -> bool:
    return any(each.way in _FROM_IT and _is_cut(each) for each in bundles)


def _own(graph: GraphStore, subject: NamedNode, bundles: Iterable[Bundle]) -> Iterator[Quad]:
    """Yield what is said of the thing, of each property some; in full where that is not much."""
    properties = {each.property: None for each in bundles if each.way in _FROM_IT}
    if not _is_cut_from(bundles):
        yield from graph.quads(subject)
        return
    for predicate in (_TYPE, *_LABELS, _ALTERNATIVE, *map(NamedNode, properties)):
        yield from islice(graph.quads(subject, predicate), MOST_OF_A_PROPERTY)
    for aside in _ASIDE:
        yield from islice(graph.quads(subject, None, None, aside), MOST_OF_A_PROPERTY)


def _incoming(graph: GraphStore, subject: NamedNode, bundles: Iterable[Bundle]) -> Iterator[Quad]:
    """Yield what the field says; what is said of the version itself names many things."""
    for property_ in dict.fromkeys(each.property for each in bundles if each.way in _TO_IT):
        quads = graph.quads(None, NamedNode(property_), subject)
        yield from islice(quads, MOST_OF_A_PROPERTY)


def _evidence(
    graph: GraphStore, subject: NamedNode, own: Iterable[Quad], bundles: Iterable[Bundle]
) -> Iterator[_Node]:
    """Yield the passages about it; where not all can be given, those of what is given."""
    yield from (quad.subject for quad in graph.quads(None, _LINKED, subject))
    passages = sum(each.total for each in bundles if each.way is Way.CITED)
    if passages <= _MOST_PASSAGES and not _is_cut_from(bundles):
        yield from (quad.subject for quad in graph.quads(None, _SUBJECT, subject))
        return
    for stated in own:
        about = graph.quads(None, _REIFIES, stated.triple)
        yield from (quad.subject for quad in islice(about, MOST_OF_A_PROPERTY))


def _others(quads: Iterable[Quad], subject: NamedNode) -> Iterator[NamedNode]:
    """Yield what else is named, but for passages, which have no names."""
    ends = (end for quad in quads for end in (quad.subject, quad.object))
    nodes = (end for end in ends if isinstance(end, NamedNode))
    for node in dict.fromkeys(nodes):
        if node != subject and not is_passage(node.value):
            yield node
