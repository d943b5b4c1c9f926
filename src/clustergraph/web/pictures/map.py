"""The map of where things lie: dots on the outlines of countries, and the same as a list.

Where things lie is found in ``picturing.whereabouts``; the same as data is in ``geojson``.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from statistics import median
from typing import Final

from clustergraph.iris import is_entity
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description
from clustergraph.operations.picturing.whereabouts import Atlas, Spot
from clustergraph.web.linking import Linker
from clustergraph.web.pictures.charts import Chart, chart_of
from clustergraph.web.pictures.dots import Dot, DotView, draw_dots, gathered
from clustergraph.web.pictures.outlines import known_outlines
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit

__all__ = [
    "CountryView",
    "MapView",
    "PanelView",
    "PlaceView",
    "around",
    "atlas_of",
    "entity_map",
    "list_map",
    "map_view",
    "overview_map",
]

_MOST_AROUND: Final = 60
"""Things that are looked up for the page of one thing."""
_MOST_DOTS: Final = 20
_MOST_DOTS_OF_LIST: Final = 60
_MOST_DOTS_OF_ALL: Final = 100
_LEAST_NEARBY: Final = 5
_NEAR_NORTH, _NEAR_EAST = 17, 28
"""Degrees round the middle that a map from nearby shows."""
_SHOWN_AT_A_PLACE: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A point of the list: its places, and what lies there; ``more`` counts those left out."""

    places: tuple[Link, ...]
    coordinates: str
    things: tuple[Link, ...]
    more: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CountryView:
    """The points of one country; None is for those in no country, or several."""

    country: Link | None
    points: tuple[PlaceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelView:
    """A drawing with its dots; ``title`` says what it shows."""

    title: str
    chart: Chart
    dots: tuple[DotView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """A map: all of it and, where that is much of the world, the part with most dots from nearby.

    ``whose`` says whose places they are where a map about one thing shows those of others too.
    ``left_out`` counts points that it has no room for. ``has_areas`` where some dots stand for
    whole countries or regions; ``geojson`` leads to the same as data.
    """

    panels: tuple[PanelView, ...]
    countries: tuple[CountryView, ...]
    whose: str
    has_areas: bool
    left_out: int
    geojson: str


def atlas_of(visit: Visit) -> Atlas:
    """Return where the places of the visit's version lie; read once for each version."""
    return visit.findings.get("atlas", lambda: Atlas(visit.graph))


def entity_map(visit: Visit, description: Description, linker: Linker) -> MapView | None:
    """Show where a thing lies, and what its page tells to be related to it."""
    thing = description.thing.iri
    address = linker.reader.to(f"/map/{thing.local}.geojson") if is_entity(thing) else ""
    atlas = atlas_of(visit)
    dots = gathered(_spots(around(description), atlas))
    return map_view(dots, linker, atlas, most=_MOST_DOTS, geojson=address, subject=thing)


def list_map(
    visit: Visit, things: Iterable[Iri], linker: Linker, geojson: str = ""
) -> MapView | None:
    """Show where the things of a list lie."""
    atlas = atlas_of(visit)
    dots = gathered(_spots(things, atlas))
    return map_view(dots, linker, atlas, most=_MOST_DOTS_OF_LIST, geojson=geojson)


def overview_map(visit: Visit, linker: Linker) -> MapView | None:
    """Show where everything lies; the points with the most things where there are too many."""
    dots, total = visit.findings.get("dots", lambda: _fullest(atlas_of(visit)))
    return map_view(
        dots,
        linker,
        atlas_of(visit),
        most=_MOST_DOTS_OF_ALL,
        geojson=linker.reader.to("/map.geojson"),
        total=total,
    )


def around(description: Description) -> list[Iri]:
    """Return the thing and those that its page shows to be related to it, the nearest first."""
    groups = (*description.relations, *description.incoming)
    shown = (relation.other.iri for group in groups for relation in group.relations)
    return list(dict.fromkeys([description.thing.iri, *islice(shown, _MOST_AROUND)]))


def map_view(
    dots: Sequence[Dot],
    linker: Linker,
    atlas: Atlas,
    *,
    most: int,
    geojson: str,
    total: int = 0,
    subject: Iri | None = None,
) -> MapView | None:
    """Draw the first dots; None where there are none.

    ``total`` is how many there are where ``dots`` are only some of them, ``geojson`` the address of
    the same as data in the reader's language, or empty, ``subject`` the one thing that it is about.
    """
    if not dots:
        return None
    shown = dots[:most]
    panels = tuple(_panels(shown, linker, subject))
    return MapView(
        panels=panels,
        countries=_by_country(shown, linker, atlas),
        whose=_whose(panels[0].dots, linker),
        has_areas=any(dot.is_area for dot in panels[0].dots),
        left_out=max(total, len(dots)) - len(shown),
        geojson=geojson,
    )


def _spots(things: Iterable[Iri], atlas: Atlas) -> Iterator[Spot]:
    for thing in things:
        yield from atlas.spots(thing)


def _whose(dots: Sequence[DotView], linker: Linker) -> str:
    """Keep a reader from taking the place of a partner for that of a project."""
    aside = [dot.is_aside for dot in dots]
    if not any(aside):
        return ""
    if all(aside):
        return linker.wording.gettext(
            "None of these is its own place: the map shows where things related to it lie."
        )
    return linker.wording.gettext(
        "Green is where it lies itself, grey where things related to it lie."
    )


def _fullest(atlas: Atlas) -> tuple[tuple[Dot, ...], int]:
    """Return the points with the most things, and how many points there are."""
    dots = gathered(atlas.all_spots())
    fullest = sorted(dots, key=lambda dot: -dot.total)[:_MOST_DOTS_OF_ALL]
    return tuple(fullest), len(dots)


def _panels(dots: Sequence[Dot], linker: Linker, subject: Iri | None) -> Iterator[PanelView]:
    whole = _panel(dots, linker, subject)
    yield whole
    near = _middle_of(dots) if whole.chart.is_of_world else []
    if len(near) >= _LEAST_NEARBY:
        yield _panel(near, linker, subject)


def _panel(dots: Sequence[Dot], linker: Linker, subject: Iri | None) -> PanelView:
    chart = chart_of([(dot.latitude, dot.longitude) for dot in dots], known_outlines())
    title = linker.wording.ngettext("Map with %(num)s place", "Map with %(num)s places", len(dots))
    return PanelView(title=title, chart=chart, dots=draw_dots(dots, chart, linker, subject))


def _middle_of(dots: Iterable[Dot]) -> list[Dot]:
    """Return the dots near to where most are."""
    dots = list(dots)
    north = median(dot.latitude for dot in dots)
    east = median(dot.longitude for dot in dots)
    return [
        dot
        for dot in dots
        if abs(dot.latitude - north) <= _NEAR_NORTH and abs(dot.longitude - east) <= _NEAR_EAST
    ]


def _by_country(dots: Iterable[Dot], linker: Linker, atlas: Atlas) -> tuple[CountryView, ...]:
    """List the same; countries and places by what they are called."""
    found: defaultdict[Iri | None, list[PlaceView]] = defaultdict(list)
    for dot in dots:
        found[atlas.country(dot.places)].append(_place(dot, linker))
    views = [
        CountryView(
            country=linker.to(country) if country else None,
            points=tuple(sorted(points, key=lambda point: point.places[0].text)),
        )
        for country, points in found.items()
    ]
    return tuple(sorted(views, key=_name_of_country))


def _name_of_country(view: CountryView) -> tuple[bool, str]:
    return view.country is None, view.country.text if view.country else ""


def _place(dot: Dot, linker: Linker) -> PlaceView:
    things = tuple(linker.to(thing) for thing in dot.things[:_SHOWN_AT_A_PLACE])
    return PlaceView(
        places=tuple(linker.to(place) for place in dot.places),
        coordinates=f"{dot.latitude:.3f}, {dot.longitude:.3f}",
        things=things,
        more=dot.total - len(things),
    )
