"""Each competency question gets exactly the rows that a careful reader would write down.

The expected rows lie in ``expected/``, one file a question. They name things by their labels and
leave out the columns of quotes, which must stand in the document that the row names.
"""

import re
from pathlib import Path

import pytest
from pyoxigraph import Literal, QuerySolutions, Store
from rdflib.plugins.sparql import prepareQuery

from clustergraph.locations import DOCUMENTS, QUERIES
from clustergraph.rdf.ontology import ontology_quads

EXPECTED = Path(__file__).parent / "expected"
QUESTIONS = sorted(path for path in QUERIES.rglob("*.rq") if "\n# number: " in path.read_text())
HEADER = re.compile(
    r"# [A-Z][^\n]+\?\n"
    r"# asked by: (?P<who>[^\n]+)\n"
    r"# number: (?P<number>\d+)\n"
    r"# least: (?P<least>\d+)\n"
)

Row = dict[str, str]


@pytest.fixture(params=QUESTIONS, ids=[path.stem for path in QUESTIONS])
def question(request: pytest.FixtureRequest) -> Path:
    path = request.param
    assert isinstance(path, Path)
    return path


@pytest.fixture
def rows(question: Path, ideal_graph: Store) -> list[Row]:
    """Return the answer, unbound values as empty strings."""
    answer = ideal_graph.query(question.read_text(), use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    names = [variable.value for variable in answer.variables]
    return [dict(zip(names, map(_text, solution), strict=True)) for solution in answer]


def _text(value: object) -> str:
    assert value is None or isinstance(value, Literal)
    return value.value if value else ""


def _is_quote(column: str) -> bool:
    return column.endswith("quote")


def _read(path: Path) -> list[Row]:
    header, *lines = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [dict(zip(header, line, strict=True)) for line in lines]


def test_the_answer_is_the_one_expected(question: Path, rows: list[Row]) -> None:
    expected = _read(EXPECTED / f"{question.stem}.tsv")
    assert [{c: row[c] for c in row if not _is_quote(c)} for row in rows] == expected


def test_every_quote_stands_in_the_document_that_the_row_names(rows: list[Row]) -> None:
    for row in rows:
        text = (DOCUMENTS / row["document"]).read_bytes().decode()
        quotes = [value for column, value in row.items() if _is_quote(column)]
        assert quotes
        assert all(quote in text for quote in quotes)
        assert all(quotes)


def test_the_header_says_who_asks_what_and_how_many_rows_to_expect(
    question: Path, rows: list[Row]
) -> None:
    header = HEADER.match(question.read_text())
    assert header is not None
    assert len(rows) >= int(header["least"])


def test_a_graph_without_facts_gives_no_rows_and_no_error(question: Path) -> None:
    store = Store()
    store.extend(ontology_quads())
    answer = store.query(question.read_text(), use_default_graph_as_union=True)
    assert isinstance(answer, QuerySolutions)
    assert list(answer) == []


def test_a_client_that_only_knows_sparql_1_1_can_read_the_query(question: Path) -> None:
    assert prepareQuery(question.read_text()).algebra.name == "SelectQuery"


def test_the_first_eight_questions_are_all_there() -> None:
    numbers = sorted(int(HEADER.match(path.read_text())["number"]) for path in QUESTIONS)  # type: ignore[index]
    assert numbers == [1, 2, 10, 11, 15, 18, 28, 34]
