"""The addresses of the pages that people read, complete without JavaScript.

What each shows is composed in modules of their own.
"""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.model import Iri
from clustergraph.operations.executables import executables
from clustergraph.operations.look_up import Question, kinds_named, search
from clustergraph.operations.place_meant import place_meant
from clustergraph.rdf.formats import TURTLE
from clustergraph.rdf.write import write_quads
from clustergraph.web.addresses import iri_at, page_path, path_of, split_extension
from clustergraph.web.asking import query_address
from clustergraph.web.concept_pages import concept_page
from clustergraph.web.document_pages import document_page, passage_page
from clustergraph.web.entity_page import entity_page
from clustergraph.web.framing import page_links
from clustergraph.web.marking import highlights
from clustergraph.web.offers import HTML, offers_of
from clustergraph.web.question_pages import questions_page
from clustergraph.web.search_page import search_page
from clustergraph.web.start_page import start_page
from clustergraph.web.visit import PageVisit, Visit

__all__ = ["router"]

_HITS_A_PAGE = 20
_PAGES = {
    "/doc/": document_page,
    "/ev/": passage_page,
    "/voc/": concept_page,
}
"""Which page shows what, by a part of its IRI; all else is an entity."""


def start(request: Request) -> Response:
    """Show what is in here, and the ways in."""
    visit = PageVisit(request)
    return visit.answer(lambda: start_page(visit), media_type=HTML)


def questions(request: Request) -> Response:
    """Show the competency questions with their answers."""
    visit = PageVisit(request)
    return visit.answer(lambda: questions_page(visit), media_type=HTML)


def questions_as_data(request: Request) -> Response:
    """Give the questions to tools that list and run queries."""
    return Visit(request).answer(
        lambda: write_quads(executables(), TURTLE), media_type=TURTLE.media_type
    )


def question(request: Request) -> Response:
    """Lead from a question's short address to the query form, or to its answer in a format."""
    name, extension = split_extension(request.path_params["name"])
    return Visit(request).redirect(query_address(name, format_=extension), 303)


def about(request: Request) -> Response:
    """Show an entity, a concept, a document or a passage; what was merged leads to the survivor."""
    visit = PageVisit(request)
    iri = iri_at(request.path_params["place"])
    survivor = visit.current(iri)
    if survivor != iri:
        return visit.redirect(page_path(survivor), 301)
    return visit.answer(
        lambda: _about(visit, iri), media_type=HTML, headers=page_links(iri, offers_of(iri))
    )


def results(request: Request) -> Response:
    """Show what is called so; the address of a thing goes straight to its page."""
    visit = PageVisit(request)
    question = _question(visit)
    found = search(visit.opened, question, language=visit.language, limit=_HITS_A_PAGE)
    if found.hits and found.hits[0].match == "address":
        return visit.redirect(path_of(found.hits[0].thing.iri), 303)
    return visit.answer(lambda: search_page(visit, question, found), media_type=HTML)


def quote_styles(request: Request) -> Response:
    """Give the rules that show the quote chosen; they follow from nothing but the software."""
    return Visit(request).answer(highlights, media_type="text/css")


router = APIRouter(include_in_schema=False)
router.add_route("/", start)
router.add_route("/queries", questions)
router.add_route("/queries.ttl", questions_as_data)
router.add_route("/queries/{name}", question)
router.add_route("/page/{place:path}", about)
router.add_route("/quotes.css", quote_styles)
router.add_route("/search", results)


def _about(visit: Visit, iri: Iri) -> str:
    make = next((make for part, make in _PAGES.items() if part in iri), entity_page)
    return make(visit, iri)


def _question(visit: Visit) -> Question:
    kind, place = visit.word("type"), visit.word("place")
    return Question(
        text=visit.word("q"),
        kinds=kinds_named(kind) if kind else (),
        places=(place_meant(visit.opened, place),) if place else (),
        after=visit.word("next") or None,
    )
