"""The addresses of the pages that people read, complete without JavaScript.

What each shows is composed in modules of their own.
"""

from collections.abc import Mapping

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.model import Iri
from clustergraph.operations.questions.executables import executables
from clustergraph.rdf.formats import TURTLE
from clustergraph.rdf.write import write_quads
from clustergraph.web.addresses import iri_at, page_path, split_extension
from clustergraph.web.documents.page import document_page
from clustergraph.web.evidence.marking import highlights
from clustergraph.web.evidence.page import passage_page
from clustergraph.web.linked_data.forms import (
    asked_the_same,
    data_instead,
    links_between,
    passing_on,
    wanted,
)
from clustergraph.web.linked_data.linksets import signposts_of
from clustergraph.web.offers import HTML, Offer, offers_at, offers_of
from clustergraph.web.questions.asking import query_address
from clustergraph.web.questions.page import questions_page
from clustergraph.web.start_page import start_page
from clustergraph.web.things.concept_pages import concept_page
from clustergraph.web.things.entity_page import entity_page
from clustergraph.web.visit import PageVisit, Visit

__all__ = ["router"]

_PAGES = {
    "/doc/": document_page,
    "/ev/": passage_page,
    "/voc/": concept_page,
}
"""Which page shows what, by a part of its IRI; all else is an entity."""

_QUESTIONS = Offer(
    media_type=TURTLE.media_type, address="/queries.ttl", name=TURTLE.name, format=TURTLE
)


def start(request: Request) -> Response:
    """Show what is in here, and the ways in; who asks for RDF is led to what describes it."""
    visit = PageVisit(request)
    if data := data_instead(visit, offers_at("/dataset")):
        return visit.redirect(passing_on(visit, data.address), 303)
    return visit.answer(lambda: start_page(visit), media_type=HTML)


def questions(request: Request) -> Response:
    """Show the competency questions with their answers; who asks for RDF is led to it."""
    visit = PageVisit(request)
    if data := data_instead(visit, [_QUESTIONS]):
        return visit.redirect(data.address, 303)
    return visit.answer(lambda: questions_page(visit), media_type=HTML)


def questions_as_data(request: Request) -> Response:
    """Give the questions to tools that list and run queries."""
    return Visit(request).answer(
        lambda: write_quads(executables(), TURTLE), media_type=TURTLE.media_type
    )


def question(request: Request) -> Response:
    """Lead from a question to the query form, to its answer in a format, or to it in RDF."""
    name, extension = split_extension(request.path_params["name"])
    visit, address = Visit(request), query_address(name, format_=extension)
    if not extension and (data := data_instead(visit, [_QUESTIONS])):
        return visit.redirect(data.address, 303)
    return visit.redirect(address if extension else visit.reader.to(address), 303)


def about(request: Request) -> Response:
    """Show an entity, a concept, a document or a passage; what was merged leads to the survivor."""
    visit = PageVisit(request)
    place, extension = split_extension(request.path_params["place"])
    iri = iri_at(place)
    visit = visit.about(iri)
    if moved := visit.moved(iri, lambda new: asked_the_same(visit, page_path(new))):
        return moved
    if extension:
        form = wanted(visit, offers_of(iri), extension)
        return visit.redirect(passing_on(visit, form.address), 303)
    return visit.answer(
        lambda: _about(visit, iri), media_type=HTML, links=lambda: _links(visit, iri)
    )


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


def _about(visit: Visit, iri: Iri) -> str:
    make = next((make for part, make in _PAGES.items() if part in iri), entity_page)
    return make(visit, iri)


def _links(visit: Visit, iri: Iri) -> Mapping[str, str]:
    thing = signposts_of(visit, iri)
    return links_between(visit, thing, thing.page)
