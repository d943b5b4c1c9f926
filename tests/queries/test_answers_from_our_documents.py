"""Each competency question gets, from the published graph of our documents, the expected rows.

What is asked here is what mappers and people made together of ``data/documents``: neither a row
too few nor one too many.
"""

import pytest

from clustergraph.sparql.catalogue import NamedQuery, find_query
from clustergraph.store.graph import GraphStore
from given.questions import (
    GRAPH_QUESTIONS,
    QUESTIONS,
    answer,
    expected_columns,
    expected_rows,
    lacking_words,
    recounted,
    shown,
    stated_in,
)

each_question = pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.name)


@each_question
def test_our_documents_give_the_answer_expected(
    our_graph: GraphStore, question: NamedQuery
) -> None:
    found = shown(answer(our_graph, question), expected_columns(question))
    assert found == expected_rows(question)


@pytest.mark.parametrize("question", GRAPH_QUESTIONS, ids=lambda question: question.name)
def test_our_documents_give_the_graph_expected(our_graph: GraphStore, question: NamedQuery) -> None:
    triples = our_graph.construct(question)
    assert stated_in(triples) == expected_rows(question)
    assert len(triples) >= question.least


@each_question
def test_each_row_brings_the_words_that_say_it(our_graph: GraphStore, question: NamedQuery) -> None:
    rows = answer(our_graph, question)
    assert [lacking_words(row) for row in rows] == [[]] * len(rows)


def test_statements_and_passages_are_counted_as_one_would_by_hand(our_graph: GraphStore) -> None:
    by_hand = recounted(our_graph)
    assert shown(answer(our_graph, find_query("statements-per-document")), by_hand[0]) == by_hand
