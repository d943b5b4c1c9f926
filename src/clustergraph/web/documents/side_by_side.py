"""Lay a page of a document's text beside what its quotes say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.model import Iri
from clustergraph.operations.quote import Passage
from clustergraph.web.addresses import anchor
from clustergraph.web.documents.views import Row
from clustergraph.web.evidence.context import EXCERPT_CHARACTERS
from clustergraph.web.evidence.marking import (
    Place,
    excerpts,
    lines,
    page_starts,
    stretch_at,
)
from clustergraph.web.evidence.quote_views import Line, Piece, QuoteView, StatementView, SubjectView
from clustergraph.web.pieces import Link
from clustergraph.web.visit import Visit
from clustergraph.web.wording import Wording, message

__all__ = ["Shown", "rows", "shown_of"]

_LONGEST_DOCUMENT = 1_000_000_000
_EXCERPTS = message(
    "Only what stands round the quotes is shown here; the rest remains with its publisher."
)
_HIDDEN = message(
    "Names that somebody asked to be forgotten are hidden by blocks; places in the text and its "
    "checksum are those of the whole document."
)
_NO_TEXT = message("No text of it is kept here, so only the quotes are shown.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """What is shown of a document: its text, empty where none is kept, and the page's bounds."""

    text: str
    is_whole: bool
    has_hidden_words: bool
    starts: Sequence[int]
    bounds: tuple[int, int]

    @property
    def reach(self) -> tuple[int, int]:
        """Which passages belong to the page: the last one has those beyond the text, too."""
        start, end = self.bounds
        return start, _LONGEST_DOCUMENT if start == self.starts[-1] else end

    def holds(self, passage: Passage) -> bool:
        """Tell whether the words of a passage can be shown in the text, or there is none."""
        return not self.text or passage.end <= len(self.text)

    def note(self, wording: Wording) -> str:
        """Say why not all of the text is here, where it is not."""
        if not self.text:
            return wording.gettext(_NO_TEXT)
        notes = [] if self.is_whole else [wording.gettext(_EXCERPTS)]
        if self.has_hidden_words:
            notes.append(wording.gettext(_HIDDEN))
        return " ".join(notes)


def shown_of(visit: Visit, document: Iri, characters: str) -> Shown:
    """Choose the page of a document that holds the character asked for.

    ``characters`` are how many its text has, where that is known.
    """
    text = visit.text(document)
    length = len(text) or (int(characters) if characters.isdecimal() else _LONGEST_DOCUMENT)
    starts = page_starts(text)
    at = visit.number("at", most=_LONGEST_DOCUMENT)
    return Shown(
        text=text,
        is_whole=visit.shows_whole_texts,
        has_hidden_words=visit.has_hidden_words(text),
        starts=starts,
        bounds=stretch_at(starts, length, at),
    )


def rows(shown: Shown, quotes: Sequence[QuoteView]) -> Iterator[Row]:
    """Put beside each line what its quotes say; lines without quotes follow the one before."""
    by_number = {quote.number: quote for quote in quotes}
    row: list[Line] = []
    for line in _lines(shown, quotes):
        if line.quotes and row:
            yield _row(row, by_number)
            row = []
        row.append(line)
    if row:
        yield _row(row, by_number)


def _row(shown: Sequence[Line], quotes: Mapping[int, QuoteView]) -> Row:
    beginning = [quotes[number] for line in shown for number in line.quotes]
    return Row(lines=tuple(shown), subjects=tuple(_by_subject(beginning)))


def _by_subject(quotes: Iterable[QuoteView]) -> Iterator[SubjectView]:
    """Name each subject once, with what all the quotes say of it."""
    subjects: dict[Link, list[StatementView]] = {}
    for quote in quotes:
        name = f"f{quote.number}"
        for each in quote.subjects:
            for statement in each.statements:
                subjects.setdefault(each.subject, []).append(replace(statement, anchor=name))
                name = ""
    for subject, statements in subjects.items():
        yield SubjectView(subject=subject, statements=tuple(statements))


def _lines(shown: Shown, quotes: Sequence[QuoteView]) -> Iterator[Line]:
    if not shown.text:
        yield from map(_quote_alone, quotes)
        return
    places = [Place(quote.start, quote.end, quote.number) for quote in quotes]
    if shown.is_whole:
        yield from lines(shown.text, shown.bounds, places)
        return
    for stretch in excerpts(shown.text, places, shown.bounds, EXCERPT_CHARACTERS):
        inside = [place for place in places if stretch[0] <= place.start < stretch[1]]
        yield from _after_gap(lines(shown.text, stretch, inside))


def _after_gap(found: Iterable[Line]) -> Iterator[Line]:
    for number, line in enumerate(found):
        yield replace(line, follows_gap=number == 0, begins_paragraph=True)


def _quote_alone(quote: QuoteView) -> Line:
    piece = Piece(
        number=quote.number,
        anchor=anchor(quote.start, quote.end),
        pieces=(Piece(text=quote.quote.text),),
    )
    return Line(pieces=(piece,), begins_paragraph=True, quotes=(quote.number,))
