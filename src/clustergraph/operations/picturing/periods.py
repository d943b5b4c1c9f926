"""Find when things were: the dates that documents or people tell, and the days between them.

Plain look-ups, since a page asks for dozens of things. How a timeline is drawn is decided in
``web``.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.model import Iri, PartialDate
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import is_written
from clustergraph.vocab import CG

__all__ = ["Period", "dated_things", "period_of"]

_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_START: Final = NamedNode(CG.startDate)
_END: Final = NamedNode(CG.endDate)
_PERIOD_END: Final = NamedNode(CG.periodEnd)
_MOST_DATES: Final = 20
"""More start dates of one thing tell nobody when it began."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """When a thing began and ended; ``start`` and ``end`` as documents have them, or empty.

    ``days`` are the first and the last one that the dates allow; None where no year is told. It is
    open where no document tells a beginning or an end, and then lasts longer than these days.
    """

    thing: Iri
    start: str
    end: str
    days: tuple[date, date] | None
    is_open_before: bool
    is_open_after: bool


def period_of(graph: GraphStore, thing: Iri) -> Period | None:
    """Return when a thing was; None where neither a document nor anybody tells a date of it.

    Of several dates the earliest start and the latest end are taken. A training or an event of
    which no end is told ends when its start allows, as the rules infer; what else has no end is
    open.
    """
    starts, ends = _dates(graph, thing, _START), _dates(graph, thing, _END)
    if not starts and not ends:
        return None
    first, last = _read(starts), _read(ends or _dates(graph, thing, _PERIOD_END, is_inferred=True))
    known = (*first, *last)
    return Period(
        thing=thing,
        start=min(starts, default=""),
        end=max(ends, default=""),
        days=_from_to(known) if known else None,
        is_open_before=not first,
        is_open_after=not last,
    )


def dated_things(graph: GraphStore) -> list[Iri]:
    """Return everything of which a document tells a date, sorted; linear in their number."""
    quads = (quad for which in (_START, _END) for quad in graph.quads(None, which, None, _ASSERTED))
    return sorted({Iri(it.subject.value) for it in quads if isinstance(it.subject, NamedNode)})


def _dates(
    graph: GraphStore, thing: Iri, which: NamedNode, *, is_inferred: bool = False
) -> list[str]:
    """Return the dates that are stated, or also those that follow."""
    quads = graph.quads(NamedNode(thing), which)
    dates = (
        quad.object.value
        for quad in quads
        if isinstance(quad.object, Literal) and (is_inferred or _is_stated(quad))
    )
    return list(islice(dates, _MOST_DATES))


def _is_stated(quad: Quad) -> bool:
    return quad.graph_name == _ASSERTED or is_written(quad.graph_name)


def _read(texts: Iterable[str]) -> tuple[PartialDate, ...]:
    """Return the dates that have a year."""
    return tuple(date_ for text in texts if (date_ := _read_one(text)))


def _read_one(text: str) -> PartialDate | None:
    try:
        return PartialDate.parse(text)
    except ValueError:
        return None


def _from_to(dates: Iterable[PartialDate]) -> tuple[date, date]:
    dates = tuple(dates)
    return min(each.first_day for each in dates), max(each.last_day for each in dates)
