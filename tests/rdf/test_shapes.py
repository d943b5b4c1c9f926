"""Shapes are read whole, and what is no Turtle or no SHACL is told by file and line."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode
from rdflib import SH, URIRef
from rdflib import Literal as RdfLiteral

from clustergraph.errors import OntologyError
from clustergraph.locations import ONTOLOGY_SHAPES, SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.shapes import SHAPE_NAMESPACE, Severity, Shapes, to_rdflib
from clustergraph.vocab import CG

PREFIXES = """@prefix cg: <https://w3id.org/clustergraph/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/clustergraph/shapes#> .
"""
XSD = "http://www.w3.org/2001/XMLSchema#"


def _refused(folder: Path, turtle: str) -> str:
    (folder / "mine.ttl").write_text(PREFIXES + turtle, encoding="utf-8")
    with pytest.raises(OntologyError) as error:
        Shapes.read(folder)
    return str(error.value).replace(str(folder), "")


@pytest.mark.parametrize("folder", [SHAPES, ONTOLOGY_SHAPES])
def test_a_query_stands_where_it_is_said_to_stand(folder: Path) -> None:
    for query in Shapes.read(folder).queries:
        lines = query.file.read_text(encoding="utf-8").splitlines()
        text = "\n".join(lines[query.line - 1 :])
        assert query.select.lstrip("\n").splitlines()[0] in text, query.shape
        assert lines[query.line - 1].strip() in {'sh:select """', query.select.strip()}


@pytest.mark.parametrize("folder", [SHAPES, ONTOLOGY_SHAPES])
def test_a_shape_stands_where_it_is_said_to_stand(folder: Path) -> None:
    shapes = Shapes.read(folder)
    for name in shapes.names:
        file, _, line = shapes.location(name).rpartition(":")
        written = Path(file).read_text(encoding="utf-8").splitlines()[int(line) - 1]
        assert written == f"shape:{name.rpartition('#')[2]}"


def test_the_shapes_of_ontologies_are_not_those_of_data() -> None:
    assert not set(Shapes.read(SHAPES).names) & set(Shapes.read(ONTOLOGY_SHAPES).names)


def test_a_severity_is_what_shacl_calls_it() -> None:
    assert Severity.WARNING.iri == "http://www.w3.org/ns/shacl#Warning"


def test_a_file_that_is_no_turtle_is_told_by_its_line(tmp_path: Path) -> None:
    said = _refused(tmp_path, "shape:mine a sh:NodeShape ;\n    sh:class cg:Agent\nshape:other .")
    assert said.startswith("/mine.ttl:6: this is no Turtle")
    assert said.endswith("mend it there or just before.")


def test_a_word_that_shacl_lacks_is_told_by_its_line(tmp_path: Path) -> None:
    said = _refused(
        tmp_path, "shape:mine a sh:PropertyShape ;\n    sh:path cg:partOf ;\n    sh:minCoutn 1 ."
    )
    assert said == "/mine.ttl:6: SHACL has no word sh:minCoutn; correct it."


def test_a_severity_that_is_none_is_told_by_the_line_of_its_shape(tmp_path: Path) -> None:
    said = _refused(tmp_path, "\nshape:mine\n    a sh:NodeShape ; sh:severity cg:Bad .")
    assert said.startswith("/mine.ttl:5: the severity of a shape is sh:Violation")


@pytest.mark.parametrize("constraint", ['sh:message "m"', 'sh:select "SELECT * {}"'])
def test_a_constraint_without_its_query_or_message_is_told(tmp_path: Path, constraint: str) -> None:
    said = _refused(tmp_path, f"shape:mine\n    a sh:NodeShape ; sh:sparql [ {constraint} ] .")
    assert said.startswith("/mine.ttl:4: a sh:sparql constraint has exactly one sh:")


def test_it_is_known_where_a_shape_looks() -> None:
    targets = Shapes.read().targets
    assert targets[Iri(f"{SHAPE_NAMESPACE}address")].classes >= {CG.Agent, CG.Place}
    assert targets[Iri(f"{SHAPE_NAMESPACE}address")].subjects_of == {CG.mentionedIn}
    assert targets[Iri(f"{SHAPE_NAMESPACE}period-after-whole")].objects_of == {CG.partOf}


def test_paths_of_several_steps_are_known() -> None:
    paths = set(map(str, Shapes.read().paths))
    assert {"cg:partOf/skos:prefLabel", "(^cg:partOf)+", "cg:locatedIn|cg:covers"} <= paths


def test_shapes_that_are_aimed_look_at_their_nodes_only() -> None:
    shapes = Shapes.read()
    name, node = Iri(f"{SHAPE_NAMESPACE}address"), Iri("https://example.org/a")
    aimed = shapes.aimed_at({name: [node]}).core
    assert set(aimed.subject_objects(SH.targetNode)) == {(URIRef(name), URIRef(node))}
    assert not set(aimed.predicates()) & {SH.targetClass, SH.targetSubjectsOf, SH.targetObjectsOf}
    assert set(shapes.core.objects(URIRef(name), SH.targetSubjectsOf))


QUERY = """
shape:mine sh:sparql [
    sh:prefixes [ sh:declare
        [ sh:prefix "cg" ; sh:namespace "https://w3id.org/clustergraph/ns#" ] ] ;
    sh:message "No {?name}." ;
    sh:select "SELECT $this { $this a cg:Event }" ] %s .
"""


@pytest.mark.parametrize(
    ("said", "severity"),
    [
        ("", Severity.VIOLATION),
        ("; sh:severity sh:Warning", Severity.WARNING),
        ("; sh:severity sh:Info", Severity.INFO),
    ],
)
def test_a_query_has_its_prefixes_message_and_severity(
    tmp_path: Path, said: str, severity: Severity
) -> None:
    (tmp_path / "mine.ttl").write_text(PREFIXES + QUERY % said, encoding="utf-8")
    shapes = Shapes.read(tmp_path)
    (query,) = shapes.queries
    assert query.query == f"PREFIX cg: <{CG.Event.removesuffix('Event')}>\n{query.select}"
    assert query.select == "SELECT $this { $this a cg:Event }"
    assert (query.message, query.severity) == ("No {?name}.", severity)
    assert query.shape == f"{SHAPE_NAMESPACE}mine"
    assert not list(shapes.core.objects(None, SH.sparql))


def test_a_fault_in_a_query_is_told_by_its_own_line(tmp_path: Path) -> None:
    (tmp_path / "mine.ttl").write_text(PREFIXES + QUERY % "", encoding="utf-8")
    (query,) = Shapes.read(tmp_path).queries
    assert query.location() == f"{tmp_path}/mine.ttl:9"
    assert query.location(2) == f"{tmp_path}/mine.ttl:9"
    assert query.location(4) == f"{tmp_path}/mine.ttl:11"
    assert query.location(1) == f"{tmp_path}/mine.ttl:9"


@pytest.mark.parametrize(
    "term",
    [
        Literal("klaster", language="pl"),
        Literal("klaster"),
        Literal("2018", datatype=NamedNode(f"{XSD}gYear")),
        Literal("02018", datatype=NamedNode(f"{XSD}integer")),
    ],
)
def test_a_literal_is_the_same_for_the_other_library_letter_by_letter(term: Literal) -> None:
    other = to_rdflib(term)
    assert isinstance(other, RdfLiteral)
    assert str(other) == term.value
    assert other.language == term.language
    datatype = None if term.language else str(other.datatype or f"{XSD}string")
    assert datatype == (None if term.language else term.datatype.value)
