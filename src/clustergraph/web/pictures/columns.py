"""Put what leads to what in columns from left to right, with few crossings; no sizes, no words."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise
from typing import Final

from clustergraph.model import Iri

__all__ = ["Gap", "Node", "columns_of"]

_SWEEPS: Final = 3
"""How often the columns are put in order; more change nothing in a picture so small."""

Gap = tuple[Iri, Iri, int]
"""A gap in a column through which the way between two things is led."""
Node = Iri | Gap
_Ways = Sequence[tuple[Node, Node]]


def columns_of(ways: Sequence[tuple[Iri, Iri]]) -> list[list[Node]]:
    """Return the columns; every way leads to the right, but for one that closes a circle.

    A way past a column has a gap in it.

    >>> a, b, c = (Iri(f"urn:x:{name}") for name in "abc")
    >>> [len(column) for column in columns_of([(a, b), (b, c), (a, c)])]
    [1, 2, 1]
    """
    things = list(dict.fromkeys(thing for way in ways for thing in way))
    place = _places(things, ways)
    columns: list[list[Node]] = [[] for _ in range(max(place.values()) + 1)]
    for thing in things:
        columns[place[thing]].append(thing)
    parts: list[tuple[Node, Node]] = []
    for start, end in dict.fromkeys(ways):
        gaps: list[Node] = [(start, end, at) for at in range(place[start] + 1, place[end])]
        for at, gap in enumerate(gaps, place[start] + 1):
            columns[at].append(gap)
        parts += pairwise([start, *gaps, end])
    return _ordered(columns, parts)


def _places(things: Sequence[Iri], ways: Sequence[tuple[Iri, Iri]]) -> Mapping[Iri, int]:
    """Number the columns; in a circle, what was met first stands first."""
    place: dict[Iri, int] = {}
    waiting = list(things)
    while waiting:
        held = {end for start, end in ways if start in waiting and start != end}
        ready = [thing for thing in waiting if thing not in held] or waiting[:1]
        for thing in ready:
            before = [place[start] for start, end in ways if end == thing and start in place]
            place[thing] = max(before, default=-1) + 1
        waiting = [thing for thing in waiting if thing not in place]
    return place


def _ordered(columns: list[list[Node]], ways: _Ways) -> list[list[Node]]:
    for _ in range(_SWEEPS):
        for before, column in pairwise(columns):
            _untangle(column, before, ways)
        for behind, column in pairwise(reversed(columns)):
            _untangle(column, behind, ways)
    return columns


def _untangle(column: list[Node], neighbour: Sequence[Node], ways: _Ways) -> None:
    """Order a column by where its ways lead in the neighbouring one."""
    rows = {node: row for row, node in enumerate(neighbour)}
    met: dict[Node, list[int]] = {}
    for start, end in ways:
        if end in rows:
            met.setdefault(start, []).append(rows[end])
        if start in rows:
            met.setdefault(end, []).append(rows[start])
    kept = {node: row for row, node in enumerate(column)}
    column.sort(key=lambda node: (_mean(met.get(node, [kept[node]])), kept[node]))


def _mean(rows: Iterable[int]) -> float:
    listed = list(rows)
    return sum(listed) / len(listed)
