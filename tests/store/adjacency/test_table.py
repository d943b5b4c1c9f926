"""Rows of a table are read as they were written, and found by their thing."""

from array import array
from collections.abc import Iterable, Mapping
from pathlib import Path

import pytest

from clustergraph.model import Iri
from clustergraph.store.adjacency import Key, Way
from clustergraph.store.adjacency.table import WORD, Row, Table

A, B, C, IN, KIND = (Iri(f"https://example.org/{name}") for name in ("a", "b", "ç", "in", "kind"))
COMING: Key = (Way.INCOMING, IN, KIND)
COUNTED: Key = (Way.SAID, IN, "")


def row(thing: Iri, key: Key, total: int, *members: Iri) -> Row:
    def numbers(places: Mapping[str, int]) -> Iterable[int]:
        return [places[member] for member in members]

    return Row(thing, key, total, members, numbers)


@pytest.fixture
def table() -> Table:
    return Table.made_of([row(B, COUNTED, 3), row(B, COMING, 2, C, A), row(A, COUNTED, 1)])


def test_the_rows_of_a_thing_stand_in_the_order_of_their_keys(table: Table) -> None:
    entries = list(table.of(B))
    assert [(each.key, each.total) for each in entries] == [(COMING, 2), (COUNTED, 3)]
    assert [table.iris[number] for number in entries[0].numbers] == [C, A]
    assert list(table.of(C)) == []
    assert list(table.of(Iri("https://example.org/none"))) == []


def test_only_what_has_a_row_is_a_thing_of_the_table(table: Table) -> None:
    assert list(table.things()) == [A, B]
    assert len(table) == 3


def test_iris_are_sorted_and_found_by_all_of_their_letters(table: Table) -> None:
    assert list(table.iris) == sorted([A, B, C, IN, KIND], key=lambda iri: iri.encode())
    assert [table.iris.find(iri) for iri in table.iris] == list(range(len(table.iris)))
    assert [table.iris.find(iri) for iri in ("https://example.org/", f"{A}a", "")] == [None] * 3
    assert table.iris[1:3] == [table.iris[1], table.iris[2]]


def test_a_table_of_nothing_has_nothing() -> None:
    empty = Table.made_of([])
    assert (len(empty), list(empty.things()), list(empty.of(A))) == (0, [], [])


def test_numbers_take_four_bytes() -> None:
    assert array(WORD).itemsize == 4


def test_a_folder_without_a_table_is_none(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="iris"):
        Table.open(tmp_path)
