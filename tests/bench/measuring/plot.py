"""The figures as a picture: bars, with the goals as lines across them."""

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby
from typing import Final

from bench.measuring.figures import Figure, Group

__all__ = ["svg"]

_WIDTH: Final = 940
_LEFT, _RIGHT = 270, 210
_BAR, _ROW, _HEADING, _GAP, _MARGIN, _TITLE = 18, 30, 32, 26, 24, 48
_MOST_GOALS: Final = 2.5
"""Past so many times the highest goal an axis ends, and a bar is cut."""
_ROOM: Final = 1.08
_STYLE: Final = """\
text { font: 14px system-ui, sans-serif; fill: #1f2933; }
.ground { fill: #fff; } .heading { font-weight: 600; font-size: 16px; }
.title { font-weight: 600; font-size: 19px; } .name { text-anchor: end; }
.value { font-weight: 600; } .small { font-weight: 400; fill: #616e7c; }
.track { fill: #eef1f4; } .told { fill: #8a97a6; }
.met { fill: #2b8a6e; } .missed { fill: #d9622b; }
.goal { stroke: #1f2933; stroke-width: 2; }
@media (prefers-color-scheme: dark) {
  text { fill: #e4e7eb; } .ground { fill: #14181d; } .small { fill: #9aa5b1; }
  .track { fill: #252b33; } .goal { stroke: #e4e7eb; }
}
"""

_Scale = Callable[[float], float]
"""Where a number stands on an axis, from 0 to 1; more than 1 past its end."""


@dataclass(frozen=True, slots=True)
class _Bar:
    """A figure as it is drawn: in costs, goal and number are parts of what is allowed."""

    figure: Figure
    length: float
    goal: float | None


def svg(figures: Iterable[Figure], title: str) -> str:
    """Draw the figures under the headings of their groups, which stand together."""
    parts, top = [], float(_MARGIN + _TITLE)
    for group, members in groupby(figures, key=lambda figure: figure.group):
        bars = _bars(group, list(members))
        parts.append(_panel(group, bars, top))
        top += _HEADING + _ROW * len(bars) + _GAP
    height = top + _MARGIN - _GAP
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:g}" '
        f'width="{_WIDTH}" height="{height:g}" role="img">\n'
        f"<title>{escape(title)}</title>\n<style>\n{_STYLE}</style>\n"
        f'<rect class="ground" width="100%" height="100%"/>\n'
        f'<text class="title" x="{_MARGIN}" y="{_MARGIN + 18}">{escape(title)}</text>\n'
        f"{''.join(parts)}</svg>\n"
    )


def _bars(group: Group, figures: Sequence[Figure]) -> list[_Bar]:
    if group is Group.COST:
        return [_share(figure) for figure in figures]
    place = _scale(group, figures)
    return [
        _Bar(f, place(f.value), None if f.goal is None else place(f.goal.value)) for f in figures
    ]


def _share(figure: Figure) -> _Bar:
    """Draw a cost as a part of what is allowed, since one has other units than the next."""
    if figure.goal is None:
        return _Bar(figure, 0.0, None)
    allowed = 1 / _MOST_GOALS * 1.5
    return _Bar(figure, allowed * figure.value / figure.goal.value, allowed)


def _scale(group: Group, figures: Sequence[Figure]) -> _Scale:
    values = [figure.value for figure in figures]
    goals = [figure.goal.value for figure in figures if figure.goal is not None]
    if group is Group.RDFLIB:
        end = math.log10(max(10.0, *values, *goals)) * _ROOM
        return lambda value: max(0.0, math.log10(max(value, 1.0))) / end
    end = max([*goals, min(max(values), _MOST_GOALS * max(goals, default=1.0))]) * _ROOM
    return lambda value: value / end


def _panel(group: Group, bars: Sequence[_Bar], top: float) -> str:
    note = " (logarithmic)" if group is Group.RDFLIB else ""
    note = ", as part of what is allowed" if group is Group.COST else note
    heading = f'<text class="heading" x="{_MARGIN}" y="{top + 16:g}">{group}{note}</text>\n'
    rows = [_row(bar, top + _HEADING + _ROW * number) for number, bar in enumerate(bars)]
    return heading + "".join(rows)


def _row(bar: _Bar, top: float) -> str:
    room = _WIDTH - _LEFT - _RIGHT
    kind = {True: "met", False: "missed", None: "told"}[bar.figure.is_met]
    length = room * min(1.0, max(0.0, bar.length))
    middle = top + _BAR - 4
    return (
        f'<text class="name" x="{_LEFT - 12}" y="{middle:g}">{escape(bar.figure.name)}</text>\n'
        f'<rect class="track" x="{_LEFT}" y="{top:g}" width="{room}" height="{_BAR}" rx="3"/>\n'
        f'<rect class="{kind}" x="{_LEFT}" y="{top:g}" width="{length:.1f}" height="{_BAR}" '
        f'rx="3"/>\n'
        f'<text class="value" x="{_LEFT + room + 12}" y="{middle:g}">{_value(bar)}</text>\n'
        f"{_goal(bar, top, room)}"
    )


def _value(bar: _Bar) -> str:
    """Write the number and the goal; an arrow tells of a bar that was cut."""
    cut = " →" if bar.length > 1 else ""
    unit = "" if bar.figure.unit else "×"
    goal = (
        "" if bar.figure.goal is None else f'<tspan class="small" dx="8">{bar.figure.goal}</tspan>'
    )
    return f"{escape(bar.figure.written)}{unit}{cut}{goal}"


def _goal(bar: _Bar, top: float, room: float) -> str:
    if bar.goal is None:
        return ""
    across = _LEFT + room * min(1.0, bar.goal)
    return (
        f'<line class="goal" x1="{across:.1f}" x2="{across:.1f}" y1="{top - 3:g}" '
        f'y2="{top + _BAR + 3:g}"/>\n'
    )
