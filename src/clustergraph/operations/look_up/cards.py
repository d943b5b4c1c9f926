"""Make the cards of the index of names from a version's graph."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from clustergraph.model import Iri
from clustergraph.names import NO_ASPECTS, Card, Name, Place
from clustergraph.operations.consult import Row, consult
from clustergraph.operations.labels import leaf
from clustergraph.operations.look_up.aspects import aspects
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["cards"]

_KINDS_OF_NAMES = {
    "http://www.w3.org/2004/02/skos/core#prefLabel": "prefLabel",
    "http://purl.org/dc/terms/title": "title",
    "http://www.w3.org/2004/02/skos/core#altLabel": "altLabel",
    "http://purl.org/dc/terms/identifier": "altLabel",
}
_Rows = Mapping[Iri, list[Row]]


def cards(graph: GraphStore) -> Iterator[Card]:
    """Yield a card of everything that has a name, by IRI."""
    prominence = {row.iri("thing"): row.number("total") for row in consult(graph, "prominence")}
    having = aspects(graph)
    named, placed = _by_thing(graph, "names"), _by_thing(graph, "places-of-all")
    called = {iri: _names(rows) for iri, rows in named.items()}
    for iri, rows in sorted(named.items()):
        if (kind := _kind(rows)) is not None:
            yield Card(
                iri=iri,
                cls=kind,
                prominence=prominence.get(iri, 0),
                names=called[iri],
                places=_places(iri, placed, called, named),
                aspects=having.get(iri, NO_ASPECTS),
            )


def _by_thing(graph: GraphStore, query: str) -> _Rows:
    found: dict[Iri, list[Row]] = defaultdict(list)
    for row in consult(graph, query):
        found[row.iri("thing")].append(row)
    return found


def _names(rows: list[Row]) -> tuple[Name, ...]:
    """Return each name once, the preferred first, then by language."""
    names = {
        Name(row.text("name").text, row.text("name").language, _KINDS_OF_NAMES[row.iri("property")])
        for row in rows
    }
    return tuple(
        sorted(names, key=lambda name: (name.kind_of_name == "altLabel", name.language, name.text))
    )


def _kind(rows: list[Row]) -> Iri | None:
    return leaf({row.iri("class") for row in rows})


def _places(
    iri: Iri, placed: _Rows, called: Mapping[Iri, tuple[Name, ...]], named: _Rows
) -> tuple[Place, ...]:
    """Return where a thing lies: first what was said, then what follows, a country last."""
    rows = sorted(
        placed.get(iri, ()), key=lambda row: (len(placed.get(row.iri("place"), ())), row["place"])
    )
    places = dict.fromkeys(row.iri("place") for row in reversed(rows))
    found = [
        Place(place, _preferred(called.get(place, ())), _kind(named.get(place, [])) == CG.Country)
        for place in places
        if place in called and place != iri
    ]
    return tuple(sorted(found, key=lambda place: place.is_country))


def _preferred(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if name.kind_of_name != "altLabel") or names[:1]
