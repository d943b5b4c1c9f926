"""The ground of a map: the part of the Earth that it shows, its outlines, its net of degrees.

What stands on it is decided in ``map``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor
from typing import Final, TypeAlias

from clustergraph.web.pictures.outlines import TILE, Outlines
from clustergraph.web.pictures.projections import (
    MERCATOR_WIDTH,
    WORLD_RATIO,
    equal_earth,
    mercator,
)

__all__ = ["Chart", "Ground", "chart_of"]

Point: TypeAlias = tuple[float, float]
"""Latitude and longitude in degrees, or x and y."""

_WIDTH: Final = 480
_HEIGHT: Final = 300
_ROOM: Final = 1.3
"""How much wider a map is than what it shows."""
_WORLD_WIDTH: Final = 1_000.0
_LEAST_OF_WORLD: Final = 250.0
_LEAST_OF_SQUARE: Final = 280.0
"""Twenty-eight degrees: enough to see which country it is."""
_MOST_OF_SQUARE: Final = 750.0
"""Seventy-five degrees: what is wider is shown as a part of the world."""
_NET_OF_PART: Final = 10
_NET_OF_WORLD: Final = 30
"""Degrees between two lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A picture of outlines and where it lies; parts of it may lie outside of the map."""

    href: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plane:
    """A projection, and the box of its plane that a map shows."""

    is_world: bool
    left: float
    top: float
    width: float

    @property
    def scale(self) -> float:
        return _WIDTH / self.width

    def at(self, latitude: float, longitude: float) -> Point:
        """Return where a point stands on the map."""
        x, y = _projected(latitude, longitude, is_world=self.is_world)
        return round((x - self.left) * self.scale, 1), round((y - self.top) * self.scale, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A map without anything on it; ``net`` is a path of SVG, drawn where there are no outlines."""

    width: int
    height: int
    grounds: tuple[Ground, ...]
    net: str
    plane: _Plane

    @property
    def is_of_world(self) -> bool:
        """Whether it shows so much that what lies in one country lies close together."""
        return self.plane.is_world

    def at(self, latitude: float, longitude: float) -> Point:
        """Return x and y of a point on Earth."""
        return self.plane.at(latitude, longitude)


def chart_of(points: Sequence[Point], outlines: Outlines) -> Chart:
    """Choose the part of the Earth that shows all points, of which there is at least one."""
    plane = _plane(points)
    grounds = tuple(_world(plane, outlines) if plane.is_world else _tiles(plane, outlines))
    net = "" if grounds else _net(plane)
    return Chart(width=_WIDTH, height=_HEIGHT, grounds=grounds, net=net, plane=plane)


def _plane(points: Sequence[Point]) -> _Plane:
    near = _fitted(points, is_world=False)
    return near if near.width <= _MOST_OF_SQUARE else _fitted(points, is_world=True)


def _fitted(points: Sequence[Point], *, is_world: bool) -> _Plane:
    """Put the points into the middle, as far as the plane reaches."""
    places = [_projected(*point, is_world=is_world) for point in points]
    (west, north), (east, south) = _corners(places)
    most, high = (_WORLD_WIDTH, _WORLD_WIDTH * WORLD_RATIO) if is_world else (MERCATOR_WIDTH,) * 2
    least = _LEAST_OF_WORLD if is_world else _LEAST_OF_SQUARE
    width = max((east - west) * _ROOM, (south - north) * _ROOM * _WIDTH / _HEIGHT, least)
    height = width * _HEIGHT / _WIDTH
    return _Plane(
        is_world=is_world,
        left=_kept((west + east - width) / 2, most - width),
        top=_kept((north + south - height) / 2, high - height),
        width=width,
    )


def _kept(start: float, most: float) -> float:
    """Keep a box inside of its plane, or in its middle where it is larger."""
    return max(0.0, min(start, most)) if most > 0 else most / 2


def _projected(latitude: float, longitude: float, *, is_world: bool) -> Point:
    if is_world:
        return equal_earth(latitude, longitude, _WORLD_WIDTH)
    return mercator(latitude, longitude)


def _world(plane: _Plane, outlines: Outlines) -> Iterator[Ground]:
    if outlines.world:
        yield _ground(plane, outlines.world, (0, 0), (_WORLD_WIDTH, _WORLD_WIDTH * WORLD_RATIO))


def _tiles(plane: _Plane, outlines: Outlines) -> Iterator[Ground]:
    for column in _between(plane.left, plane.width):
        for row in _between(plane.top, plane.width * _HEIGHT / _WIDTH):
            if href := outlines.tile(column, row):
                yield _ground(plane, href, (column * TILE, row * TILE), (TILE, TILE))


def _between(start: float, length: float) -> Iterable[int]:
    return range(floor(start / TILE), ceil((start + length) / TILE))


def _ground(plane: _Plane, href: str, corner: Point, size: Point) -> Ground:
    return Ground(
        href=href,
        x=round((corner[0] - plane.left) * plane.scale, 2),
        y=round((corner[1] - plane.top) * plane.scale, 2),
        width=round(size[0] * plane.scale, 2),
        height=round(size[1] * plane.scale, 2),
    )


def _net(plane: _Plane) -> str:
    """Draw meridians and parallels; on both projections the parallels are straight."""
    step = _NET_OF_WORLD if plane.is_world else _NET_OF_PART
    norths = range(-90, 91, _NET_OF_PART) if plane.is_world else (-80, 80)
    meridians = [[plane.at(north, east) for north in norths] for east in range(-180, 181, step)]
    parallels = [[plane.at(north, east) for east in (-180, 180)] for north in range(-60, 81, step)]
    return "".join(_line(points) for points in (*meridians, *parallels) if _is_seen(points))


def _line(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in points)


def _is_seen(points: Sequence[Point]) -> bool:
    """Tell whether a line runs within the bounds of the map; all of them cross it or miss it."""
    (west, north), (east, south) = _corners(points)
    return west <= _WIDTH and east >= 0 and north <= _HEIGHT and south >= 0


def _corners(points: Iterable[Point]) -> tuple[Point, Point]:
    """Return the north-western and the south-eastern corner of a box round the points."""
    xs, ys = zip(*points, strict=True)
    return (min(xs), min(ys)), (max(xs), max(ys))
