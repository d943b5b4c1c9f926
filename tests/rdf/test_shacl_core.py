"""pyshacl's answers become breaches, and a shape that it refuses is told by file and line."""

import re
from pathlib import Path

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad, RdfFormat, parse
from rdflib import SH

from clustergraph.errors import OntologyError
from clustergraph.rdf.shacl_core import Breach, core_breaches
from clustergraph.rdf.shapes import Severity, Shapes

PREFIXES = """@prefix cg: <https://w3id.org/clustergraph/ns#> .
@prefix sh: <http://www.w3.org/ns/shacl#> .
@prefix shape: <https://w3id.org/clustergraph/shapes#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
GOOD = """
shape:good a sh:PropertyShape ; sh:targetClass cg:Event ; sh:path cg:partOf ; sh:maxCount 3 .
"""
DATA = """
cg:a a cg:Event ; cg:topic "klaster"@pl ; cg:startDate "2018"^^xsd:gYear ; cg:partOf _:b .
"""


def _found(folder: Path, shapes: str, data: str = DATA) -> list[Breach]:
    (folder / "mine.ttl").write_text(PREFIXES + GOOD + shapes, encoding="utf-8")
    quads = [Quad(*quad.triple) for quad in parse(PREFIXES + data, format=RdfFormat.TURTLE)]
    return list(core_breaches(Shapes.read(folder), quads))


def test_a_breach_keeps_node_value_component_and_path(tmp_path: Path) -> None:
    (breach,) = _found(
        tmp_path,
        "shape:mine a sh:PropertyShape ; sh:targetClass cg:Event ; sh:path cg:topic ; "
        'sh:datatype xsd:string ; sh:severity sh:Warning ; sh:message "No."@en .',
    )
    assert breach.severity is Severity.WARNING
    assert breach.shape == "https://w3id.org/clustergraph/shapes#mine"
    assert breach.focus == NamedNode("https://w3id.org/clustergraph/ns#a")
    assert str(breach.path) == "cg:topic"
    assert breach.value == Literal("klaster", language="pl")
    assert breach.component == str(SH.DatatypeConstraintComponent)
    assert breach.message == "No."


def test_literals_keep_their_datatype_and_nodes_without_a_name_have_none(tmp_path: Path) -> None:
    found = _found(
        tmp_path,
        "shape:mine a sh:NodeShape ; sh:targetObjectsOf cg:startDate, cg:partOf ; sh:class cg:X .",
    )
    year = Literal("2018", datatype=NamedNode("http://www.w3.org/2001/XMLSchema#gYear"))
    assert {breach.focus for breach in found if breach.focus == year} == {year}
    assert any(isinstance(breach.focus, BlankNode) for breach in found)


ILLEGAL = {
    "no path": "a sh:PropertyShape ; sh:minCount 1",
    "two paths": "a sh:PropertyShape ; sh:path cg:partOf, cg:topic ; sh:minCount 1",
    "a path of nothing": "a sh:PropertyShape ; sh:path [] ; sh:minCount 1",
    "a node with a path": "a sh:NodeShape ; sh:path cg:partOf ; sh:class cg:Event",
    "a count in words": "a sh:PropertyShape ; sh:path cg:topic ; sh:minCount 'one'",
    "a count without a path": "a sh:NodeShape ; sh:minCount 1",
    "a choice that is no list": "a sh:NodeShape ; sh:or [ sh:class cg:Event ]",
    "a pattern that is none": "a sh:PropertyShape ; sh:path cg:topic ; sh:pattern '('",
}


@pytest.mark.parametrize("case", ILLEGAL)
def test_a_shape_that_is_not_shacl_is_told_by_its_line(
    tmp_path: Path, case: str, capfd: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(OntologyError) as error:
        _found(tmp_path, f"\nshape:mine\n    sh:targetClass cg:Event ; {ILLEGAL[case]} .")
    assert error.value.location == f"{tmp_path / 'mine.ttl'}:8"
    reason = r"this shape is not SHACL \([^\n]{8,}[^.]\); mend it\."
    assert re.fullmatch(reason, error.value.reason)
    assert capfd.readouterr().err == ""
