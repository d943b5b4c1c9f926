"""What a picture is drawn of: boxes, arrows and words at their places, in pixels.

Sizes of words are estimated, generously, since the fonts of readers are not known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import repeat

from clustergraph.operations.ontology_guide.overview import Relation
from clustergraph.web.pieces import Link

__all__ = ["LINE", "Arrow", "Box", "Drawing", "Words", "flow", "width_of"]

LINE = 19
"""From one line of words to the next."""

_WIDE_PICTURE, _WIDEST_PICTURE = 1300, 1400
_USUAL = 0.6
"""How wide most letters are, where the size is one."""
_UNITS = dict.fromkeys("mwMWшщжюфШЩЖЮФ@", 0.92) | dict.fromkeys("iljtfrI .,·()'", 0.37)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Links on a line, which begins, ends or has its middle at a place.

    ``names`` are shown when the links are pointed at; ``style`` names what they look like.
    """

    x: int
    y: int
    links: tuple[Link, ...]
    names: tuple[str, ...]
    anchor: str = "start"
    style: str = "label"


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A rectangle with the words and the boxes in it."""

    x: int
    y: int
    width: int
    height: int
    style: str
    words: tuple[Words, ...] = ()
    boxes: tuple["Box", ...] = ()

    @property
    def right(self) -> int:
        """Where it ends."""
        return self.x + self.width

    @property
    def bottom(self) -> int:
        """Where it ends below."""
        return self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrow:
    """A line with a head at its end, through the points, and the words beside it.

    ``relation`` is what it stands for.
    """

    relation: Relation
    points: tuple[tuple[int, int], ...]
    words: tuple[Words, ...]

    @property
    def path(self) -> str:
        """The line as SVG writes it."""
        (x, y), *others = self.points
        return f"M{x} {y}" + "".join(f"L{x} {y}" for x, y in others)


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawing:
    """A whole picture; ``description`` tells in words what it shows."""

    width: int
    height: int
    title: str
    description: str
    boxes: tuple[Box, ...]
    arrows: tuple[Arrow, ...]

    @property
    def is_wide(self) -> bool:
        """Whether its words grow too small for a page on which it has no room of its own."""
        return self.width > _WIDE_PICTURE

    @property
    def is_widest(self) -> bool:
        """Whether they do so even where it has the whole width of a usual screen, 1280 pixels."""
        return self.width > _WIDEST_PICTURE


def width_of(text: str, size: int) -> int:
    """Estimate how wide a text is.

    >>> width_of("funded by", 14) > width_of("funds", 14) > 0
    True
    """
    return round(sum(map(_UNITS.get, text, repeat(_USUAL))) * size) + 1


def flow(widths: Sequence[int], most: int, gap: int) -> list[tuple[int, int]]:
    """Place things of these widths one after the other; return the x and the line of each.

    >>> flow([50, 50, 50], 120, 10)
    [(0, 0), (60, 0), (0, 1)]
    """
    places: list[tuple[int, int]] = []
    x, line = 0, 0
    for width in widths:
        if x and x + width > most:
            x, line = 0, line + 1
        places.append((x, line))
        x += width + gap
    return places
