"""How cards are laid down in the index and read again.

One document stands for one entity. The documents are written in the order of the cards' rank, into
one segment, so that among equal matches the more prominent comes first by itself.
"""

import json
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import tantivy
from tantivy import Document

from clustergraph.model import Iri
from clustergraph.names.card import Card, Name, Place
from clustergraph.names.fields import (
    FIRST_TIER,
    FIRST_TIER_LENGTH,
    NO_LANGUAGE,
    languages_of,
    name_schema,
    register_tokenizers,
    terms_of,
)
from clustergraph.names.opening import SURROUNDINGS, note_shape
from clustergraph.names.surroundings import known_surroundings
from clustergraph.names.terms import gist, keys_of

__all__ = ["Filed", "Heard", "build_names", "read_card"]

_WRITER_BYTES: Final = 2_000_000_000
"""Taken as it is needed. Less might part the index into segments, and their order is not fixed."""


def build_names(path: Path, cards: Iterable[Card]) -> None:
    """Write a new index into the folder, which is made where it is missing."""
    path.mkdir(parents=True, exist_ok=True)
    index = tantivy.Index(name_schema(), path=str(path), reuse=False)
    register_tokenizers(index)
    writer = index.writer(_WRITER_BYTES, num_threads=1)
    for rank, card in enumerate(sorted(cards, key=lambda card: (-card.prominence, card.iri))):
        writer.add_document(_document(card, rank))
    writer.commit()
    writer.wait_merging_threads()
    known_surroundings().write(path / SURROUNDINGS)
    note_shape(path)


class Heard(NamedTuple):
    """A name, and by what it is compared at a glance: folded, and its gist."""

    name: Name
    folded: str
    gist: str


class Filed(NamedTuple):
    """A card, with each of its names as it is compared."""

    card: Card
    names: tuple[Heard, ...]

    def heard(self, language: str | None) -> tuple[Heard, ...]:
        """Return the names in the language, and those in none; all where it has no such."""
        if language is None:
            return self.names
        heard = self.card.heard(language)
        return tuple(each for each in self.names if each.name in heard)


def read_card(stored: bytes) -> Filed:
    """Read what the index keeps of an entity."""
    iri, cls, prominence, names, places, compared = json.loads(stored)
    card = Card(
        iri=Iri(iri),
        cls=Iri(cls),
        prominence=prominence,
        names=tuple(Name(*name) for name in names),
        places=tuple(
            Place(Iri(place), tuple(Name(*name) for name in called), is_country)
            for place, called, is_country in places
        ),
    )
    heard = zip(card.names, compared, strict=True)
    return Filed(card, tuple(Heard(name, *texts) for name, texts in heard))


def _document(card: Card, rank: int) -> Document:
    return Document(
        **_compared(card.names),
        iri=card.iri,
        cls=card.cls,
        place=[place.iri for place in card.places],
        country=[place.iri for place in card.places if place.is_country],
        language=sorted({name.language or NO_LANGUAGE for name in card.names}),
        tier=[FIRST_TIER] if rank < FIRST_TIER_LENGTH else [],
        rank=rank,
        card=_written(card),
    )


def _compared(names: Sequence[Name]) -> dict[str, dict[str, list[str]]]:
    """Return what each field holds of all names, by language."""
    held: dict[str, dict[str, dict[str, None]]] = {}
    for name in names:
        short = _is_short_form(name, names)
        for field, terms in terms_of(keys_of(name.text), is_short_form=short).items():
            kept = dict.fromkeys(term for term in terms if term)
            for language in languages_of(name.language):
                held.setdefault(field, {}).setdefault(language, {}).update(kept)
    return {
        field: {language: list(terms) for language, terms in by_language.items()}
        for field, by_language in held.items()
    }


def _is_short_form(name: Name, names: Sequence[Name]) -> bool:
    """Tell whether a name is only part of another, such as "the Foundation" in its own news."""
    if name.kind_of_name != "altLabel":
        return False
    words = frozenset(keys_of(name.text).folded.split())
    return any(words < frozenset(keys_of(other.text).folded.split()) for other in names)


def _written(card: Card) -> bytes:
    compared = [(keys_of(name.text).folded, gist(name.text)) for name in card.names]
    parts = (card.iri, card.cls, card.prominence, card.names, card.places, compared)
    return json.dumps(parts, separators=(",", ":")).encode()
