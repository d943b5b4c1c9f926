"""Things with names, a row for each name, and which of them a search finds."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from clustergraph.model import Iri
from clustergraph.names import Card, Name, NameIndex
from clustergraph.names.writing.storing import build_names

CLUSTER = Iri("https://w3id.org/clustergraph/ns#Cluster")
CITY = Iri("https://w3id.org/clustergraph/ns#City")

Row = tuple[str, str, str, str, Iri, int]
"""Local id, name, its language and kind, and the class and prominence of the thing."""


def cards(rows: Iterable[Row]) -> Iterator[Card]:
    """Make a card of each entity that the rows name."""
    names: dict[str, list[Name]] = {}
    last: dict[str, Row] = {}
    for row in rows:
        local_id, text, language, kind_of_name, *_ = row
        names.setdefault(local_id, []).append(Name(text, language, kind_of_name))
        last[local_id] = row
    for local_id, (*_, cls, prominence) in last.items():
        yield card(local_id, *names[local_id], cls=cls, prominence=prominence)


def card(local_id: str, *names: Name, cls: Iri = CLUSTER, prominence: int = 1, **rest: Any) -> Card:
    """Make the card of one entity."""
    iri = Iri(f"https://w3id.org/clustergraph/id/{local_id}")
    return Card(iri=iri, cls=cls, prominence=prominence, names=names, **rest)


def local(names: NameIndex, text: str, **rest: Any) -> list[str]:
    """Return the local ids of what is found, in their order."""
    return [hit.card.iri.local for hit in names.search(text, **rest).hits]


def opened(folder: Path, *cards: Card) -> NameIndex:
    """Build an index of the cards and open it."""
    build_names(folder, cards)
    return NameIndex.open(folder)
