"""The table of relations says the same as the queries that stand for it."""

from collections.abc import Iterator

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.relate import adjacency_of, relate
from clustergraph.store.adjacency import Bundle, Way
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

QUERIES = {
    Way.RELATED: "all-related",
    Way.INCOMING: "all-incoming",
    Way.FOLLOWING: "all-following",
    Way.MENTIONED: "all-mentioning",
}


def ours(graph: GraphStore) -> Iterator[Bundle]:
    """Yield the bundles of what has a page."""
    for bundle in relate(graph):
        if bundle.thing.startswith((f"{BASE}id/", f"{BASE}voc/", f"{BASE}doc/")):
            yield bundle


def asked(graph: GraphStore, bundle: Bundle) -> list[Iri]:
    about = {"entity": bundle.thing}
    if bundle.way is not Way.MENTIONED:
        about["property"] = bundle.property
    if bundle.kind:
        about["class"] = bundle.kind
    return [row.iri("other") for row in consult(graph, QUERIES[bundle.way], **about)]


@pytest.mark.parametrize("way", list(QUERIES))
def test_the_table_says_what_the_query_says(small_graph: GraphStore, way: Way) -> None:
    bundles = [each for each in ours(small_graph) if each.way is way and each.members]
    assert bundles
    for bundle in bundles:
        assert list(bundle.members) == asked(small_graph, bundle), bundle


def test_passages_are_counted_and_not_named(small_graph: GraphStore) -> None:
    document = Iri(f"{BASE}doc/71fb2550c3039bbf")
    (passages,) = [
        each for each in adjacency_of(small_graph).of(document) if each.kind == CG.Evidence
    ]
    assert passages.property == CG.inDocument
    assert passages.total > 0
    assert not passages.members


def test_texts_are_counted_by_property_without_names(small_graph: GraphStore) -> None:
    training = Iri(f"{BASE}id/4th-training-module-aaaaaaai")
    texts = [each for each in adjacency_of(small_graph).of(training) if each.way is Way.SAID]
    assert {(each.property.local, each.total) for each in texts} == {
        ("startDate", 1),
        ("endDate", 1),
        ("participantCount", 1),
    }


def test_a_graph_without_a_table_makes_it_once(small_graph: GraphStore) -> None:
    assert adjacency_of(small_graph) is adjacency_of(small_graph)
