"""The timeline of activities: a bar for each, as precise as its dates, and the same as a table.

When things were is found in ``picturing.periods``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.describing.describe import Description
from clustergraph.operations.picturing.periods import Period, dated_things, period_of
from clustergraph.operations.serving.as_of_build import found_in_build
from clustergraph.store.graph import GraphStore
from clustergraph.web.linking import Linker, brief
from clustergraph.web.pictures.axis import Axis, axis_of
from clustergraph.web.pictures.drawing import width_of
from clustergraph.web.pictures.lettering import cut
from clustergraph.web.pictures.map import around
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = [
    "BarView",
    "RowView",
    "TickView",
    "TimelineView",
    "entity_timeline",
    "list_timeline",
    "overview_timeline",
    "timeline_view",
]

_WIDTH: Final = 480
_ROW: Final = 32
_HEAD: Final = 26
_BAR: Final = 8
_LETTER: Final = 13
"""The size of names in the drawing, in its units; style sheets may choose a smaller one."""
_LEAST_BAR: Final = 4.0
_MOST_BARS: Final = 16
_MOST_BARS_OF_LIST: Final = 40
_MOST_WEIGHED: Final = 5_000
"""Of a larger graph every second activity is weighed for the start page, or every third."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TickView:
    """A line across the timeline, where a year or a month begins, and what that is called.

    The name ends at the line where it has no room behind it, and is empty where it has none before.
    """

    x: float
    text: str
    ends_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """An activity as it is drawn; a bar is open on a side where no document tells an end."""

    x: float
    y: int
    width: float
    height: int
    is_open_before: bool
    is_open_after: bool
    name: str
    name_x: float
    ends_there: bool
    link: Link
    when: str

    @property
    def before(self) -> str:
        """The points of the arrow on its left."""
        return f"{self.x - 12:.1f},{self.y + self.height / 2:.1f} {self._edge(self.x - 2)}"

    @property
    def after(self) -> str:
        """The points of the arrow on its right."""
        right = self.x + self.width
        return f"{right + 12:.1f},{self.y + self.height / 2:.1f} {self._edge(right + 2)}"

    def _edge(self, x: float) -> str:
        return f"{x:.1f},{self.y} {x:.1f},{self.y + self.height}"


@dataclass(frozen=True, slots=True, kw_only=True)
class RowView:
    """An activity in the table; ``start`` and ``end`` are dates as documents have them."""

    link: Link
    start: str
    end: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineView:
    """A timeline; ``rows`` also hold what has no year and so no bar; ``left_out`` is in neither."""

    title: str
    width: int
    height: int
    ticks: tuple[TickView, ...]
    bars: tuple[BarView, ...]
    rows: tuple[RowView, ...]
    left_out: int


def entity_timeline(visit: Visit, description: Description, linker: Linker) -> TimelineView | None:
    """Show when a thing was, and what its page tells to be related to it."""
    return _timeline(visit, around(description), linker, _MOST_BARS)


def list_timeline(visit: Visit, things: Iterable[Iri], linker: Linker) -> TimelineView | None:
    """Show when the things of a list were."""
    return _timeline(visit, things, linker, _MOST_BARS_OF_LIST)


def overview_timeline(visit: Visit, linker: Linker) -> TimelineView | None:
    """Show when what most is said of was."""
    periods, total = found_in_build(
        visit.dataset, visit.opened, "periods", lambda graph: _weightiest(graph, visit.names)
    )
    return timeline_view(periods, linker, most=_MOST_BARS, total=total)


def timeline_view(
    periods: Sequence[Period], linker: Linker, *, most: int, total: int = 0
) -> TimelineView | None:
    """Draw periods; None where none has a year.

    ``total`` is how many there are where ``periods`` are only some of them.
    """
    shown = sorted(periods[:most], key=_order)
    dated = [(period, period.days) for period in shown if period.days]
    if not dated:
        return None
    axis = axis_of([day for _, days in dated for day in days], _WIDTH)
    return TimelineView(
        title=linker.wording.ngettext(
            "Timeline of %(num)s activity", "Timeline of %(num)s activities", len(dated)
        ),
        width=_WIDTH,
        height=_HEAD + _ROW * len(dated),
        ticks=tuple(_ticks(axis, linker)),
        bars=tuple(
            _bar(period, days, axis, row, linker) for row, (period, days) in enumerate(dated)
        ),
        rows=tuple(_row(period, linker) for period in shown),
        left_out=max(total, len(periods)) - len(shown),
    )


def _timeline(
    visit: Visit, things: Iterable[Iri], linker: Linker, most: int
) -> TimelineView | None:
    found = (period_of(visit.graph, thing) for thing in things)
    return timeline_view([period for period in found if period], linker, most=most)


def _weightiest(graph: GraphStore, names: NameIndex) -> tuple[tuple[Period, ...], int]:
    """Return the periods of those things of which most is said, and how many have any."""
    things = dated_things(graph)
    step = len(things) // _MOST_WEIGHED + 1
    cards = filter(None, map(names.card, things[::step]))
    weighty = sorted(cards, key=lambda card: (-card.prominence, card.iri))[:_MOST_BARS]
    found = (period_of(graph, card.iri) for card in weighty)
    return tuple(period for period in found if period), len(things)


def _order(period: Period) -> tuple[date, date, str]:
    return (*(period.days or (date.max, date.max)), period.thing)


def _bar(period: Period, days: tuple[date, date], axis: Axis, row: int, linker: Linker) -> BarView:
    left = axis.x(days[0])
    link = linker.to(period.thing)
    name = cut(link.text, _WIDTH, _LETTER)
    has_room = left + width_of(name, _LETTER) <= _WIDTH
    return BarView(
        x=left,
        y=_HEAD + row * _ROW + _ROW - _BAR - 6,
        width=max(_LEAST_BAR, round(axis.end_x(days[1]) - left, 1)),
        height=_BAR,
        is_open_before=period.is_open_before,
        is_open_after=period.is_open_after,
        name=name,
        name_x=left if has_room else _WIDTH,
        ends_there=not has_room,
        link=replace(link, text=brief(link.text)),
        when=_when(period, linker),
    )


def _row(period: Period, linker: Linker) -> RowView:
    return RowView(
        link=linker.to(period.thing),
        start=period.start,
        end=period.end,
        when=_when(period, linker),
    )


def _when(period: Period, linker: Linker) -> str:
    """Write when it was; a dash leads where nobody tells a beginning or an end."""
    written = linker.wording.period(period.start, period.end)
    if period.days is None or (period.start and period.end):
        return written
    if not period.start:
        return f"– {written}"
    return f"{written} –" if period.is_open_after else written


def _ticks(axis: Axis, linker: Linker) -> Iterator[TickView]:
    """Name the lines from left to right, each where it has room."""
    free = 0.0
    for day in axis.ticks:
        text = f"{day:%Y}" if axis.is_of_years else linker.wording.date(f"{day:%Y-%m}")
        x, width = axis.x(day), width_of(text, _LETTER)
        ends_there = x + width > _WIDTH
        start = x - width if ends_there else x
        yield TickView(x=x, text=text if start >= free else "", ends_there=ends_there)
        free = max(free, start + width) if start >= free else free
