"""An order is carried out on the graphs that it means, in built homes and in plain ones."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, DefaultGraph, NamedNode, Quad

from clustergraph.errors import (
    BadContent,
    ProtectedGraph,
    UnknownGraph,
)
from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.operations.writing.order import Kind, Order, Written
from clustergraph.operations.writing.write import write
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.orders import content_of, data_order, told

Update = Callable[..., Written]

MINE = Iri("urn:example:mine")
ONE = "INSERT DATA { <a> <b> <c> }"


# -- Graphs ----------------------------------------------------------------------------------------


def test_a_graph_is_replaced_by_what_was_sent(built: Home, tmp_path: Path) -> None:
    first = write(data_order(tmp_path, "<a> <b> 1, 2 .", kind=Kind.REPLACE, graph=MINE), built)
    assert (first.is_new_graph, first.added) == (True, 2)
    parts = ("<a> <b> 2 .", "<a> <b> 3 .")
    second = write(data_order(tmp_path, *parts, kind=Kind.REPLACE, graph=MINE), built)
    assert (second.is_new_graph, second.added, second.removed) == (False, 1, 1)
    assert len(told(built, MINE)) == 2


def test_what_replaces_a_graph_names_no_other(built: Home, tmp_path: Path) -> None:
    quads = f"GRAPH <{MINE}> {{ <a> <b> <c> }}"
    for graph in (None, MINE):
        order = data_order(tmp_path, quads, format_="trig", kind=Kind.REPLACE, graph=graph)
        with pytest.raises(BadContent):
            write(order, built)


def test_what_is_added_goes_where_it_says_or_where_the_order_says(
    built: Home, tmp_path: Path
) -> None:
    quads = f"<a> <b> 1 . GRAPH <{MINE}> {{ <a> <b> 2 }}"
    write(data_order(tmp_path, quads, format_="trig"), built)
    write(data_order(tmp_path, "<a> <b> 3 .", graph=MINE), built)
    assert (len(told(built)), len(told(built, MINE))) == (1, 2)


def test_an_empty_graph_is_made_and_goes_again(built: Home, tmp_path: Path) -> None:
    assert write(data_order(tmp_path, "", graph=MINE), built).is_new_graph
    assert MINE in GraphStore.open(built.current().store_path).graph_names()
    drop = Order(kind=Kind.DROP, by="alice", graph=MINE)
    write(drop, built)
    assert MINE not in GraphStore.open(built.current().store_path).graph_names()
    with pytest.raises(UnknownGraph):
        write(drop, built)


def test_the_default_graph_is_emptied_and_always_there(built: Home, update: Update) -> None:
    update(built, ONE)
    drop = Order(kind=Kind.DROP, by="alice")
    assert write(drop, built).removed == 1
    assert write(drop, built).previous is None


@pytest.mark.parametrize("kind", [Kind.REPLACE, Kind.ADD, Kind.DROP, Kind.IMPORT])
def test_graphs_of_the_build_are_written_to_in_no_way(
    built: Home, tmp_path: Path, kind: Kind
) -> None:
    with pytest.raises(ProtectedGraph):
        write(
            data_order(tmp_path, "<a> <b> <c> .", kind=kind, graph=Iri(graph_iri("asserted"))),
            built,
        )


# -- Homes that were built, and plain ones ---------------------------------------------------------


def test_a_built_home_gets_names_for_blank_nodes_and_a_plain_one_keeps_them(
    built: Home, plain: Home, tmp_path: Path
) -> None:
    text = "[] <b> <c> ."
    for home in (built, plain):
        for _ in range(2):
            write(data_order(tmp_path, text), home)
    (first, second), (one, other) = (
        {
            _subject(quad)
            for quad in GraphStore.open(home.current().store_path).quads(graph=DefaultGraph())
        }
        for home in (built, plain)
    )
    assert isinstance(first, NamedNode)
    assert isinstance(second, NamedNode)
    assert first.value.startswith(f"{BASE}.well-known/genid/")
    assert isinstance(one, BlankNode)
    assert isinstance(other, BlankNode)


def _subject(quad: Quad) -> object:
    return quad.subject


def test_every_graph_of_a_plain_home_may_be_written_to(plain: Home, update: Update) -> None:
    name = graph_iri("asserted")
    update(plain, f"INSERT DATA {{ GRAPH <{name}> {{ <a> <b> <c> }} }}")
    assert plain.current().is_plain
    assert GraphStore.open(plain.current().store_path).graph_names() == [name]


@pytest.mark.parametrize("name", ["engine", "default"])
def test_what_has_a_meaning_of_its_own_on_an_engine_is_written_to_nowhere(
    plain: Home, update: Update, name: str
) -> None:
    with pytest.raises(ProtectedGraph, match="kept for what an engine is told"):
        update(plain, f"INSERT DATA {{ GRAPH <{graph_iri(name)}> {{ <a> <b> <c> }} }}")


def test_a_graph_without_a_name_of_a_plain_home_is_written_to(plain: Home, tmp_path: Path) -> None:
    write(data_order(tmp_path, "_:g { <a> <b> <c> }", format_="trig"), plain)
    assert len(GraphStore.open(plain.current().store_path)) == 1


def test_who_reads_long_files_is_told_how_far_it_is(built: Home, tmp_path: Path) -> None:
    steps: list[int] = []
    order = data_order(tmp_path, "<a> <b> 1, 2, 3 .", "<a> <b> 4 .")
    write(order, built, advance=lambda: steps.append(1))
    assert len(steps) == 4


def test_relative_iris_stand_below_the_requests_address(built: Home, tmp_path: Path) -> None:
    content = content_of(tmp_path, "<> <#p> <../q> .", "ttl", base="https://example.org/a/b")
    write(Order(kind=Kind.ADD, by="alice", contents=(content,)), built)
    assert told(built) == {
        "<https://example.org/a/b> <https://example.org/a/b#p> <https://example.org/q>"
    }
