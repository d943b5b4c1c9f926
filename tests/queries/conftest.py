"""The graph in which every competency question has its ideal answer."""

from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, Store

from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.ontology import ontology_quads


@pytest.fixture(scope="session")
def ideal_graph() -> Store:
    """Return what a careful reader finds in our documents, with all that follows from it."""
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
