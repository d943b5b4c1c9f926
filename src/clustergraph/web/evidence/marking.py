"""Cut a text for reading: into pages and lines, with its quotes marked in place, or into excerpts.

Pure functions on characters; what is quoted and why is known elsewhere. Offsets are code points.
"""

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from clustergraph.web.addresses import anchor
from clustergraph.web.evidence.quote_views import Line, Piece

__all__ = [
    "Place",
    "excerpts",
    "highlights",
    "lines",
    "page_starts",
    "stretch_at",
]

_PAGE_CHARACTERS = 20_000
"""How much text one page holds: some ten sheets of paper, and not too many facts beside it."""
_LATEST_BREAK = 2_000
"""How far before its full length a page may end, so that it ends with a line."""
_MOST_HIGHLIGHTS = 300
_LINE = re.compile(r"[^\r\n]*\S[^\r\n]*")
_SENTENCE_END = re.compile(r"[.!?…][\"”’»)]*\s+|[\r\n]+\s*")


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a quote stands, and its number on the page."""

    start: int
    end: int
    number: int


def page_starts(text: str) -> list[int]:
    """Return where each page of a text begins; a page ends with a line where it can.

    >>> page_starts("short")
    [0]
    """
    starts = [0]
    while len(text) - starts[-1] > _PAGE_CHARACTERS:
        full = starts[-1] + _PAGE_CHARACTERS
        end_of_line = text.rfind("\n", full - _LATEST_BREAK, full)
        starts.append(full if end_of_line < 0 else end_of_line + 1)
    return starts


def stretch_at(starts: Sequence[int], length: int, at: int) -> tuple[int, int]:
    """Return the bounds of the page that holds a character, or of the last page."""
    page = bisect_right(starts, at) - 1
    return starts[page], starts[page + 1] if page + 1 < len(starts) else length


def excerpts(
    text: str, places: Iterable[Place], bounds: tuple[int, int], context: int
) -> list[tuple[int, int]]:
    """Return the stretches that hold the quotes, with their sentences or so many characters round.

    Stretches that meet are one.
    """
    found: list[tuple[int, int]] = []
    for place in sorted(places):
        start = max(bounds[0], _start_of_context(text, place.start, context))
        end = min(bounds[1], _end_of_context(text, place.end, context))
        if found and start <= found[-1][1]:
            start, end = found[-1][0], max(end, found.pop()[1])
        found.append((start, end))
    return found


def lines(text: str, bounds: tuple[int, int], places: Iterable[Place]) -> Iterator[Line]:
    """Yield the lines of a stretch that are not blank, with the quotes in them marked.

    A quote that goes on over several lines is marked in each. Where two quotes overlap and neither
    holds the other, the later one is marked in two pieces.
    """
    places = list(places)
    marker = _Marker(text, places)
    at = bounds[0]
    for match in _LINE.finditer(text, *bounds):
        yield Line(
            pieces=tuple(marker.pieces(*match.span())),
            begins_paragraph=text.count("\n", at, match.start()) > 1,
            quotes=tuple(place.number for place in places if at <= place.start < match.end()),
        )
        at = match.end()


def highlights() -> str:
    """Return a style sheet that shows all pieces of the quote that the address points at.

    No selector can say "of the same number", so that each number has its own.
    """
    numbers = range(1, _MOST_HIGHLIGHTS + 1)
    selectors = ",\n".join(f":root:has(.q{number}:target) .q{number}" for number in numbers)
    return f"{selectors} {{\n  background: var(--chosen);\n}}\n"


class _Marker:
    """Marks the quotes of a text, stretch by stretch from its beginning."""

    def __init__(self, text: str, places: Iterable[Place]) -> None:
        self._text = text
        self._waiting = sorted(places, key=_outer_first)
        self._anchors = {place.number: anchor(place.start, place.end) for place in self._waiting}

    def pieces(self, start: int, end: int) -> Iterator[Piece]:
        """Yield a stretch in pieces; what its quotes have beyond it is marked in later ones."""
        at = start
        while self._waiting and self._waiting[0].start < end:
            place = self._next(end)
            begin, stop = max(place.start, at), min(place.end, end)
            if begin >= stop:
                continue
            if begin > at:
                yield Piece(text=self._text[at:begin])
            yield self._marked(place.number, begin, stop)
            at = stop
        if at < end:
            yield Piece(text=self._text[at:end])

    def _next(self, end: int) -> Place:
        """Take the next quote, and put back what of it stands after the stretch."""
        place = self._waiting.pop(0)
        if place.end > end:
            insort(self._waiting, Place(end, place.end, place.number), key=_outer_first)
        return place

    def _marked(self, number: int, start: int, end: int) -> Piece:
        """Mark a piece; the first one of a quote is where links to the quote lead."""
        name = self._anchors.pop(number, "")
        return Piece(number=number, anchor=name, pieces=tuple(self.pieces(start, end)))


def _outer_first(place: Place) -> tuple[int, int, int]:
    return place.start, -place.end, place.number


def _start_of_context(text: str, start: int, context: int) -> int:
    """Go back to where the sentence begins, or to a word so many characters before."""
    ends = [match.end() for match in _SENTENCE_END.finditer(text, max(0, start - context), start)]
    return ends[-1] if ends else _word_before(text, start, context)


def _end_of_context(text: str, end: int, context: int) -> int:
    """Go on to where the sentence ends, or to a word so many characters after."""
    first = _SENTENCE_END.search(text, max(end - 1, 0), min(len(text), end + context))
    return max(end, first.end()) if first else _word_after(text, end, context)


def _word_before(text: str, start: int, characters: int) -> int:
    earliest = max(0, start - characters)
    blank = text.find(" ", earliest, start)
    return earliest if earliest == 0 or blank < 0 else blank + 1


def _word_after(text: str, end: int, characters: int) -> int:
    latest = min(len(text), end + characters)
    blank = text.rfind(" ", end, latest)
    return latest if latest == len(text) or blank < 0 else blank
