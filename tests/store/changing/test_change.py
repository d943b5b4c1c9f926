"""A change does what the engine's own update does, says exactly what it did, and asks first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import assume, given, settings
from pyoxigraph import (
    BlankNode,
    CanonicalizationAlgorithm,
    Dataset,
    DefaultGraph,
    Literal,
    NamedNode,
    Quad,
    Store,
)

from clustergraph.errors import BadUpdate, ProtectedGraph, StoreError
from clustergraph.iris import skolem_iri
from clustergraph.store.changing import (
    Change,
    add_to_graphs,
    drop_graph,
    replace_graph,
)
from given.changed_stores import all_but, anywhere, changed_by, filled_store
from given.update_texts import updates

GRAPH = NamedNode("urn:e:g")


def test_an_update_does_what_the_engine_does_with_it_and_says_what_that_was() -> None:
    @settings(max_examples=150, deadline=None)
    @given(updates())
    def holds(text: str) -> None:
        ours, engines = filled_store(), filled_store()
        before = set(ours)
        try:
            change = changed_by(text, ours)
        except BadUpdate as error:
            assume("there is no graph" in error.reason)
            return
        engines.update(text)
        assert _canonical(ours) == _canonical(engines)
        assert set(change.added) == set(ours) - before
        assert set(change.removed) == before - set(ours)

    holds()


def test_a_graph_is_replaced_by_what_is_sent(store: Store) -> None:
    kept = Quad(NamedNode("urn:e:a"), NamedNode("urn:e:p"), NamedNode("urn:e:b"), GRAPH)
    new = Quad(NamedNode("urn:e:a"), NamedNode("urn:e:p"), BlankNode(), GRAPH)
    change = replace_graph(store, "urn:e:g", iter([kept, new]), keep_blank_nodes=True)

    assert change.added == (new,)
    assert len(change.removed) == 1
    assert set(store.quads_for_pattern(None, None, None, GRAPH)) == {kept, new}


def test_the_default_graph_is_replaced_and_dropped_as_others_are(store: Store) -> None:
    quad = Quad(NamedNode("urn:e:s"), NamedNode("urn:e:p"), Literal("x"))

    assert len(replace_graph(store, None, [quad], keep_blank_nodes=True).removed) == 4
    assert drop_graph(store, None) == Change(removed=(quad,))
    assert not list(store.quads_for_pattern(None, None, None, DefaultGraph()))


def test_a_graph_that_is_replaced_by_nothing_is_there(store: Store) -> None:
    assert replace_graph(store, "urn:e:new", (), keep_blank_nodes=True).made == ("urn:e:new",)
    assert store.contains_named_graph(NamedNode("urn:e:new"))


def test_a_dropped_graph_is_gone_with_all_it_held(store: Store) -> None:
    change = drop_graph(store, "urn:e:g")

    assert len(change.removed) == 2
    assert change.dropped == ("urn:e:g",)


def test_statements_are_added_to_the_graphs_they_name_once_each(store: Store) -> None:
    quads = [_quad(1, "urn:e:g"), _quad(1, "urn:e:g"), _quad(1, None), _quad(2, "urn:e:new")]
    change = add_to_graphs(
        store, iter(quads), may_write=anywhere, keep_blank_nodes=True, graph="urn:e:void"
    )

    assert change.added == (quads[0], quads[2], quads[3])
    assert set(change.made) == {"urn:e:new", "urn:e:void"}


def test_graphs_that_are_blank_nodes_are_written_and_dropped_as_others_are(store: Store) -> None:
    quad = Quad(NamedNode("urn:e:s"), NamedNode("urn:e:p"), Literal(1), BlankNode("g"))
    asked: list[str | None] = []
    kept = add_to_graphs(store, [quad], may_write=asked.append, keep_blank_nodes=True)
    named = add_to_graphs(store, [quad], may_write=asked.append, keep_blank_nodes=False)
    changed_by("DROP NAMED", store)

    assert kept == Change(added=(quad,))
    assert asked == ["g", skolem_iri("g")]
    assert named.made == (skolem_iri("g"),)
    assert not list(store.named_graphs())


def test_nothing_is_added_where_one_of_the_graphs_may_not_be_written_to(store: Store) -> None:
    before = set(store)
    with pytest.raises(ProtectedGraph):
        add_to_graphs(
            store,
            [_quad(1, None), _quad(2, "urn:e:closed")],
            may_write=all_but("urn:e:closed"),
            keep_blank_nodes=True,
        )

    assert set(store) == before


def test_what_fails_while_it_is_read_changes_nothing(store: Store) -> None:
    def breaking() -> Iterator[Quad]:
        yield _quad(1, "urn:e:g")
        raise BrokenPipeError

    before = set(store)
    with pytest.raises(BrokenPipeError):
        add_to_graphs(store, breaking(), may_write=anywhere, keep_blank_nodes=True)
    with pytest.raises(BrokenPipeError):
        replace_graph(store, "urn:e:g", breaking(), keep_blank_nodes=True)
    assert set(store) == before


def test_a_store_that_takes_nothing_is_told_of_as_such(tmp_path: Path) -> None:
    Store(str(tmp_path)).flush()
    with pytest.raises(StoreError, match="can't be written"):
        add_to_graphs(
            Store.read_only(str(tmp_path)),
            [_quad(1, None)],
            may_write=anywhere,
            keep_blank_nodes=True,
        )


def _quad(number: int, graph: str | None) -> Quad:
    name = DefaultGraph() if graph is None else NamedNode(graph)
    return Quad(NamedNode("urn:e:s"), NamedNode("urn:e:p"), Literal(number), name)


def _canonical(store: Store) -> list[str]:
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))
