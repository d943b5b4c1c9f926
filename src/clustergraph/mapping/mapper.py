"""One document to its graph, by rules over a language pack.

Pure: the same document gives the same graph.
"""

from collections.abc import Iterator, Mapping

from clustergraph.languages import Gazetteer, load_pack, pack_languages
from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.discourse.story_view import StoryView
from clustergraph.mapping.fallback import map_without_pack
from clustergraph.mapping.joining import cut_into_parts, join_parts
from clustergraph.mapping.mentions.read_sentence import ReadSentence
from clustergraph.mapping.mentions.read_stories import ReadStory, read_stories
from clustergraph.mapping.mentions.years_said import years_said
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
from clustergraph.mapping.text.stories import cut_into_stories
from clustergraph.model import Document, DocumentGraph, Span

__all__ = ["map_document"]

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
    stories = cut_into_stories(document, pack, gazetteer)
    read = read_stories(document, stories, pack, gazetteer)
    book = FactBook(document=document, discourse=Discourse())
    views = [book.discourse.read_story(story) for story in read]
    years = years_said(document, read)
    for story, view in zip(read, views, strict=True):
        pages = tuple(_pages(story, view, book, years))
        for page in pages:
            for read_relations in _READERS:
                read_relations(page)
        read_dateline(pages)
    return book.graph()


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
