"""Cut a list in the order of an alphabet into pages; ``ordering`` says what comes first."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable
from typing import NamedTuple

import tantivy
from tantivy import FieldType, Order, Query

from clustergraph.names.bookmarks import fingerprint, read_place, write_place
from clustergraph.names.card import Card
from clustergraph.names.fields import every
from clustergraph.names.filing import Filed
from clustergraph.names.filters import Filters
from clustergraph.names.found import Found, NameHit
from clustergraph.names.ordering import Orders, place_of
from clustergraph.names.ranking import SCORES, Match

__all__ = ["Alphabet"]


class Alphabet(NamedTuple):
    """The order of a language, and what is listed in it."""

    searcher: tantivy.Searcher
    schema: tantivy.Schema
    orders: Orders
    language: str
    filed_at: Callable[[int], Filed]

    def page(self, filters: Filters, limit: int, after: str | None) -> Found:
        """Return a page of what passes.

        Raises:
            InvalidParameter: when ``after`` is no token, or belongs to another question.
        """
        question = fingerprint("in order", self.language, filters)
        whole = filters.narrow(self.schema, Query.all_query())
        asked = whole if after is None else every([whole, self._after(after, question)])
        ranks = self._ranks(asked, limit + 1)
        hits = tuple(_listed(self.filed_at(rank)) for rank in ranks[:limit])
        follows = None
        if len(ranks) > limit > 0:
            follows = write_place(place_of(hits[-1].card, self.language), question)
        return Found(hits=hits, next=follows, count=lambda: self._count(whole))

    def beside(self, card: Card, filters: Filters) -> tuple[Card | None, Card | None]:
        """Return what passes and stands just before a card, and just after it."""
        places = self.orders.places(self.language, self.filed_at)
        place = bisect_left(places, place_of(card, self.language))
        whole = filters.narrow(self.schema, Query.all_query())
        before = every([whole, self._before(place)])
        after = every([whole, self._from(place + 1)])
        return self._first(before, Order.Desc), self._first(after, Order.Asc)

    def _from(self, place: int) -> Query:
        return Query.range_query(self.schema, self._field, FieldType.Integer, lower_bound=place)

    def _before(self, place: int) -> Query:
        return Query.range_query(
            self.schema, self._field, FieldType.Integer, upper_bound=place, include_upper=False
        )

    def _first(self, query: Query, order: Order) -> Card | None:
        ranks = self._ranks(query, 1, order)
        return self.filed_at(ranks[0]).card if ranks else None

    def _ranks(self, query: Query, limit: int, order: Order = Order.Asc) -> list[int]:
        found = self.searcher.search(
            query, limit=limit, count=False, order_by_field=self._field, order=order
        )
        return [int(address.doc) for _, address in found.hits]

    def _after(self, token: str, question: str) -> Query:
        last = read_place(token, question)
        first = bisect_right(self.orders.places(self.language, self.filed_at), last)
        return self._from(first)

    def _count(self, query: Query) -> int:
        result = self.searcher.search(query, limit=1)
        count: int | None = result.count  # type: ignore[attr-defined]  # its stub leaves it out
        return count or 0

    @property
    def _field(self) -> str:
        return self.orders.field_for(self.language)


def _listed(filed: Filed) -> NameHit:
    name = filed.card.names[0]
    return NameHit(
        card=filed.card,
        name=name.text,
        language=name.language,
        match=Match.LISTED,
        score=SCORES[Match.LISTED],
        features={},
    )
