"""The report in RDF is SHACL's: its words, its shape, and the same whenever the same was found."""

from collections.abc import Iterable
from itertools import permutations

import pytest
from pyoxigraph import BlankNode, Literal, NamedNode, Quad
from rdflib import RDF, SH, XSD, BNode, Graph, URIRef
from rdflib import Literal as RdfLiteral

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.rdf.property_paths import PropertyPath
from clustergraph.rdf.shacl_core import SPARQL_COMPONENT, Breach
from clustergraph.rdf.shapes import Severity
from clustergraph.rdf.validation_report import report_quads, report_turtle

PART = PropertyPath(Iri("https://w3id.org/clustergraph/ns#partOf"))
NAME = PropertyPath(Iri("http://www.w3.org/2004/02/skos/core#prefLabel"))
WHOLES_NAME = PropertyPath(operator="/", parts=(PART, NAME))
ANY_PART = PropertyPath(operator="+", parts=(PropertyPath(operator="^", parts=(PART,)),))


def _breach(**given: object) -> Breach:
    plain = {
        "severity": Severity.WARNING,
        "shape": Iri("https://w3id.org/clustergraph/shapes#mine"),
        "focus": NamedNode("https://w3id.org/clustergraph/id/a-aaaaaaaa"),
        "message": "This is wrong: mend it.",
        "component": SPARQL_COMPONENT,
    }
    return Breach(**{**plain, **given})  # type: ignore[arg-type]


BREACHES = (
    _breach(),
    _breach(path=PART, value=Literal("x", language="pl")),
    _breach(path=WHOLES_NAME, severity=Severity.VIOLATION),
    _breach(path=ANY_PART, focus=Literal("guessed"), severity=Severity.INFO),
    _breach(focus=BlankNode("somebody"), path=WHOLES_NAME),
)


def _read(breaches: Iterable[Breach]) -> Graph:
    return Graph().parse(data=report_turtle(breaches), format="turtle")


def test_a_report_without_results_conforms() -> None:
    graph = _read([])
    (report,) = graph.subjects(RDF.type, SH.ValidationReport)
    assert set(graph.predicate_objects(report)) == {
        (RDF.type, SH.ValidationReport),
        (SH.conforms, RdfLiteral("true", datatype=XSD.boolean)),
    }


def test_a_report_with_any_result_does_not_conform() -> None:
    assert str(_read(BREACHES[:1]).value(None, SH.conforms)) != "true"
    (conforms,) = _read([_breach(severity=Severity.INFO)]).objects(None, SH.conforms)
    assert conforms == RdfLiteral("false", datatype=XSD.boolean)


def test_each_result_says_all_that_shacl_asks_of_it() -> None:
    graph = _read(BREACHES)
    results = list(graph.subjects(RDF.type, SH.ValidationResult))
    assert len(results) == len(BREACHES)
    for result in results:
        assert (None, SH.result, result) in graph
        for word in (
            SH.resultSeverity,
            SH.focusNode,
            SH.sourceShape,
            SH.sourceConstraintComponent,
            SH.resultMessage,
        ):
            assert len(list(graph.objects(result, word))) == 1, word
        assert len(list(graph.objects(result, SH.resultPath))) <= 1


def test_severities_and_values_are_the_terms_themselves() -> None:
    graph = _read(BREACHES)
    severities = sorted(map(str, graph.objects(None, SH.resultSeverity)))
    assert severities == [str(SH.Info), str(SH.Violation), *[str(SH.Warning)] * 3]
    assert list(graph.objects(None, SH.value)) == [RdfLiteral("x", lang="pl")]
    assert RdfLiteral("guessed") in set(graph.objects(None, SH.focusNode))


def test_a_path_of_several_steps_is_a_node_without_a_name() -> None:
    graph = _read(BREACHES)
    paths = set(graph.objects(None, SH.resultPath))
    assert {path for path in paths if isinstance(path, URIRef)} == {URIRef(str(PART.iri))}
    (sequence,) = (path for path in paths if (path, RDF.first, None) in graph)
    assert isinstance(sequence, BNode)
    assert [str(each) for each in graph.items(sequence)] == [PART.iri, NAME.iri]
    (repeated,) = graph.subjects(SH.oneOrMorePath)
    (inverse,) = graph.objects(repeated, SH.oneOrMorePath)
    assert list(graph.predicate_objects(inverse)) == [(SH.inversePath, URIRef(str(PART.iri)))]


def test_in_the_store_every_node_has_a_name_and_lies_in_one_graph() -> None:
    quads = report_quads(BREACHES)
    assert len(quads) == len(set(quads))
    assert {quad.graph_name for quad in quads} == {NamedNode(graph_iri("meta"))}
    assert not any(
        isinstance(term, BlankNode) for quad in quads for term in (quad.subject, quad.object)
    )


@pytest.mark.parametrize("order", [*permutations(range(3)), (2, 1, 0)])
def test_the_same_findings_give_the_same_quads(order: tuple[int, ...]) -> None:
    assert _sorted(BREACHES[place] for place in order) == _sorted(BREACHES[:3])


def test_another_message_is_another_result() -> None:
    other = _breach(message="That is wrong: mend that.")
    assert len([q for q in report_quads([_breach(), other]) if _is_result(q)]) == 2


def _is_result(quad: Quad) -> bool:
    return quad.predicate.value == str(SH.result)


def _sorted(breaches: Iterable[Breach]) -> list[str]:
    return sorted(map(str, report_quads(breaches)))


@pytest.mark.parametrize(("breaches", "conforms"), [((), "true"), (BREACHES, "false")])
def test_a_truth_is_spelled_as_xml_schema_does(breaches: tuple[Breach, ...], conforms: str) -> None:
    """Engines that compare terms by letters take no other (XSD 1.1, part 2, section 3.3.2.2)."""
    quads = report_quads(breaches)
    said = [quad.object for quad in quads if quad.predicate.value == str(SH.conforms)]
    boolean = NamedNode(str(XSD.boolean))
    assert said == [Literal(conforms, datatype=boolean)]
