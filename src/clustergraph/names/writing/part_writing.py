"""How a part of an index is written: what it is asked, and beside it the cards of the answers.

One document stands for one entity. The documents are written in the order of the cards, into one
segment, so that among equal matches the more prominent comes first by itself.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final, Protocol

import tantivy

from clustergraph.errors import HomeNotWritable
from clustergraph.names.card import Card, Name
from clustergraph.names.comparing.keys import is_short_form, keys_of
from clustergraph.names.files.cards import Filed, write_files
from clustergraph.names.files.ordering import ordered
from clustergraph.names.files.schema import (
    FIRST_TIER,
    FIRST_TIER_LENGTH,
    NO_LANGUAGE,
    languages_of,
    name_schema,
    register_tokenizers,
    terms_of,
)
from clustergraph.names.files.slips import write_slips

__all__ = ["Digest", "index_writer", "write_part"]

_WRITER_BYTES: Final = 2_000_000_000
"""Taken as it is needed. Less might part the index into segments, and their order is not fixed."""
_REFUSED: Final = "An IO error occurred: "
"""How the library begins what the system says; it has no error of its own for that."""


class Digest(Protocol):
    """A hash in the making."""

    def update(self, data: bytes, /) -> None:
        """Add to what is hashed."""


def write_part(
    folder: Path, cards: Iterable[Filed], digest: Digest, *, languages: Sequence[str] = ()
) -> None:
    """Write the cards as a part into the folder, which is made where it is missing.

    All that is written is added to the digest. ``languages`` are those that have orders, where that
    is known from other parts.
    """
    folder.mkdir(parents=True, exist_ok=True)
    words: set[str] = set()
    by_rank = sorted(cards, key=lambda filed: filed.standing)
    orders = ordered(folder, [filed.card for filed in by_rank], languages)
    with index_writer(folder, _WRITER_BYTES, is_new=True) as writer:
        for rank, filed in enumerate(by_rank):
            compared = _compared(filed.card.names)
            places = {field: places[rank] for field, places in orders.items()}
            document = json.dumps({**_document(filed.card, rank, compared), **places})
            writer.add_json(document)
            digest.update(document.encode() + filed.stored)
            words.update(*compared.get("heard", {}).values())
    write_files(folder, by_rank)
    write_slips(folder, words)


@contextmanager
def index_writer(
    folder: Path, memory_bytes: int, *, is_new: bool = False
) -> Iterator[tantivy.IndexWriter]:
    """Give a writer of the index in the folder; what it was given is there after the context.

    Raises:
        HomeNotWritable: when the system takes no more of it.
    """
    try:
        index = tantivy.Index(name_schema(), path=str(folder), reuse=not is_new)
        register_tokenizers(index)
        writer = index.writer(memory_bytes, num_threads=1)
        yield writer
        writer.commit()
        writer.wait_merging_threads()
    except ValueError as error:
        if not str(error).startswith(_REFUSED):
            raise
        raise HomeNotWritable(str(folder), str(error).removeprefix(_REFUSED)) from error


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
        short = is_short_form(name, names)
        for field, terms in terms_of(keys_of(name.text), is_short_form=short).items():
            for language in languages:
                held[field][language] += terms
    return {
        field: {language: [*dict.fromkeys(filter(None, terms))] for language, terms in kept.items()}
        for field, kept in held.items()
    }
