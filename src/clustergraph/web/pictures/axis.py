"""The axis of a timeline: where a day stands on it, and at which days it has lines."""

from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

__all__ = ["Axis", "axis_of"]

_MARGIN: Final = 14
"""Room for the arrows of what is open."""
_MONTH_STEPS: Final = (1, 3)
_YEAR_STEPS: Final = tuple(12 * years for years in (1, 2, 5, 10, 20, 50, 100, 500, 1_000, 5_000))
_MOST_MONTHS: Final = 4
_MOST_YEARS: Final = 8
"""Lines whose names have room beside each other."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """An axis ``width`` wide, from the first day, which begins a month, to the end of the last one.

    ``ticks`` are the days with a line, each the first of a year or, where not ``is_of_years``, of a
    month.
    """

    first: date
    last: date
    width: int
    ticks: tuple[date, ...]
    is_of_years: bool

    def x(self, day: date) -> float:
        """Return where a day begins."""
        return self._after((day - self.first).days)

    def end_x(self, day: date) -> float:
        """Return where a day ends."""
        return self._after((day - self.first).days + 1)

    def _after(self, days: int) -> float:
        length = (self.last - self.first).days + 1
        inner = self.width - 2 * _MARGIN
        return round(_MARGIN + days / length * inner, 1)


def axis_of(days: Iterable[date], width: int) -> Axis:
    """Choose the axis for some days, of which there is at least one.

    >>> axis_of([date(2016, 11, 1), date(2018, 2, 23)], 480).ticks[0].isoformat()
    '2017-01-01'
    """
    days = tuple(days)
    first, last = min(days).replace(day=1), _end_of_month(max(days))
    months = _ticks(first, last, _MONTH_STEPS, _MOST_MONTHS)
    years = _ticks(first, last, _YEAR_STEPS, _MOST_YEARS)
    return Axis(
        first=first,
        last=last,
        width=width,
        ticks=months or years,
        is_of_years=not months,
    )


def _end_of_month(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def _ticks(first: date, last: date, steps: Sequence[int], most: int) -> tuple[date, ...]:
    """Return the days of the shortest step in months that gives few enough of them, if any does."""
    for step in steps:
        ticks = tuple(islice(_beginnings(first, last, step), most + 1))
        if len(ticks) <= most:
            return ticks
    return ()


def _beginnings(first: date, last: date, months: int) -> Iterator[date]:
    """Yield the first days of every so many months within the axis, counted from the year 0."""
    start = 12 * first.year + first.month - 1 + (first.day > 1)
    for month in range(-(-start // months) * months, 12 * last.year + last.month, months):
        yield date(month // 12, month % 12 + 1, 1)
