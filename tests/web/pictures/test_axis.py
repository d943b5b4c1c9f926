"""An axis has room for all its days, and few enough lines to be read."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.pictures.axis import axis_of

WIDTH = 480


@given(st.lists(st.dates(), min_size=1, max_size=9))
def test_every_day_stands_on_the_axis_and_after_those_before_it(days: list[date]) -> None:
    axis = axis_of(days, WIDTH)
    places = [axis.x(day) for day in sorted(days)]
    assert places == sorted(places)
    assert all(0 <= axis.x(day) <= axis.end_x(day) <= WIDTH for day in days)


@given(st.lists(st.dates(), min_size=1, max_size=9))
def test_there_are_few_lines_and_all_on_the_axis(days: list[date]) -> None:
    axis = axis_of(days, WIDTH)
    assert len(axis.ticks) <= 8
    assert all(axis.first <= tick <= axis.last for tick in axis.ticks)


@pytest.mark.parametrize(
    ("days", "ticks"),
    [
        ([date(2018, 2, 19), date(2018, 2, 23)], ["2018-02"]),
        ([date(2017, 5, 1), date(2018, 3, 3)], ["2017-07", "2017-10", "2018-01"]),
        ([date(2016, 11, 1), date(2018, 2, 23)], ["2017", "2018"]),
        ([date(1990, 1, 1), date(2009, 1, 1)], ["1990", "1995", "2000", "2005"]),
    ],
)
def test_lines_stand_where_months_or_years_begin(days: list[date], ticks: list[str]) -> None:
    axis = axis_of(days, WIDTH)
    written = "%Y" if axis.is_of_years else "%Y-%m"
    assert [tick.strftime(written) for tick in axis.ticks] == ticks
