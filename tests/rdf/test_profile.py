"""What OWL 2 RL has no place for is found out, and what it has a place for is let through."""

import pytest
from pyoxigraph import RdfFormat, parse

from clustergraph.rdf.profile import Outside, outside_owl_2_rl

PREFIXES = """
@prefix cg: <https://w3id.org/clustergraph/ns#> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
cg:A a owl:Class . cg:B a owl:Class . cg:C a owl:Class .
cg:p a owl:ObjectProperty . cg:q a owl:ObjectProperty . cg:d a owl:DatatypeProperty .
"""

OUTSIDE = [
    ("cg:p rdfs:range [ owl:unionOf ( cg:A cg:B ) ] .", "cg:p", "owl:unionOf"),
    ("cg:p rdfs:domain [ owl:unionOf ( cg:A cg:B ) ] .", "cg:p", "owl:unionOf"),
    ("cg:A rdfs:subClassOf [ owl:unionOf ( cg:B cg:C ) ] .", "cg:A", "schema:rangeIncludes"),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:someValuesFrom cg:B ] .",
        "cg:A",
        "owl:someValuesFrom may not stand on the right",
    ),
    (
        "[ owl:onProperty cg:p ; owl:allValuesFrom cg:B ] rdfs:subClassOf cg:A .",
        "cg:A",
        "owl:allValuesFrom may not stand on the left",
    ),
    ("cg:A rdfs:subClassOf [ owl:oneOf ( cg:x cg:y ) ] .", "cg:A", "concepts of a vocabulary"),
    ("[ owl:complementOf cg:B ] rdfs:subClassOf cg:A .", "cg:A", "owl:complementOf"),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:hasSelf true ] .",
        "cg:A",
        "owl:hasSelf",
    ),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:minCardinality 1 ] .",
        "cg:A",
        "owl:minCardinality",
    ),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:cardinality 1 ] .",
        "cg:A",
        "owl:cardinality",
    ),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:maxCardinality 2 ] .",
        "cg:A",
        "only 0 or 1",
    ),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:maxQualifiedCardinality 3 ] .",
        "cg:A",
        "only 0 or 1",
    ),
    (
        "cg:A rdfs:subClassOf [ owl:intersectionOf ( cg:B [ owl:unionOf ( cg:A cg:C ) ] ) ] .",
        "cg:A",
        "owl:unionOf",
    ),
    (
        "cg:A owl:equivalentClass [ owl:onProperty cg:p ; owl:someValuesFrom cg:B ] .",
        "cg:A",
        "in an equivalence",
    ),
    ("cg:A rdfs:subClassOf owl:Thing .", "cg:A", "owl:Thing"),
    ("cg:A owl:disjointUnionOf ( cg:B cg:C ) .", "cg:A", "owl:disjointUnionOf is no word"),
    ("cg:p a owl:ReflexiveProperty .", "cg:p", "owl:ReflexiveProperty is no word"),
    ("cg:A a rdfs:Class .", "cg:A", "rdfs:Class is no word"),
    ("cg:d rdfs:range xsd:date .", "cg:d", "xsd:date is no datatype"),
    ("cg:d rdfs:range xsd:gYearMonth .", "cg:d", "xsd:gYearMonth is no datatype"),
    ("cg:d rdfs:range rdf:langString .", "cg:d", "rdf:langString is no datatype"),
    (
        "cg:A rdfs:subClassOf [ owl:onProperty cg:d ; owl:allValuesFrom xsd:duration ] .",
        "cg:A",
        "xsd:duration",
    ),
    (
        "cg:d rdfs:range [ a rdfs:Datatype ; owl:onDatatype xsd:integer ] .",
        "cg:d",
        "owl:onDatatype makes no datatype",
    ),
    ('cg:d rdfs:range [ a rdfs:Datatype ; owl:oneOf ( "a" ) ] .', "cg:d", "owl:oneOf"),
    ("cg:d a owl:TransitiveProperty .", "cg:d", "a property with literals"),
    ("cg:d a owl:InverseFunctionalProperty .", "cg:d", "a property with literals"),
    ("cg:p a owl:TransitiveProperty, owl:FunctionalProperty .", "cg:p", "follows from chains"),
    (
        "cg:p a owl:IrreflexiveProperty ; owl:propertyChainAxiom ( cg:q cg:p ) .",
        "cg:p",
        "follows from chains",
    ),
    (
        "cg:q a owl:TransitiveProperty ; rdfs:subPropertyOf cg:p . cg:p a owl:AsymmetricProperty .",
        "cg:p",
        "follows from chains",
    ),
    (
        "[] a owl:AllDisjointClasses ; owl:members ( cg:A [ owl:complementOf cg:B ] ) .",
        "cg:A",
        "owl:complementOf",
    ),
    (
        "cg:x a [ owl:onProperty cg:p ; owl:someValuesFrom cg:B ] .",
        "cg:x",
        "owl:someValuesFrom",
    ),
]

