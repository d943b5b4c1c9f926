"""Each competency question gets exactly the rows that a careful reader would write down.

What is asked here is the ideal graph, so that a query is proven whatever the mappers find.
"""

import re

import pytest
from rdflib.plugins.sparql import prepareQuery

from clustergraph.sparql.catalogue import NamedQuery, find_query
from clustergraph.store.graph import GraphStore
from given.questions import (
    GRAPH_QUESTIONS,
    QUESTIONS,
    Row,
    answer,
    columns,
    expected_columns,
    expected_rows,
    lacking_words,
    recounted,
    shown,
    without_words,
)

COUNTS = {"statements", "passages", "reviewed"}
"""How finely a graph puts what it says; not for a reader to foretell."""
PROOF = re.compile(r"quote|\w+_quote|\w+_document")
ORDER = re.compile(r"\nORDER BY (?P<keys>[^\n]+)\n\Z")


@pytest.fixture(params=QUESTIONS, ids=[question.name for question in QUESTIONS])
def question(request: pytest.FixtureRequest) -> NamedQuery:
    asked = request.param
    assert isinstance(asked, NamedQuery)
    return asked


@pytest.fixture
def rows(question: NamedQuery, ideal_graph: GraphStore) -> list[Row]:
    return answer(ideal_graph, question)


def test_the_answer_is_the_one_expected(question: NamedQuery, rows: list[Row]) -> None:
    assert shown(rows, expected_columns(question)) == expected_rows(question)


def test_only_proofs_and_counts_of_passages_are_left_out_of_the_expected_rows(
    question: NamedQuery,
) -> None:
    told = [c for c in columns(question) if not PROOF.fullmatch(c) and c not in COUNTS]
    assert expected_columns(question) == told


def test_every_row_brings_the_words_that_say_it(question: NamedQuery, rows: list[Row]) -> None:
    assert ("quote" in columns(question)) != without_words(question)
    assert [lacking_words(row) for row in rows] == [[]] * len(rows)


def test_the_header_says_who_asks_what_and_how_many_rows_to_expect(
    question: NamedQuery, rows: list[Row]
) -> None:
    assert re.fullmatch(r"[A-Z].+\?", question.question)
    assert question.asked_by
    assert question.least <= len(rows)
    assert question.least > 0 or not expected_rows(question)


def test_the_order_of_the_rows_leaves_nothing_to_chance(
    question: NamedQuery, rows: list[Row]
) -> None:
    order = ORDER.search(question.text)
    assert order is not None
    keys = re.findall(r"\?(\w+)", order["keys"])
    assert len({tuple(row.get(key, "") for key in keys) for row in rows}) == len(rows)


def test_a_graph_without_facts_gives_no_rows_and_no_error(
    question: NamedQuery, empty_graph: GraphStore
) -> None:
    assert answer(empty_graph, question) == []


def test_a_passage_that_a_person_rejected_proves_nothing(
    question: NamedQuery, rejected_graph: GraphStore
) -> None:
    assert not any(row.get("quote") for row in answer(rejected_graph, question))


def test_a_client_that_only_knows_sparql_1_1_can_read_the_query(question: NamedQuery) -> None:
    assert prepareQuery(question.text).algebra.name == "SelectQuery"


def test_all_forty_questions_are_there() -> None:
    numbers = [question.number or 0 for question in [*QUESTIONS, *GRAPH_QUESTIONS]]
    assert sorted(numbers) == list(range(1, 41))


def test_statements_and_passages_are_counted_as_one_would_by_hand(ideal_graph: GraphStore) -> None:
    by_hand = recounted(ideal_graph)
    assert shown(answer(ideal_graph, find_query("statements-per-document")), by_hand[0]) == by_hand
