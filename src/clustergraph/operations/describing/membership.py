"""What a thing belongs to, and what belongs to it: a passage to its document, a concept to its set.

Parts of activities and members of organisations are statements of documents, and stand in their
descriptions.
"""

from collections.abc import Iterable
from itertools import islice
from typing import Final

from pyoxigraph import NamedNode

from clustergraph.iris import BASE, dataset_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["collections_of", "items_of"]

_BELONGS: Final = {
    "ev": NamedNode(CG.inDocument),
    "voc": NamedNode(expand("skos:inScheme")),
}
_HOLDS: Final = {
    "doc": NamedNode(CG.inDocument),
    "voc": NamedNode(expand("skos:inScheme")),
}
"""By which property something belongs to another, by the part of the IRIs that tells their kind."""


def collections_of(graph: GraphStore, iri: Iri) -> tuple[Iri, ...]:
    """Return what a thing belongs to: the dataset itself, where nothing smaller holds it."""
    belongs = _BELONGS.get(_part(iri))
    if belongs is None:
        return (dataset_iri(),)
    found = _named(quad.object for quad in graph.quads(NamedNode(iri), belongs))
    return found or (dataset_iri(),)


def items_of(graph: GraphStore, iri: Iri, *, most: int | None = None) -> tuple[Iri, ...]:
    """Return what belongs to a document or a vocabulary; some of it, where ``most`` bounds it."""
    holds = _HOLDS.get(_part(iri))
    if holds is None:
        return ()
    found = islice(graph.quads(None, holds, NamedNode(iri)), most)
    return _named(quad.subject for quad in found)


def _named(nodes: Iterable[object]) -> tuple[Iri, ...]:
    names = {node.value for node in nodes if isinstance(node, NamedNode)}
    return tuple(Iri(name) for name in sorted(names))


def _part(iri: Iri) -> str:
    return iri.removeprefix(BASE).partition("/")[0]
