"""Give places their coordinates from the gazetteer, with where each of them comes from.

No document says them: they stand in ``graph/places``, apart from what documents say, by the W3C's
Basic Geo vocabulary (WGS 84), in which GeoNames and most maps of linked data have them too. Each
coordinate has a node that says whose point it is, an annotation of OWL 2 as links have one. How
they are found again is in ``whereabouts``.
"""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import coordinate_iri, graph_iri
from clustergraph.languages import Place, load_gazetteer
from clustergraph.model import Iri, ResolvedEntity, ResolvedGraph
from clustergraph.operations.building.known_places import KnownPlaces
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import CG, XSD

__all__ = ["coordinate_quads"]

_GRAPH: Final = NamedNode(graph_iri("places"))
_PLACES: Final = (CG.Place, CG.Country, CG.Region, CG.City)
_KEYS: Final = ("country:", "region:", "city:")
_GEONAMES: Final = "https://sws.geonames.org/{}/"
_DIGITS: Final = 5
"""As GeoNames has them: about a metre."""


def coordinate_quads(graph: ResolvedGraph) -> Iterator[Quad]:
    """Yield ``graph/places``: where each place lies that is in the gazetteer.

    A place that nobody looked up there, such as one that a person added, counts where it could be
    no other. What the gazetteer takes for a place, and a person for something else, has no
    coordinates.
    """
    known = KnownPlaces(graph)
    for entity in graph.entities:
        if entity.kind in _PLACES:
            only_key = known.only_key(entity)
            if key := _looked_up(entity) or only_key:
                place = load_gazetteer().place(key)
                yield from _coordinates(entity, place, is_certain=key == only_key)


def _looked_up(entity: ResolvedEntity) -> str:
    """Return the key of what the mappers took it for, where that is a place."""
    return entity.gazetteer if entity.gazetteer.startswith(_KEYS) else ""


def _coordinates(entity: ResolvedEntity, place: Place, *, is_certain: bool) -> Iterator[Quad]:
    if place.latitude is not None and place.longitude is not None:
        reason = _reason(place, is_certain=is_certain)
        yield from _located(entity.iri, (place.latitude, place.longitude), reason)


def _located(iri: Iri, point: tuple[float, float], reason: str) -> Iterator[Quad]:
    source = NamedNode(_GEONAMES.format(_cities()[point]))
    for name, degrees in zip(("geo:lat", "geo:long"), point, strict=True):
        property_ = expand(name)
        value = Literal(_written(degrees), datatype=NamedNode(XSD.decimal))
        yield Quad(NamedNode(iri), NamedNode(property_), value, _GRAPH)
        node = NamedNode(coordinate_iri(iri, property_))
        said: dict[str, NamedNode | Literal] = {
            "rdf:type": NamedNode(expand("owl:Axiom")),
            "owl:annotatedSource": NamedNode(iri),
            "owl:annotatedProperty": NamedNode(property_),
            "owl:annotatedTarget": value,
            "prov:wasDerivedFrom": source,
            "rdfs:comment": Literal(reason, language="en"),
        }
        yield from (Quad(node, NamedNode(expand(term)), it, _GRAPH) for term, it in said.items())


def _reason(place: Place, *, is_certain: bool) -> str:
    """Say which place it is taken for, how surely, and what of it the point shows."""
    sure = "By its name it is" if is_certain else "Of the places of its name the likeliest is"
    shown = "GeoNames says where that is"
    if place.kind == CG.Country:
        shown = "GeoNames says where its capital is"
    elif place.kind == CG.Region:
        shown = "GeoNames says where its largest city is"
    return f"{sure} {place.key} in the gazetteer; {shown}."


def _written(degrees: float) -> str:
    """Write degrees as a decimal without zeros at its end.

    >>> _written(49.8), _written(-0.00001)
    ('49.8', '-0.00001')
    """
    return f"{degrees:.{_DIGITS}f}".rstrip("0").rstrip(".")


@cache
def _cities() -> Mapping[tuple[float | None, float | None], str]:
    """Return GeoNames' numbers of the cities by where they lie; of several the largest one's.

    All points of the gazetteer are those of cities.
    """
    gazetteer = load_gazetteer()
    keys = {key for keys in gazetteer.places_by_name.values() for key in keys}
    cities = [gazetteer.place(key) for key in keys if key.startswith("city:")]
    ordered = sorted(cities, key=lambda city: (city.population, city.key))
    return {(city.latitude, city.longitude): city.key.partition(":")[2] for city in ordered}
