"""Spread things over a picture: what is related comes near, and no name covers another.

Every step follows from the one before, so that the same things always stand in the same places.
"""

import math
from collections.abc import Sequence
from itertools import combinations
from typing import Final, NamedTuple

__all__ = ["Size", "spread"]

_ROUNDS: Final = 300
_TURN: Final = math.pi * (3 - math.sqrt(5))
"""The golden angle: points that follow each other on a spiral so never lie on one line."""
_FAR: Final = 2.2
"""From where on things no longer push each other away, in distances of related things."""
_TO_THE_MIDDLE: Final = 0.2
_APART_ROUNDS: Final = 400


class Size(NamedTuple):
    """How much room a thing takes with its name."""

    width: float
    height: float


_Points = list[list[float]]


def spread(
    sizes: Sequence[Size], ties: Sequence[tuple[int, int]], *, distance: Size
) -> list[tuple[int, int]]:
    """Return the middle of each thing; quadratic in their number, some tenths of a second for 40.

    The left and the upper edge of all of them are at 0.

    Args:
        sizes: of the things, the most important first: they begin in the middle.
        ties: pairs of places in ``sizes`` that are related.
        distance: of related things, side by side and one above the other.
    """
    points = [_on_spiral(place) for place in range(len(sizes))]
    for round_ in range(_ROUNDS):
        _pull(points, ties, 1 - round_ / _ROUNDS)
    for point in points:
        point[0] *= distance.width
        point[1] *= distance.height
    for _ in range(_APART_ROUNDS):
        if not _part(points, sizes):
            break
    return _from_the_edge(points, sizes)


def _on_spiral(place: int) -> list[float]:
    far = math.sqrt(place + 0.5)
    return [far * math.cos(place * _TURN), far * math.sin(place * _TURN)]


def _pull(points: _Points, ties: Sequence[tuple[int, int]], most: float) -> None:
    """Move each point once: away from those near it, towards its own, and a little to the middle.

    The forces are those of Fruchterman and Reingold (1991), at a distance of one.
    """
    forces = [[-_TO_THE_MIDDLE * x, -_TO_THE_MIDDLE * y] for x, y in points]
    for one, other in combinations(range(len(points)), 2):
        x, y = points[one][0] - points[other][0], points[one][1] - points[other][1]
        if x * x + y * y > _FAR * _FAR:
            continue
        push = 1 / max(x * x + y * y, 0.01)
        _add(forces, one, other, x * push, y * push)
    for one, other in ties:
        x, y = points[one][0] - points[other][0], points[one][1] - points[other][1]
        pull = -math.hypot(x, y)
        _add(forces, one, other, x * pull, y * pull)
    for point, (x, y) in zip(points, forces, strict=True):
        length = math.hypot(x, y) or 1.0
        step = min(length, most) / length
        point[0] += x * step
        point[1] += y * step


def _add(forces: _Points, one: int, other: int, x: float, y: float) -> None:
    forces[one][0] += x
    forces[one][1] += y
    forces[other][0] -= x
    forces[other][1] -= y


def _part(points: _Points, sizes: Sequence[Size]) -> bool:
    """Move apart what covers each other, the shorter way; tell whether there was any."""
    moved = False
    for one, other in combinations(range(len(points)), 2):
        gaps = [
            (sizes[one][axis] + sizes[other][axis]) / 2
            - abs(points[one][axis] - points[other][axis])
            for axis in (0, 1)
        ]
        if min(gaps) <= 0:
            continue
        moved = True
        axis = 0 if gaps[0] < gaps[1] else 1
        way = gaps[axis] / 2 + 0.5
        sign = 1 if points[one][axis] >= points[other][axis] else -1
        points[one][axis] += sign * way
        points[other][axis] -= sign * way
    return moved


def _from_the_edge(points: _Points, sizes: Sequence[Size]) -> list[tuple[int, int]]:
    placed = list(zip(points, sizes, strict=True))
    left = min((point[0] - size.width / 2 for point, size in placed), default=0)
    top = min((point[1] - size.height / 2 for point, size in placed), default=0)
    return [(round(x - left), round(y - top)) for x, y in points]
