"""The service describes itself in any RDF format, and what it says is true."""

from pathlib import Path

import pytest
import rdflib
from pyoxigraph import RdfFormat, Store, Triple, parse
from rdflib.namespace import DCTERMS, RDF, RDFS, VOID

from clustergraph.iris import dataset_iri, graph_iri
from clustergraph.operations.querying.describe_service import (
    EXTENSION_FUNCTIONS,
    count_graphs,
    count_written,
    describe_service,
)
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, TURTLE, Format
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.written_home import written_home

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
FORMATS = rdflib.Namespace("http://www.w3.org/ns/formats/")
ADDRESS = "http://localhost:8000/sparql"
SERVICE = rdflib.URIRef(ADDRESS)
DATASET = rdflib.URIRef(dataset_iri())

DOMAINS = {
    "endpoint": "Service",
    "supportedLanguage": "Service",
    "feature": "Service",
    "defaultEntailmentRegime": "Service",
    "defaultDataset": "Service",
    "resultFormat": "Service",
    "extensionFunction": "Service",
    "defaultGraph": "Dataset",
    "namedGraph": "Dataset",
    "name": "NamedGraph",
    "graph": "NamedGraph",
}
"""Of the properties of the vocabulary that are used, by its section 3.2."""


def _triples(graph: GraphStore, format_: Format) -> set[Triple]:
    assert isinstance(format_.engine, RdfFormat)
    written = describe_service(graph, ADDRESS, format_)
    return {quad.triple for quad in parse(written, format_.engine)}


@pytest.fixture(scope="module")
def described(small_graph: GraphStore) -> rdflib.Graph:
    return rdflib.Graph().parse(describe_service(small_graph, ADDRESS, TURTLE), format="turtle")


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
def test_every_format_says_the_same(small_graph: GraphStore, format_: Format) -> None:
    assert _triples(small_graph, format_) == _triples(small_graph, TURTLE)


def test_there_is_one_service_at_one_address(described: rdflib.Graph) -> None:
    assert list(described.subjects(RDF.type, SD.Service)) == [SERVICE]
    assert list(described.objects(SERVICE, SD.endpoint)) == [SERVICE]


def test_each_property_stands_where_the_vocabulary_has_it(described: rdflib.Graph) -> None:
    names = set(map(str, described.predicates()))
    used = {name.removeprefix(SD) for name in names if name.startswith(SD)}
    assert used == DOMAINS.keys()
    for name, domain in DOMAINS.items():
        for subject in described.subjects(SD[name]):
            assert (subject, RDF.type, SD[domain]) in described


def test_it_takes_queries_and_no_updates(described: rdflib.Graph) -> None:
    assert set(described.objects(SERVICE, SD.supportedLanguage)) == {SD.SPARQL11Query}
    assert set(described.objects(SERVICE, SD.feature)) == {SD.UnionDefaultGraph}
    assert rdflib.URIRef("https://www.w3.org/TR/sparql11-protocol/") in set(
        described.objects(SERVICE, DCTERMS.conformsTo)
    )


def test_it_answers_in_formats_that_the_w3c_has_named(described: rdflib.Graph) -> None:
    found = {str(format_) for format_ in described.objects(SERVICE, SD.resultFormat)}
    assert len(found) == len(RESULT_FORMATS) + len(RDF_FORMATS)
    names = (
        *("SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"),
        *("Turtle", "N-Triples", "JSON-LD", "RDF_XML", "TriG", "N-Quads"),
    )
    assert found == {str(FORMATS[name]) for name in names}


def _size(graph: GraphStore, name: str) -> int:
    return sum(quad.graph_name.value == name for quad in graph.quads())  # type: ignore[union-attr]


def test_it_lists_the_graphs_with_their_sizes(
    described: rdflib.Graph, small_graph: GraphStore
) -> None:
    sizes = {
        str(described.value(named, SD.name)): described.value(
            described.value(named, SD.graph), VOID.triples
        )
        for named in described.objects(DATASET, SD.namedGraph)
    }
    assert {name: size and size.toPython() for name, size in sizes.items()} == {  # type: ignore[attr-defined]
        name: _size(small_graph, name) for name in small_graph.graph_names()
    }


def test_the_default_graph_holds_the_triples_of_all_others_once(
    described: rdflib.Graph, small_graph: GraphStore
) -> None:
    default = described.value(DATASET, SD.defaultGraph)
    total = len({quad.triple for quad in small_graph.quads()})
    assert described.value(default, VOID.triples) == rdflib.Literal(total)


def test_what_follows_is_said_to_be_there_and_not_to_be_reasoned(
    described: rdflib.Graph,
) -> None:
    simple = rdflib.URIRef("http://www.w3.org/ns/entailment/Simple")
    assert set(described.objects(SERVICE, SD.defaultEntailmentRegime)) == {simple}
    inferred = rdflib.URIRef(graph_iri("inferred"))
    assert "rules of the ontology" in str(described.value(inferred, RDFS.comment))


def test_it_leads_to_what_the_dataset_is(described: rdflib.Graph) -> None:
    dataset = rdflib.URIRef("http://localhost:8000/dataset")
    assert described.value(DATASET, RDFS.seeAlso) == dataset


