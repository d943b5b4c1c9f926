"""Each competency question on what the mappers alone find in our documents.

The rows that a careful reader would write down lie in ``expected/``; what the mappers miss of them
is a known failure with its reason.
"""

from pathlib import Path

import pytest
from pyoxigraph import Literal

from clustergraph.sparql.catalogue import find_query
from clustergraph.store.graph import GraphStore

EXPECTED = Path(__file__).parent / "expected"
MISSED = {
    ("field-projects", "Nature Tourism"): "that the north of Iceland lies in Iceland is not read",
    ("who-taught", "Reza Zadeh"): "no document says that EFCE is short for the Foundation's name",
    (
        "money-behind-a-training",
        "Aid for Trade",
    ): "'jointly with' is read as partnership, not money",
    ("gold-labels", "FEMAC"): "'one of the clusters in … FEMAC' does not make FEMAC a cluster yet",
    ("activities-in-a-country", "Dzmitry Krupski"): "a name before its given name, with a post "
    "behind it, is no speaker yet",
}


def _expected() -> list[tuple[str, str]]:
    return [
        (path.stem, row)
        for path in sorted(EXPECTED.glob("*.tsv"))
        for row in path.read_text(encoding="utf-8").splitlines()[1:]
    ]


def _why_missed(name: str, row: str) -> str | None:
    return next((why for (n, part), why in MISSED.items() if n == name and part in row), None)


def _cases() -> list[object]:
    return [
        pytest.param(
            name, row, marks=[pytest.mark.xfail(reason=why)] if why else [], id=f"{name}-{row}"
        )
        for name, row in _expected()
        for why in [_why_missed(name, row)]
    ]


def _text(value: object) -> str:
    return value.value if isinstance(value, Literal) else ""


def _answer(graph: GraphStore, name: str) -> list[str]:
    header = (EXPECTED / f"{name}.tsv").read_text(encoding="utf-8").splitlines()[0].split("\t")
    rows = graph.select(find_query(name))
    return ["\t".join(_text(row.get(column)) for column in header) for row in rows]


@pytest.mark.parametrize(("name", "row"), _cases())
def test_the_mappers_give_the_row(our_graph: GraphStore, name: str, row: str) -> None:
    assert row in _answer(our_graph, name)


@pytest.mark.parametrize("name", [path.stem for path in sorted(EXPECTED.glob("*.tsv"))])
def test_each_row_brings_the_words_that_say_it(our_graph: GraphStore, name: str) -> None:
    for row in our_graph.select(find_query(name)):
        quotes = [_text(value) for column, value in row.items() if column.endswith("quote")]
        assert quotes
        assert all(quotes)
