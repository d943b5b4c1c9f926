"""Other tools find the questions as SHACL executables, and can run them as they are."""

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, RDF, RDFS
from rdflib.query import ResultRow

from clustergraph.iris import BASE
from clustergraph.operations.questions.executables import executables
from clustergraph.rdf.formats import TURTLE
from clustergraph.rdf.write import write_quads
from clustergraph.sparql.catalogue import catalogue, find_query
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.questions import answer

SH = Namespace("http://www.w3.org/ns/shacl#")
FEDERATES = URIRef("https://purl.expasy.org/sparql-examples/ontology#federatesWith")


@pytest.fixture(scope="module")
def described() -> Graph:
    return Graph().parse(data=write_quads(executables(), TURTLE), format="turtle")


def _prologue(described: Graph, iri: URIRef) -> str:
    """Write the prefixes as a tool would that knows the convention."""
    (declaring,) = described.objects(iri, SH.prefixes)
    declared = described.objects(declaring, SH.declare)
    names = [(described.value(it, SH.prefix), described.value(it, SH.namespace)) for it in declared]
    return "".join(f"PREFIX {name}: <{namespace}>\n" for name, namespace in names)


def test_each_numbered_question_is_one_executable(described: Graph) -> None:
    names = {str(described.value(it, DCTERMS.identifier)) for it in _all(described)}
    assert names == {query.name for query in catalogue().values() if query.number is not None}
    assert len(list(_all(described))) == 45


def test_the_words_are_those_of_the_catalogue(described: Graph) -> None:
    for iri in _all(described):
        query = find_query(str(described.value(iri, DCTERMS.identifier)))
        assert described.value(iri, RDFS.comment) == Literal(query.question, lang="en")
        kind = query.form.title()
        assert (iri, RDF.type, SH[f"SPARQL{kind}Executable"]) in described
        body = str(described.value(iri, SH[kind.lower()]))
        assert body.strip() in query.text
        assert "PREFIX" not in body


def test_what_asks_another_endpoint_says_which(described: Graph) -> None:
    told = {(str(iri), str(endpoint)) for iri, endpoint in described.subject_objects(FEDERATES)}
    queries = [query for query in catalogue().values() if query.endpoint]
    assert told == {(f"{BASE}queries/{query.name}", query.endpoint) for query in queries}


def test_nothing_is_without_a_name(described: Graph) -> None:
    assert all(isinstance(subject, URIRef) for subject in described.subjects())


def test_a_tool_that_knows_the_convention_gets_the_same_rows(
    described: Graph, our_home: Home, our_graph: GraphStore
) -> None:
    iri = URIRef(f"{BASE}queries/direct-payers")
    text = _prologue(described, iri) + str(described.value(iri, SH.select))
    store = Store.read_only(str(our_home.current().store_path))
    found = store.query(text, use_default_graph_as_union=True)
    assert isinstance(found, QuerySolutions)
    rows = answer(our_graph, find_query("direct-payers"))
    assert [row["quote"].value for row in found] == [row["quote"] for row in rows]


def test_rdflib_runs_one_on_a_graph_of_its_own(described: Graph) -> None:
    data = """
        @prefix cg: <https://w3id.org/clustergraph/ns#> .
        @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
        <x:a> cg:involves <x:b>, <x:c> ; skos:prefLabel "Meeting"@en .
        <x:b> skos:prefLabel "Ada"@en . <x:c> skos:prefLabel "Bob"@en .
    """
    iri = URIRef(f"{BASE}queries/acting-together")
    text = _prologue(described, iri) + str(described.value(iri, SH.select))
    (row,) = Graph().parse(data=data, format="turtle").query(text)
    assert isinstance(row, ResultRow)
    assert [str(value) for value in row] == ["Ada", "Bob", "1", "Meeting"]


def _all(described: Graph) -> list[URIRef]:
    found = described.subjects(RDF.type, SH.SPARQLExecutable)
    return [iri for iri in found if isinstance(iri, URIRef)]
