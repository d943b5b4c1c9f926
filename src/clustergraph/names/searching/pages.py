"""Cut what a ranking finds into pages; where a page ends is written down in ``bookmarks``."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from tantivy import FieldType, Occur, Query

from clustergraph.names.files.cards import Files
from clustergraph.names.files.parts import Hit, Part, Parts
from clustergraph.names.files.schema import FIRST_TIER
from clustergraph.names.searching.bookmarks import Bookmark
from clustergraph.names.searching.fields import every
from clustergraph.names.searching.ranking import Step

__all__ = ["Ranked", "best_of"]


class Ranked:
    """What the steps of a ranking find together, each entity once, by the heaviest of its steps."""

    def __init__(self, parts: Parts, steps: Sequence[Step], first: Sequence[Hit] = ()) -> None:
        """``first`` are the first so many hits, where these are known."""
        self._parts = parts
        self._steps = steps
        self._first = [*first]
        self._known = len(first)
        self.query = _any_of(steps)

    def count(self) -> int:
        """Count what is found."""
        return self._parts.total(self.query)

    def page(self, limit: int, mark: Bookmark | None = None) -> list[Hit]:
        """Return the hits of a page."""
        if not self._steps:
            return []
        if mark is not None:
            found = (part.hits(self._after(mark, part), limit) for part in self._parts)
            return self._parts.joined(found, limit)
        if self._known < limit:
            found = (self._first_page(part, limit) for part in self._parts)
            self._first = self._parts.joined(found, limit)
            self._known = limit
        return self._first[:limit]

    def _first_page(self, part: Part, limit: int) -> list[Hit]:
        return self._of_first_tier(part, limit) or part.hits(self.query, limit)

    def _of_first_tier(self, part: Part, limit: int) -> list[Hit]:
        """Return a first page without asking all of a part; none where that can't be known.

        Where the most prominent entities fill the page at a wide step, nothing else can be on it.
        """
        for step, query in self._wide_steps(part):
            found = part.hits(query, limit)
            if len(found) == limit and found[-1][0] >= step.weight:
                return found
        return []

    def _wide_steps(self, part: Part) -> Iterator[tuple[Step, Query]]:
        """Yield each wide step, and what finds its most prominent with all that comes before."""
        wide = [step for step in self._steps if step.is_wide]
        narrow = [step for step in self._steps if not step.is_wide]
        tier = Query.term_query(part.schema, "tier", FIRST_TIER)
        for at, step in enumerate(wide):
            first = step._replace(query=every([step.query, tier]))
            yield step, _any_of([*narrow, *wide[:at], first])

    def _after(self, mark: Bookmark, part: Part) -> Query:
        """Keep what comes after the hit that is marked."""
        last = (-mark.prominence, mark.iri)
        passed = _below(part, bisect_right(_Order(part.files), last))
        before = [step.query for step in self._steps if step.weight > mark.weight]
        before += [
            every([step.query, passed]) for step in self._steps if step.weight == mark.weight
        ]
        return Query.boolean_query(
            [(Occur.Must, self.query), *((Occur.MustNot, query) for query in before)]
        )


class _Order(Sequence[tuple[int, str]]):
    """The order of a part as a sequence, whose items are read as they are wanted."""

    def __init__(self, files: Files) -> None:
        self._files = files

    def __len__(self) -> int:
        return len(self._files)

    def __getitem__(self, document: int) -> tuple[int, str]:  # type: ignore[override]
        return self._files[document].standing


def best_of(parts: Parts, *hits: Iterable[Hit]) -> list[Hit]:
    """Join hits, each rank once with its greatest weight, in the order of a page."""
    heaviest: dict[int, float] = {}
    for weight, rank in chain(*hits):
        heaviest[rank] = max(weight, heaviest.get(rank, weight))
    return sorted(((weight, rank) for rank, weight in heaviest.items()), key=parts.in_order)


def _any_of(steps: Sequence[Step]) -> Query:
    """Match what any step does, and weigh it by the heaviest."""
    return Query.disjunction_max_query(
        [Query.const_score_query(step.query, step.weight) for step in steps]
    )


def _below(part: Part, document: int) -> Query:
    return Query.range_query(
        part.schema, "rank", FieldType.Integer, upper_bound=document, include_upper=False
    )
