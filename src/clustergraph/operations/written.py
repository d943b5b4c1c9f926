"""Tell what people wrote into a graph from what builds made of documents.

No words of a document stand behind it; who may write, and how, is in ``operations.writing``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import Final

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import is_of_build
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, term_of
from clustergraph.operations.writing.log import Entry
from clustergraph.store.graph import GraphStore

__all__ = [
    "DEFAULT_GRAPH",
    "WritesToGraph",
    "is_told_by_people",
    "only_written_in",
    "writes_to",
    "written_in",
]

DEFAULT_GRAPH: Final = ""
"""Stands for the default graph, which has no name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WritesToGraph:
    """Who wrote to a graph: the last write, None where no list tells of one, and how many.

    ``by`` names all who did, the last one first: which of them wrote a statement is not kept.
    """

    graph: str
    by: tuple[str, ...]
    last: Entry | None
    total: int


def written_in(
    graph: GraphStore, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[str, ...]:
    """Return the names of the graphs into which people wrote a statement, sorted."""
    return tuple(it for it in _graphs_of(graph, subject, predicate, value) if not is_of_build(it))


def only_written_in(
    graph: GraphStore, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[str, ...]:
    """Return the same of a statement that no build makes; nothing of others."""
    graphs = _graphs_of(graph, subject, predicate, value)
    return () if any(map(is_of_build, graphs)) else graphs


def is_told_by_people(graph: GraphStore, iri: Iri) -> bool:
    """Tell whether people wrote anything of a thing; linear in what is said with it."""
    node = NamedNode(iri)
    said = chain(graph.quads(node), graph.quads(None, None, node))
    return any(not is_of_build(_name(quad)) for quad in said)


def writes_to(graphs: Iterable[str], log: Iterable[Entry]) -> tuple[WritesToGraph, ...]:
    """Find who wrote to graphs, in the order of their names; ``log`` has the oldest write first."""
    found: dict[str, list[Entry]] = {name: [] for name in sorted(set(graphs))}
    for entry in log:
        for name in entry.graphs:
            if (name or DEFAULT_GRAPH) in found:
                found[name or DEFAULT_GRAPH].append(entry)
    return tuple(
        WritesToGraph(
            graph=name,
            by=tuple(dict.fromkeys(entry.by for entry in reversed(writes))),
            last=writes[-1] if writes else None,
            total=len(writes),
        )
        for name, writes in found.items()
    )


def _graphs_of(
    graph: GraphStore, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[str, ...]:
    quads = graph.quads(NamedNode(subject), NamedNode(predicate), term_of(value))
    return tuple(sorted(map(_name, quads)))


def _name(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else DEFAULT_GRAPH
