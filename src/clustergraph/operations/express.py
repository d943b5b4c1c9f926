"""Express what the graph says of one thing as RDF; its syntax is decided elsewhere."""

from collections.abc import Iterable, Iterator
from itertools import islice

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.store.graph import GraphStore

__all__ = ["quads_about", "quads_of_term"]

_MOST_INCOMING = 1000
_INFERRED = NamedNode(graph_iri("inferred"))
_META = NamedNode(graph_iri("meta"))
_ONTOLOGY = NamedNode(graph_iri("ontology"))
_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_REIFIES = NamedNode(f"{_RDF}reifies")
_TYPE = NamedNode(f"{_RDF}type")
_SUBJECT = NamedNode(f"{_RDF}subject")
_OWL = "http://www.w3.org/2002/07/owl#"
_LINKED = NamedNode(f"{_OWL}annotatedSource")
_STATEMENT_PARTS = {
    *(_SUBJECT, NamedNode(f"{_RDF}predicate"), NamedNode(f"{_RDF}object")),
    *(_LINKED, NamedNode(f"{_OWL}annotatedTarget")),
}
_LABELS = (
    NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel"),
    NamedNode("http://www.w3.org/2000/01/rdf-schema#label"),
    NamedNode("http://purl.org/dc/terms/title"),
)


def quads_about(graph: GraphStore, iri: Iri, *, reifiers: bool = False) -> list[Quad]:
    """Return what is said of the thing, what points to it, its evidence, and labels of the rest.

    What it is elsewhere comes with its justification.

    At most 1,000 statements that point to it are given. Each quad names the graph it stands in. Of
    its classes only those stand there that somebody gave it: those above follow by the ontology.

    Args:
        graph: the version's store.
        iri: an entity, a concept, a document, a passage or a term.
        reifiers: whether ``rdf:reifies`` is included; without it all is RDF 1.1.
    """
    subject = NamedNode(iri)
    own = graph.quads(subject)
    quads = [quad for quad in own if quad.predicate != _TYPE or quad.graph_name != _INFERRED]
    quads += islice(_incoming(graph, subject), _MOST_INCOMING)
    for part in (_SUBJECT, _LINKED):
        for stated in graph.quads(None, part, subject):
            quads += graph.quads(stated.subject)
    for other in _others(quads, subject):
        for label in _LABELS:
            quads += graph.quads(other, label)
    return [quad for quad in dict.fromkeys(quads) if reifiers or quad.predicate != _REIFIES]


def quads_of_term(graph: GraphStore, term: Iri) -> list[Quad]:
    """Return what the ontology says of one of its terms, and which terms refer to it."""
    node = NamedNode(term)
    own = graph.quads(node, graph=_ONTOLOGY)
    return list(dict.fromkeys([*own, *graph.quads(None, None, node, _ONTOLOGY)]))


def _incoming(graph: GraphStore, subject: NamedNode) -> Iterator[Quad]:
    """Yield what the field says; what is said of the version itself names many things."""
    for quad in graph.quads(None, None, subject):
        if quad.predicate not in _STATEMENT_PARTS and quad.graph_name != _META:
            yield quad


def _others(quads: Iterable[Quad], subject: NamedNode) -> Iterator[NamedNode]:
    ends = (end for quad in quads for end in (quad.subject, quad.object))
    nodes = (end for end in ends if isinstance(end, NamedNode))
    return (node for node in dict.fromkeys(nodes) if node != subject)
