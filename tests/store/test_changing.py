"""A change does what the engine's own update does, says exactly what it did, and asks first."""

from collections.abc import Callable, Iterator
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
from clustergraph.sparql.updates import outline_update
from clustergraph.store import ledger
from clustergraph.store.changing import (
    Change,
    add_to_graphs,
    apply_update,
    drop_graph,
    replace_graph,
)
from update_texts import DATASET, updates

PREFIX = "PREFIX e: <urn:e:> "
GRAPH = NamedNode("urn:e:g")


def anywhere(_: str | None) -> None:
    """Allow writing to every graph."""


@pytest.fixture
def store() -> Store:
    return _filled()


def test_an_update_does_what_the_engine_does_with_it_and_says_what_that_was() -> None:
    @settings(max_examples=150, deadline=None)
    @given(updates())
    def holds(text: str) -> None:
        ours, engines = _filled(), _filled()
        before = set(ours)
        try:
            change = _apply(text, ours)
        except BadUpdate as error:
            assume("there is no graph" in error.reason)
            return
        engines.update(text)
        assert _canonical(ours) == _canonical(engines)
        assert set(change.added) == set(ours) - before
        assert set(change.removed) == before - set(ours)

    holds()


def test_what_one_operation_adds_and_the_next_removes_is_no_change(store: Store) -> None:
    text = "INSERT DATA { e:x e:p 1 } ; DELETE DATA { e:x e:p 1 }"

    assert not _apply(PREFIX + text, store)


def test_what_is_removed_and_added_again_is_no_change(store: Store) -> None:
    text = "DELETE { ?s ?p ?o } INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    again = "DELETE DATA { e:a e:p 'x' } ; INSERT DATA { e:a e:p 'x' }"

    assert not _apply(PREFIX + text, store)
    assert not _apply(PREFIX + again, store)


def test_what_stands_there_already_is_not_added(store: Store) -> None:
    change = _apply(PREFIX + "INSERT DATA { e:a e:p 'x' , 'y' }", store)

    assert [quad.object for quad in change.added] == [Literal("y")]


def test_graphs_that_are_made_and_dropped_are_told_also_empty_ones(store: Store) -> None:
    change = _apply(
        PREFIX
        + "CREATE GRAPH e:new ; DROP GRAPH e:empty ; DROP GRAPH e:g ;"
        + "CREATE GRAPH e:passing ; DROP GRAPH e:passing",
        store,
    )

    assert change.made == ("urn:e:new",)
    assert change.dropped == ("urn:e:empty", "urn:e:g")


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("INSERT DATA { e:s e:p 1 }", {None}),
        ("INSERT DATA { GRAPH e:closed { e:s e:p 1 } }", {"urn:e:closed"}),
        ("INSERT DATA { GRAPH <urn:e:cl\\u006fsed> { e:s e:p 1 } }", {"urn:e:closed"}),
        ("BASE <urn:e:> DELETE DATA { GRAPH <urn:e:g> { e:s e:p 1 } }", {"urn:e:g"}),
        ("DELETE { GRAPH e:closed { ?s ?p 1 } } WHERE { ?s e:none ?p }", {"urn:e:closed"}),
        ("WITH e:closed INSERT { e:s e:p 1 } WHERE {}", {"urn:e:closed"}),
        ("WITH e:closed DELETE { GRAPH e:g { ?s ?p ?o } } WHERE { ?s ?p ?o }", {"urn:e:g"}),
        ("DELETE WHERE { GRAPH e:closed { ?s ?p ?o } }", {"urn:e:closed"}),
        ("INSERT { GRAPH ?g { e:s e:p 1 } } WHERE { BIND(e:closed AS ?g) }", {"urn:e:closed"}),
        ("CLEAR DEFAULT", {None}),
        ("CLEAR GRAPH e:g", {"urn:e:g"}),
        ("DROP SILENT GRAPH e:closed", {"urn:e:closed"}),
        ("DROP NAMED", {"urn:e:g", "urn:e:h", "urn:e:empty"}),
        ("CLEAR ALL", {"urn:e:g", "urn:e:h", "urn:e:empty", None}),
        ("CREATE GRAPH e:closed", {"urn:e:closed"}),
        ("COPY e:g TO DEFAULT", {None}),
        ("ADD e:g TO e:closed", {"urn:e:closed"}),
        ("MOVE e:g TO e:h", {"urn:e:g", "urn:e:h"}),
    ],
)
def test_each_graph_that_is_written_to_is_asked_for(
    text: str, asked: set[str | None], store: Store
) -> None:
    found: set[str | None] = set()
    apply_update(
        store,
        outline_update(PREFIX + text, is_plain=True),
        may_write=found.add,
        keep_blank_nodes=True,
    )

    assert found == asked


@pytest.mark.parametrize(
    "text",
    [
        "INSERT DATA { GRAPH e:g { e:s e:p 1 } }",
        "INSERT { GRAPH ?g { e:s e:p 1 } } WHERE { GRAPH ?g { ?s ?p ?o } }",
        "DELETE WHERE { GRAPH e:g { ?s ?p ?o } }",
        "DROP GRAPH e:g",
        "DROP NAMED",
        "MOVE e:g TO e:new",
        "ADD e:h TO e:g",
    ],
)
def test_nothing_is_changed_in_a_graph_that_may_not_be_written_to(text: str, store: Store) -> None:
    before = set(store.quads_for_pattern(None, None, None, GRAPH))
    operations = outline_update(PREFIX + text, is_plain=True)

    with pytest.raises(ProtectedGraph):
        apply_update(store, operations, may_write=_all_but("urn:e:g"), keep_blank_nodes=True)

    assert set(store.quads_for_pattern(None, None, None, GRAPH)) == before


