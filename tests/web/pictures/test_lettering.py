import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.linking import brief
from clustergraph.web.pictures.drawing import width_of
from clustergraph.web.pictures.lettering import about, cut, wrapped


@given(st.text(), st.integers(20, 300))
def test_what_is_cut_fits(text: str, width: int) -> None:
    assert width_of(cut(text, width, 14), 14) <= width


@given(st.text(max_size=300), st.integers(40, 300), st.integers(1, 4))
def test_no_more_lines_than_there_is_room_for(text: str, width: int, most: int) -> None:
    lines = wrapped(text, width, 14, most)
    assert 1 <= len(lines) <= most
    assert all(width_of(line, 14) <= width for line in lines)


@pytest.mark.parametrize("hidden", ["\u202e", "\u200f", "\x00", "\n", "\u2028"])
def test_marks_that_reorder_what_stands_beside_them_are_not_drawn(hidden: str) -> None:
    assert cut(f"one{hidden}two", 300, 14) == "one two"


def test_who_points_at_a_name_is_told_of_it_only_where_it_was_cut() -> None:
    assert about("short", cut("short", 300, 14)) == ""
    long = "a very long name of something " * 3
    assert about(long, cut(long, 100, 14)) == long
    assert len(brief("x" * 5000)) < 200
