import pytest

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.explain import all_terms, explain, ontology, uses
from clustergraph.operations.labels import Labels
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG, INFERRED, SIGNATURES


def test_every_property_of_the_vocabulary_is_explained(small_graph: GraphStore) -> None:
    terms = all_terms(small_graph, Labels(small_graph), "en")
    names = {term.thing.iri for term in terms}
    assert names >= set(SIGNATURES)
    assert all(term.definition for term in terms)
    assert {term.thing.iri for term in terms if term.inferred} == INFERRED


def test_a_property_tells_what_it_joins(small_graph: GraphStore) -> None:
    term = explain(small_graph, Labels(small_graph), "en", CG.fundedBy)
    assert not term.is_class
    assert [each.iri for each in term.domain] == [CG.Activity]
    assert CG.Organisation in {each.iri for each in term.range}
    assert [each.iri for each in term.above] == [CG.fundingSource]
    assert [each.iri for each in term.inverse] == [CG.funds]


def test_uses_are_counted(small_graph: GraphStore) -> None:
    labels = Labels(small_graph)
    assert uses(small_graph, explain(small_graph, labels, "en", CG.Country)) == 2
    assert uses(small_graph, explain(small_graph, labels, "en", CG.partner)) == 3
    assert uses(small_graph, explain(small_graph, labels, "en", CG.Venue)) == 0


def test_a_term_that_is_none_is_not_found(small_graph: GraphStore) -> None:
    with pytest.raises(NotFound):
        explain(small_graph, Labels(small_graph), "en", Iri(f"{BASE}ns#Banana"))


def test_the_ontology_names_itself_in_the_readers_language(small_graph: GraphStore) -> None:
    assert ontology(small_graph, "pl").title.text == "Ontologia ClusterGraph"
    assert ontology(small_graph, "de").title.language == "en"
