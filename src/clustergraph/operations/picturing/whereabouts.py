"""Find where things lie: the coordinates of a place, or of the places in which something lies.

Plain look-ups, since a page asks for dozens of things. Where coordinates come from is told in
``locate``; how a map of them is drawn is decided in ``web``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from math import nan
from typing import Final

from pyoxigraph import Literal, NamedNode

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["Atlas", "Spot"]

_PLACES: Final = NamedNode(graph_iri("places"))
_LATITUDE: Final = NamedNode(expand("geo:lat"))
_LONGITUDE: Final = NamedNode(expand("geo:long"))
_LOCATED_IN: Final = NamedNode(CG.locatedIn)
_LOCATED_FAR: Final = NamedNode(CG.locatedInTransitive)
_TYPE: Final = NamedNode(expand("rdf:type"))
_COUNTRY: Final = NamedNode(CG.Country)
_MOST_PLACES: Final = 20
"""More places of one thing tell nobody where it lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A place where a thing lies, or the place itself, and its coordinates in degrees (WGS 84)."""

    thing: Iri
    place: Iri
    latitude: float
    longitude: float


class Atlas:
    """Where the places of one version lie; holds their coordinates, which are few, and no more.

    Safe to share between threads.
    """

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph
        north = self._degrees(_LATITUDE, most=90)
        east = self._degrees(_LONGITUDE, most=180)
        self._points = {place: (north[place], east[place]) for place in north if place in east}
        self._countries: dict[Iri, Iri | None] = {}

    def spots(self, thing: Iri) -> tuple[Spot, ...]:
        """Return where a thing lies, sorted by place; nothing where that is not known.

        A place lies at its own coordinates. Else those places count that are nearest round it: what
        lies in a town lies in its country too, but not at the country's capital.
        """
        if thing in self._points:
            return (self._spot(thing, thing),)
        known = {place for place in self._around(thing) if place in self._points}
        return tuple(self._spot(thing, place) for place in sorted(self._nearest(known)))

    def all_spots(self) -> Iterator[Spot]:
        """Yield where everything lies, by place: the place itself, then what lies there.

        What lies at several places comes at each of them.
        """
        for place in sorted(self._points):
            yield self._spot(place, place)
            for thing in sorted(self._lying_nearest(place)):
                yield self._spot(thing, place)

    def country(self, places: Iterable[Iri]) -> Iri | None:
        """Return the only country that places are or lie in; none where they lie in several."""
        found = {country for place in places if (country := self._country(place))}
        return found.pop() if len(found) == 1 else None

    def _country(self, place: Iri) -> Iri | None:
        if place not in self._countries:
            self._countries[place] = self._find_country(place)
        return self._countries[place]

    def _find_country(self, place: Iri) -> Iri | None:
        if self._is_country(place):
            return place
        countries = set(filter(self._is_country, self._around(place)))
        return countries.pop() if len(countries) == 1 else None

    def _is_country(self, place: Iri) -> bool:
        quads = self._graph.quads(NamedNode(place), _TYPE, _COUNTRY)
        return next(quads, None) is not None

    def _nearest(self, places: set[Iri]) -> set[Iri]:
        """Leave out the places round others; of those that lie in each other none."""
        if len(places) < 2:
            return places
        around = {place: set(self._around(place)) for place in places}
        return {
            place
            for place in places
            if not any(place in around[near] and near not in around[place] for near in places)
        }

    def _lying_nearest(self, place: Iri) -> set[Iri]:
        """Return what lies in a place and in none that lies in it; no place that has a point."""
        things = set(self._lying_in(place))
        for near in (things & self._points.keys()) - set(self._around(place)):
            things.difference_update(self._lying_in(near))
        return things - self._points.keys()

    def _around(self, thing: Iri) -> Iterator[Iri]:
        return chain(self._objects(thing, _LOCATED_IN), self._objects(thing, _LOCATED_FAR))

    def _spot(self, thing: Iri, place: Iri) -> Spot:
        latitude, longitude = self._points[place]
        return Spot(thing=thing, place=place, latitude=latitude, longitude=longitude)

    def _objects(self, thing: Iri, property_: NamedNode) -> list[Iri]:
        quads = islice(self._graph.quads(NamedNode(thing), property_), _MOST_PLACES)
        return [Iri(quad.object.value) for quad in quads if isinstance(quad.object, NamedNode)]

    def _lying_in(self, place: Iri) -> Iterator[Iri]:
        for property_ in (_LOCATED_IN, _LOCATED_FAR):
            for quad in self._graph.quads(None, property_, NamedNode(place)):
                if isinstance(quad.subject, NamedNode):
                    yield Iri(quad.subject.value)

    def _degrees(self, property_: NamedNode, *, most: int) -> dict[Iri, float]:
        """Return the degrees of each place; what is none would take the map from every page."""
        quads = self._graph.quads(None, property_, None, _PLACES)
        found = (
            (Iri(quad.subject.value), _number(quad.object.value))
            for quad in quads
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        )
        return {place: degrees for place, degrees in found if abs(degrees) <= most}


def _number(text: str) -> float:
    """Read a number; one that can't be read is none, and within no bounds."""
    try:
        return float(text)
    except ValueError:
        return nan
