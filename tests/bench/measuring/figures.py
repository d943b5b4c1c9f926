"""What was measured, beside what is asked for: as a table to read, and as JSON to keep."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby
from typing import Any

__all__ = ["Figure", "Goal", "Group", "as_json", "by_group", "rounded", "table"]


class Group(StrEnum):
    """What a figure tells; the value is a heading."""

    MAPPING = "Documents that become facts, on one core"
    INFERENCE = "What follows by the rules, as a multiple of owlrl's speed"
    OXIGRAPH = "Speed, as a multiple of Oxigraph's own server"
    RDFLIB = "Speed, as a multiple of rdflib-endpoint, on a small graph"
    NEIGHBOUR = "p99 beside one endless query, as a multiple of p99 without"
    LOOKUPS = "Suggestions, as a multiple of a constant answer from the same server"
    NAMES = "Time on many names, as a multiple of that on few"
    PAGES = "Pages about a thing, in milliseconds"
    DATA = "Data about a thing, as a multiple of DESCRIBE by Oxigraph's own server"
    HUB = "Time for a thing of very many links, as a multiple of that for one of ten"
    WRITES = "Writing 100 triples at once, in milliseconds"
    BESIDE_WRITES = "p99 of queries beside writes, as a multiple of p99 without"
    COST = "What it costs"


@dataclass(frozen=True, slots=True)
class Goal:
    """The least that a figure should be, or the most."""

    value: float
    is_least: bool

    def is_met(self, value: float) -> bool:
        """Tell whether the figure is good enough."""
        return value >= self.value if self.is_least else value <= self.value

    def __str__(self) -> str:
        """Write it as a bound.

        >>> str(Goal(0.5, is_least=True))
        '≥ 0.5'
        """
        return f"{'≥' if self.is_least else '≤'} {self.value:g}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """One number, and how it came about.

    Args:
        unit: empty for a ratio.
        goal: None where it is only told for comparison.
        details: what the number is made of, for whoever doubts it.
    """

    group: Group
    name: str
    value: float
    unit: str = ""
    goal: Goal | None = None
    details: str = ""

    @property
    def is_met(self) -> bool | None:
        """Whether the goal is reached; None where there is none."""
        return None if self.goal is None else self.goal.is_met(self.value)

    @property
    def written(self) -> str:
        """The number with its unit."""
        return f"{rounded(self.value)} {self.unit}".strip()


def rounded(value: float) -> str:
    """Write a number that is not negative with as many digits as it deserves.

    >>> rounded(0.9512), rounded(31.26), rounded(1234.5)
    ('0.95', '31.3', '1234')
    """
    digits = 2 if value < 9.995 else 1 if value < 99.95 else 0
    return f"{value:.{digits}f}"


def by_group(figures: Iterable[Figure]) -> list[Figure]:
    """Sort the figures as their groups are, and leave their order within one."""
    order = list(Group)
    return sorted(figures, key=lambda figure: order.index(figure.group))


def table(figures: Iterable[Figure]) -> str:
    """Write the figures under the headings of their groups, which stand together."""
    parts = []
    for group, members in groupby(figures, key=lambda figure: figure.group):
        rows = [_row(figure) for figure in members]
        parts.append(f"\n{group}\n{_aligned(rows)}")
    return "\n".join(parts)


def as_json(figures: Iterable[Figure]) -> list[dict[str, Any]]:
    """Return what JSON can hold."""
    return [
        {
            "group": figure.group.name.lower(),
            "name": figure.name,
            "value": figure.value,
            "unit": figure.unit,
            "goal": None if figure.goal is None else str(figure.goal),
            "met": figure.is_met,
            "details": figure.details,
        }
        for figure in figures
    ]


def _row(figure: Figure) -> tuple[str, ...]:
    verdict = {True: "yes", False: "NO", None: ""}[figure.is_met]
    goal = "" if figure.goal is None else str(figure.goal)
    return figure.name, figure.written, goal, verdict, figure.details


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  "
        + "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )
