"""Organisations with four names each, of made-up words in two scripts, and what people ask of them.

Equal numbers of names give equal graphs and equal questions. Words are as uneven as in any language
(Zipf's law), so that some beginnings fit thousands of names.
"""

import hashlib
import random
from base64 import b32encode
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from pathlib import Path
from typing import Final
from urllib.parse import quote

from pyoxigraph import Literal, NamedNode, Quad

from bench.measuring.keeping import kept
from clustergraph import __version__
from clustergraph.iris import BASE, graph_iri
from clustergraph.names.writing.storing import build_names
from clustergraph.operations.look_up import cards
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, drafting
from clustergraph.store.writing import write_store

__all__ = ["NAMES_EACH", "beginnings", "home_with", "local_id", "names_of", "quads", "whole_names"]

NAMES_EACH: Final = 4
_WORDS: Final = 4_000
_ONSETS: Final = (
    "b",
    "br",
    "d",
    "f",
    "g",
    "gr",
    "k",
    "kl",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "st",
    "t",
    "v",
)
_VOWELS: Final = ("a", "e", "i", "o", "u", "á", "é", "ö", "ü")
_CODAS: Final = ("", "", "n", "r", "s", "l", "sk")
_CYRILLIC: Final = str.maketrans("abcdefgiklmnoprstuváéöü", "абцдефгиклмнопрстуваеоу")
_TYPE: Final = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_PREFERRED: Final = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
_OTHER: Final = NamedNode("http://www.w3.org/2004/02/skos/core#altLabel")
_KINDS: Final = tuple(NamedNode(f"{BASE}ns#{name}") for name in ("Cluster", "Organisation"))
_GRAPH: Final = NamedNode(graph_iri("asserted"))


def names_of(number: int) -> tuple[Literal, Literal, Literal, Literal]:
    """Return what the organisation of that number is called: in three languages, and in short."""
    chance = random.Random(number)
    words = _draw(chance, 3)
    first, second, third = map(str.capitalize, words)
    in_cyrillic = " ".join(word.translate(_CYRILLIC).capitalize() for word in words)
    short = f"{first[0]}{second[0]}{third[0]}{number:x}".upper()
    return (
        Literal(f"{first} {second} Cluster {third}", language="en"),
        Literal(f"Klaster {second}ski {first} {third}", language="pl"),
        Literal(f"Клъстер {in_cyrillic}", language="bg"),
        Literal(short),
    )


def local_id(number: int) -> str:
    """Return the last part of the organisation's IRI; it ends as ours do, in base 32."""
    return f"organisation-{b32encode(number.to_bytes(5)).decode().lower()}"


def quads(organisations: int) -> Iterator[Quad]:
    """Yield what is said of so many organisations."""
    for number in range(organisations):
        thing = NamedNode(f"{BASE}id/{local_id(number)}")
        yield Quad(thing, _TYPE, _KINDS[number % len(_KINDS)], _GRAPH)
        *names, short = names_of(number)
        for name in names:
            yield Quad(thing, _PREFERRED, name, _GRAPH)
        yield Quad(thing, _OTHER, short, _GRAPH)


def beginnings(organisations: int, count: int) -> Iterator[str]:
    """Yield what somebody has typed of a name so far, percent-encoded, somewhere on the way."""
    chance = random.Random(count)
    for name in whole_names(organisations, count):
        yield quote(name[: chance.randint(2, len(name))])


def whole_names(organisations: int, count: int) -> Iterator[str]:
    """Yield so many names of organisations."""
    chance = random.Random(organisations)
    for _ in range(count):
        yield chance.choice(names_of(chance.randrange(organisations))).value


def home_with(names: int, folder: Path) -> Path:
    """Return a home whose version holds so many names, from the folder where it was made before."""
    digest = _digest(names)
    home = Home(folder / f"names-{names}-{digest[:8]}")
    if kept(home, f"{names} names") is None:
        with drafting(home) as draft:
            write_store(draft.store_path, _with_ontology(names // NAMES_EACH))
            build_names(draft.names_path, cards(GraphStore.open(draft.store_path)))
            Adjacency.made_of(()).write(draft.adjacency_path)
            draft.publish(digest)
    return home.path


def _with_ontology(organisations: int) -> Iterator[Quad]:
    yield from ontology_quads()
    yield from quads(organisations)


def _digest(names: int) -> str:
    """Name the corpus by its beginning: what is made in another way has another name."""
    whole = hashlib.sha256(f"{names} {__version__}".encode())
    for quad in quads(50):
        whole.update(str(quad).encode())
    return whole.hexdigest()


def _draw(chance: random.Random, count: int) -> Sequence[str]:
    words, weights = _words()
    return chance.choices(words, cum_weights=weights, k=count)


@cache
def _words() -> tuple[Sequence[str], Sequence[float]]:
    """Make the words, and how often the first so many of them come."""
    chance = random.Random(_WORDS)
    words = ["".join(_syllables(chance)) for _ in range(_WORDS)]
    return words, list(accumulate(1 / rank for rank in range(1, _WORDS + 1)))


def _syllables(chance: random.Random) -> Iterator[str]:
    for _ in range(chance.randint(2, 4)):
        yield from (chance.choice(part) for part in (_ONSETS, _VOWELS, _CODAS))
