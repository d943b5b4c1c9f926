"""The quotes that a page cites: each numbered once, marked where it counts, listed at the end."""

from collections.abc import Iterable
from typing import Final

from clustergraph.model import Iri
from clustergraph.operations.quote import Passage
from clustergraph.web.addresses import path_of
from clustergraph.web.evidence.quote_views import QuoteView, SourceView
from clustergraph.web.evidence.quoting import Spot, by_spot, quote_view, spot_of
from clustergraph.web.linking import Linker
from clustergraph.web.pieces import Mark

__all__ = ["Footnotes"]

_ROOM_BYTES: Final = 8_400
"""What quotes may take of a page; marks of those for which there is no room lead to their pages."""
_LARGEST_QUOTE_BYTES: Final = 500
_WITH_EACH_QUOTE_BYTES: Final = 550
"""What a quote takes at most, and what it says beside it about as much."""
_MOST_MARKS: Final = 3
"""How many passages of one value are marked; how many there are stands beside them."""


class Footnotes:
    """Numbers the quotes of one page in the order in which they are marked first."""

    def __init__(self, linker: Linker) -> None:
        self._linker = linker
        self._numbers: dict[Spot, int] = {}
        self._cited: dict[Iri, Passage] = {}
        self._shown = 0
        self._room = _ROOM_BYTES

    def marks(self, passages: Iterable[Passage]) -> tuple[Mark, ...]:
        """Mark what some passages say with the first of their quotes."""
        marks: dict[Spot, Mark] = {}
        for passage in passages:
            spot = spot_of(passage)
            if spot not in marks and len(marks) == _MOST_MARKS:
                break
            self._cited[passage.iri] = passage
            if spot not in self._numbers:
                self._number(spot, passage)
            marks.setdefault(spot, self._mark(self._numbers[spot], passage))
        return tuple(sorted(marks.values(), key=lambda mark: mark.number))

    def cited(self) -> tuple[QuoteView, ...]:
        """Return the first quotes that were marked so far, by number, with what they say."""
        spots = by_spot(self._cited.values())
        return tuple(
            quote_view(number, spots[spot], self._linker)
            for spot, number in self._numbers.items()
            if number <= self._shown
        )

    def sources(self) -> tuple[SourceView, ...]:
        """Return the same quotes by document."""
        documents: dict[Iri, list[QuoteView]] = {}
        for (document, _, _), quote in zip(self._numbers, self.cited(), strict=False):
            documents.setdefault(document, []).append(quote)
        return tuple(
            SourceView(document=self._linker.to(document), quotes=tuple(quotes))
            for document, quotes in documents.items()
        )

    @property
    def left_out(self) -> int:
        """How many quotes were marked so far that ``cited`` does not give."""
        return len(self._numbers) - self._shown

    def _number(self, spot: Spot, passage: Passage) -> None:
        self._numbers[spot] = len(self._numbers) + 1
        quote_bytes = len(passage.quote.text.encode())
        self._room -= min(quote_bytes, _LARGEST_QUOTE_BYTES) + _WITH_EACH_QUOTE_BYTES
        if self._room >= 0:
            self._shown = self._numbers[spot]

    def _mark(self, number: int, passage: Passage) -> Mark:
        is_shown = number <= self._shown
        href = f"#source-{number}" if is_shown else self._linker.address(path_of(passage.iri))
        return Mark(number=number, href=href)