def test_the_graphs_need_not_be_counted_again(small_graph: GraphStore) -> None:
    totals = count_graphs(small_graph)
    again = describe_service(GraphStore(Store()), ADDRESS, TURTLE, totals=totals)
    assert again == describe_service(small_graph, ADDRESS, TURTLE)


def test_what_is_written_is_counted_without_counting_the_build_again(
    small_home: Home, tmp_path: Path
) -> None:
    built = count_graphs(GraphStore.open(small_home.current().store_path))
    written = GraphStore.open(written_home(small_home, tmp_path).current().store_path)
    again = count_written(written, built)
    assert again == count_graphs(written) != built
    assert count_written(written, again) == again


def test_an_empty_store_is_described_too() -> None:
    written = describe_service(GraphStore(Store()), ADDRESS, TURTLE)
    graph = rdflib.Graph().parse(written, format="turtle")
    default = graph.value(DATASET, SD.defaultGraph)
    assert graph.value(default, VOID.triples) == rdflib.Literal(0)


# -- The engine has the functions that it is said to have ------------------------------------------

SQUARE = '"POLYGON((0 0,2 0,2 2,0 2,0 0))"^^geo:wktLiteral'
OTHER_SQUARE = '"POLYGON((1 1,3 1,3 3,1 3,1 1))"^^geo:wktLiteral'
POINT = '"POINT(1 1)"^^geo:wktLiteral'
LINE = '"LINESTRING(0 0,1 1)"^^geo:wktLiteral'
METRE = "<http://www.opengis.net/def/uom/OGC/1.0/metre>"
ARGUMENTS = {
    "distance": f"{POINT}, {POINT}, {METRE}",
    "length": f"{LINE}, {METRE}",
    "perimeter": f"{SQUARE}, {METRE}",
    "relate": f"{POINT}, {SQUARE}, 'T********'",
    "date": "'2020-01-01'",
    "time": "'10:00:00'",
    "duration": "'P1Y'",
    "dayTimeDuration": "'P1D'",
    "yearMonthDuration": "'P1Y'",
    "gYear": "'2020'",
    "gYearMonth": "'2020-01'",
    "gMonth": "'--01'",
    "gMonthDay": "'--01-01'",
    "gDay": "'---01'",
}
UNARY = {
    *("envelope", "convexHull", "centroid", "isEmpty", "isSimple", "dimension"),
    *("coordinateDimension", "spatialDimension", "getSRID", "asGeoJSON"),
}


def _arguments(name: str) -> str:
    if name in UNARY:
        return SQUARE
    return ARGUMENTS.get(name, f"{SQUARE}, {OTHER_SQUARE}")


@pytest.mark.parametrize("function", EXTENSION_FUNCTIONS, ids=lambda it: it.rpartition("/")[2])
def test_a_function_that_is_offered_gives_a_value(function: str) -> None:
    call = f"<{function}>({_arguments(function.rpartition('/')[2].rpartition('#')[2])})"
    query = (
        f"PREFIX geo: <http://www.opengis.net/ont/geosparql#> ASK {{ FILTER(BOUND(?x)) {{ SELECT "
        f"({call} AS ?x) {{}} }} }}"
    )
    assert bool(Store().query(query))


UPDATES = rdflib.URIRef("http://localhost:8000/update")


def test_a_graph_that_is_written_to_has_a_second_service_for_that(small_graph: GraphStore) -> None:
    written = describe_service(small_graph, ADDRESS, TURTLE, update_endpoint=str(UPDATES))
    described = rdflib.Graph().parse(written, format="turtle")
    assert set(described.subjects(RDF.type, SD.Service)) == {SERVICE, UPDATES}
    assert list(described.objects(UPDATES, SD.endpoint)) == [UPDATES]
    assert list(described.subjects(SD.supportedLanguage, SD.SPARQL11Update)) == [UPDATES]
    taken = {rdflib.URIRef(format_.iri) for format_ in RDF_FORMATS}
    assert set(described.objects(UPDATES, SD.inputFormat)) == taken


def test_the_default_graph_of_a_plain_service_is_no_union() -> None:
    store = Store()
    store.update("INSERT DATA { <a:> <b:> 1 . GRAPH <https://c.example/> { <a:> <b:> 1, 2 } }")
    written = describe_service(GraphStore(store), ADDRESS, TURTLE, is_plain=True)
    described = rdflib.Graph().parse(written, format="turtle")
    default = described.value(DATASET, SD.defaultGraph)
    assert described.value(default, VOID.triples) == rdflib.Literal(1)
    assert (None, SD.feature, SD.UnionDefaultGraph) not in described


def test_what_was_written_without_a_graph_counts_in_the_union() -> None:
    store = Store()
    store.update("INSERT DATA { <a:> <b:> 1 . GRAPH <https://c.example/> { <a:> <b:> 2 } }")
    described = rdflib.Graph().parse(
        describe_service(GraphStore(store), ADDRESS, TURTLE), format="turtle"
    )
    default = described.value(DATASET, SD.defaultGraph)
    assert described.value(default, VOID.triples) == rdflib.Literal(2)


def test_all_of_them_are_described(described: rdflib.Graph) -> None:
    found = set(described.objects(SERVICE, SD.extensionFunction))
    assert found == {rdflib.URIRef(function) for function in EXTENSION_FUNCTIONS}
    assert found == set(described.subjects(RDF.type, SD.Function))
