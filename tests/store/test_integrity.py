"""The hash tells contents apart and nothing else; no triple may stand in two graphs."""

from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash, repeated_triples
from given.homes import numbered_quads

QUADS = list(numbered_quads(12))


def _graph(quads: Iterable[Quad]) -> GraphStore:
    store = Store()
    store.extend(quads)
    return GraphStore(store)


@given(st.permutations(QUADS))
def test_the_order_of_loading_does_not_matter(quads: list[Quad]) -> None:
    assert content_hash(_graph(quads)) == content_hash(_graph(QUADS))


@given(st.sets(st.sampled_from(QUADS)), st.sets(st.sampled_from(QUADS)))
def test_the_hash_is_equal_exactly_when_the_content_is(one: set[Quad], other: set[Quad]) -> None:
    assert (content_hash(_graph(one)) == content_hash(_graph(other))) == (one == other)


def test_the_graph_counts() -> None:
    assert content_hash(_graph(numbered_quads(3))) != content_hash(_graph(numbered_quads(3, "voc")))


def test_what_is_said_about_the_version_itself_does_not_count() -> None:
    quads = [*numbered_quads(3), *numbered_quads(1, "meta")]
    assert content_hash(_graph(quads)) == content_hash(_graph(numbered_quads(3)))


def test_a_literal_that_looks_like_the_end_of_a_line_does_not_confuse() -> None:
    subject, predicate = NamedNode("urn:a"), NamedNode("urn:p")
    one = Quad(subject, predicate, Literal('" .\r\n<urn:a> <urn:p> "\u2028'))
    other = Quad(subject, predicate, Literal('" .\n<urn:a> <urn:p> "\u2028'))
    assert content_hash(_graph([one])) != content_hash(_graph([other]))


def test_a_triple_in_two_graphs_is_found_once() -> None:
    graph = _graph([*numbered_quads(3), *numbered_quads(1, "inferred")])
    assert list(repeated_triples(graph)) == [next(numbered_quads(1)).triple]


def test_a_triple_that_somebody_wrote_again_is_not_repeated() -> None:
    (quad,) = numbered_quads(1)
    again = [
        Quad(quad.subject, quad.predicate, quad.object),
        Quad(quad.subject, quad.predicate, quad.object, NamedNode("https://example.org/ours")),
    ]
    assert not list(repeated_triples(_graph([quad, *again])))


def test_triples_in_one_graph_each_are_fine() -> None:
    assert not list(repeated_triples(_graph(numbered_quads(5))))
