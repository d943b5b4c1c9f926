"""A term is shown at work: how often, in whose words, and by a query that anybody can ask."""

import pytest

from clustergraph.model import Iri
from clustergraph.operations.consult import consult
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.ontology_guide.definitions import Definitions
from clustergraph.operations.ontology_guide.exemplify import (
    examples,
    questions_with,
    ready_query,
    uses,
)
from clustergraph.operations.ontology_guide.explain import Term, all_terms, explain
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


def term(graph: GraphStore, iri: Iri) -> Term:
    return explain(Definitions.read(graph), Labels(graph), "en", iri)


@pytest.mark.parametrize(
    ("iri", "asserted", "inferred", "documents"),
    [
        (CG.City, 1, 0, 1),
        (CG.Place, 0, 3, 2),
        (CG.partner, 3, 0, 1),
        (CG.partnerIn, 0, 3, 0),
        (CG.Venue, 0, 0, 0),
    ],
)
def test_uses_are_counted_by_how_they_came(
    small_graph: GraphStore, iri: Iri, asserted: int, inferred: int, documents: int
) -> None:
    found = uses(small_graph, term(small_graph, iri))
    assert (found.asserted, found.inferred, found.documents) == (asserted, inferred, documents)
    assert found.total == asserted + inferred


def test_what_is_said_of_passages_is_counted_apart(small_graph: GraphStore) -> None:
    found = uses(small_graph, term(small_graph, CG.quote))
    assert found.asserted == found.inferred == 0
    assert found.elsewhere == uses(small_graph, term(small_graph, CG.Evidence)).elsewhere > 0


def test_the_ready_query_gives_rows_where_there_are_uses(our_graph: GraphStore) -> None:
    for each in all_terms(Definitions.read(our_graph), Labels(our_graph), "en"):
        bound = {"class" if each.is_class else "property": each.thing.iri}
        rows = consult(our_graph, ready_query(each), **bound)
        assert bool(rows) == bool(uses(our_graph, each).total), each.thing.iri


def test_an_example_is_a_statement_with_its_words(small_graph: GraphStore) -> None:
    found = examples(small_graph, Labels(small_graph), term(small_graph, CG.coordinatedBy))
    (only,) = found
    assert only.thing.label.text == "TRACE-KEI"
    assert isinstance(only.value, Thing)
    assert only.value.label.text == "DARE"
    assert only.passage is not None
    assert only.passage.quote.text == "DARE. от Италия – координатор на проекта"


def test_examples_come_from_several_documents_and_languages(our_graph: GraphStore) -> None:
    found = examples(our_graph, Labels(our_graph), term(our_graph, CG.partOf))
    passages = [each.passage for each in found if each.passage]
    assert len(found) == len(passages) == 5
    assert len({passage.document.iri for passage in passages}) == 5
    assert {passage.quote.language for passage in passages} == {"en", "pl", "bg"}


def test_what_no_text_says_is_shown_without_words(small_graph: GraphStore) -> None:
    found = examples(small_graph, Labels(small_graph), term(small_graph, CG.partnerIn))
    assert len(found) == 3
    assert {each.passage for each in found} == {None}


def test_a_passage_is_its_own_example(small_graph: GraphStore) -> None:
    labels = Labels(small_graph)
    for iri in (CG.Evidence, CG.confidence):
        found = examples(small_graph, labels, term(small_graph, iri))
        assert len(found) == 5
        assert all(each.passage and each.passage.iri == each.thing.iri for each in found)


def test_rejected_passages_are_no_examples(small_graph: GraphStore) -> None:
    labels = Labels(small_graph)
    found = examples(small_graph, labels, term(small_graph, CG.partner))
    assert len(found) == 3
    assert "Kazakhstan SME Competitiveness Project" not in {each.thing.label.text for each in found}


def test_an_unused_term_has_no_example(small_graph: GraphStore) -> None:
    assert examples(small_graph, Labels(small_graph), term(small_graph, CG.Venue)) == ()


def test_questions_are_found_by_the_terms_that_they_name() -> None:
    names = {question.name for question in questions_with(CG.taughtBy)}
    assert "who-taught" in names
    assert not any(question.number is None for question in questions_with(CG.partOf))
    assert "who-taught" not in {question.name for question in questions_with(CG.maintainedBy)}
