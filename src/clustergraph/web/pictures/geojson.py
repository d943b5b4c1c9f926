"""Where things lie, as GeoJSON (RFC 7946): longitude before latitude, degrees of WGS 84.

How the same is drawn is decided in ``map``.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from clustergraph.model import Iri
from clustergraph.operations.labels import Label
from clustergraph.operations.picturing.whereabouts import Spot
from clustergraph.rdf.prefixes import shorten
from clustergraph.web.pictures.map import atlas_of
from clustergraph.web.visit import Visit

__all__ = ["GEOJSON", "all_features", "features_of"]

GEOJSON: Final = "application/geo+json"

_ABOUT: Final = {
    "license": "https://creativecommons.org/licenses/by/4.0/",
    "attribution": "Coordinates: GeoNames (https://www.geonames.org/), CC BY 4.0",
}
"""Members of our own, which readers may pass over (RFC 7946, section 6.1)."""


def features_of(visit: Visit, things: Iterable[Iri]) -> Iterator[bytes]:
    """Yield a collection of things, in pieces; one of which no place is known has no geometry."""
    atlas = atlas_of(visit)
    yield from _collection(visit, ((thing, atlas.spots(thing)) for thing in things))


def all_features(visit: Visit) -> Iterator[bytes]:
    """Yield everything that lies somewhere, in pieces, by place: the place, then what lies there.

    What lies at several places is a feature at each of them.
    """
    spots = atlas_of(visit).all_spots()
    yield from _collection(visit, ((spot.thing, (spot,)) for spot in spots))


def _collection(visit: Visit, located: Iterable[tuple[Iri, Sequence[Spot]]]) -> Iterator[bytes]:
    yield f'{{"type":"FeatureCollection",{_dumped(_ABOUT)[1:-1]},"features":['.encode()
    comma = ""
    for thing, spots in located:
        yield f"{comma}\n{_dumped(_feature(visit, thing, spots))}".encode()
        comma = ","
    yield b"\n]}\n"


def _feature(visit: Visit, thing: Iri, spots: Sequence[Spot]) -> dict[str, Any]:
    return {
        "type": "Feature",
        "id": thing,
        "geometry": _geometry(spots),
        "properties": _properties(visit, thing, spots),
    }


def _geometry(spots: Sequence[Spot]) -> dict[str, Any] | None:
    points = [[spot.longitude, spot.latitude] for spot in spots]
    if not points:
        return None
    if len(points) == 1:
        return {"type": "Point", "coordinates": points[0]}
    return {"type": "MultiPoint", "coordinates": points}


def _properties(visit: Visit, thing: Iri, spots: Sequence[Spot]) -> dict[str, Any]:
    """Return its name and class, and where it lies; the name is in the language asked for."""
    card = visit.names.card(thing)
    label = card.label(visit.language) if card else Label(thing.local)
    places = [spot.place for spot in spots]
    return {
        "name": label.text,
        "language": label.language,
        "class": shorten(card.cls) if card else None,
        "places": places,
        "country": atlas_of(visit).country(places),
    }


def _dumped(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
