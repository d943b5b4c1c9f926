"""owlrl, an independent reasoner, concludes what the rules conclude, wherever OWL can say it."""

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path

import owlrl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import NamedNode, Quad, Store
from rdflib import OWL, RDF, RDFS, Graph, URIRef
from rdflib.namespace import SDO, SKOS

from clustergraph.iris import BASE, graph_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.inferring import infer as infer_all
from clustergraph.vocab import SUPERCLASSES

Infer = Callable[..., set[tuple[str, str, str]]]
Link = tuple[str, str, str]

ID = f"{BASE}id/"
NS = f"{BASE}ns#"
OWL_RULES = (
    *("chains", "domains", "inverses", "ranges", "subproperties", "superclasses", "transitivity"),
)
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
    """Keep the relations of our own between entities, and their classes, as local names."""
    return {
        (subject.removeprefix(ID), _local(predicate), _local(object_).removeprefix(ID))
        for subject, predicate, object_ in graph
        if subject.startswith(ID)
        and (predicate.startswith(NS) and object_.startswith(ID))
        | (predicate == str(RDF.type) and object_.startswith(NS))
    }


def _local(iri: str) -> str:
    return iri.rpartition("#")[2]


def test_rules_and_reasoner_draw_the_same_conclusions(
    infer: Infer, owl_rules: Path, axioms: Graph, links: set[Link]
) -> None:
    inferred = infer("\n".join(f"<{s}> <{p}> <{o}> ." for s, p, o in links), only=OWL_RULES)
    closed = _between_entities((str(s), str(p), str(o)) for s, p, o in _close(axioms, links))
    assert len(inferred) > 250
    assert closed == inferred | _between_entities(links)
    assert _follow(links, owl_rules) == inferred


@cache
def _plain_axioms() -> tuple[Link, ...]:
    """Those between terms of our own: what the rules look at."""
    graph = Graph()
    for path in ONTOLOGY.glob("*.ttl"):
        graph.parse(path, format="turtle")
    lists = {OWL.propertyChainAxiom, RDF.first, RDF.rest}
    plain = {OWL.inverseOf, RDFS.subPropertyOf, RDFS.subClassOf, RDFS.domain, RDFS.range}
    return tuple(
        (subject, predicate, object_)  # type: ignore[misc]
        for subject, predicate, object_ in graph
        if predicate in lists
        or (predicate in plain and str(object_).startswith(NS))
        or object_ == OWL.TransitiveProperty
    )


@cache
def _terms(kind: URIRef) -> list[str]:
    graph = Graph().parse(ONTOLOGY / "clustergraph.ttl", format="turtle")
    return sorted(str(term) for term in graph.subjects(RDF.type, kind))


@pytest.fixture(scope="session")
def owl_rules(rule_files: list[Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of the rules that OWL can say."""
    folder = tmp_path_factory.mktemp("rules")
    for path in rule_files:
        if path.stem in OWL_RULES:
            (folder / path.name).write_text(path.read_text("utf-8"), "utf-8")
    return folder


@cache
def _ontology() -> list[Quad]:
    return list(ontology_quads())


def _follow(links: set[Link], rules: Path) -> set[Link]:
    """Let our own run of the rules add to the links what follows."""
    asserted, inferred = NamedNode(graph_iri("asserted")), NamedNode(graph_iri("inferred"))
    store = Store()
    store.extend(_ontology())
    store.extend(Quad(NamedNode(s), NamedNode(p), NamedNode(o), asserted) for s, p, o in links)
    infer_all(store, rules)
    found = store.quads_for_pattern(None, None, None, inferred)
    return _between_entities(
        (q.subject.value, q.predicate.value, q.object.value)  # type: ignore[union-attr]
        for q in found
    )


THINGS = st.sampled_from([f"{ID}{letter}" for letter in "abcd"])
CHAINED = [f"{NS}{name}" for name in ("partOf", "fundedBy", "hasPart", "funds", "locatedIn")]
RELATIONS = st.sampled_from(CHAINED) | st.deferred(
    lambda: st.sampled_from(_terms(OWL.ObjectProperty))
)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    related=st.sets(
        st.tuples(THINGS, RELATIONS, THINGS),
        max_size=10,
    ),
    classed=st.sets(
        st.tuples(THINGS, st.just(str(RDF.type)), st.sampled_from(sorted(map(str, SUPERCLASSES)))),
        max_size=4,
    ),
)
def test_rules_and_reasoner_agree_whatever_is_stated(
    owl_rules: Path, related: set[Link], classed: set[Link]
) -> None:
    links = related | classed
    axioms = Graph()
    for axiom in _plain_axioms():
        axioms.add(axiom)  # type: ignore[arg-type]
    closed = _between_entities((str(s), str(p), str(o)) for s, p, o in _close(axioms, links))
    assert _follow(links, owl_rules) == closed - _between_entities(links)


def test_no_class_follows_from_a_relation_that_does_not_follow_from_the_class(
    links: set[Link], infer: Infer
) -> None:
    turtle = "\n".join(f"<{s}> <{p}> <{o}> ." for s, p, o in links)
    by_class = infer(turtle, only=["superclasses"])
    by_all = {fact for fact in infer(turtle, only=OWL_RULES) if fact[1] == "type"}
    assert by_all == by_class


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
