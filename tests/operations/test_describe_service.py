"""The service describes itself in any RDF format."""

import pytest
from pyoxigraph import NamedNode, RdfFormat, Store, Triple, parse

from clustergraph.operations.describe_service import describe_service
from clustergraph.rdf.formats import RDF_FORMATS, Format
from clustergraph.store.graph import GraphStore

SD = "http://www.w3.org/ns/sparql-service-description#"
ENDPOINT = "http://localhost:8000/sparql"


def _described(graph: GraphStore, format_: Format) -> set[Triple]:
    assert isinstance(format_.engine, RdfFormat)
    written = describe_service(graph, ENDPOINT, format_)
    return {quad.triple for quad in parse(written, format_.engine)}


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
def test_every_format_says_the_same(small_graph: GraphStore, format_: Format) -> None:
    assert _described(small_graph, format_) == _described(small_graph, RDF_FORMATS[0])


def test_it_says_what_the_service_can_do(small_graph: GraphStore) -> None:
    service = NamedNode(ENDPOINT)
    described = _described(small_graph, RDF_FORMATS[0])
    assert Triple(service, NamedNode(f"{SD}endpoint"), service) in described
    union = NamedNode(f"{SD}UnionDefaultGraph")
    assert Triple(service, NamedNode(f"{SD}feature"), union) in described


def test_it_lists_the_graphs(small_graph: GraphStore) -> None:
    described = _described(small_graph, RDF_FORMATS[0])
    names = {triple.object for triple in described if triple.predicate.value == f"{SD}name"}
    assert names == {NamedNode(name) for name in small_graph.graph_names()}


def test_an_empty_store_is_described_too() -> None:
    assert _described(GraphStore(Store()), RDF_FORMATS[0])
