"""A map shows all that it should, as near as it can, with or without outlines below."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.pictures.charts import chart_of
from clustergraph.web.pictures.outlines import Outlines

SOFIA, MADRID, ASTANA, GABORONE = (42.7, 23.3), (40.4, -3.7), (51.2, 71.4), (-24.6, 25.9)
EVERY_TILE = frozenset(f"{column}-{row}" for column in range(12) for row in range(12))
OUTLINES = Outlines(names=frozenset({"world"}) | EVERY_TILE, digest="abc")
POINTS = st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=9)


@given(POINTS)
def test_every_point_is_on_the_map(points: list[tuple[float, float]]) -> None:
    chart = chart_of(points, Outlines())
    for point in points:
        x, y = chart.at(*point)
        assert 0 <= x <= chart.width
        assert 0 <= y <= chart.height


def test_one_place_stands_in_the_middle() -> None:
    chart = chart_of([SOFIA], OUTLINES)
    assert chart.at(*SOFIA) == (chart.width / 2, chart.height / 2)


def test_a_part_of_the_world_lies_on_tiles_that_cover_the_map() -> None:
    chart = chart_of([SOFIA, MADRID], OUTLINES)
    assert not chart.is_of_world
    assert min(ground.x for ground in chart.grounds) <= 0
    assert max(ground.x + ground.width for ground in chart.grounds) >= chart.width
    assert max(ground.y + ground.height for ground in chart.grounds) >= chart.height
    assert all(ground.href.startswith("/assets/built/outlines/") for ground in chart.grounds)
    assert len(chart.grounds) <= 12


def test_much_of_the_world_lies_on_one_picture_of_it() -> None:
    chart = chart_of([MADRID, ASTANA, GABORONE], OUTLINES)
    assert chart.is_of_world
    assert [ground.href for ground in chart.grounds] == ["/assets/built/outlines/world.svg?abc"]


def test_a_tile_on_which_there_is_only_sea_is_not_asked_for() -> None:
    chart = chart_of([SOFIA], Outlines(names=frozenset({"6-4"}), digest="abc"))
    assert [ground.href for ground in chart.grounds] == ["/assets/built/outlines/6-4.svg?abc"]


@pytest.mark.parametrize("points", [[SOFIA], [MADRID, ASTANA, GABORONE]])
def test_without_outlines_there_is_a_net_of_degrees(points: list[tuple[float, float]]) -> None:
    chart = chart_of(points, Outlines())
    assert chart.grounds == ()
    assert chart.net.startswith("M")
    assert len(chart.net) < 3000


def test_with_outlines_there_is_no_net() -> None:
    assert chart_of([SOFIA], OUTLINES).net == ""


def test_the_tile_below_a_place_is_the_one_that_the_projection_names() -> None:
    chart = chart_of([SOFIA], OUTLINES)
    x, y = chart.at(*SOFIA)
    below = [
        ground.href
        for ground in chart.grounds
        if ground.x <= x < ground.x + ground.width and ground.y <= y < ground.y + ground.height
    ]
    assert below == ["/assets/built/outlines/6-4.svg?abc"]  # 2033, 1327 in tiles of 300
