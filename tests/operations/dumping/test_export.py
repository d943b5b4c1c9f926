"""Each form holds what it says, and other tools read it."""

import csv
import io
import json
from pathlib import Path

import pytest
import rdflib
from pyoxigraph import Quad, RdfFormat, parse

from clustergraph.iris import graph_iri
from clustergraph.operations.dumping.export import FORMS, exports
from clustergraph.store.graph import GraphStore
from given.drawn_versions import draw_version, thing

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

REIFIES = "http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies"


def _written(graph: GraphStore, form: str, name: str = "") -> bytes:
    (export,) = (each for each in exports(graph, form) if not name or each.name == name)
    output = io.BytesIO()
    export.write(output)
    return output.getvalue()


def _rows(graph: GraphStore, name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(_written(graph, "csv", name).decode())))


def _plain(graph: GraphStore) -> set[Quad]:
    return {quad for quad in graph.quads() if quad.predicate.value != REIFIES}


def test_n_quads_hold_every_quad_in_the_order_of_their_lines(small_graph: GraphStore) -> None:
    text = _written(small_graph, "nquads")
    assert set(parse(text, format=RdfFormat.N_QUADS)) == set(small_graph.quads())
    assert text.splitlines() == sorted(text.splitlines())


def test_trig_holds_every_quad_that_rdf_1_1_can_say(small_graph: GraphStore) -> None:
    read = rdflib.Dataset()
    read.parse(data=_written(small_graph, "trig"), format="trig")
    assert len(list(read.quads())) == len(_plain(small_graph))
    names = {str(graph.identifier) for graph in read.graphs() if len(graph)}
    assert names == set(small_graph.graph_names())


def test_turtle_holds_all_graphs_as_one_and_is_read_by_rdflib(small_graph: GraphStore) -> None:
    read = rdflib.Graph().parse(data=_written(small_graph, "turtle"), format="turtle")
    assert len(read) == len({quad.triple for quad in _plain(small_graph)})


def test_each_line_is_an_entity_with_its_passages_and_documents(small_graph: GraphStore) -> None:
    lines = _written(small_graph, "jsonld-lines").decode().splitlines()
    first = [json.loads(line)["@graph"][0]["@id"] for line in lines]
    assert first == sorted(first)
    assert len(first) == 16
    (line,) = (line for line in lines if '{"@id": "id:trace-kei-aaaaaaab", "@type"' in line)
    types = [node["@type"] for node in json.loads(line)["@graph"]]
    assert "Project" in types[0]
    assert types.index("Evidence") < types.index("Document")


def test_each_line_is_a_document_that_rdflib_reads(small_graph: GraphStore) -> None:
    for line in _written(small_graph, "jsonld-lines").splitlines():
        read = rdflib.Graph().parse(data=line, format="json-ld")
        assert not any(isinstance(term, rdflib.BNode) for triple in read for term in triple)
        entity = rdflib.URIRef(f"{rdflib.Namespace('https://w3id.org/clustergraph/id/')}")
        assert any(str(subject).startswith(entity) for subject in read.subjects())


def test_there_is_a_table_for_each_class_with_names_by_language(small_graph: GraphStore) -> None:
    names = {export.name for export in exports(small_graph, "csv")}
    assert {"Cluster.csv", "City.csv", "Project.csv"} <= names
    assert "Place.csv" not in names
    (cluster,) = _rows(small_graph, "Cluster.csv")
    assert cluster["label_en"] == "Green Synergy Cluster"
    assert cluster["label_bg"] == "Клъстер „Зелена синергия“"
    assert cluster["also"] == "CGS"
    assert cluster["locatedIn"] == "Bulgaria"
    assert cluster["locatedIn_iri"] == "https://w3id.org/clustergraph/id/bulgaria-aaaaaaaf"


def test_names_and_iris_of_several_things_stand_in_one_order(small_graph: GraphStore) -> None:
    row = next(row for row in _rows(small_graph, "Project.csv") if row["partner"])
    names, iris = row["partner"].split(" | "), row["partner_iri"].split(" | ")
    assert len(names) == len(iris) == 3
    assert iris[names.index("Alfa GmbH")].endswith("alfa-gmbh-aaaaaaao")


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\r=1"])
def test_no_cell_is_a_formula(tmp_path: Path, name: str) -> None:
    escaped = name.replace("\t", "\\t").replace("\r", "\\r")
    version = draw_version(tmp_path, thing("a", "Cluster", label=escaped))
    (row,) = _rows(GraphStore.open(version.store_path), "Cluster.csv")
    assert row["label_en"] == f"'{name}"


def test_a_link_is_a_row_with_its_justification(our_graph: GraphStore) -> None:
    lines = _written(our_graph, "sssom").decode().splitlines()
    rows = [line for line in lines if not line.startswith("#")]
    assert rows[0].startswith("subject_id\t")
    assert any("skos:exactMatch" in row and "country:" in row for row in rows)
    assert all("semapv:" in row for row in rows[1:])


def test_where_nothing_is_linked_there_is_no_table_of_links(tmp_path: Path) -> None:
    version = draw_version(tmp_path, thing("a", "Cluster"))
    assert exports(GraphStore.open(version.store_path), "sssom") == []


def test_every_form_can_be_asked_for(our_graph: GraphStore) -> None:
    for form in FORMS:
        assert {export.form for export in exports(our_graph, form.key)} == {form}


def test_quads_of_the_default_graph_are_written_too(tmp_path: Path) -> None:
    version = draw_version(tmp_path, "id:a rdfs:label 'a' .", thing("b", "Cluster"))
    graph = GraphStore.open(version.store_path)
    text = _written(graph, "trig")
    assert set(parse(text, format=RdfFormat.TRIG)) == set(graph.quads())
    assert text.index(b"id:a") < text.index(graph_iri("asserted").rpartition("/")[2].encode())
