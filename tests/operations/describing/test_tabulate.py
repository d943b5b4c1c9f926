import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.tabulate import COLUMNS, rows_about
from clustergraph.operations.labels import Labels
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG


def _rows(graph: GraphStore, local: str) -> list[dict[str, str]]:
    rows = rows_about(graph, Labels(graph), Iri(f"{BASE}{local}"))
    return [dict(zip(COLUMNS, row, strict=True)) for row in rows]


def test_each_passage_of_a_statement_has_a_row(small_graph: GraphStore) -> None:
    rows = _rows(small_graph, "id/4th-training-module-aaaaaaai")
    located = [row for row in rows if row["property"] == CG.locatedIn and row["quote"]]
    assert sorted(row["quote"] for row in located) == [
        "Karanganda hosts the 4th training week",
        "was delivered in Karaganda, Kazakhstan",
    ]
    assert {row["value_label"] for row in located} == {"Karaganda"}
    assert {row["start"] for row in located} == {"0", "150"}


def test_what_is_said_of_a_thing_comes_before_what_is_said_with_it(
    small_graph: GraphStore,
) -> None:
    karaganda = f"{BASE}id/karaganda-aaaaaaah"
    subjects = [row["subject"] == karaganda for row in _rows(small_graph, "id/karaganda-aaaaaaah")]
    assert True in subjects
    assert False in subjects
    assert subjects == sorted(subjects, reverse=True)


def test_a_literal_has_its_language_or_its_datatype(small_graph: GraphStore) -> None:
    rows = _rows(small_graph, "id/4th-training-module-aaaaaaai")
    (count,) = {row["value_datatype"] for row in rows if row["property"] == CG.participantCount}
    assert count.endswith("#integer")
    assert "en" in {row["value_language"] for row in rows}


@pytest.mark.parametrize("local", ["ev/0000000000000004", "doc/71fb2550c3039bbf"])
def test_passages_and_documents_give_the_statements_that_they_carry(
    small_graph: GraphStore, local: str
) -> None:
    quotes = [row["quote"] for row in _rows(small_graph, local)]
    assert "was delivered in Karaganda, Kazakhstan" in quotes


def test_nothing_is_said_of_nothing(small_graph: GraphStore) -> None:
    assert _rows(small_graph, "id/nobody-aaaaaaaa") == []