def test_names_are_put_for_blank_nodes_where_there_may_be_none(store: Store) -> None:
    text = PREFIX + "INSERT DATA { [] e:p <<( e:a e:p _:x )>> } ; INSERT { ?s e:r [] } WHERE {}"
    change = apply_update(store, outline_update(text), may_write=anywhere, keep_blank_nodes=False)

    (quad,) = change.added
    assert "_:" not in str(quad)
    assert str(quad).count(skolem_iri("")) == 2


def test_each_solution_has_blank_nodes_of_its_own(store: Store) -> None:
    change = _apply(
        PREFIX + "INSERT { ?s e:r _:n . _:n e:t ?s } WHERE { VALUES ?s { e:a e:b } }", store
    )

    assert len(change.added) == 4
    assert len({quad.object for quad in change.added if quad.predicate.value == "urn:e:r"}) == 2


def test_a_pattern_of_an_update_sees_the_default_graph_alone(store: Store) -> None:
    assert len(_apply(PREFIX + "INSERT { ?s e:seen ?o } WHERE { ?s e:p ?o }", store).added) == 3


def test_the_graphs_of_the_request_stand_for_those_of_the_text(store: Store) -> None:
    operations = outline_update(
        PREFIX + "INSERT { ?s e:seen ?g } WHERE { ?s e:p ?o OPTIONAL { GRAPH ?g { ?s e:q ?x } } }",
        using=["urn:e:g"],
        using_named=["urn:e:h"],
    )
    change = apply_update(store, operations, may_write=anywhere, keep_blank_nodes=True)

    assert [str(quad.triple) for quad in change.added] == ["<urn:e:a> <urn:e:seen> <urn:e:h>"]


def test_relative_iris_stand_below_the_base(store: Store) -> None:
    text = "INSERT DATA { GRAPH <g> { <a> <b> <../c> } } ; COPY <g> TO <h>"
    operations = outline_update(text, base="http://example.org/x/y", is_plain=True)
    change = apply_update(store, operations, may_write=anywhere, keep_blank_nodes=True)

    assert change.made == ("http://example.org/x/g", "http://example.org/x/h")
    assert change.added[0].object == NamedNode("http://example.org/c")


@pytest.mark.parametrize(
    "text",
    [
        "CLEAR GRAPH e:none",
        "DROP GRAPH e:none",
        "ADD e:none TO e:g",
        "MOVE e:none TO e:g",
        "COPY e:none TO e:g",
        "CREATE GRAPH e:g",
    ],
)
def test_a_graph_that_is_missing_or_there_is_told_but_for_silent_operations(
    text: str, store: Store
) -> None:
    with pytest.raises(BadUpdate, match="SILENT"):
        _apply(PREFIX + text, store)
    verb, rest = text.split(" ", 1)
    assert not _apply(f"{PREFIX}{verb} SILENT {rest}", store)


@pytest.mark.parametrize(
    "text",
    [
        "DELETE DATA { _:x e:p 1 }",
        "DELETE { [] ?p ?o } WHERE { ?s ?p ?o }",
        "DELETE WHERE { ?s e:p <<( e:a e:p _:x )>> }",
    ],
)
def test_what_is_deleted_has_no_blank_nodes(text: str, store: Store) -> None:
    with pytest.raises(BadUpdate, match="blank nodes"):
        _apply(PREFIX + text, store)


def test_solutions_that_make_no_triple_are_passed_over(store: Store) -> None:
    text = (
        "INSERT { ?x e:p 1 . e:s ?x 1 . e:s e:p <<( ?x e:p 1 )>> , ?y } WHERE { BIND('x' AS ?x) }"
    )

    assert not _apply(PREFIX + text, store)


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
    _apply("DROP NAMED", store)

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
            may_write=_all_but("urn:e:closed"),
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


def test_very_many_statements_are_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "MOST_AT_ONCE", 100)
    store = Store(str(tmp_path))
    text = "\n".join(f"<urn:s{number}> <urn:p> {number} ." for number in range(101))
    change = _apply(f"INSERT DATA {{ {text} }}", store)

    assert len(change.added) == len(store) == 101
    assert len(_apply("CLEAR DEFAULT", store).removed) == 101


def _filled() -> Store:
    store = Store()
    store.update(DATASET)
    return store


def _apply(text: str, store: Store) -> Change:
    operations = outline_update(text, is_plain=True)
    return apply_update(store, operations, may_write=anywhere, keep_blank_nodes=True)


def _all_but(closed: str) -> Callable[[str | None], None]:
    def may_write(graph: str | None) -> None:
        if graph == closed:
            raise ProtectedGraph(closed)

    return may_write


def _quad(number: int, graph: str | None) -> Quad:
    name = DefaultGraph() if graph is None else NamedNode(graph)
    return Quad(NamedNode("urn:e:s"), NamedNode("urn:e:p"), Literal(number), name)


def _canonical(store: Store) -> list[str]:
    dataset = Dataset(store)
    dataset.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
    return sorted(map(str, dataset))
