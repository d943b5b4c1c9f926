"""The pages of a document and of a passage: the words where they stand, and what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from clustergraph.model import Iri
from clustergraph.operations.describe import Description, describe
from clustergraph.operations.quote import Passage, passage, passages_in
from clustergraph.vocab import CG
from clustergraph.web.composing import Composer
from clustergraph.web.framing import frame
from clustergraph.web.linking import words
from clustergraph.web.marking import (
    Place,
    anchor,
    excerpts,
    lines,
    page_starts,
    stretch_at,
    surroundings,
)
from clustergraph.web.offers import offers_of
from clustergraph.web.pieces import (
    Line,
    Link,
    Piece,
    Property,
    QuoteView,
    StatementView,
    SubjectView,
    Value,
)
from clustergraph.web.quoting import by_spot, quote_view
from clustergraph.web.rendering import render
from clustergraph.web.views import DocumentPage, PassagePage, Row
from clustergraph.web.visit import Visit

__all__ = ["document_page", "passage_page"]

_LONGEST_DOCUMENT = 1_000_000_000
_CONTEXT = 120
"""How many characters round a quote are shown at the most where only excerpts are."""
_WIDE_CONTEXT = 400
_EXCERPTS = "Only what stands round the quotes is shown here; the rest remains with its publisher."
_HIDDEN = (
    "Names that somebody asked to be forgotten are hidden by blocks; places in the text and its "
    "checksum are those of the whole document."
)
_NO_TEXT = "This version keeps no texts, so only the quotes are shown."


@dataclass(frozen=True, slots=True, kw_only=True)
class _Shown:
    """What is shown of a document: its text, empty where none is kept, and the page's bounds."""

    text: str
    is_whole: bool
    has_hidden_words: bool
    starts: Sequence[int]
    bounds: tuple[int, int]

    @property
    def note(self) -> str:
        if not self.text:
            return _NO_TEXT
        hidden = _HIDDEN if self.has_hidden_words else ""
        return hidden if self.is_whole else f"{_EXCERPTS} {hidden}".strip()


def document_page(visit: Visit, iri: Iri) -> str:
    """Show a document with the statements beside the words that make them.

    Raises:
        NotFound: when there is no such document.
    """
    composer = Composer(visit.labels, visit.reader)
    description = describe(visit.graph, iri, visit.labels)
    title = description.thing.label
    shown = _shown(visit, description)
    found = passages_in(visit.graph, visit.labels, iri, *shown.bounds)
    quotes = _quotes((each for each in found if not each.is_rejected), composer)
    rejected = _quotes((each for each in found if each.is_rejected), composer)
    page = DocumentPage(
        frame=frame(visit, title.text, iri=iri, offers=offers_of(iri)),
        iri=iri,
        title=words(title),
        facts=composer.facts(description),
        language=_value(description, "http://purl.org/dc/terms/language"),
        note=shown.note,
        rows=tuple(_rows(shown, quotes)),
        places={each.number: f"#{anchor(each.start, each.end)}" for each in quotes},
        rejected=tuple(rejected),
        rejected_places=_places_only_of(rejected, quotes),
        previous=_turn(visit, shown, -1),
        next=_turn(visit, shown, 1),
    )
    return render("document.html", page, visit.reader)


def passage_page(visit: Visit, iri: Iri) -> str:
    """Show one passage in its context.

    Raises:
        NotFound: when there is none.
    """
    composer = Composer(visit.labels, visit.reader)
    found = passage(visit.graph, visit.labels, iri)
    quote = quote_view(1, [found], composer)
    page = PassagePage(
        frame=frame(visit, f"“{found.quote.text[:60]}”", iri=iri, offers=offers_of(iri)),
        iri=iri,
        quote=replace(quote, subjects=tuple(_by_subject([quote]))),
        lines=tuple(_context(visit, found)),
        facts=_provenance(found, composer),
    )
    return render("passage.html", page, visit.reader)


def _shown(visit: Visit, description: Description) -> _Shown:
    """Choose the page of the document that holds the character asked for."""
    text = visit.text(description.thing.iri)
    count = _value(description, CG.characterCount)
    length = len(text) or int(count or _LONGEST_DOCUMENT)
    starts = page_starts(text)
    at = visit.number("at", most=_LONGEST_DOCUMENT)
    return _Shown(
        text=text,
        is_whole=visit.shows_whole_texts,
        has_hidden_words=visit.has_hidden_words(text),
        starts=starts,
        bounds=stretch_at(starts, length, at),
    )


def _value(description: Description, property_: str) -> str:
    values = [fact.value.text for fact in description.facts if fact.property.iri == property_]
    return next(iter(values), "")


def _quotes(passages: Iterable[Passage], composer: Composer) -> list[QuoteView]:
    """Show each quote once, numbered in the order of the text."""
    spots = by_spot(passages)
    return [
        quote_view(number, passages, composer)
        for number, passages in enumerate(spots.values(), start=1)
    ]


def _places_only_of(
    rejected: Iterable[QuoteView], quotes: Iterable[QuoteView]
) -> Mapping[int, str]:
    """Name the places of rejected quotes by their numbers; none for those marked in the text."""
    marked = {anchor(each.start, each.end) for each in quotes}
    places = {each.number: anchor(each.start, each.end) for each in rejected}
    return {number: "" if name in marked else name for number, name in places.items()}


def _rows(shown: _Shown, quotes: Sequence[QuoteView]) -> Iterator[Row]:
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


def _lines(shown: _Shown, quotes: Sequence[QuoteView]) -> Iterator[Line]:
    if not shown.text:
        yield from map(_quote_alone, quotes)
        return
    places = [Place(quote.start, quote.end, quote.number) for quote in quotes]
    if shown.is_whole:
        yield from lines(shown.text, shown.bounds, places)
        return
    for stretch in excerpts(shown.text, places, shown.bounds, _CONTEXT):
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


def _turn(visit: Visit, shown: _Shown, step: int) -> Link | None:
    """Link to the page of the text before this one or after it."""
    number = shown.starts.index(shown.bounds[0]) + step
    if not 0 <= number < len(shown.starts):
        return None
    text = f"Page {number + 1} of {len(shown.starts)}"
    return Link(text=text, href=visit.address(at=shown.starts[number]))


def _context(visit: Visit, found: Passage) -> Iterator[Line]:
    """Show a quote with what stands round it; nothing where the text is not kept."""
    text = visit.text(found.document.iri)
    place = Place(found.start, found.end, 1)
    context = _WIDE_CONTEXT if visit.shows_whole_texts else _CONTEXT
    stretch = surroundings(text, place, context)
    yield from lines(text, stretch, [place])
    if stretch[1] < len(text):
        yield Line(pieces=(Piece(text="…"),))


def _provenance(found: Passage, composer: Composer) -> tuple[Property, ...]:
    """List how a passage was read, and what became of it."""
    links = {
        "Status": composer.link(found.status) if found.status else None,
        "Decided by": Link(text=found.reviewed_by),
        "On": Link(text=found.reviewed_on),
        "Because": Link(text=found.review_note),
        "Modality": composer.link(found.modality) if found.modality else None,
        "Found by rule": Link(text=found.rule),
        "Confidence": Link(text=found.confidence),
        "Place": Link(
            text=f"characters {found.start}–{found.end}",
            href=composer.place(found.document.iri, found.start, found.end).href,
        ),
    }
    return tuple(
        Property(name=Link(text=name), values=(Value(link=link),))
        for name, link in links.items()
        if link and link.text
    )
