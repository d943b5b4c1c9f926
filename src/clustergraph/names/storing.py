"""How an index is written: what it is asked, and beside it the cards that answers are made of.

One document stands for one entity. The documents are written in the order of the cards' rank, into
one segment, so that among equal matches the more prominent comes first by itself.
"""

import hashlib
import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import tantivy

from clustergraph.names.card import Card, Name
from clustergraph.names.fields import (
    FIRST_TIER,
    FIRST_TIER_LENGTH,
    NO_LANGUAGE,
    languages_of,
    name_schema,
    register_tokenizers,
    terms_of,
)
from clustergraph.names.filing import write_files, written
from clustergraph.names.gathering import known_surroundings
from clustergraph.names.opening import SHAPE, SURROUNDINGS, note_shape
from clustergraph.names.ordering import ordered
from clustergraph.names.slips import write_slips
from clustergraph.names.terms import keys_of

__all__ = ["build_names"]

_WRITER_BYTES: Final = 2_000_000_000
"""Taken as it is needed. Less might part the index into segments, and their order is not fixed."""


def build_names(path: Path, cards: Iterable[Card]) -> str:
    """Write a new index into the folder, which is made where it is missing; return its stamp.

    Indexes of one stamp hold the same and answer the same. It is a hexadecimal SHA-256.
    """
    path.mkdir(parents=True, exist_ok=True)
    stamp = hashlib.sha256(SHAPE.encode())
    words: set[str] = set()
    filed: list[bytes] = []
    index = tantivy.Index(name_schema(), path=str(path), reuse=False)
    register_tokenizers(index)
    writer = index.writer(_WRITER_BYTES, num_threads=1)
    by_rank = sorted(cards, key=lambda card: (-card.prominence, card.iri))
    orders = ordered(path, by_rank)
    for rank, card in enumerate(by_rank):
        compared = _compared(card.names)
        places = {field: places[rank] for field, places in orders.items()}
        document = json.dumps({**_document(card, rank, compared), **places})
        writer.add_json(document)
        filed.append(written(card))
        stamp.update(document.encode() + filed[-1])
        words.update(*compared.get("heard", {}).values())
    writer.commit()
    writer.wait_merging_threads()
    write_files(path, filed)
    write_slips(path, words)
    known_surroundings().write(path / SURROUNDINGS)
    stamp.update((path / SURROUNDINGS).read_bytes())
    note_shape(path)
    return stamp.hexdigest()


def _document(card: Card, rank: int, compared: Mapping[str, object]) -> Mapping[str, Any]:
    """Return what the index is asked for, field by field."""
    return {
        **compared,
        "iri": card.iri,
        "cls": card.cls,
        "place": [place.iri for place in card.places],
        "country": [place.iri for place in card.places if place.is_country],
        "language": sorted({name.language or NO_LANGUAGE for name in card.names}),
        "tier": [FIRST_TIER] if rank < FIRST_TIER_LENGTH else [],
        "rank": rank,
        **card.aspects.fields(),
    }


def _compared(names: Sequence[Name]) -> dict[str, dict[str, list[str]]]:
    """Return what each field holds of all names, by language."""
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    for name in names:
        languages = [*languages_of(name.language)]
        short = _is_short_form(name, names)
        for field, terms in terms_of(keys_of(name.text), is_short_form=short).items():
            for language in languages:
                held[field][language] += terms
    return {
        field: {language: [*dict.fromkeys(filter(None, terms))] for language, terms in kept.items()}
        for field, kept in held.items()
    }


def _is_short_form(name: Name, names: Sequence[Name]) -> bool:
    """Tell whether a name is only part of another, such as "the Foundation" in its own news."""
    if name.kind_of_name != "altLabel":
        return False
    words = frozenset(keys_of(name.text).folded.split())
    return any(words < frozenset(keys_of(other.text).folded.split()) for other in names)
