"""The ontology as a graph, and what the rules make of a few statements."""

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeAlias

import pytest
from pyoxigraph import Literal, NamedNode, Quad, RdfFormat, Store, Triple, parse
from rdflib import Graph

from clustergraph.iris import BASE, graph_iri
from clustergraph.locations import ONTOLOGY
from clustergraph.rdf.ontology import ontology_quads

Fact: TypeAlias = tuple[str, str, str]
Infer: TypeAlias = Callable[..., set[Fact]]

PREFIXES = f"""
PREFIX cg: <{BASE}ns#>
PREFIX : <{BASE}id/>
PREFIX doc: <{BASE}doc/>
PREFIX ev: <{BASE}ev/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
IDEAL = Path(__file__).parents[1] / "queries" / "ideal.trig"
ASSERTED = NamedNode(graph_iri("asserted"))
INFERRED = NamedNode(graph_iri("inferred"))


@pytest.fixture(scope="session")
def ontology() -> Graph:
    graph = Graph()
    for path in ONTOLOGY.glob("*.ttl"):
        graph.parse(path, format="turtle")
    return graph


@pytest.fixture(scope="session")
def asserted() -> list[Triple]:
    """All that a careful reader finds in our documents."""
    quads = parse(path=IDEAL, format=RdfFormat.TRIG)
    return [quad.triple for quad in quads if quad.graph_name == ASSERTED]


@pytest.fixture(scope="session")
def links(asserted: list[Triple]) -> set[Fact]:
    """All links between entities, and their types, among what is asserted."""
    return {
        (subject.value, predicate.value, object_.value)
        for subject, predicate, object_ in asserted
        if isinstance(subject, NamedNode) and isinstance(object_, NamedNode)
    }


@pytest.fixture(scope="session")
def rule_files() -> list[Path]:
    return sorted((ONTOLOGY / "rules").glob("*.rq"))


@pytest.fixture
def infer(rule_files: list[Path]) -> Infer:
    """Give what follows from Turtle, as triples of local names, by all rules or by those named."""

    def run(
        turtle: str, *, evidence: str = "", only: Iterable[str] = (), terms: Path = ONTOLOGY
    ) -> set[Fact]:
        store = Store()
        store.extend(ontology_quads(terms))
        _add(store, turtle, ASSERTED)
        _add(store, evidence, NamedNode(graph_iri("doc/1")))
        rules = [path.read_text() for path in rule_files if not only or path.stem in only]
        before = -1
        while before < len(store):
            before = len(store)
            for rule in rules:
                store.update(rule)
        return {_local(quad) for quad in store.quads_for_pattern(None, None, None, INFERRED)}

    return run


def _add(store: Store, turtle: str, graph: NamedNode) -> None:
    for quad in parse(PREFIXES + turtle, format=RdfFormat.TURTLE):
        store.add(Quad(quad.subject, quad.predicate, quad.object, graph))


def _local(quad: Quad) -> Fact:
    assert isinstance(quad.subject, NamedNode)
    assert isinstance(quad.object, NamedNode | Literal)
    subject, predicate, object_ = (
        re.split("[/#]", term.value)[-1] for term in (quad.subject, quad.predicate, quad.object)
    )
    return subject, predicate, object_
