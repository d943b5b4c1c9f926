"""What must hold of a finished store, and the hash that tells two of them apart."""

import hashlib
from collections.abc import Iterator

from pyoxigraph import NamedNode, Quad, RdfFormat, Triple, serialize

from clustergraph.iris import graph_iri
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import is_written

__all__ = ["content_hash", "repeated_triples"]

_META = NamedNode(graph_iri("meta"))


def content_hash(graph: GraphStore) -> str:
    """Hash what the store says: SHA-256 over its sorted N-Quads, without ``graph/meta``.

    The order of loading does not matter, since nothing is a blank node. Sorts all quads in memory.
    """
    quads = (quad for quad in graph.quads() if quad.graph_name != _META)
    lines = serialize(quads, format=RdfFormat.N_QUADS) or b""
    digest = hashlib.sha256()
    for line in sorted(lines.splitlines(keepends=True)):
        digest.update(line)
    return digest.hexdigest()


def repeated_triples(graph: GraphStore) -> Iterator[Triple]:
    """Yield each triple that stands in more than one graph of a build, and would count twice.

    What somebody wrote may say again what a build says.
    """
    for quad in graph.quads():
        if not is_written(quad.graph_name) and _is_first_of_several(graph, quad):
            yield quad.triple


def _is_first_of_several(graph: GraphStore, quad: Quad) -> bool:
    others = graph.quads(quad.subject, quad.predicate, quad.object)
    names = [other.graph_name for other in others if not is_written(other.graph_name)]
    return len(names) > 1 and names[0] == quad.graph_name
