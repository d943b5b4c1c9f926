"""One document to its graph, by rules over a language pack.

Pure: the same document gives the same graph.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clustergraph.languages import Gazetteer, LanguagePack, load_pack, pack_languages
from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.fallback import map_without_pack
from clustergraph.mapping.joining import cut_into_parts, join_parts
from clustergraph.mapping.mentions.days_told import with_relative_days
from clustergraph.mapping.mentions.read_sentence import (
    ReadSentence,
    certain_names,
    read_again,
    read_sentence,
    without_unnamed,
)
from clustergraph.mapping.relations.appositions import read_appositions
from clustergraph.mapping.relations.bullets import read_bullet
from clustergraph.mapping.relations.calendars import read_calendar_line
from clustergraph.mapping.relations.counts import read_counts
from clustergraph.mapping.relations.cue_matches import find_cues
from clustergraph.mapping.relations.cues import read_cues
from clustergraph.mapping.relations.datelines import read_dateline
from clustergraph.mapping.relations.dating import read_dates
from clustergraph.mapping.relations.fact_book import FactBook
from clustergraph.mapping.relations.groups import read_groups
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.sector_lists import read_sector_bullet, read_sector_list
from clustergraph.mapping.text.stories import Story, cut_into_stories
from clustergraph.model import Document, DocumentGraph, Span

__all__ = ["map_document"]

ReadStory = tuple[ReadSentence, ...]

_READERS = (
    read_bullet,
    read_calendar_line,
    read_appositions,
    read_groups,
    read_cues,
    read_sector_list,
    read_sector_bullet,
    read_counts,
    read_dates,
    read_appositions,
)
"""What is read first tells the later ones what a name is of which nothing else is known.

Neighbours are read again at the end: what a name is may be known by then.
"""


def map_document(document: Document, gazetteer: Gazetteer) -> DocumentGraph:
    """Find the entities and facts of a document; its parts in other languages are read by theirs.

    Where a language has no pack only well-known places and bodies are found: the pack of another
    language is never used.
    """
    parts = cut_into_parts(document)
    return join_parts(document, (_map_part(part, gazetteer) for part in parts))


def _map_part(document: Document, gazetteer: Gazetteer) -> DocumentGraph:
    """Map what is in one language."""
    if document.language not in pack_languages():
        return map_without_pack(document, gazetteer)
    pack = load_pack(document.language)
    stories = [
        tuple(with_relative_days(read, document) for read in story)
        for story in _read(cut_into_stories(document, pack, gazetteer), pack, gazetteer)
    ]
    book = FactBook(document=document, discourse=Discourse())
    views = [book.discourse.read_story(story) for story in stories]
    years = _years(document, stories)
    for story, view in zip(stories, views, strict=True):
        pages = tuple(_pages(story, view, book, years))
        for page in pages:
            for read in _READERS:
                read(page)
        read_dateline(pages)
    return book.graph()


def _read(
    stories: Sequence[Story], pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[ReadStory, ...]:
    """Read twice: names that one place of the document makes certain are then known everywhere."""
    first = [
        [read_sentence(sentence, pack, gazetteer, {}) for sentence in story.sentences]
        for story in stories
    ]
    known = certain_names(read for story in first for read in story)
    return without_unnamed([[read_again(read, known) for read in story] for story in first])


def _years(document: Document, stories: Iterable[ReadStory]) -> Mapping[Span, int]:
    """Return for each sentence the year that dates without one mean: the last said.

    Before any is said it is the year of publication. A bare year («founded in 2009») counts only as
    long as nothing better is known.
    """
    years: dict[Span, int] = {}
    year = document.published.year if document.published else None
    is_sure = year is not None
    for read in (read for story in stories for read in story):
        dated = next(_years_of(read, bare=False), None)
        is_sure = is_sure or dated is not None
        year = dated or (year if is_sure else next(_years_of(read, bare=True), year))
        if year is not None:
            years[read.sentence.span] = year
    return years


def _years_of(read: ReadSentence, *, bare: bool) -> Iterator[int]:
    """Yield the years of dates, of bare ones or of those with a month; a bare range is a period."""
    for date in read.dates:
        is_bare = date.start[0] is None
        if date.year and is_bare is bare and not (bare and date.is_range):
            yield date.year


def _pages(
    story: ReadStory, view: StoryView, book: FactBook, years: Mapping[Span, int]
) -> Iterator[Page]:
    """Yield the story's sentences in order, each with the line above it where it is in a list."""
    pages: dict[Span, Page] = {}
    page: Page | None = None
    for read in story:
        above = read.sentence.lead_in
        page = Page(
            read=read,
            story=view,
            book=book,
            cues=find_cues(read),
            lead_in=pages.get(above.span) if above else None,
            before=page if page and _goes_on(page.read, read, book.document) else None,
            year=years.get(read.sentence.span),
        )
        pages[read.sentence.span] = page
        yield page


def _goes_on(before: ReadSentence, read: ReadSentence, document: Document) -> bool:
    """Tell whether the one sentence follows the other in a paragraph."""
    return "\n" not in document.text[before.sentence.span.end : read.sentence.span.start]
