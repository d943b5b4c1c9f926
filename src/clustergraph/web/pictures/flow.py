"""The picture of how money is passed on: from who pays, on the left, to what is paid for.

Which steps there are is found out in ``picturing.funding_chain``. The list below the picture leads
from each step to the words that say it.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.operations.picturing.funding_chain import FundingChain, FundingStep
from clustergraph.vocab import CG
from clustergraph.web.linking import Linker, brief
from clustergraph.web.pictures.columns import Node, columns_of
from clustergraph.web.pictures.lettering import about, wrapped
from clustergraph.web.pictures.network import shapes_of
from clustergraph.web.pictures.signs import Sign, sign_of
from clustergraph.web.pieces import Link

__all__ = ["BoxView", "FlowView", "StepView", "flow_view"]

_BOX: Final = 204
_BETWEEN: Final = 64
"""Between two columns."""
_BESIDE: Final = 16
"""Between two boxes of a column."""
_MARGIN: Final = 10
_SIZE: Final = 14
_LINE: Final = 19
_PAD: Final = 13
_INDENT: Final = 34
"""From the edge of a box to its words; the sign stands between."""
_MOST_LINES: Final = 3
_PASSAGE: Final = 8
"""How high a gap is that a step is led through, past the boxes of a column."""


class _Spot(NamedTuple):
    """Where a box stands, or a gap for a line."""

    x: int
    y: int
    height: int

    @property
    def middle(self) -> int:
        return self.y + self.height // 2


_Spots = Mapping[Node, _Spot]


@dataclass(frozen=True, slots=True, kw_only=True)
class BoxView:
    """A thing on the way of the money."""

    x: int
    y: int
    width: int
    height: int
    kind: Link | None
    lines: tuple[str, ...]
    about: str
    link: Link
    sign: Sign
    is_chosen: bool

    @property
    def middle(self) -> int:
        """Half of its height."""
        return self.y + self.height // 2


@dataclass(frozen=True, slots=True, kw_only=True)
class StepView:
    """A step: a line from the one who pays, and a sentence that tells the same."""

    path: str
    is_payment: bool
    lower: Link
    property: Link
    upper: Link
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowView:
    """The whole picture; ``is_cut`` where the graph has more steps than it shows."""

    title: str
    width: int
    height: int
    boxes: tuple[BoxView, ...]
    steps: tuple[StepView, ...]
    shapes: tuple[Sign, ...]
    is_cut: bool


def flow_view(found: FundingChain | None, linker: Linker) -> FlowView | None:
    """Draw the steps; None where there are none."""
    if found is None:
        return None
    columns = columns_of([(step.upper.iri, step.lower.iri) for step in found.steps])
    spots = _spots(columns, {thing.iri: _lines(thing) for thing in found.things})
    return FlowView(
        title=linker.wording.gettext(
            "Who pays, and for what: %(name)s", name=brief(found.thing.label.text)
        ),
        width=len(columns) * (_BOX + _BETWEEN) - _BETWEEN + 2 * _MARGIN,
        height=max(spot.y + spot.height for spot in spots.values()) + _MARGIN,
        boxes=tuple(_box(thing, spots, found.thing, linker) for thing in found.things),
        steps=tuple(_step(step, spots, linker) for step in found.steps),
        shapes=shapes_of(found.things),
        is_cut=found.is_cut,
    )


def _lines(thing: Thing) -> tuple[str, ...]:
    return wrapped(thing.label.text, _BOX - _INDENT - _PAD, _SIZE, _MOST_LINES)


def _spots(columns: Sequence[Sequence[Node]], lines: Mapping[Node, Sequence[str]]) -> _Spots:
    """Find a place for each thing, and for each gap that a step is led through."""
    heights = {
        node: (len(lines[node]) + 1) * _LINE + 2 * _PAD - 4 if node in lines else _PASSAGE
        for column in columns
        for node in column
    }
    tallest = max(_height(column, heights) for column in columns)
    spots = {}
    for number, column in enumerate(columns):
        y = _MARGIN + (tallest - _height(column, heights)) // 2
        for node in column:
            spots[node] = _Spot(_MARGIN + number * (_BOX + _BETWEEN), y, heights[node])
            y += heights[node] + _BESIDE
    return spots


def _height(column: Iterable[Node], heights: Mapping[Node, int]) -> int:
    return sum(heights[node] + _BESIDE for node in column) - _BESIDE


def _box(thing: Thing, spots: _Spots, chosen: Thing, linker: Linker) -> BoxView:
    spot, lines = spots[thing.iri], _lines(thing)
    return BoxView(
        x=spot.x,
        y=spot.y,
        width=_BOX,
        height=spot.height,
        kind=linker.to(thing.kind) if thing.kind else None,
        lines=lines,
        about=about(thing.label.text, lines[-1]),
        link=linker.link(thing),
        sign=sign_of(thing.kind),
        is_chosen=thing == chosen,
    )


def _step(step: FundingStep, spots: _Spots, linker: Linker) -> StepView:
    return StepView(
        path=_path(step.upper.iri, step.lower.iri, spots),
        is_payment=step.property.iri == CG.fundedBy,
        lower=_short(linker.link(step.lower)),
        property=linker.link(step.property),
        upper=_short(linker.link(step.upper)),
        why=linker.why(step.lower.iri, step.property.iri, step.upper.iri),
    )


def _short(link: Link) -> Link:
    return replace(link, text=brief(link.text))


def _path(upper: Iri, lower: Iri, spots: _Spots) -> str:
    """Lead a line from box to box, through the gaps that are kept free for it."""
    gaps = [spots[gap] for gap in spots if gap[:2] == (upper, lower)]
    x, y = spots[upper].x + _BOX, spots[upper].middle
    path = f"M{x} {y}"
    for gap in gaps:
        path += _bend(x, y, gap.x, gap.middle) + f"H{gap.x + _BOX}"
        x, y = gap.x + _BOX, gap.middle
    return path + _bend(x, y, spots[lower].x, spots[lower].middle)


def _bend(x: int, y: int, to_x: int, to_y: int) -> str:
    reach = _BETWEEN // 2 if to_x > x else _BETWEEN
    return f"C{x + reach} {y} {to_x - reach} {to_y} {to_x} {to_y}"
