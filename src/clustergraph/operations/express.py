"""Express what the graph says of one thing as RDF; its syntax is decided elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.store.graph import GraphStore

__all__ = ["quads_about", "quads_of_ontology", "quads_of_term"]

_MOST_INCOMING = 1000
_ONTOLOGY = NamedNode(graph_iri("ontology"))
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_REIFIES = NamedNode(f"{_RDF}reifies")
_SUBJECT = NamedNode(f"{_RDF}subject")
_STATEMENT_PARTS = {_SUBJECT, NamedNode(f"{_RDF}predicate"), NamedNode(f"{_RDF}object")}
_LABELS = (
    NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
    NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
    NamedNode("http://purl.org/dc/terms/title"),
)


def quads_about(graph: GraphStore, iri: Iri, *, reifiers: bool = False) -> list[Quad]:
    """Return what is said of the thing, what points to it, its evidence, and labels of the rest.

    At most 1,000 statements that point to it are given. Each quad names the graph it stands in.

    Args:
        graph: the version's store.
        iri: an entity, a concept, a document, a passage or a term.
        reifiers: whether ``rdf:reifies`` is included; without it all is RDF 1.1.
    """
    subject = NamedNode(iri)
    quads = list(graph.quads(subject))
    quads += islice(_incoming(graph, subject), _MOST_INCOMING)
    for stated in graph.quads(None, _SUBJECT, subject):
        quads += graph.quads(stated.subject)
    for other in _others(quads, subject):
        for label in _LABELS:
            quads += graph.quads(other, label)
    return [quad for quad in dict.fromkeys(quads) if reifiers or quad.predicate != _REIFIES]


def quads_of_ontology(graph: GraphStore) -> list[Quad]:
    """Return the whole ontology."""
    return list(graph.quads(graph=_ONTOLOGY))


def quads_of_term(graph: GraphStore, term: Iri) -> list[Quad]:
    """Return what the ontology says of one of its terms, and which terms refer to it."""
    node = NamedNode(term)
    own = graph.quads(node, graph=_ONTOLOGY)
    return list(dict.fromkeys([*own, *graph.quads(None, None, node, _ONTOLOGY)]))


def _incoming(graph: GraphStore, subject: NamedNode) -> Iterator[Quad]:
    pointing = graph.quads(None, None, subject)
    return (quad for quad in pointing if quad.predicate not in _STATEMENT_PARTS)


def _others(quads: Iterable[Quad], subject: NamedNode) -> Iterator[NamedNode]:
    ends = (end for quad in quads for end in (quad.subject, quad.object))
    nodes = (end for end in ends if isinstance(end, NamedNode))
    return (node for node in dict.fromkeys(nodes) if node != subject)
