"""The graph in which every competency question has its ideal answer."""

from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, RdfFormat, Store

from clustergraph.iris import concept_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


@pytest.fixture(scope="session")
def ideal_graph() -> GraphStore:
    """Return what a careful reader finds in our documents, with all that follows from it."""
    return GraphStore(_ideal_store())


@pytest.fixture(scope="session")
def rejected_graph() -> GraphStore:
    """Return the ideal graph as if a person had then rejected every passage.

    The statements are still there: they could rest on passages that nobody rejected.
    """
    store = _ideal_store()
    status = NamedNode(CG.reviewStatus)
    for quad in list(store.quads_for_pattern(None, status, None, None)):
        store.remove(quad)
        rejected = NamedNode(concept_iri("review-status", "rejected"))
        store.add(Quad(quad.subject, status, rejected, quad.graph_name))
    return GraphStore(store)


@pytest.fixture(scope="session")
def empty_graph() -> GraphStore:
    """Return a graph without facts."""
    store = Store()
    store.extend(ontology_quads())
    return GraphStore(store)


def _ideal_store() -> Store:
    store = Store()
    store.extend(ontology_quads())
    store.load(path=Path(__file__).parent / "ideal.trig", format=RdfFormat.TRIG)
    rules = [path.read_text() for path in sorted((ONTOLOGY / "rules").glob("*.rq"))]
    before = -1
    while before < len(store):
        before = len(store)
        for rule in rules:
            store.update(rule)
    return store
