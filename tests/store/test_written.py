"""What people wrote is told from what builds make by the graph that it stands in."""

from pyoxigraph import DefaultGraph, NamedNode, Quad, RdfFormat, Store, parse

from clustergraph.iris import graph_iri
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import is_written, terms_in, written_graphs, written_quads

OURS = NamedNode("https://example.org/ours")


def _graph() -> GraphStore:
    store = Store()
    end = NamedNode("urn:a")
    for name in (DefaultGraph(), OURS, NamedNode(graph_iri("asserted"))):
        store.add(Quad(end, end, end, name))
    store.add_graph(NamedNode("urn:empty"))
    return GraphStore(store)


def test_all_but_the_graphs_of_builds_is_written() -> None:
    assert {quad.graph_name for quad in written_quads(_graph())} == {DefaultGraph(), OURS}
    assert is_written(NamedNode("https://w3id.org/clustergraph/graphs/x"))
    assert not is_written(NamedNode(graph_iri("doc/71fb2550c3039bbf")))


def test_what_was_written_by_one_property_is_found_alone() -> None:
    end = NamedNode("urn:a")
    assert len(list(written_quads(_graph(), end))) == 2
    assert not list(written_quads(_graph(), NamedNode("urn:b")))


def test_empty_graphs_are_written_graphs_too() -> None:
    assert written_graphs(_graph()) == [OURS, NamedNode("urn:empty")]


def test_all_terms_of_a_statement_are_found_also_those_of_triple_terms() -> None:
    text = 'GRAPH <x:g> { <x:a> <x:b> <<( <x:c> <x:d> "e" )>> }'
    (quad,) = parse(text, format=RdfFormat.TRIG)
    assert [term.value for term in terms_in(quad)] == ["x:a", "x:b", "x:c", "x:d", "e", "x:g"]
