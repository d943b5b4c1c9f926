"""How a statement follows is found by the rules themselves, the shortest way first."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pyoxigraph import NamedNode, Quad, Triple

from clustergraph.iris import graph_iri
from clustergraph.operations.proving.prove import Proof, prove
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.sparql.rules import read_rule, read_rules
from clustergraph.store.graph import GraphStore
from clustergraph.store.inferring import RULES
from clustergraph.store.writing import write_store
from clustergraph.vocab import CG

ASSERTED, INFERRED = NamedNode(graph_iri("asserted")), NamedNode(graph_iri("inferred"))
MADE = """
week partOf course
course partOf project
project fundedBy programme
programme fundedBy union
week fundedBy sister
sister fundedBy union
a partOf b
b partOf a
"""
ANOTHER_RULE = """# Whoever funds “{?whole}” is a patron of its parts.
# because: ?whole cg:fundedBy ?payer . ?part cg:partOf ?whole
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX graph: <https://w3id.org/clustergraph/graph/>
INSERT { GRAPH graph:inferred { ?payer cg:patronOf ?part } }
USING graph:asserted
USING graph:inferred
WHERE {
  ?whole cg:fundedBy ?payer .
  ?part cg:partOf ?whole .
  FILTER NOT EXISTS { ?payer cg:patronOf ?part }
}
"""


def _triple(words: str) -> Triple:
    subject, predicate, object_ = words.split()
    ends = (
        NamedNode(f"urn:{subject}"),
        NamedNode(f"{CG.Cluster.removesuffix('Cluster')}{predicate}"),
    )
    return Triple(*ends, NamedNode(f"urn:{object_}"))


def _made() -> Iterator[Quad]:
    yield from ontology_quads()
    for line in MADE.strip().splitlines():
        triple = _triple(line)
        yield Quad(triple.subject, triple.predicate, triple.object, ASSERTED)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> GraphStore:
    path = tmp_path_factory.mktemp("proofs") / "store"
    write_store(path, _made())
    return GraphStore.open(path)


def _prove(graph: GraphStore, words: str) -> list[Proof]:
    return prove(graph, _triple(words), read_rules(RULES))


def _premises(proof: Proof) -> set[Triple]:
    return {statement for statement, way in proof.steps.items() if way is None}


def test_what_is_made_needs_no_rule(graph: GraphStore) -> None:
    (proof,) = _prove(graph, "week partOf course")
    assert proof.steps == {_triple("week partOf course"): None}


def test_what_does_not_hold_has_no_way(graph: GraphStore) -> None:
    assert _prove(graph, "union fundingSource week") == []


def test_a_way_ends_in_statements_that_are_made(graph: GraphStore) -> None:
    first, *_ = _prove(graph, "project fundingSource union")
    assert _premises(first) == {
        _triple("project fundedBy programme"),
        _triple("programme fundedBy union"),
    }


def test_the_shortest_way_comes_first(graph: GraphStore) -> None:
    ways = _prove(graph, "week fundingSource union")
    assert [len(way.steps) for way in ways] == sorted(len(way.steps) for way in ways)
    assert _premises(ways[0]) == {_triple("week fundedBy sister"), _triple("sister fundedBy union")}
    assert _triple("week partOf course") in _premises(ways[1])


def test_no_way_goes_in_a_circle(graph: GraphStore) -> None:
    for words in ("a partOfTransitive a", "a partOfTransitive b", "b hasPart a"):
        for proof in _prove(graph, words):
            order = list(proof.steps)
            for statement, way in proof.steps.items():
                assert not way or statement not in way.premises
            assert order[0] == _triple(words)
            assert _reaches_only_what_is_made(proof, order[0], frozenset())


def _reaches_only_what_is_made(proof: Proof, statement: Triple, above: frozenset[Triple]) -> bool:
    way = proof.steps[statement]
    return statement not in above and all(
        _reaches_only_what_is_made(proof, premise, above | {statement})
        for premise in (way.premises if way else ())
    )


def test_everything_that_follows_can_be_proven(graph: GraphStore) -> None:
    rules = read_rules(RULES)
    for quad in graph.quads(graph=INFERRED):
        proofs = prove(graph, quad.triple, rules)
        assert proofs, quad
        assert all(_premises(proof) for proof in proofs)


def test_a_rule_of_which_nobody_knows_explains_what_it_adds(tmp_path: Path) -> None:
    (tmp_path / "patrons.rq").write_text(ANOTHER_RULE, "utf-8")
    write_store(tmp_path / "store", _made(), tmp_path)
    (proof,) = prove(
        GraphStore.open(tmp_path / "store"),
        _triple("programme patronOf course"),
        [read_rule(tmp_path / "patrons.rq")],
    )
    assert _premises(proof) == {
        _triple("project fundedBy programme"),
        _triple("course partOf project"),
    }
