"""One document to its graph, by rules over a language pack.

Pure: the same document gives the same graph.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from clustergraph.languages import Gazetteer, LanguagePack, load_pack, pack_languages
from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.mentions.read_sentence import ReadSentence, certain_names, read_sentence
from clustergraph.mapping.relations.appositions import read_appositions
from clustergraph.mapping.relations.bullets import read_bullet
from clustergraph.mapping.relations.counts import read_counts
from clustergraph.mapping.relations.cues import read_cues
from clustergraph.mapping.relations.dating import read_dates
from clustergraph.mapping.relations.fact_book import FactBook
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.relations.sector_lists import read_sector_list
from clustergraph.mapping.text.stories import Story, cut_into_stories
from clustergraph.model import Document, DocumentGraph, Span

__all__ = ["map_document"]

ReadStory = tuple[ReadSentence, ...]

_READERS = (read_bullet, read_appositions, read_cues, read_sector_list, read_counts, read_dates)
"""What is read first tells the later ones what a name is of which nothing else is known."""


def map_document(document: Document, gazetteer: Gazetteer) -> DocumentGraph:
    """Find the entities and facts of a document.

    A document in a language without a pack gets none: the pack of another language is never used.
    """
    if document.language not in pack_languages():
        return DocumentGraph(document=document, entities=(), facts=())
    pack = load_pack(document.language)
    stories = _read(cut_into_stories(document, pack, gazetteer), pack, gazetteer)
    book = FactBook(document=document, discourse=Discourse())
    views = [book.discourse.read_story(story) for story in stories]
    years = _years(document, stories)
    for story, view in zip(stories, views, strict=True):
        for page in _pages(story, view, book, years):
            for read in _READERS:
                read(page)
    return book.graph()


def _read(
    stories: Sequence[Story], pack: LanguagePack, gazetteer: Gazetteer
) -> tuple[ReadStory, ...]:
    """Read twice: names that one place of the document makes certain are then known everywhere."""
    sentences = [sentence for story in stories for sentence in story.sentences]
    known = certain_names([read_sentence(s, pack, gazetteer, {}) for s in sentences])
    return tuple(
        tuple(read_sentence(sentence, pack, gazetteer, known) for sentence in story.sentences)
        for story in stories
    )


def _years(document: Document, stories: Iterable[ReadStory]) -> Mapping[Span, int]:
    """Return for each sentence the year that dates without one mean: the last said.

    Before any is said it is the year of publication.
    """
    years: dict[Span, int] = {}
    year = document.published.year if document.published else None
    for read in (read for story in stories for read in story):
        year = next(_context_years(read), year)
        if year is not None:
            years[read.sentence.span] = year
    return years


def _context_years(read: ReadSentence) -> Iterator[int]:
    """Yield the years that a following date may mean; a range («2007-2013») is a period."""
    for date in read.dates:
        if date.year and (date.start[0] is not None or not date.is_range):
            yield date.year


def _pages(
    story: ReadStory, view: StoryView, book: FactBook, years: Mapping[Span, int]
) -> Iterator[Page]:
    """Yield the story's sentences in order, each with the line above it where it is in a list."""
    pages: dict[Span, Page] = {}
    for read in story:
        above = read.sentence.lead_in
        page = Page(
            read=read,
            story=view,
            book=book,
            lead_in=pages.get(above.span) if above else None,
            year=years.get(read.sentence.span),
        )
        pages[read.sentence.span] = page
        yield page
