"""Versions of which every answer tells the number: whoever mixes two of them is found out."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import BASE, graph_iri
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.look_up import cards
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.writing import write_store
from clustergraph.vocab import CG

__all__ = ["EVERY_NUMBER", "PLACES", "Publisher", "numbers_in"]

EVERY_NUMBER = f"SELECT ?number {{ ?thing <{BASE}number> ?number }}"
"""Asks for the version's number as often as the version holds it."""
_QUERIES = quote('{"q0": {"query": "place"}}')
PLACES = (
    "/data/place-aaaaaaaa.nt",
    "/page/place-aaaaaaaa",
    "/api/search?q=place",
    "/api/search.jsonl?q=place",
    "/api/suggest?q=pla",
    "/api/entities/place-aaaaaaaa",
    "/reconcile/suggest/entity?prefix=pla",
    "/reconcile/preview?id=place-aaaaaaaa",
    f"/reconcile?queries={_QUERIES}",
)
"""Addresses at which the version's number is told beside ``/sparql``."""

_LABEL = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_TYPE = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_MARK = b"number-"


class Publisher:
    """Makes versions and remembers which number each tells."""

    def __init__(self, path: Path) -> None:
        self.home = Home(path)
        self.numbers: dict[str, int] = {}

    def publish(self, *, rows: int = 1_000, is_damaged: bool = False) -> Version:
        """Publish a version that says its number in so many rows, and in a place's name."""
        number = len(self.numbers) + 1
        with drafting(self.home) as draft:
            write_store(draft.store_path, _quads(number, rows))
            graph = GraphStore.open(draft.store_path)
            build_names(draft.names_path, cards(graph))
            Adjacency.made_of(()).write(draft.adjacency_path)
            if is_damaged:
                (draft.store_path / "CURRENT").unlink()
            version = draft.publish(content_hash(graph))
        self.numbers[version.id] = number
        return version


def numbers_in(answer: bytes) -> set[int]:
    """Return the numbers of all versions of which an answer speaks.

    >>> sorted(numbers_in(b"a,number-7 b,number-7 c,number-12 d,number-"))
    [7, 12]
    """
    parts = answer.split(_MARK)[1:]
    return {int(part[: _digits(part)]) for part in parts if _digits(part)}


def _digits(part: bytes) -> int:
    return len(part) - len(part.lstrip(b"0123456789"))


def _quads(number: int, rows: int) -> Iterator[Quad]:
    graph = NamedNode(graph_iri("asserted"))
    place = NamedNode(f"{BASE}id/place-aaaaaaaa")
    told = f"{_MARK.decode()}{number}"
    yield Quad(place, _TYPE, NamedNode(CG.Place), graph)
    yield Quad(place, _LABEL, Literal(f"place {told}", language="en"), graph)
    for row in range(rows):
        thing = NamedNode(f"{BASE}thing/{row}")
        yield Quad(thing, NamedNode(f"{BASE}number"), Literal(told), graph)
