"""Tell what our terms mean where a version holds no ontology, as a plain one need not."""

from dataclasses import replace
from functools import cache
from typing import Final

from pyoxigraph import NamedNode, Store

from clustergraph.iris import graph_iri
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.keep import KeptFindings
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore

__all__ = ["with_terms"]

_ONTOLOGY: Final = NamedNode(graph_iri("ontology"))


def with_terms(opened: OpenVersion) -> OpenVersion:
    """Return a version for whoever asks about our terms: with the software's own where it has none.

    Those stand in its place then, not beside what it holds, so that nobody takes them for data.
    """
    if next(opened.graph.quads(graph=_ONTOLOGY), None) is not None:
        return opened
    return replace(opened, graph=_terms(), findings=_findings())


@cache  # it follows from the software alone
def _terms() -> GraphStore:
    store = Store()
    store.extend(ontology_quads())
    return GraphStore(store)


@cache
def _findings() -> KeptFindings:
    return KeptFindings()
