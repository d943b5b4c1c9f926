"""owlrl, an independent reasoner, concludes what the rules conclude, wherever OWL can say it."""

from collections.abc import Callable, Iterable

import owlrl
import pytest
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SDO, SKOS

from clustergraph.iris import BASE

Infer = Callable[..., set[tuple[str, str, str]]]
Link = tuple[str, str, str]

ID = f"{BASE}id/"
NS = f"{BASE}ns#"
OWL_RULES = ["chains", "inverses", "subproperties", "transitivity"]
ANNOTATIONS = (RDFS.label, RDFS.comment, SKOS.example, SDO.domainIncludes, SDO.rangeIncludes)
NEIGHBOURS = """
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX foaf: <http://xmlns.com/foaf/0.1/>
PREFIX org: <http://www.w3.org/ns/org#>
PREFIX owl: <http://www.w3.org/2002/07/owl#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
foaf:Person rdfs:subClassOf foaf:Agent ; owl:disjointWith foaf:Organization, foaf:Project .
foaf:Document owl:disjointWith foaf:Organization, foaf:Project .
org:Organization rdfs:subClassOf foaf:Agent ; owl:equivalentClass foaf:Organization .
org:memberOf rdfs:domain foaf:Agent ; rdfs:range org:Organization ; owl:inverseOf org:hasMember .
dcterms:isPartOf rdfs:subPropertyOf dcterms:relation .
dcterms:hasPart rdfs:subPropertyOf dcterms:relation .
prov:Activity owl:disjointWith prov:Entity .
skos:Concept owl:disjointWith skos:ConceptScheme .
"""
"""What the ontologies from which ours are specialised say of those terms themselves."""
CLASH = URIRef("http://www.daml.org/2002/03/agents/agent-ont#ErrorMessage")
"""The class of what owlrl says when the axioms are contradicted."""


@pytest.fixture
def axioms(ontology: Graph) -> Graph:
    """A copy of the ontology without what has no logical force, which would only cost time."""
    graph = Graph()
    for triple in ontology:
        if triple[1] not in ANNOTATIONS:
            graph.add(triple)
    return graph


def _close(axioms: Graph, links: set[Link]) -> Graph:
    for link in links:
        axioms.add(tuple(map(URIRef, link)))  # type: ignore[arg-type]
    owlrl.DeductiveClosure(owlrl.OWLRL_Semantics).expand(axioms)
    return axioms


def _between_entities(graph: Iterable[Link]) -> set[Link]:
    """Keep the relations of our own between entities, as local names."""
    return {
        (subject.removeprefix(ID), predicate.removeprefix(NS), object_.removeprefix(ID))
        for subject, predicate, object_ in graph
        if subject.startswith(ID) and predicate.startswith(NS) and object_.startswith(ID)
    }


def test_rules_and_reasoner_draw_the_same_conclusions(
    infer: Infer, axioms: Graph, links: set[Link]
) -> None:
    inferred = infer("\n".join(f"<{s}> <{p}> <{o}> ." for s, p, o in links), only=OWL_RULES)
    closed = _close(axioms, links)
    assert len(inferred) > 150
    assert _between_entities(
        (str(s), str(p), str(o)) for s, p, o in closed
    ) == inferred | _between_entities(links)


def test_our_documents_contradict_no_axiom(axioms: Graph, links: set[Link]) -> None:
    assert list(_close(axioms, links).subjects(RDF.type, CLASH)) == []


def test_our_documents_contradict_no_axiom_of_the_neighbours(
    axioms: Graph, links: set[Link]
) -> None:
    axioms.parse(data=NEIGHBOURS, format="turtle")
    assert list(_close(axioms, links).subjects(RDF.type, CLASH)) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Person", "Cluster"),
        ("Organisation", "Place"),
        ("PersonalQualification", "ClusterLabel"),
        ("Event", "Document"),
    ],
)
def test_a_thing_of_two_disjoint_kinds_is_found_out(axioms: Graph, one: str, other: str) -> None:
    thing = f"{ID}thing"
    closed = _close(axioms, {(thing, str(RDF.type), f"{NS}{kind}") for kind in (one, other)})
    assert list(closed.subjects(RDF.type, CLASH)) != []


@pytest.mark.parametrize(("one", "other"), [("Organisation", "Cluster"), ("Programme", "Training")])
def test_kinds_that_the_press_mixes_up_may_meet_in_one_thing(
    axioms: Graph, one: str, other: str
) -> None:
    thing = f"{ID}thing"
    closed = _close(axioms, {(thing, str(RDF.type), f"{NS}{kind}") for kind in (one, other)})
    assert list(closed.subjects(RDF.type, CLASH)) == []


def test_all_families_are_disjoint_from_each_other(ontology: Graph) -> None:
    families = {
        cls
        for cls in ontology.subjects(RDF.type, OWL.Class)
        if not any(str(above).startswith(NS) for above in ontology.objects(cls, RDFS.subClassOf))
    }
    assert len(families) == 8
    for one in families:
        for other in families - {one}:
            assert (one, OWL.disjointWith, other) in ontology or (
                other,
                OWL.disjointWith,
                one,
            ) in ontology
