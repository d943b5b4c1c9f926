"""Find where things lie: the coordinates of a place, or of the places in which something lies.

Plain look-ups, since a page asks for dozens of things. Where coordinates come from is told in
``locate``; how a map of them is drawn is decided in ``web``.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from typing import Final

from pyoxigraph import Literal, NamedNode

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["Atlas", "Spot"]

_ASSERTED: Final = NamedNode(graph_iri("asserted"))
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
        north = self._degrees(_LATITUDE)
        east = self._degrees(_LONGITUDE)
        self._points = {place: (north[place], east[place]) for place in north if place in east}
        self._countries: dict[Iri, Iri | None] = {}

    def spots(self, thing: Iri) -> tuple[Spot, ...]:
        """Return where a thing lies, sorted by place; nothing where that is not known.

        A place lies at its own coordinates. Else those places count in which documents say that it
        lies; where none of them has coordinates, the ones in which it lies as a consequence.
        """
        if thing in self._points:
            return (self._spot(thing, thing),)
        stated = self._known(self._objects(thing, _LOCATED_IN))
        places = stated or self._known(self._objects(thing, _LOCATED_FAR))
        return tuple(self._spot(thing, place) for place in places)

    def all_spots(self) -> Iterator[Spot]:
        """Yield where everything lies, by place: the place itself, then what is said to lie there.

        Places without coordinates are left out, and what lies in them.
        """
        for place in sorted(self._points):
            yield self._spot(place, place)
            for thing in sorted(self._lying_in(place)):
                if thing not in self._points:
                    yield self._spot(thing, place)

    def country(self, place: Iri) -> Iri | None:
        """Return the country that a place is or lies in; of several the first by IRI."""
        if place not in self._countries:
            self._countries[place] = self._find_country(place)
        return self._countries[place]

    def _find_country(self, place: Iri) -> Iri | None:
        if self._is_country(place):
            return place
        around = chain(self._objects(place, _LOCATED_IN), self._objects(place, _LOCATED_FAR))
        return min(filter(self._is_country, around), default=None)

    def _is_country(self, place: Iri) -> bool:
        quads = self._graph.quads(NamedNode(place), _TYPE, _COUNTRY)
        return next(quads, None) is not None

    def _known(self, places: Iterable[Iri]) -> list[Iri]:
        return sorted({place for place in places if place in self._points})

    def _spot(self, thing: Iri, place: Iri) -> Spot:
        latitude, longitude = self._points[place]
        return Spot(thing=thing, place=place, latitude=latitude, longitude=longitude)

    def _objects(self, thing: Iri, property_: NamedNode) -> list[Iri]:
        quads = islice(self._graph.quads(NamedNode(thing), property_), _MOST_PLACES)
        return [Iri(quad.object.value) for quad in quads if isinstance(quad.object, NamedNode)]

    def _lying_in(self, place: Iri) -> Iterator[Iri]:
        for quad in self._graph.quads(None, _LOCATED_IN, NamedNode(place), _ASSERTED):
            if isinstance(quad.subject, NamedNode):
                yield Iri(quad.subject.value)

    def _degrees(self, property_: NamedNode) -> dict[Iri, float]:
        return {
            Iri(quad.subject.value): float(quad.object.value)
            for quad in self._graph.quads(None, property_, None, _PLACES)
            if isinstance(quad.subject, NamedNode) and isinstance(quad.object, Literal)
        }
