"""What stands in a store beside what builds make: what people and programs wrote there.

That is the default graph, and all named graphs that are not the build's.
"""

from collections.abc import Iterator

from pyoxigraph import BlankNode, DefaultGraph, Literal, NamedNode, Quad, Triple

from clustergraph.iris import is_of_build
from clustergraph.store.graph import GraphStore

__all__ = ["is_written", "terms_in", "written_graphs", "written_quads"]


def is_written(graph: NamedNode | BlankNode | DefaultGraph) -> bool:
    """Tell whether a graph is none of the build's."""
    return not isinstance(graph, NamedNode) or not is_of_build(graph.value)


def written_graphs(graph: GraphStore) -> list[NamedNode]:
    """List the named graphs that are not the build's, also empty ones."""
    return [NamedNode(name) for name in graph.graph_names() if not is_of_build(name)]


def written_quads(
    graph: GraphStore, predicate: NamedNode | None = None, value: NamedNode | None = None
) -> Iterator[Quad]:
    """Yield what stands in the default graph and in the named graphs that are not the build's.

    With a predicate only what is said by that, with a value only what has it as its object; what
    builds made is never looked at.
    """
    names: list[NamedNode | DefaultGraph] = [DefaultGraph(), *written_graphs(graph)]
    for name in names:
        yield from graph.quads(None, predicate, value, name)


def terms_in(statement: Quad | Triple) -> Iterator[NamedNode | BlankNode | Literal]:
    """Yield all that a statement names or says, its graph too, also inside of triple terms."""
    for term in (statement.subject, statement.predicate, statement.object):
        if isinstance(term, Triple):
            yield from terms_in(term)
        else:
            yield term
    if isinstance(statement, Quad) and not isinstance(statement.graph_name, DefaultGraph):
        yield statement.graph_name
