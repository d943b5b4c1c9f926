from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.decisions.table import Row, append_row, read_rows
from clustergraph.errors import CurationError
from given.strategies import unhurried

COLUMNS = ("decision", "quote", "why")


def table(path: Path, *lines: str) -> list[Row | CurationError]:
    path.write_bytes("\n".join(lines).encode())
    return list(read_rows(path, COLUMNS))


def errors(rows: list[Row | CurationError]) -> list[str]:
    return [str(row) for row in rows if isinstance(row, CurationError)]


def test_remarks_and_blank_lines_are_no_rows(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    rows = table(path, "# who", "", "decision\tquote\twhy", "add\tso it is\t", "# no", "")
    (row,) = rows
    assert isinstance(row, Row)
    assert row.cells == {"decision": "add", "quote": "so it is", "why": ""}
    assert row.location == f"{path}:4"


def test_a_missing_file_has_no_rows(tmp_path: Path) -> None:
    assert list(read_rows(tmp_path / "none.tsv", COLUMNS)) == []


def test_cells_missing_at_the_end_are_empty(tmp_path: Path) -> None:
    (row,) = table(tmp_path / "t.tsv", "\t".join(COLUMNS), "add")
    assert isinstance(row, Row)
    assert row["why"] == ""


def test_windows_line_ends_and_a_byte_order_mark_do_no_harm(tmp_path: Path) -> None:
    (row,) = table(tmp_path / "t.tsv", "\ufeffdecision\tquote\twhy\r", "add\ta\tb\r")
    assert isinstance(row, Row)
    assert row["why"] == "b"


def test_another_header_is_named_with_its_line(tmp_path: Path) -> None:
    found = errors(table(tmp_path / "t.tsv", "# x", "decision\twhy", "add\tb"))
    reason = "the first line must name the columns: decision, quote, why (parted by tabs)."
    assert found == [f"{tmp_path / 't.tsv'}:2: {reason}"]


def test_a_row_with_too_many_cells_is_named_and_the_next_is_read(tmp_path: Path) -> None:
    rows = table(tmp_path / "t.tsv", "\t".join(COLUMNS), "add\ta\tb\tc", "add\ta\tb")
    assert errors(rows) == [
        f"{tmp_path / 't.tsv'}:2: the row has 4 cells, more than the 3 columns."
    ]
    assert isinstance(rows[1], Row)


def test_a_file_that_is_not_utf8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_bytes(b"decision\xff")
    (error,) = read_rows(path, COLUMNS)
    assert isinstance(error, CurationError)
    assert "byte 8 is not UTF-8" in error.reason


def test_a_row_is_added_after_a_last_line_without_its_end(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("\t".join(COLUMNS) + "\nadd\ta\tb", encoding="utf-8")
    append_row(path, COLUMNS, {"decision": "reject", "quote": "x"})
    assert [row["decision"] for row in read_rows(path, COLUMNS) if isinstance(row, Row)] == [
        "add",
        "reject",
    ]


@unhurried
@given(quote=st.text(st.characters(codec="utf-8"), min_size=1).filter(lambda t: t == t.strip()))
def test_any_quote_comes_back_as_it_was_written(
    quote: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("table") / "t.tsv"
    append_row(path, COLUMNS, {"decision": "add", "quote": quote})
    (row,) = read_rows(path, COLUMNS)
    assert isinstance(row, Row)
    assert row["quote"] == quote
