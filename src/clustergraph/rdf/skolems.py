"""Names in the place of blank nodes (RDF 1.1 Concepts, section 3.5)."""

from typing import TypeVar

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from clustergraph.iris import skolem_iri

__all__ = ["skolemised", "skolemised_quad"]

Term = TypeVar(
    "Term",
    NamedNode | BlankNode | Triple,
    NamedNode | BlankNode | Literal | Triple,
    NamedNode | BlankNode | DefaultGraph,
)


def skolemised(term: Term) -> Term | NamedNode:
    """Put names for the blank nodes of a term, also for those in triples."""
    if isinstance(term, BlankNode):
        return NamedNode(skolem_iri(term.value))
    if isinstance(term, Triple):
        return Triple(skolemised(term.subject), term.predicate, skolemised(term.object))
    return term


def skolemised_quad(quad: Quad) -> Quad:
    """Put names for the blank nodes of a quad, also for its graph."""
    subject, value, graph = quad.subject, quad.object, quad.graph_name
    if not any(isinstance(term, BlankNode | Triple) for term in (subject, value, graph)):
        return quad
    return Quad(skolemised(subject), quad.predicate, skolemised(value), skolemised(graph))
