"""Cut a list in the order of an alphabet into pages; ``ordering`` says what comes first."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from heapq import merge
from itertools import islice
from typing import NamedTuple

from tantivy import FieldType, Order, Query

from clustergraph.names.card import Card
from clustergraph.names.files.cards import Filed
from clustergraph.names.files.ordering import PlaceInOrder, place_of
from clustergraph.names.files.parts import Part, Parts
from clustergraph.names.searching.bookmarks import fingerprint, read_place, write_place
from clustergraph.names.searching.fields import every
from clustergraph.names.searching.filters import Filters
from clustergraph.names.searching.found import Found, NameHit
from clustergraph.names.searching.ranking import SCORES, Match

__all__ = ["Alphabet"]


class Alphabet(NamedTuple):
    """The order of a language, and what is listed in it."""

    parts: Parts
    language: str

    def page(self, filters: Filters, limit: int, after: str | None) -> Found:
        """Return a page of what passes.

        Raises:
            InvalidParameter: when ``after`` is no token, or belongs to another question.
        """
        question = fingerprint("in order", self.language, filters)
        last = None if after is None else read_place(after, question)
        whole = filters.narrow(self.parts.schema, Query.all_query())
        cards = self._after(whole, last, limit + 1)
        follows = None
        if len(cards) > limit > 0:
            follows = write_place(self._place(cards[limit - 1]), question)
        hits = tuple(map(_listed, cards[:limit]))
        return Found(hits=hits, next=follows, count=lambda: self.parts.total(whole))

    def beside(self, card: Card, filters: Filters) -> tuple[Card | None, Card | None]:
        """Return what passes and stands just before a card, and just after it."""
        whole = filters.narrow(self.parts.schema, Query.all_query())
        last = place_of(card, self.language)
        before = [each for part in self._each() for each in part.before(whole, last)]
        after = self._after(whole, last, 1)
        return max(before, key=self._place, default=None), after[0] if after else None

    def _after(self, query: Query, last: PlaceInOrder | None, limit: int) -> list[Card]:
        """Return what follows a place, or what comes first; of other parts no more is read."""
        parts = [part.after(query, last, limit) for part in self._each()]
        return [*islice(merge(*parts, key=self._place), limit)]

    def _each(self) -> "list[_InPart]":
        filed_at = self.parts.filed_at
        return [_InPart(part, self.language, filed_at) for part in self.parts]

    def _place(self, card: Card) -> PlaceInOrder:
        return place_of(card, self.language)


class _InPart(NamedTuple):
    """The order of a language in one part of the index."""

    part: Part
    language: str
    filed_at: Callable[[int], Filed]

    def after(self, query: Query, last: PlaceInOrder | None, limit: int) -> Iterator[Card]:
        """Yield the first cards that are found, or the first behind a place."""
        if last is not None:
            query = every([query, self._from(bisect_right(self._places(), last))])
        return self._cards(query, limit, Order.Asc)

    def before(self, query: Query, place: PlaceInOrder) -> Iterator[Card]:
        """Yield the last card that is found before a place, if there is one."""
        passed = self._before(bisect_left(self._places(), place))
        return self._cards(every([query, passed]), 1, Order.Desc)

    def _cards(self, query: Query, limit: int, order: Order) -> Iterator[Card]:
        found = self.part.searcher.search(
            query, limit=limit, count=False, order_by_field=self._field, order=order
        )
        return (self._filed(int(address.doc)).card for _, address in found.hits)

    def _places(self) -> Sequence[PlaceInOrder]:
        return self.part.orders.places(self.language, self._filed)

    def _filed(self, document: int) -> Filed:
        return self.filed_at(self.part.rank_of(document))

    def _from(self, place: int) -> Query:
        return Query.range_query(
            self.part.schema, self._field, FieldType.Integer, lower_bound=place
        )

    def _before(self, place: int) -> Query:
        return Query.range_query(
            self.part.schema,
            self._field,
            FieldType.Integer,
            upper_bound=place,
            include_upper=False,
        )

    @property
    def _field(self) -> str:
        return self.part.orders.field_for(self.language)


def _listed(card: Card) -> NameHit:
    name = card.names[0]
    return NameHit(
        card=card,
        name=name.text,
        language=name.language,
        match=Match.LISTED,
        score=SCORES[Match.LISTED],
        features={},
    )
