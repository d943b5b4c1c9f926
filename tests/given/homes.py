"""Homes with as little in them as a test needs."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import BASE, graph_iri
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.look_up import cards
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import write_store

__all__ = ["ENDLESS", "MEMORY_BOMB", "numbered_quads", "publish", "publish_quads"]

ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?o ?p }"
"""Counts more rows than any time limit allows for, on a graph of some hundred quads."""

MEMORY_BOMB = (
    "SELECT DISTINCT ?a ?d ?g ?j { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?a"
)
"""Holds all its rows in memory."""


def numbered_quads(count: int, graph: str = "asserted") -> Iterator[Quad]:
    """Yield ``things/0 next things/1`` and so on."""
    for number in range(count):
        yield Quad(
            NamedNode(f"{BASE}things/{number}"),
            NamedNode(f"{BASE}next"),
            NamedNode(f"{BASE}things/{number + 1}"),
            NamedNode(graph_iri(graph)),
        )


def publish(path: Path, count: int = 3) -> Version:
    """Publish a version with so many quads and no names in the home at the path."""
    return publish_quads(Home(path), numbered_quads(count))


def publish_quads(
    home: Home, quads: Iterable[Quad], *, texts: Sequence[tuple[str, str]] = ()
) -> Version:
    """Publish a version with these quads, their names, and the texts of documents by their ids."""
    with drafting(home) as draft:
        write_store(draft.store_path, quads)
        if texts:
            draft.keep_texts(texts)
        graph = GraphStore.open(draft.store_path)
        build_names(draft.names_path, cards(graph))
        adjacency_of(graph).write(draft.adjacency_path)
        return draft.publish(content_hash(graph))