WITHIN = [
    "[ owl:unionOf ( cg:A cg:B ) ] rdfs:subClassOf cg:C .",
    "[ owl:onProperty cg:p ; owl:someValuesFrom owl:Thing ] rdfs:subClassOf cg:C .",
    "[ owl:onProperty cg:d ; owl:someValuesFrom xsd:integer ] rdfs:subClassOf cg:C .",
    "[ owl:oneOf ( cg:x cg:y ) ] rdfs:subClassOf cg:C .",
    "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:allValuesFrom cg:B ] .",
    "cg:A rdfs:subClassOf [ owl:complementOf cg:B ] .",
    "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:hasValue cg:x ] .",
    "cg:A rdfs:subClassOf [ owl:onProperty cg:p ; owl:maxCardinality 1 ] .",
    "cg:A rdfs:subClassOf [ owl:maxQualifiedCardinality 0 ; owl:onClass owl:Thing ] .",
    "cg:A owl:equivalentClass [ owl:intersectionOf ( cg:B cg:C ) ] .",
    "cg:A owl:disjointWith cg:B ; owl:hasKey ( cg:p cg:d ) .",
    "[] a owl:AllDisjointClasses ; owl:members ( cg:A cg:B cg:C ) .",
    "cg:p a owl:TransitiveProperty ; owl:inverseOf cg:q ; owl:propertyChainAxiom ( cg:q cg:p ) .",
    "cg:p a owl:IrreflexiveProperty, owl:AsymmetricProperty, owl:InverseFunctionalProperty .",
    "cg:d rdfs:range xsd:nonNegativeInteger ; a owl:FunctionalProperty .",
    "cg:d schema:rangeIncludes xsd:date .",
    'cg:A rdfs:label "A"@en ; owl:deprecated true ; schema:dateCreated "2026-01-01"^^xsd:date .',
]


def _outside(turtle: str) -> list[Outside]:
    quads = parse(PREFIXES + turtle, format=RdfFormat.TURTLE)
    return outside_owl_2_rl(quad.triple for quad in quads)


@pytest.mark.parametrize(("axiom", "term", "words"), OUTSIDE, ids=[row[0][:60] for row in OUTSIDE])
def test_what_is_outside_is_told_of_its_term_once_with_what_to_do(
    axiom: str, term: str, words: str
) -> None:
    (found,) = _outside(axiom)
    assert found.term == term
    assert words in found.reason
    assert "; " in found.reason


@pytest.mark.parametrize("axiom", WITHIN, ids=[axiom[:60] for axiom in WITHIN])
def test_what_is_within_is_let_through(axiom: str) -> None:
    assert _outside(axiom) == []


def test_what_is_outside_comes_sorted_and_does_not_depend_on_order() -> None:
    one, other = "cg:d rdfs:range xsd:date .", "cg:A rdfs:subClassOf owl:Thing ."
    assert _outside(one + other) == _outside(other + one)
    assert [found.term for found in _outside(one + other)] == ["cg:A", "cg:d"]


@pytest.mark.parametrize(
    ("maker", "cure"),
    [
        ("[ owl:complementOf cg:B ]", "say owl:disjointWith"),
        ("[ owl:onProperty cg:p ; owl:minCardinality 1 ]", "let a shape ask for it"),
    ],
)
def test_what_to_do_is_the_cure_of_what_was_written(maker: str, cure: str) -> None:
    (found,) = _outside(f"{maker} rdfs:subClassOf cg:A .")
    assert found.reason.endswith(f" may not stand on the left of an axiom in OWL 2 RL; {cure}")
