"""Our own queries run with their parameters bound, and what goes wrong with them is our fault."""

import io
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Store

from clustergraph.errors import MalformedQuery, RefusedQuery, StoreError
from clustergraph.model import Iri
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS
from clustergraph.sparql.catalogue import NamedQuery
from clustergraph.store.graph import GraphStore

JSON, TURTLE = RESULT_FORMATS[0], RDF_FORMATS[0]
GRAPHS = NamedNode("urn:one"), NamedNode("urn:two")


@pytest.fixture
def graph() -> GraphStore:
    """Two graphs that speak of the same things."""
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:knows"), NamedNode("urn:b"), GRAPHS[0]))
    store.add(Quad(NamedNode("urn:b"), NamedNode("urn:name"), Literal("Б"), GRAPHS[1]))
    return GraphStore(store)


def _query(text: str, *parameters: str) -> NamedQuery:
    return NamedQuery(
        name="test",
        group="tests",
        text=text,
        question="Which?",
        parameters=dict.fromkeys(parameters, "a thing"),
    )


def test_a_query_sees_all_graphs_as_one(graph: GraphStore) -> None:
    rows = graph.select(_query("SELECT ?n { <urn:a> <urn:knows> ?x . ?x <urn:name> ?n }"))
    assert rows == [{"n": Literal("Б")}]


def test_a_parameter_is_bound_as_a_value(graph: GraphStore) -> None:
    query = _query("SELECT ?who ?whom { ?who <urn:knows> ?whom }", "who")
    assert graph.select(query, who=Iri("urn:a"))[0]["whom"] == NamedNode("urn:b")
    assert graph.select(query, who=Iri("urn:b")) == []


def test_a_value_that_looks_like_sparql_stays_a_value(graph: GraphStore) -> None:
    query = _query("SELECT ?name ?who { ?who <urn:name> ?name }", "name")
    assert graph.select(query, name='" } UNION { ?who ?p ?name } #') == []


def test_an_unbound_variable_is_missing_from_its_row(graph: GraphStore) -> None:
    assert graph.select(_query("SELECT ?a ?b { BIND(1 AS ?a) }"))[0].keys() == {"a"}


@pytest.mark.parametrize("bindings", [{}, {"whom": Iri("urn:a")}])
def test_a_query_runs_with_exactly_its_parameters(
    graph: GraphStore, bindings: dict[str, Iri]
) -> None:
    with pytest.raises(TypeError, match="who"):
        graph.select(_query("SELECT ?who { ?who ?p ?o }", "who"), **bindings)


def test_triples_are_constructed(graph: GraphStore) -> None:
    triples = graph.construct(_query("CONSTRUCT { ?a <urn:is> ?b } WHERE { ?a <urn:knows> ?b }"))
    assert [str(triple) for triple in triples] == ["<urn:a> <urn:is> <urn:b>"]


def test_a_select_gives_no_triples(graph: GraphStore) -> None:
    with pytest.raises(TypeError, match="no CONSTRUCT"):
        graph.construct(_query("SELECT * {}"))


@pytest.mark.parametrize("text", ["SELECT", "SELECT * { FILTER(<urn:unknown>(1)) }"])
def test_a_query_of_ours_that_fails_is_no_users_fault(graph: GraphStore, text: str) -> None:
    with pytest.raises(StoreError, match="test of the catalogue"):
        graph.select(_query(text))


def test_quads_are_looked_up_by_any_part(graph: GraphStore) -> None:
    assert [quad.graph_name for quad in graph.quads(NamedNode("urn:b"))] == [GRAPHS[1]]
    assert len(list(graph.quads())) == len(graph) == 2


def test_the_graphs_are_listed_in_order(graph: GraphStore) -> None:
    assert graph.graph_names() == ["urn:one", "urn:two"]


def _answer(graph: GraphStore, text: str, *, allow_service: bool = False) -> bytes:
    output = io.BytesIO()
    format_ = TURTLE if text.startswith("CONSTRUCT") else JSON
    graph.write_answer(text, format_, output, allow_service=allow_service)
    return output.getvalue()


def test_an_owners_query_is_answered_in_the_format_asked_for(graph: GraphStore) -> None:
    assert b'"value":"urn:b"' in _answer(graph, "SELECT ?o { <urn:a> ?p ?o }")
    assert b"<urn:a> <urn:knows> <urn:b>" in _answer(graph, "CONSTRUCT WHERE { <urn:a> ?p ?o }")


def test_an_owners_query_may_name_its_dataset(graph: GraphStore) -> None:
    assert b"true" in _answer(graph, "ASK { ?s <urn:name> ?o }")
    assert b"false" in _answer(graph, "ASK FROM <urn:one> { ?s <urn:name> ?o }")


def test_an_owners_mistake_is_told_with_its_place(graph: GraphStore) -> None:
    with pytest.raises(MalformedQuery) as caught:
        _answer(graph, "ASK {\n ?s ?p }")
    assert caught.value.line == 2


def test_an_owner_must_allow_other_endpoints(graph: GraphStore) -> None:
    text = "ASK { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } }"
    with pytest.raises(RefusedQuery):
        _answer(graph, text)
    assert b"boolean" in _answer(graph, text, allow_service=True)


def test_a_folder_without_a_store_is_refused(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="can't be opened"):
        GraphStore.open(tmp_path)


def test_blank_nodes_are_no_graph_names() -> None:
    store = Store()
    store.add(Quad(NamedNode("urn:a"), NamedNode("urn:p"), NamedNode("urn:b"), BlankNode()))
    assert GraphStore(store).graph_names() == []
