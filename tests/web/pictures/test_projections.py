"""Our projections put points where d3-geo, which draws the outlines below them, puts them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.web.pictures.projections import (
    MERCATOR_WIDTH,
    WORLD_RATIO,
    equal_earth,
    mercator,
)

NORTHS = st.floats(-90, 90)
EASTS = st.floats(-180, 180)


@pytest.mark.parametrize(
    ("latitude", "longitude", "on_world", "on_square"),
    [
        (42.7, 23.3, (556.365, 91.630), (2033.0, 1326.909)),
        (38.7, -9.1, (477.417, 104.489), (1709.0, 1379.697)),
        (51.2, 71.4, (661.989, 65.954), (2514.0, 1202.014)),
        (-24.6, 25.9, (568.804, 333.921), (2059.0, 2053.926)),
    ],
)
def test_points_are_where_d3_geo_has_them(
    latitude: float,
    longitude: float,
    on_world: tuple[float, float],
    on_square: tuple[float, float],
) -> None:
    assert equal_earth(latitude, longitude, 1000) == pytest.approx(on_world, abs=0.001)
    assert mercator(latitude, longitude) == pytest.approx(on_square, abs=0.001)


@given(NORTHS, EASTS)
def test_every_point_of_earth_is_on_both_maps(latitude: float, longitude: float) -> None:
    x, y = equal_earth(latitude, longitude, 1)
    assert -1e-9 <= x <= 1 + 1e-9
    assert -1e-9 <= y <= WORLD_RATIO + 1e-9
    assert all(-1e-6 <= each <= MERCATOR_WIDTH + 1e-6 for each in mercator(latitude, longitude))


@given(st.floats(-85, 84), EASTS)
def test_north_is_up_and_east_is_right(latitude: float, longitude: float) -> None:
    assert mercator(latitude + 1, longitude)[1] < mercator(latitude, longitude)[1]
    assert equal_earth(latitude + 1, longitude, 1)[1] < equal_earth(latitude, longitude, 1)[1]
    assert mercator(latitude, longitude - 1)[0] < mercator(latitude, longitude)[0]
