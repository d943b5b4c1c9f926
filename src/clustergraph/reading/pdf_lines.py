"""From the lines of printed pages to paragraphs: sentences made whole again.

A PDF file knows where letters stand, not what they belong to. What follows is judged by the size
of letters, the room between lines and the length of lines.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise

import regex

from clustergraph.model import ZoneKind
from clustergraph.reading.content import Block

__all__ = ["Line", "paragraphs"]

_WORD = regex.compile(r"[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*")
_CUT_WORD = regex.compile(r"([\p{L}\p{M}]+)(?:(\u00ad)|[-\u2010])$")
_SMALL_WORD = regex.compile(r"\p{Ll}[\p{L}\p{M}]*")
_OPENS = regex.compile(r"[•●▪◦‣·*–—\uf0b7-]\s|\(?\d{1,2}[.)]\s")
_BULLET = regex.compile(r"[•●▪◦‣·\uf0b7]\s*")
_ENDS_A_SENTENCE = regex.compile(r"[.!?…:;][\"'”’»)]*$")
_PAGE_NUMBER = regex.compile(r"\W*(?:\p{L}+\W+)?\d+(?:\W+(?:\p{L}+\W+)?\d+)?\W*")
_FIGURES = regex.compile(r"\d+")
_LARGER = 1.15
"""Times the size of most letters: a heading."""
_WIDER = 1.35
"""Times the usual room between lines: a new paragraph."""
_FULL = 0.75
"""Of the longest lines: so long a line may go on in the next."""
_LONGEST_HEADING = 250


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a page, how high it stands and how large its letters are, in points."""

    text: str
    height: float
    size: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Print:
    """How a document is set: the size of most of its letters, the room, the length of its lines.

    The room within paragraphs is the smallest that is common: short paragraphs have more between.
    """

    size: float
    room: float
    length: float
    words: Collection[str]

    @classmethod
    def of(cls, lines: Sequence[Line]) -> "_Print":
        sizes, rooms = Counter[float](), Counter[float]()
        for line in lines:
            sizes[round(line.size, 1)] += len(line.text)
        for above, line in pairwise(lines):
            if above.height > line.height:
                rooms[round(above.height - line.height, 0)] += 1
        often = max(rooms.values(), default=0) / 4
        lengths = sorted(len(line.text) for line in lines)
        return cls(
            size=max(sizes, key=sizes.__getitem__),
            room=min((room for room, times in rooms.items() if times >= often), default=0.0),
            length=lengths[len(lengths) * 9 // 10],
            words=frozenset(chain.from_iterable(_WORD.findall(line.text) for line in lines)),
        )

    def is_heading(self, line: Line) -> bool:
        return line.size > self.size * _LARGER and len(line.text) <= _LONGEST_HEADING

    def goes_on(self, above: Line, line: Line) -> bool:
        """Tell whether a line belongs to the paragraph of the one above."""
        if abs(above.size - line.size) > self.size / 10 or _OPENS.match(line.text):
            return False
        room = above.height - line.height
        times_larger = line.size / self.size if self.size else 1
        if self.room and room > self.room * _WIDER * max(1, times_larger):
            return False
        if _SMALL_WORD.match(line.text) or _CUT_WORD.search(above.text):
            return True
        is_full = len(above.text) * max(1, times_larger) >= self.length * _FULL
        return is_full if room > 0 else is_full and not _ENDS_A_SENTENCE.search(above.text)


def paragraphs(pages: Sequence[Sequence[Line]]) -> Iterator[Block]:
    """Yield the paragraphs and headings of all pages, without page numbers and running heads."""
    lines = list(chain.from_iterable(_without_margins(pages)))
    if not lines:
        return
    setting = _Print.of(lines)
    for group in _groups(lines, setting):
        kind = ZoneKind.HEADING if setting.is_heading(group[0]) else None
        text = _joined([line.text for line in group], setting.words)
        yield Block(_BULLET.sub("• ", text, count=1) if _BULLET.match(text) else text, kind)


def _groups(lines: Sequence[Line], setting: _Print) -> Iterator[Sequence[Line]]:
    group = [lines[0]]
    for above, line in pairwise(lines):
        if not setting.goes_on(above, line):
            yield group
            group = []
        group.append(line)
    yield group


def _joined(lines: Sequence[str], words: Collection[str]) -> str:
    """Join the lines of a paragraph, and the words that were cut at their ends."""
    pieces = [lines[0]]
    for line in lines[1:]:
        cut, rest = _CUT_WORD.search(pieces[-1]), _SMALL_WORD.match(line)
        if cut and rest:
            keeps_hyphen = not cut[2] and f"{cut[1]}-{rest[0]}" in words
            pieces[-1] = pieces[-1][:-1] + ("-" if keeps_hyphen else "")
            pieces.append(line)
        else:
            pieces += " ", line
    return "".join(pieces)


# -- Margins -------------------------------------------------------------------------------------


def _without_margins(pages: Sequence[Sequence[Line]]) -> Iterator[Sequence[Line]]:
    """Take page numbers away, and first and last lines that stand on half of the pages or more."""
    edges = Counter(key for page in pages for key in {_key(line) for line in _edges(page)})
    often = max(2, len(pages) / 2)
    for page in pages:
        margins = [line for line in _edges(page) if _is_margin(line, edges, len(pages), often)]
        yield [line for line in page if not any(line is margin for margin in margins)]


def _edges(page: Sequence[Line]) -> Sequence[Line]:
    """Return the first and the last line of a page that has more than those."""
    return [page[0], page[-1]] if len(page) > 2 else []


def _key(line: Line) -> str:
    return _FIGURES.sub("0", line.text)


def _is_margin(line: Line, edges: Counter[str], pages: int, often: float) -> bool:
    is_number = pages > 1 and _PAGE_NUMBER.fullmatch(line.text) is not None
    return is_number or edges[_key(line)] >= often
