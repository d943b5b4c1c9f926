"""What an engine is sent says what our quads say, in words that every engine can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import (
    BaseDirection,
    BlankNode,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Store,
    Triple,
)

from clustergraph.iris import graph_iri, skolem_iri
from clustergraph.store.remote.statements import changing, documents, is_new, portable

S, P, G = NamedNode("urn:s"), NamedNode("urn:p"), NamedNode("urn:g")


def test_the_default_graph_has_a_name_there() -> None:
    (quad,) = portable([Quad(S, P, S, DefaultGraph())], knows_triple_terms=True)
    assert quad.graph_name == NamedNode(graph_iri("default"))


def test_blank_nodes_are_the_same_iris_each_time() -> None:
    quad = Quad(BlankNode("x"), P, BlankNode("y"), BlankNode("g"))
    (there,) = portable([quad], knows_triple_terms=False)
    assert there == Quad(_iri("x"), P, _iri("y"), _iri("g"))


def _iri(label: str) -> NamedNode:
    return NamedNode(skolem_iri(label))


@pytest.mark.parametrize(
    "term",
    [
        Triple(BlankNode("x"), P, S),
        Literal("a", language="ar", direction=BaseDirection.RTL),
    ],
)
def test_what_only_rdf_1_2_has_goes_to_engines_alone_that_know_it(term: Triple | Literal) -> None:
    quad = Quad(S, P, term, G)
    assert is_new(term)
    assert not list(portable([quad], knows_triple_terms=False))
    assert len(list(portable([quad], knows_triple_terms=True))) == 1


def test_blank_nodes_in_triple_terms_are_iris_too() -> None:
    (there,) = portable([Quad(S, P, Triple(BlankNode("x"), P, S), G)], knows_triple_terms=True)
    assert there.object == Triple(_iri("x"), P, S)


def test_each_graph_has_an_operation_of_its_own() -> None:
    quads = [Quad(S, P, S, NamedNode(f"urn:g{number}")) for number in (1, 2)]
    text = changing(quads, quads)
    assert text.count("DELETE DATA") == text.count("INSERT DATA") == 2
    assert text.index("DELETE DATA") < text.index("INSERT DATA")


def test_a_document_holds_so_many_triples_at_most() -> None:
    quads = [Quad(S, P, Literal(number), G) for number in range(5)]
    assert [document.count(b"\n") for document in documents(iter(quads), most=2)] == [2, 2, 1]


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])), max_size=4))
def test_an_update_changes_just_what_it_should(texts: list[str]) -> None:
    added = [Quad(S, P, Literal(text, language="en"), G) for text in texts]
    stays = Quad(S, P, S, G)
    store = Store()
    store.add(stays)
    if added:
        store.update(changing((), added))
    assert set(store) == {stays, *added}
    if added:
        store.update(changing(added, ()))
    assert set(store) == {stays}
