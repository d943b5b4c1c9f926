"""The dots of a map: what lies at one place together, how large each is, and which bear a name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from math import sqrt
from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.labels import Thing
from clustergraph.operations.picturing.whereabouts import Spot
from clustergraph.vocab import CG
from clustergraph.web.linking import Linker, brief
from clustergraph.web.pictures.charts import Chart
from clustergraph.web.pictures.drawing import width_of
from clustergraph.web.pictures.lettering import cut
from clustergraph.web.pieces import Link

__all__ = ["Dot", "DotView", "draw_dots", "gathered"]

_LEAST_RADIUS: Final = 4.0
_MOST_RADIUS: Final = 10.0
_LETTER: Final = 13
"""The size of names in the drawing, in its units; style sheets may choose a smaller one."""
_WIDEST_NAME: Final = 130
_BETWEEN: Final = 3.0
_MIDDLE: Final = 4.0
"""From the line that letters stand on to their middle."""
_BEFORE: Final = {"start": 0.0, "middle": 0.5, "end": 1.0}
"""How much of a name stands before the point at which it is anchored (SVG, text-anchor)."""
_KEPT_THINGS: Final = 5
"""At one point; of all others only the number is known."""
_AREAS: Final = frozenset({CG.Country, CG.Region})


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A point on Earth: the places there, and the first of the ``total`` things that lie there."""

    latitude: float
    longitude: float
    places: tuple[Iri, ...]
    things: tuple[Iri, ...]
    total: int

    def holds(self, thing: Iri) -> bool:
        """Tell whether a thing is, or is among the first that lie, at this point."""
        return thing in self.places or thing in self.things


@dataclass(frozen=True, slots=True, kw_only=True)
class DotView:
    """A dot as it is drawn; ``link`` leads to the only thing there, or else to the place.

    ``is_area`` where the point only stands for a country or region; ``is_aside`` where what the map
    is about does not lie there itself, only something related to it. ``name`` is written beside it,
    and empty where there is no room; ``anchor`` says which end of it stands at ``name_x``.
    """

    x: float
    y: float
    radius: float
    link: Link
    is_area: bool
    is_aside: bool = False
    name: str = ""
    name_x: float = 0.0
    name_y: float = 0.0
    anchor: str = "start"


def gathered(spots: Iterable[Spot]) -> tuple[Dot, ...]:
    """Put what lies at one point together; the points come in the order in which they are met."""
    found: dict[tuple[float, float], tuple[dict[Iri, None], dict[Iri, None]]] = {}
    for spot in spots:
        places, things = found.setdefault((spot.latitude, spot.longitude), ({}, {}))
        places[spot.place] = None
        if spot.thing != spot.place:
            things[spot.thing] = None
    return tuple(
        Dot(
            latitude=latitude,
            longitude=longitude,
            places=tuple(places),
            things=tuple(islice(things, _KEPT_THINGS)),
            total=len(things),
        )
        for (latitude, longitude), (places, things) in found.items()
    )


def draw_dots(
    dots: Sequence[Dot], chart: Chart, linker: Linker, subject: Iri | None = None
) -> tuple[DotView, ...]:
    """Draw the dots, the large ones first, so that small ones lie on them; name what has room.

    ``subject`` is the one thing that the map is about, if it is about one.
    """
    return tuple(_with_room([_drawn(dot, chart, linker, subject) for dot in dots], chart))


def _drawn(dot: Dot, chart: Chart, linker: Linker, subject: Iri | None) -> DotView:
    x, y = chart.at(dot.latitude, dot.longitude)
    places = [linker.labels.thing(place) for place in dot.places]
    nearest = min(places, key=_is_area)
    return DotView(
        x=x,
        y=y,
        radius=min(_MOST_RADIUS, round(_LEAST_RADIUS + sqrt(dot.total), 1)),
        link=_link(dot, nearest, linker),
        is_area=_is_area(nearest),
        is_aside=subject is not None and not dot.holds(subject),
        name=cut(nearest.label.text, _WIDEST_NAME, _LETTER),
    )


def _link(dot: Dot, place: Thing, linker: Linker) -> Link:
    """Say at once what is there, for whoever points at the dot."""
    where = linker.link(place)
    where = replace(where, text=brief(where.text))
    if dot.total == 0:
        return where
    if dot.total == 1:
        first = linker.to(dot.things[0])
        text = linker.wording.gettext(
            "%(place)s: %(thing)s", place=where.text, thing=brief(first.text)
        )
        return Link(text=text, href=first.href, language=first.language)
    text = linker.wording.ngettext(
        "%(place)s: %(num)s thing", "%(place)s: %(num)s things", dot.total, place=where.text
    )
    return Link(text=text, href=where.href)


def _is_area(place: Thing) -> bool:
    return place.kind in _AREAS


def _with_room(drawn: Sequence[DotView], chart: Chart) -> Iterator[DotView]:
    """Put each name beside its dot where it hides nothing else; those of large dots come first."""
    taken = [_around(dot) for dot in drawn]
    for dot in sorted(drawn, key=lambda dot: -dot.radius):
        free = [side for side in _sides(dot) if _has_room(_box(side), taken, chart)]
        taken += [_box(side) for side in free[:1]]
        yield free[0] if free else replace(dot, name="")


def _sides(dot: DotView) -> tuple[DotView, ...]:
    """Return the dot with its name to the right, to the left, above and below."""
    away = dot.radius + _BETWEEN
    places = (
        (away, _MIDDLE, "start"),
        (-away, _MIDDLE, "end"),
        (0.0, -away, "middle"),
        (0.0, away + 2 * _MIDDLE, "middle"),
    )
    return tuple(
        replace(dot, name_x=round(dot.x + x, 1), name_y=round(dot.y + y, 1), anchor=anchor)
        for x, y, anchor in places
    )


def _has_room(box: "_Box", taken: Iterable["_Box"], chart: Chart) -> bool:
    is_inside = box.left >= 0 and box.right <= chart.width and box.top >= 0
    return is_inside and box.bottom <= chart.height and not any(map(box.meets, taken))


@dataclass(frozen=True, slots=True)
class _Box:
    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def _around(dot: DotView) -> _Box:
    return _Box(dot.x - dot.radius, dot.y - dot.radius, dot.x + dot.radius, dot.y + dot.radius)


def _box(dot: DotView) -> _Box:
    """Return where the name of a dot would stand."""
    width = width_of(dot.name, _LETTER)
    left = dot.name_x - width * _BEFORE[dot.anchor]
    return _Box(left, dot.name_y - 2 * _MIDDLE, left + width, dot.name_y)
