"""owlrl, an independent reasoner, concludes what the rules conclude, wherever OWL can say it."""

from collections.abc import Callable, Iterable
from pathlib import Path

import owlrl
import pytest
from pyoxigraph import NamedNode, RdfFormat, parse
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SDO, SKOS

from clustergraph.iris import BASE, graph_iri

Infer = Callable[..., set[tuple[str, str, str]]]
Link = tuple[str, str, str]

ID = f"{BASE}id/"
NS = f"{BASE}ns#"
IDEAL = Path(__file__).parents[1] / "queries" / "ideal.trig"
OWL_RULES = ["chains", "inverses", "subproperties", "transitivity"]
ANNOTATIONS = (RDFS.label, RDFS.comment, SKOS.example, SDO.domainIncludes, SDO.rangeIncludes)
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


@pytest.fixture(scope="module")
def links() -> set[Link]:
    """All links of entities, and their types, that a careful reader finds in our documents."""
    return {
        (quad.subject.value, quad.predicate.value, quad.object.value)
        for quad in parse(path=IDEAL, format=RdfFormat.TRIG)
        if quad.graph_name == NamedNode(graph_iri("asserted"))
        and isinstance(quad.subject, NamedNode)
        and isinstance(quad.object, NamedNode)
    }


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
        if (cls, RDFS.subClassOf, None) not in ontology
    }
    assert len(families) == 8
    for one in families:
        for other in families - {one}:
            assert (one, OWL.disjointWith, other) in ontology or (
                other,
                OWL.disjointWith,
                one,
            ) in ontology
