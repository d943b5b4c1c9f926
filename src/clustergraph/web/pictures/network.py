"""The picture of what stands round a thing: on the left what points to it, on the right its own.

Each relation is an arm with the things that stand in it. What is shown is chosen in
``picturing.neighbourhood``; the same stands in words on the page, with its sources.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clustergraph.operations.labels import Thing
from clustergraph.operations.picturing.neighbourhood import Arm, Neighbourhood
from clustergraph.web.linking import Linker, brief
from clustergraph.web.pictures.drawing import width_of
from clustergraph.web.pictures.exploring import network_address
from clustergraph.web.pictures.lettering import about, cut, wrapped
from clustergraph.web.pictures.signs import Sign, sign_of
from clustergraph.web.pieces import Link

__all__ = [
    "ArmView",
    "LegendView",
    "NetworkView",
    "NodeView",
    "legend_of",
    "network_view",
    "shapes_of",
]

_MIDDLE: Final = 196
"""How wide the box in the middle is."""
_WAY: Final = 60
"""From that box to the arms on both sides."""
_SIDE: Final = 380
"""How wide the names at the arms of a side may be."""
_SIZE: Final = 14
_HEADING_SIZE: Final = 13
_ROW: Final = 25
_HEADING: Final = 23
_GAP: Final = 13
_MARGIN: Final = 10
_INDENT: Final = 26
"""From an arm to the names at it; the signs stand between."""
_COUNT: Final = 90
"""What a heading needs for its numbers."""
_LINE: Final = 20
_MOST_LINES: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """A thing in a picture: where its sign stands, and as much of its name as there is room for.

    ``about`` is the name, for who points at it, where not all of it is shown.
    """

    x: int
    y: int
    text: str
    about: str
    link: Link
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class ArmView:
    """A relation and the things that stand in it.

    ``path`` holds them together, and leads to or from the middle.
    """

    heading: Link
    x: int
    y: int
    path: str
    is_incoming: bool
    nodes: tuple[NodeView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LegendView:
    """What a sign stands for."""

    sign: Sign
    kind: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """The whole picture; ``data`` is where a script finds it as nodes and edges."""

    title: str
    width: int
    height: int
    middle: Link
    sign: Sign
    """That of the thing in the middle."""
    lines: tuple[str, ...]
    """Its name."""
    box: tuple[int, int, int, int]
    """Where the middle stands: x, y, width and height."""
    arms: tuple[ArmView, ...]
    legend: tuple[LegendView, ...]
    shapes: tuple[Sign, ...]
    data: str


def network_view(found: Neighbourhood, linker: Linker) -> NetworkView | None:
    """Draw what stands round a thing; None where nothing does."""
    if not found.arms:
        return None
    incoming = [arm for arm in found.arms if arm.is_incoming]
    outgoing = [arm for arm in found.arms if not arm.is_incoming]
    lines = wrapped(found.thing.label.text, _MIDDLE - 24, _SIZE + 1, _MOST_LINES)
    box_height = len(lines) * _LINE + 24
    height = max(_height(incoming), _height(outgoing), box_height) + 2 * _MARGIN
    left, right = _side(incoming), _side(outgoing)
    picture = _Picture(linker, left, height)
    return NetworkView(
        title=linker.wording.gettext("%(name)s in the graph", name=brief(found.thing.label.text)),
        width=left + _MIDDLE + right,
        height=height,
        middle=linker.link(found.thing),
        sign=sign_of(found.thing.kind),
        lines=lines,
        box=(left, (height - box_height) // 2, _MIDDLE, box_height),
        arms=(*picture.side(incoming), *picture.side(outgoing)),
        legend=legend_of([found.thing, *found.around], linker),
        shapes=shapes_of(found.around),
        data=linker.address(network_address(found.thing.iri)),
    )


def legend_of(things: Iterable[Thing], linker: Linker) -> tuple[LegendView, ...]:
    """Tell what the signs of these things stand for, those of a family together."""
    kinds = {thing.kind for thing in things if thing.kind is not None}
    order = sorted(kinds, key=lambda kind: (sign_of(kind).family, sign_of(kind).shape, kind))
    return tuple(
        LegendView(sign=sign_of(kind), kind=replace(linker.to(kind), href="")) for kind in order
    )


def shapes_of(things: Iterable[Thing]) -> tuple[Sign, ...]:
    """Return a sign of each shape that the things have."""
    shapes = {sign.shape: sign for sign in (sign_of(thing.kind) for thing in things)}
    return tuple(shapes[shape] for shape in sorted(shapes))


class _Picture:
    """Finds a place for everything on both sides of the middle."""

    def __init__(self, linker: Linker, left: int, height: int) -> None:
        self._linker = linker
        self._left = left
        self._height = height

    def side(self, arms: Sequence[Arm]) -> list[ArmView]:
        """Place the arms of one side from top to bottom, round the same middle."""
        y = (self._height - _height(arms)) // 2
        placed = []
        for arm in arms:
            placed.append(self._arm(arm, y))
            y += _arm_height(arm) + _GAP
        return placed

    def _node(self, thing: Thing, x: int, y: int) -> NodeView:
        link = self._linker.link(thing)
        text = cut(link.text, _SIDE - _INDENT - _MARGIN, _SIZE)
        return NodeView(
            x=x,
            y=y,
            text=text,
            about=about(link.text, text),
            link=link,
            sign=sign_of(thing.kind),
        )

    def _arm(self, arm: Arm, y: int) -> ArmView:
        inwards = 1 if arm.is_incoming else -1
        x = self._left - _WAY if arm.is_incoming else self._left + _MIDDLE + _WAY
        heading = self._linker.to(arm.property.iri)
        first, end = y + _HEADING + _ROW // 2, y + _arm_height(arm)
        return ArmView(
            heading=replace(heading, text=self._heading(arm, heading.text)),
            x=x - 8 * inwards,
            y=y + _HEADING - 8,
            path=f"M{x} {y + 4}V{end - 4}{self._way(x, (y + end) // 2, inwards)}",
            is_incoming=arm.is_incoming,
            nodes=tuple(
                self._node(thing, x - 14 * inwards, first + row * _ROW)
                for row, thing in enumerate(arm.things)
            ),
        )

    def _heading(self, arm: Arm, name: str) -> str:
        """Name a relation, and tell how many things stand in it where not all are shown."""
        shown = len(arm.things)
        if arm.total <= shown:
            return cut(name, _SIDE - _MARGIN, _HEADING_SIZE)
        counted = self._linker.wording.gettext(
            "%(relation)s: %(shown)s of %(total)s",
            relation=cut(name, _SIDE - _COUNT, _HEADING_SIZE),
            shown=shown,
            total=self._linker.wording.number(arm.total),
        )
        return cut(counted, _SIDE - _MARGIN, _HEADING_SIZE)

    def _way(self, x: int, y: int, inwards: int) -> str:
        """Draw the line between an arm and the middle, in the direction in which it is read."""
        middle = self._height // 2
        edge = self._left if inwards > 0 else self._left + _MIDDLE
        bend = (x + edge) // 2
        if inwards > 0:
            return f"M{x} {y}C{bend} {y} {bend} {middle} {edge} {middle}"
        return f"M{edge} {middle}C{bend} {middle} {bend} {y} {x} {y}"


def _side(arms: Sequence[Arm]) -> int:
    """Return how wide a side must be for its names."""
    names = [thing.label.text for arm in arms for thing in arm.things]
    named = [width_of(name[:_SIDE], _SIZE) + _INDENT for name in names]
    titled = [_COUNT + width_of(arm.property.label.text, _HEADING_SIZE) for arm in arms]
    return min(_SIDE, max(*named, *titled) + _MARGIN) + _WAY if arms else _MARGIN


def _arm_height(arm: Arm) -> int:
    return _HEADING + len(arm.things) * _ROW


def _height(arms: Sequence[Arm]) -> int:
    return sum(map(_arm_height, arms)) + _GAP * max(0, len(arms) - 1)
