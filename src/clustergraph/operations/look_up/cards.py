"""Make the cards of the index of names from a version's graph: of everything, or of some things."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from clustergraph.model import Iri
from clustergraph.names import NO_ASPECTS, Aspects, Card, Name, Place
from clustergraph.operations.consult import Row, Text, consult, consult_about
from clustergraph.operations.labels import leaf
from clustergraph.operations.look_up.aspects import aspects, aspects_of
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["cards", "cards_of"]

_KINDS_OF_NAMES = {
    expand("skos:prefLabel"): "prefLabel",
    expand("dcterms:title"): "title",
    expand("skos:altLabel"): "altLabel",
    expand("dcterms:identifier"): "altLabel",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Said:
    """What the graph says of each thing, as far as a card tells it."""

    named: Callable[[Iri], list[Row]]
    placed: Callable[[Iri], list[Row]]
    prominence: Callable[[Iri], int]
    aspects: Callable[[Iri], Aspects]


def cards(graph: GraphStore) -> Iterator[Card]:
    """Yield a card of everything that has a name, by IRI; linear in the number of statements."""
    named, placed = _by_thing(graph, "names"), _by_thing(graph, "places-of-all")
    prominence = _by_thing(graph, "prominence")
    having = aspects(graph)
    said = _Said(
        named=lambda iri: named.get(iri, []),
        placed=lambda iri: placed.get(iri, []),
        prominence=lambda iri: _total(prominence.get(iri, [])),
        aspects=lambda iri: having.get(iri, NO_ASPECTS),
    )
    return _cards(named, said)


def cards_of(graph: GraphStore, things: Collection[Iri]) -> Iterator[Card]:
    """Yield what ``cards`` does, but of these things only, by IRI.

    Some tenths of a millisecond each, and linear in the number of statements about it.
    """
    said = _Said(
        named=cache(lambda iri: consult_about(graph, "names", thing=iri)),
        placed=cache(lambda iri: consult_about(graph, "places-of-all", thing=iri)),
        prominence=lambda iri: _total(consult_about(graph, "prominence", thing=iri)),
        aspects=lambda iri: aspects_of(graph, iri),
    )
    return _cards(things, said)


def _cards(things: Iterable[Iri], said: _Said) -> Iterator[Card]:
    for iri in sorted({*things}):
        names, kind = _names(said.named(iri)), _kind(said.named(iri))
        if names and kind is not None:
            yield Card(
                iri=iri,
                cls=kind,
                prominence=said.prominence(iri),
                names=names,
                places=_places(iri, said),
                aspects=said.aspects(iri),
            )


def _by_thing(graph: GraphStore, query: str) -> Mapping[Iri, list[Row]]:
    found: dict[Iri, list[Row]] = defaultdict(list)
    for row in consult(graph, query):
        found[row.iri("thing")].append(row)
    return found


def _total(rows: list[Row]) -> int:
    return rows[0].number("total") if rows else 0


def _names(rows: list[Row]) -> tuple[Name, ...]:
    """Return each name once, the preferred first, then by language; what is no text is none."""
    names = {
        Name(name.text, name.language, _KINDS_OF_NAMES[row.iri("property")])
        for row in rows
        if isinstance(name := row["name"], Text)
    }
    return tuple(sorted(names, key=lambda name: (name.is_alternative, name.language, name.text)))


def _kind(rows: list[Row]) -> Iri | None:
    return leaf({kind for row in rows if isinstance(kind := row["class"], Iri)})


def _places(iri: Iri, said: _Said) -> tuple[Place, ...]:
    """Return where a thing lies: first what was said, then what follows, a country last."""
    places = {place for row in said.placed(iri) if isinstance(place := row["place"], Iri)}
    nearest = sorted(places, key=lambda place: (len(said.placed(place)), place), reverse=True)
    found = [
        Place(place, _preferred(_names(said.named(place))), _kind(said.named(place)) == CG.Country)
        for place in nearest
        if place != iri
    ]
    return tuple(sorted((each for each in found if each.names), key=lambda each: each.is_country))


def _preferred(names: tuple[Name, ...]) -> tuple[Name, ...]:
    return tuple(name for name in names if not name.is_alternative) or names[:1]
