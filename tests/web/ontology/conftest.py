"""The terms of the ontology, read once."""

import pytest

from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Term, all_terms
from clustergraph.store.graph import GraphStore


@pytest.fixture(scope="module")
def terms(small_graph: GraphStore) -> list[Term]:
    return all_terms(Definitions.read(small_graph), Labels(small_graph), "en")
