import sys

import pytest

from clustergraph.client import Client, Table, Term
from clustergraph.client.frames import to_frame
from clustergraph.errors import MissingExtra

INTEGER = "http://www.w3.org/2001/XMLSchema#integer"


def integer(number: str) -> Term:
    return Term(text=number, kind="literal", datatype=INTEGER)


def test_a_table_becomes_a_frame_with_its_columns_and_values() -> None:
    rows = tuple(
        {"name": Term(text=name, kind="literal"), "n": integer(number)}
        for name, number in (("a", "1"), ("b", "2"))
    )
    frame = to_frame(Table(variables=("n", "name", "none"), rows=rows))
    assert list(frame.columns) == ["n", "name", "none"]
    assert list(frame["n"]) == [1, 2]
    assert frame["none"].isna().all()


def test_a_table_without_rows_keeps_its_columns() -> None:
    assert list(to_frame(Table(variables=("a", "b"), rows=())).columns) == ["a", "b"]


def test_results_become_a_frame(service: str) -> None:
    with Client(service) as client:
        results = client.search("cluster").results
    frame = to_frame(results)
    assert list(frame["iri"]) == [hit.iri for hit in results]


def test_without_pandas_the_way_to_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pandas", None)
    monkeypatch.delitem(sys.modules, "clustergraph.client.frames")
    with pytest.raises(MissingExtra, match=r"pip install 'clustergraph\[pandas\]'"):
        __import__("clustergraph.client.frames")
