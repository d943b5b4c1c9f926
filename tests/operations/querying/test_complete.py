"""What a query may be completed with is what the version holds, and what its ontology defines."""

import pytest

from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.querying.complete import Completions, complete
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


@pytest.fixture(scope="module")
def completions(small_graph: GraphStore) -> Completions:
    return complete(small_graph, Definitions.read(small_graph))


def test_no_term_is_both_a_class_and_a_property(completions: Completions) -> None:
    classes = {term.iri for term in completions.classes}
    properties = {term.iri for term in completions.properties}
    assert CG.Cluster in classes
    assert CG.fundedBy in properties
    assert classes.isdisjoint(properties)


def test_terms_that_nothing_uses_are_there_too_and_come_last(completions: Completions) -> None:
    totals = [term.total for term in completions.classes]
    assert totals == sorted(totals, reverse=True)
    assert totals[0] > 0
    assert totals[-1] == 0


def test_terms_of_others_are_there_where_they_are_used(completions: Completions) -> None:
    label = next(it for it in completions.properties if it.iri == expand("skos:prefLabel"))
    assert label.total > 0


def test_uses_are_counted_by_class(completions: Completions, small_graph: GraphStore) -> None:
    uses = completions.uses[CG.City]
    label = expand("skos:prefLabel")
    labels = [
        quad
        for typed in small_graph.quads()
        if typed.predicate.value == expand("rdf:type")
        and getattr(typed.object, "value", "") == CG.City
        for quad in small_graph.quads()
        if quad.subject == typed.subject and quad.predicate.value == label
    ]
    assert uses[label] == len(labels) > 0
    assert CG.startDate not in uses
