"""The addresses of the lists: all classes, all things of each of them, and what a search finds."""

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound
from clustergraph.model import Iri
from clustergraph.operations.look_up import KINDS, kinds_named, listed, search
from clustergraph.web.addresses import path_of, split_extension
from clustergraph.web.api.paging import next_links
from clustergraph.web.framing.frame import link_header, page_links
from clustergraph.web.listing.addresses import list_path
from clustergraph.web.listing.browse_page import browse_page, counted_classes
from clustergraph.web.listing.list_page import list_page
from clustergraph.web.listing.narrowing import Narrowing, check_parameters, narrowing_of
from clustergraph.web.listing.offering import (
    CLASS_FORMS,
    LIST_FORMS,
    offers_of_list,
    offers_of_tree,
)
from clustergraph.web.listing.search_page import search_page
from clustergraph.web.listing.tables import (
    as_lines,
    as_page,
    as_table,
    classes_as_page,
    classes_as_rows,
    pages_of,
    things_of,
)
from clustergraph.web.offers import CSV, HTML, JSON, JSON_LINES
from clustergraph.web.pictures.geojson import GEOJSON, features_of
from clustergraph.web.visit import PageVisit, Visit

__all__ = ["router"]

_HITS_A_PAGE = 20
_THINGS_A_PAGE = 50
_THINGS_AN_ANSWER = 100


def classes(request: Request) -> Response:
    """Show all classes."""
    visit = PageVisit(request)
    check_parameters(visit, ())
    offers = offers_of_tree(visit.reader)
    return visit.answer(
        lambda: browse_page(visit, offers), media_type=HTML, headers=page_links("", offers)
    )


def classes_as_data(request: Request) -> Response:
    """Give all classes to programs."""
    visit = Visit(request)
    check_parameters(visit, ())
    extension = request.path_params["extension"]
    if extension not in CLASS_FORMS:
        raise NotFound(visit.path)
    _, media_type = CLASS_FORMS[extension]
    counted = counted_classes(visit)
    if extension == "json":
        return visit.answer(lambda: classes_as_page(visit, counted), media_type=media_type)
    return visit.answer(lambda: classes_as_rows(visit, counted, extension), media_type=media_type)


def things(request: Request) -> Response:
    """Show all things of a class, or give them to programs."""
    name, extension = split_extension(request.path_params["name"])
    if name not in KINDS:
        raise NotFound(name)
    return _data(Visit(request), name, extension) if extension else _page(PageVisit(request), name)


def _page(visit: PageVisit, name: str) -> Response:
    kind = KINDS[name]
    narrowing = _narrowing(visit, kind)
    found = listed(visit.opened, narrowing.question, language=visit.language, limit=_THINGS_A_PAGE)
    offers = offers_of_list(narrowing, in_language=True)
    return visit.answer(
        lambda: list_page(visit, kind, narrowing, found, offers),
        media_type=HTML,
        headers=page_links("", offers),
    )


def _data(visit: Visit, name: str, extension: str) -> Response:
    if extension not in LIST_FORMS:
        raise NotFound(visit.path)
    _, media_type = LIST_FORMS[extension]
    narrowing = _narrowing(visit, KINDS[name])
    if media_type == JSON:
        return _json(visit, KINDS[name], narrowing)
    pages = pages_of(visit, narrowing)
    if media_type == GEOJSON:
        return visit.stream(features_of(visit, things_of(pages)), media_type=GEOJSON)
    write = {JSON_LINES: as_lines, CSV: as_table}[media_type]
    return visit.stream(write(pages), media_type=media_type)


def _json(visit: Visit, kind: Iri, narrowing: Narrowing) -> Response:
    limit = visit.number("limit", most=_THINGS_AN_ANSWER) or _THINGS_AN_ANSWER
    found = listed(visit.opened, narrowing.question, language=visit.language, limit=limit)
    follows = visit.address(next=found.next) if found.next else None
    return visit.answer(
        lambda: as_page(visit, kind, narrowing, found),
        media_type=JSON,
        headers=link_header(next_links(follows)),
    )


def _narrowing(visit: Visit, kind: Iri) -> Narrowing:
    return narrowing_of(visit, list_path(kind), kinds_named(kind.local))


def results(request: Request) -> Response:
    """Show what is called so; the address of a thing goes straight to its page."""
    visit = PageVisit(request)
    narrowing = narrowing_of(visit, "/search")
    found = search(visit.opened, narrowing.question, language=visit.language, limit=_HITS_A_PAGE)
    if found.hits and found.hits[0].match == "address":
        return visit.redirect(visit.reader.to(path_of(found.hits[0].thing.iri)), 303)
    offers = offers_of_list(narrowing, in_language=False)
    return visit.answer(
        lambda: search_page(visit, narrowing, found, offers),
        media_type=HTML,
        headers=page_links("", offers),
    )


router = APIRouter(include_in_schema=False)
router.add_route("/search", results)
router.add_route("/browse", classes)
router.add_route("/browse.{extension}", classes_as_data)
router.add_route("/browse/{name}", things)
