"""Where a place on Earth stands on a map: pure functions on degrees and units of the drawing.

The world is drawn as Equal Earth has it, on which no country is larger than it is; a part of it by
Mercator's, which keeps shapes. The outlines that ``scripts/outlines.js`` writes are drawn by the
same two.
"""

from math import asin, cos, log, pi, radians, sin, sqrt, tan
from typing import Final

__all__ = ["MERCATOR_WIDTH", "NORTHMOST", "WORLD_RATIO", "equal_earth", "mercator"]

MERCATOR_WIDTH: Final = 3_600.0
"""Units of Mercator's whole square: ten to a degree of longitude."""
NORTHMOST: Final = 85.05
"""Degrees of latitude at the edge of the square."""

_A: Final = (1.340264, -0.081106, 0.000893, 0.003796)
"""B. Šavrič, T. Patterson, B. Jenny: The Equal Earth map projection (2018), equations 7 to 10."""
_M: Final = sqrt(3) / 2


def mercator(latitude: float, longitude: float) -> tuple[float, float]:
    """Return x and y, from the north-western corner of the square.

    >>> [round(each) for each in mercator(0, 0)], [round(each) for each in mercator(51.5, 0)]
    ([1800, 1800], [1800, 1197])
    """
    shown = radians(max(-NORTHMOST, min(NORTHMOST, latitude)))
    half = MERCATOR_WIDTH / 2
    return (longitude + 180) / 360 * MERCATOR_WIDTH, half - log(tan(pi / 4 + shown / 2)) / pi * half


def equal_earth(latitude: float, longitude: float, width: float) -> tuple[float, float]:
    """Return x and y on a map of the world that is so wide and ``width * WORLD_RATIO`` high.

    >>> [round(each) for each in equal_earth(0, 180, 1000)]
    [1000, 243]
    """
    x, y = _raw(radians(latitude), radians(longitude))
    scale = width / (2 * _RIGHT)
    return (x + _RIGHT) * scale, (_TOP - y) * scale


def _raw(latitude: float, longitude: float) -> tuple[float, float]:
    turned = asin(_M * sin(latitude))
    a, b, c, d = _A
    square = turned * turned
    sixth = square * square * square
    x = longitude * cos(turned) / (_M * (a + 3 * b * square + sixth * (7 * c + 9 * d * square)))
    return x, turned * (a + b * square + sixth * (c + d * square))


_RIGHT: Final = _raw(0, pi)[0]
_TOP: Final = _raw(pi / 2, 0)[1]
WORLD_RATIO: Final = _TOP / _RIGHT
"""Height by width of the world."""
