"""Cut what a ranking finds into pages; where a page ends is written down in ``bookmarks``."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from itertools import chain

import tantivy
from tantivy import FieldType, Occur, Query

from clustergraph.names.bookmarks import Bookmark
from clustergraph.names.fields import FIRST_TIER, every
from clustergraph.names.filing import Filed
from clustergraph.names.ranking import Step

__all__ = ["Ranked", "best_of"]


class Ranked:
    """What the steps of a ranking find together, each entity once, by the heaviest of its steps."""

    def __init__(
        self,
        searcher: tantivy.Searcher,
        schema: tantivy.Schema,
        steps: Sequence[Step],
        filed_at: Callable[[int], Filed],
        first: Sequence[tuple[float, int]] = (),
    ) -> None:
        """``first`` are the weights and ranks of the first so many hits, where these are known."""
        self._searcher = searcher
        self._schema = schema
        self._steps = steps
        self._filed_at = filed_at
        self._first = [*first]
        self._known = len(first)
        self.query = _any_of(steps)

    def count(self) -> int:
        """Count what is found."""
        result = self._searcher.search(self.query, limit=1)
        count: int | None = result.count  # type: ignore[attr-defined]  # its stub leaves it out
        return count or 0

    def page(self, limit: int, mark: Bookmark | None = None) -> list[tuple[float, int]]:
        """Return the weights and ranks of a page."""
        if not self._steps:
            return []
        if mark is not None:
            return self._found(self._after(mark), limit)
        if self._known < limit:
            self._first = self._of_first_tier(limit) or self._found(self.query, limit)
            self._known = limit
        return self._first[:limit]

    def _of_first_tier(self, limit: int) -> list[tuple[float, int]]:
        """Return a first page without asking the whole index; none where that can't be known.

        Where the most prominent entities fill the page at a wide step, nothing else can be on it.
        """
        wide = [step for step in self._steps if step.is_wide]
        if not wide:
            return []
        narrow = [step for step in self._steps if not step.is_wide]
        for at, step in enumerate(wide):
            tier = Query.term_query(self._schema, "tier", FIRST_TIER)
            first = step._replace(query=every([step.query, tier]))
            found = self._found(_any_of([*narrow, *wide[:at], first]), limit)
            if len(found) == limit and found[-1][0] >= step.weight:
                return found
        return []

    def _found(self, query: Query, limit: int) -> list[tuple[float, int]]:
        hits = self._searcher.search(query, limit=limit, count=False).hits
        return [(float(weight), int(address.doc)) for weight, address in hits]

    def _after(self, mark: Bookmark) -> Query:
        """Keep what comes after the hit that is marked."""
        key = (-mark.prominence, mark.iri)
        order = _Order(int(self._searcher.num_docs), self._filed_at)
        passed = _below(self._schema, bisect_right(order, key))
        before = [step.query for step in self._steps if step.weight > mark.weight]
        before += [
            every([step.query, passed]) for step in self._steps if step.weight == mark.weight
        ]
        return Query.boolean_query(
            [(Occur.Must, self.query), *((Occur.MustNot, query) for query in before)]
        )


class _Order(Sequence[tuple[int, str]]):
    """The order of the index as a sequence, whose items are read as they are wanted."""

    def __init__(self, length: int, filed_at: Callable[[int], Filed]) -> None:
        self._length = length
        self._filed_at = filed_at

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, rank: int) -> tuple[int, str]:  # type: ignore[override]
        card = self._filed_at(rank).card
        return -card.prominence, card.iri


def best_of(*hits: Iterable[tuple[float, int]]) -> list[tuple[float, int]]:
    """Join weights and ranks, each rank once with its greatest weight, in the order of a page."""
    heaviest: dict[int, float] = {}
    for weight, rank in chain(*hits):
        heaviest[rank] = max(weight, heaviest.get(rank, weight))
    return sorted(((weight, rank) for rank, weight in heaviest.items()), key=_in_order)


def _in_order(hit: tuple[float, int]) -> tuple[float, int]:
    weight, rank = hit
    return -weight, rank


def _any_of(steps: Sequence[Step]) -> Query:
    """Match what any step does, and weigh it by the heaviest."""
    return Query.disjunction_max_query(
        [Query.const_score_query(step.query, step.weight) for step in steps]
    )


def _below(schema: tantivy.Schema, rank: int) -> Query:
    return Query.range_query(
        schema, "rank", FieldType.Integer, upper_bound=rank, include_upper=False
    )
