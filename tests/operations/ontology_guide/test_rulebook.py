"""Each term tells by which rules it follows, in words that speak of it."""

import pytest

from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.explain import Term, all_terms, explain
from clustergraph.operations.ontology_guide.rulebook import all_rules, consequences
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


@pytest.fixture(scope="module")
def terms(small_graph: GraphStore) -> list[Term]:
    return all_terms(Definitions.read(small_graph), Labels(small_graph), "en")


def names(graph: GraphStore, iri: Iri) -> set[str]:
    term = explain(Definitions.read(graph), Labels(graph), "en", iri)
    return {each.name for each in consequences(term)}


def test_whatever_only_follows_follows_by_some_rule(terms: list[Term]) -> None:
    without = [term.thing.iri for term in terms if term.inferred and not consequences(term)]
    assert without == []


def test_every_rule_adds_some_term(terms: list[Term]) -> None:
    used = {each.name for term in terms for each in consequences(term)}
    assert used == {rule.name for rule in all_rules()}


def test_a_sentence_names_the_term_and_leaves_no_gap(terms: list[Term]) -> None:
    for term in terms:
        for each in consequences(term):
            assert "{" not in each.sentence
    (inverse,) = consequences(next(term for term in terms if term.thing.iri == CG.funds))
    assert inverse.sentence == "“funds” is “funded by” read backwards."


def test_what_is_never_stated_gives_nothing_back(small_graph: GraphStore) -> None:
    assert "inverses" not in names(small_graph, CG.fundedBy)
    assert "inverses" in names(small_graph, CG.funds)


def test_rules_apply_by_the_axioms_of_a_term(small_graph: GraphStore) -> None:
    assert {"transitivity", "subproperties"} <= names(small_graph, CG.partOfTransitive)
    assert {"chains", "subproperties"} <= names(small_graph, CG.fundingSource)
    assert "superclasses" in names(small_graph, CG.Place)
    assert "superclasses" not in names(small_graph, CG.City)
    assert names(small_graph, CG.partOf) == set()
