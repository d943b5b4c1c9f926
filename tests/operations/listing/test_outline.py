"""A vocabulary is a tree, whichever way its concepts are linked to their scheme."""

from collections.abc import Iterator

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.listing.outline import Branch, outline, schemes
from clustergraph.store.graph import GraphStore

SKOS = "http://www.w3.org/2004/02/skos/core#"
SCHEME = Iri(f"{BASE}voc/fruit")


def concept(name: str, notation: str, broader: str = "") -> Iterator[Quad]:
    node = NamedNode(f"{SCHEME}/{name}")
    yield Quad(node, NamedNode(f"{SKOS}inScheme"), NamedNode(SCHEME))
    yield Quad(node, NamedNode(f"{SKOS}notation"), Literal(notation))
    if broader:
        yield Quad(node, NamedNode(f"{SKOS}broader"), NamedNode(f"{SCHEME}/{broader}"))


@pytest.fixture
def fruit() -> GraphStore:
    store = Store()
    for quads in (
        concept("stone", "2"),
        concept("plum", "2.2", "stone"),
        concept("cherry", "2.1", "stone"),
        concept("pome", "1"),
        concept("one", "9", "another"),
        concept("another", "8", "one"),
    ):
        store.extend(quads)
    return GraphStore(store)


def names(branches: tuple[Branch, ...]) -> dict[str, object]:
    return {branch.concept.iri.local: names(branch.narrower) for branch in branches}


def test_concepts_stand_below_their_broader_ones_sorted_by_notation(fruit: GraphStore) -> None:
    found = names(outline(fruit, Labels(fruit), SCHEME))
    assert found == {"pome": {}, "stone": {"cherry": {}, "plum": {}}}
    assert list(found) == ["pome", "stone"]


def test_a_ring_of_concepts_ends(fruit: GraphStore) -> None:
    assert "one" not in names(outline(fruit, Labels(fruit), SCHEME))


def test_every_vocabulary_is_listed_with_its_size(small_graph: GraphStore) -> None:
    listed = {
        scheme.iri.local: total for scheme, total in schemes(small_graph, Labels(small_graph))
    }
    assert listed["modality"] == 3
    assert listed["review-status"] == 5
