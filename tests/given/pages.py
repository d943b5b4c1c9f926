"""Pages as the readers of relations get them, of which nothing has been read yet."""

from collections.abc import Sequence

from clustergraph.languages import load_pack
from clustergraph.mapping.discourse.discourse import Discourse
from clustergraph.mapping.mentions.read_stories import read_stories
from clustergraph.mapping.relations.cue_matches import find_cues
from clustergraph.mapping.relations.fact_book import FactBook
from clustergraph.mapping.relations.page import Page
from clustergraph.mapping.text.stories import cut_into_stories
from given.mapped import document_in, gazetteer

__all__ = ["page_of", "pages_of"]


def pages_of(text: str, language: str = "en") -> Sequence[Page]:
    """Return a page for each sentence of the text's first story, each with the one before it."""
    document, pack = document_in(language, text), load_pack(language)
    book = FactBook(document=document, discourse=Discourse())
    stories = cut_into_stories(document, pack, gazetteer())
    story = read_stories(document, stories, pack, gazetteer())[0]
    view = book.discourse.read_story(story)
    pages: list[Page] = []
    for read in story:
        before = pages[-1] if pages else None
        pages.append(Page(read=read, story=view, book=book, cues=find_cues(read), before=before))
    return pages


def page_of(text: str, language: str = "en") -> Page:
    """Return the page of the text's last sentence."""
    return pages_of(text, language)[-1]
