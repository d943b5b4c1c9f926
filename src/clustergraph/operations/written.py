"""Tell what people wrote into a graph from what builds made of documents.

No words of a document stand behind it; who may write, and how, is in ``operations.writing``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from typing import Final

from pyoxigraph import DefaultGraph, NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, term_of
from clustergraph.operations.writing.log import Entry
from clustergraph.store.graph import GraphStore

__all__ = [
    "DEFAULT_GRAPH",
    "WritesToGraph",
    "is_told_by_people",
    "plain_entry",
    "writes_to",
    "written_in",
    "written_quads",
]

DEFAULT_GRAPH: Final = ""
"""Stands for the default graph, which has no name."""
_OF_BUILDS: Final = graph_iri("")


@dataclass(frozen=True, slots=True, kw_only=True)
class WritesToGraph:
    """Who wrote to a graph: the last write, None where no list tells of one, and how many."""

    graph: str
    last: Entry | None
    total: int


def written_in(
    graph: GraphStore, subject: Iri, predicate: Iri, value: Iri | Text
) -> tuple[str, ...]:
    """Return the names of the graphs into which people wrote a statement, sorted."""
    quads = graph.quads(NamedNode(subject), NamedNode(predicate), term_of(value))
    return tuple(sorted(name for quad in quads if not _is_of_build(name := _name(quad))))


def is_told_by_people(graph: GraphStore, iri: Iri) -> bool:
    """Tell whether people wrote anything of a thing; linear in what is said with it."""
    node = NamedNode(iri)
    said = chain(graph.quads(node), graph.quads(None, None, node))
    return any(not _is_of_build(_name(quad)) for quad in said)


def written_quads(graph: GraphStore, predicate: NamedNode) -> Iterator[Quad]:
    """Yield what people wrote with a property; looks at no graph that a build made."""
    yield from graph.quads(None, predicate, None, DefaultGraph())
    for name in graph.graph_names():
        if not _is_of_build(name):
            yield from graph.quads(None, predicate, None, NamedNode(name))


def writes_to(graphs: Iterable[str], log: Iterable[Entry]) -> tuple[WritesToGraph, ...]:
    """Find who wrote to graphs, in the order of their names; ``log`` has the oldest write first."""
    found: dict[str, list[Entry]] = {name: [] for name in sorted(set(graphs))}
    for entry in log:
        for name in entry.graphs:
            if (name or DEFAULT_GRAPH) in found:
                found[name or DEFAULT_GRAPH].append(entry)
    return tuple(
        WritesToGraph(graph=name, last=writes[-1] if writes else None, total=len(writes))
        for name, writes in found.items()
    )


def plain_entry(entry: Entry | None) -> dict[str, object] | None:
    """Return what the list tells of a write as plain values, for JSON; no hash of what was sent."""
    if entry is None:
        return None
    return {
        "id": entry.id,
        "version": entry.version,
        "previous": entry.previous,
        "when": entry.when.isoformat(timespec="seconds"),
        "by": entry.by,
        "kind": str(entry.kind),
        "graphs": [name or DEFAULT_GRAPH for name in entry.graphs],
        "added": entry.added,
        "removed": entry.removed,
        "checked": entry.is_checked,
    }


def _name(quad: Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else DEFAULT_GRAPH


def _is_of_build(name: str) -> bool:
    return name.startswith(_OF_BUILDS)
