"""Quads as they are written for an engine: what it can hold, as updates and as documents.

An engine's default graph may be anything, so ours is a named graph there. Its blank nodes can't be
named from outside, so ours are IRIs there.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Final, TypeAlias

from pyoxigraph import (
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    RdfFormat,
    Triple,
    serialize,
)

from clustergraph.iris import graph_iri, skolem_iri
from clustergraph.rdf.skolems import skolemised

__all__ = ["DEFAULT_GRAPH", "changing", "documents", "graph_there", "is_new", "portable"]

DEFAULT_GRAPH: Final = NamedNode(graph_iri("default"))
"""What the default graph is called there."""

Graph: TypeAlias = NamedNode | BlankNode | DefaultGraph


def portable(quads: Iterable[Quad], *, knows_triple_terms: bool) -> Iterator[Quad]:
    """Yield the quads as they stand there; what takes RDF 1.2 is left out where that is unknown."""
    for quad in quads:
        if knows_triple_terms or not is_new(quad.object):
            yield Quad(
                skolemised(quad.subject),
                quad.predicate,
                skolemised(quad.object),
                graph_there(quad.graph_name),
            )


def graph_there(graph: Graph) -> NamedNode:
    """Return what a graph is called there."""
    match graph:
        case DefaultGraph():
            return DEFAULT_GRAPH
        case BlankNode():
            return NamedNode(skolem_iri(graph.value))
        case NamedNode():
            return graph


def changing(removed: Iterable[Quad], added: Iterable[Quad]) -> str:
    """Write one update: first what goes, then what comes; of portable quads.

    Each graph has operations of its own, in the order in which the graphs are met, since Virtuoso 7
    takes a DELETE DATA of several graphs, says that it is done, and leaves literals with a language
    where they were.
    """
    operations = [*_operations("DELETE DATA", removed), *_operations("INSERT DATA", added)]
    return " ;\n".join(operations)


def documents(quads: Iterable[Quad], *, most: int) -> Iterator[bytes]:
    """Write the triples of quads as N-Triples, so many at most in each document."""
    remaining = iter(quads)
    while part := list(islice(remaining, most)):
        yield _lines(part)


def is_new(term: NamedNode | BlankNode | Literal | Triple) -> bool:
    """Tell whether a term is one that RDF 1.1 does not have."""
    return isinstance(term, Triple) or (isinstance(term, Literal) and term.direction is not None)


def _operations(keyword: str, quads: Iterable[Quad]) -> Iterator[str]:
    by_graph: dict[str, list[Quad]] = {}
    for quad in quads:
        by_graph.setdefault(str(quad.graph_name), []).append(quad)
    for graph, group in by_graph.items():
        yield f"{keyword} {{ GRAPH {graph} {{\n{_lines(group).decode()}}} }}"


def _lines(quads: Sequence[Quad]) -> bytes:
    return serialize((quad.triple for quad in quads), format=RdfFormat.N_TRIPLES) or b""
