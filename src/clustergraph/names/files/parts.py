"""The parts of an index, read as one: what was built, and beside it what was touched since.

A card is alive in one part only. Which card comes first is said by ``ranking`` and ``ordering``,
how parts come about by ``bringing_along``.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import tantivy
from tantivy import Query, Schema

from clustergraph.names.card import DEFAULT_LANGUAGE
from clustergraph.names.files.cards import Filed, Files
from clustergraph.names.files.ordering import Orders
from clustergraph.names.files.schema import ANY_LANGUAGE
from clustergraph.names.files.slips import Slips, most_alike

__all__ = ["Hit", "Part", "Parts"]

_COUNTED_ONE_BY_ONE: Final = 256
"""Up to so many the deleted ones are told apart, which takes some microseconds."""
_NUMBER_BITS: Final = 32
_MOST_VALUES: Final = 1000
"""Of a facet; there are fewer countries, fewer years and fewer classes."""

Hit = tuple[float, int]
"""How much something found weighs, and its rank."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """An index of one segment, whose documents stand in the order of their cards.

    A rank is the number of the document, and above it that of the part. What was deleted keeps its
    rank, so that all others keep theirs.
    """

    number: int
    searcher: tantivy.Searcher
    schema: Schema
    files: Files
    orders: Orders
    slips: Slips

    @property
    def size(self) -> int:
        """How many cards are alive."""
        return int(self.searcher.num_docs)

    @property
    def has_gaps(self) -> bool:
        """Whether any card was deleted."""
        return self.size < len(self.files)

    def rank_of(self, document: int) -> int:
        """Return the rank of the document with that number."""
        return self.number << _NUMBER_BITS | document

    def hits(self, query: Query, limit: int) -> list[Hit]:
        """Return what is found, the heaviest first, of what weighs the same in its order."""
        hits = self.searcher.search(query, limit=limit, count=False).hits
        return [(float(weight), self.rank_of(address.doc)) for weight, address in hits]

    def total(self, query: Query) -> int:
        """Count what is found."""
        result = self.searcher.search(query, limit=1)
        count: int | None = result.count  # type: ignore[attr-defined]  # its stub leaves it out
        return count or 0

    def count(self, field: str, value: str) -> int:
        """Count what has the value; of a value that many have, the deleted ones count too."""
        found = int(self.searcher.doc_freq(field, value))
        if not self.has_gaps or not 0 < found <= _COUNTED_ONE_BY_ONE:
            return found
        return self.total(Query.term_query(self.schema, field, value))

    def has(self, iri: str) -> bool:
        """Tell whether it has the card of something."""
        return bool(self.hits(Query.term_query(self.schema, "iri", iri), 1))

    def filed(self) -> list[Filed]:
        """Return all cards that are alive, in their order."""
        found = self.searcher.search(Query.all_query(), limit=max(1, self.size), count=False)
        return [self.files[address.doc] for _, address in found.hits]


class Parts:
    """All parts of an index; safe to share between threads."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = {part.number: part for part in parts}
        self._filled = [part for part in parts if part.size] or parts[:1]
        self._has_gaps = any(part.has_gaps for part in parts)
        self.schema = parts[0].schema
        self.size = sum(part.size for part in parts)

    def __iter__(self) -> Iterator[Part]:
        return iter(self._filled)

    def filed_at(self, rank: int) -> Filed:
        """Return the card of that rank, as it is kept."""
        number, document = divmod(rank, 1 << _NUMBER_BITS)
        return self._parts[number].files[document]

    def place(self, rank: int) -> tuple[int, str]:
        """Return by what to sort ranks: among parts, by what the order in each of them is made."""
        return (rank, "") if len(self._filled) == 1 else self.filed_at(rank).standing

    def find(self, iri: str) -> Filed | None:
        """Return the card of something; None where there is none."""
        query = Query.term_query(self.schema, "iri", iri)
        ranks = (rank for part in self._filled for _, rank in part.hits(query, 1))
        return next(map(self.filed_at, ranks), None)

    def hits(self, query: Query, limit: int) -> list[Hit]:
        """Return what is found, the heaviest first, of what weighs the same in its order."""
        return self.joined((part.hits(query, limit) for part in self._filled), limit)

    def joined(self, found: Iterable[list[Hit]], limit: int) -> list[Hit]:
        """Join what was found in each part, of which no more is wanted than that."""
        hits, *others = [*filter(None, found)] or [[]]
        if not others:
            return hits[:limit]
        return sorted((hit for each in (hits, *others) for hit in each), key=self.in_order)[:limit]

    def in_order(self, hit: Hit) -> tuple[float, tuple[int, str]]:
        """Return by what to sort hits."""
        weight, rank = hit
        return -weight, self.place(rank)

    def total(self, query: Query) -> int:
        """Count what is found."""
        return sum(part.total(query) for part in self._filled)

    def count(self, field: str, value: str) -> int:
        """Count what has the value, at no cost (see ``Part.count``)."""
        return sum(part.count(field, value) for part in self._filled)

    def counted(self, query: Query, fields: Collection[str]) -> Mapping[str, list[tuple[str, int]]]:
        """Count what is found by the values of each field, the most first."""
        terms = {field: {"terms": {"field": field, "size": _MOST_VALUES}} for field in fields}
        counts: dict[str, Counter[str]] = {field: Counter() for field in fields}
        for part in self._filled:
            for field, values in part.searcher.aggregate(query, terms).items():
                counts[field].update({each["key"]: each["doc_count"] for each in values["buckets"]})
        return {
            field: sorted(values.items(), key=lambda each: (-each[1], each[0]))
            for field, values in counts.items()
        }

    def alike(self, sound: str, slips: int) -> list[str]:
        """Return the words of names that sound so but for so many slips, the most alike first."""
        found: dict[str, int] = {}
        for part in self._filled:
            found |= part.slips.differing(sound, slips)
        return most_alike(
            {word: differs for word, differs in found.items() if self._is_heard(word)}
        )

    def _is_heard(self, word: str) -> bool:
        """Tell whether a word is in a name still, and not only in such as were deleted."""
        return not self._has_gaps or self.count(f"heard.{ANY_LANGUAGE}", word) > 0

    def language_for(self, language: str) -> str:
        """Return the language in whose order a reader sees things."""
        is_known = all(language in part.orders.languages for part in self._filled)
        return language if is_known else DEFAULT_LANGUAGE
