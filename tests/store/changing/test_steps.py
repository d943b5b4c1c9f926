"""Each operation of an update asks first, and does what SPARQL says, by graphs and blank nodes."""

import pytest
from pyoxigraph import NamedNode, Store

from clustergraph.errors import BadUpdate, ProtectedGraph
from clustergraph.iris import skolem_iri
from clustergraph.sparql.updates import outline_update
from clustergraph.store.changing import apply_update
from given.changed_stores import PREFIX, all_but, anywhere, changed_by

GRAPH = NamedNode("urn:e:g")


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
        apply_update(store, operations, may_write=all_but("urn:e:g"), keep_blank_nodes=True)

    assert set(store.quads_for_pattern(None, None, None, GRAPH)) == before


def test_names_are_put_for_blank_nodes_where_there_may_be_none(store: Store) -> None:
    text = PREFIX + "INSERT DATA { [] e:p <<( e:a e:p _:x )>> } ; INSERT { ?s e:r [] } WHERE {}"
    change = apply_update(store, outline_update(text), may_write=anywhere, keep_blank_nodes=False)

    (quad,) = change.added
    assert "_:" not in str(quad)
    assert str(quad).count(skolem_iri("")) == 2


def test_each_solution_has_blank_nodes_of_its_own(store: Store) -> None:
    change = changed_by(
        PREFIX + "INSERT { ?s e:r _:n . _:n e:t ?s } WHERE { VALUES ?s { e:a e:b } }", store
    )

    assert len(change.added) == 4
    assert len({quad.object for quad in change.added if quad.predicate.value == "urn:e:r"}) == 2


def test_a_pattern_of_an_update_sees_the_default_graph_alone(store: Store) -> None:
    assert len(changed_by(PREFIX + "INSERT { ?s e:seen ?o } WHERE { ?s e:p ?o }", store).added) == 3


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
        changed_by(PREFIX + text, store)
    verb, rest = text.split(" ", 1)
    assert not changed_by(f"{PREFIX}{verb} SILENT {rest}", store)


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
        changed_by(PREFIX + text, store)


def test_solutions_that_make_no_triple_are_passed_over(store: Store) -> None:
    text = (
        "INSERT { ?x e:p 1 . e:s ?x 1 . e:s e:p <<( ?x e:p 1 )>> , ?y } WHERE { BIND('x' AS ?x) }"
    )

    assert not changed_by(PREFIX + text, store)
