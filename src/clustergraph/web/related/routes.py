"""The addresses of related lists, for people and for programs.

``/page/{thing}/related/{property}`` has what a thing is related to, ``…/incoming/…`` what points to
it, of one class where ``?class=`` says so, and ``…/following/…`` what follows by the rules.
"""

from collections.abc import Iterator
from functools import partial
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.model import Iri
from clustergraph.operations.describing.list_related import (
    Asked,
    Page,
    RelatedList,
    find_related,
    page_of,
)
from clustergraph.store.adjacency import Way
from clustergraph.web.addresses import iri_at, iri_of, page_path, split_extension, term_named
from clustergraph.web.framing.frame import link_header
from clustergraph.web.linked_data.forms import wanted
from clustergraph.web.offers import CSV, HTML, JSON, JSON_LINES, Offer
from clustergraph.web.related.addresses import list_address, next_address
from clustergraph.web.related.page import related_page
from clustergraph.web.related.rows import as_lines, as_page, as_table
from clustergraph.web.visit import Visit

__all__ = ["router"]

_SHOWN: Final = 50
_MOST: Final = 1_000
_LINES, _TABLE = "JSONL", "CSV"


def related(request: Request) -> Response:
    """List what a thing is related to by a property."""
    return _listed(request, Way.RELATED)


def incoming(request: Request) -> Response:
    """List what is related to a thing by a property."""
    return _listed(request, Way.INCOMING)


def following(request: Request) -> Response:
    """List what a thing is related to by a property, as follows by the rules."""
    return _listed(request, Way.FOLLOWING)


router = APIRouter(include_in_schema=False)
for _name, _list in (("related", related), ("incoming", incoming), ("following", following)):
    router.add_route(f"/page/{{place:path}}/{_name}/{{property:path}}", _list)


def _listed(request: Request, way: Way) -> Response:
    visit = Visit(request)
    thing = iri_at(request.path_params["place"])
    name, extension = split_extension(request.path_params["property"])
    if moved := visit.moved(thing, page_path):
        return moved
    found = find_related(visit.graph, visit.labels, _asked(visit, thing, way, name))
    offers = tuple(_offers(visit, found))
    offer = wanted(visit, offers, extension)
    if offer.name == _LINES:
        return visit.stream(as_lines(visit, found), media_type=JSON_LINES)
    if offer.name == _TABLE:
        return visit.stream(as_table(visit, found), media_type=CSV)
    return _page(visit.of_person() if offer.media_type == HTML else visit, found, offers, offer)


def _page(visit: Visit, found: RelatedList, offers: tuple[Offer, ...], offer: Offer) -> Response:
    """Give a page of the list to people, or as JSON."""
    is_page = offer.media_type == HTML
    shown = page_of(found, _last_shown(visit), _SHOWN if is_page else _limit(visit))
    next_ = _next(visit, found, shown, is_page=is_page)
    others = [(each.address, "alternate", each.media_type) for each in offers if each != offer]
    make = partial(related_page if is_page else as_page, visit, found, shown, next_)
    headers = link_header([*others, *([(next_, "next", "")] if next_ else [])])
    return visit.answer(make, media_type=offer.media_type, headers=headers)


def _next(visit: Visit, found: RelatedList, shown: Page, *, is_page: bool) -> str:
    if is_page:
        return next_address(visit.reader, found, shown)
    limit = visit.word("limit")
    return next_address(visit.reader, found, shown, "json", **({"limit": limit} if limit else {}))


def _asked(visit: Visit, thing: Iri, way: Way, name: str) -> Asked:
    kind = visit.word("class")
    return Asked(
        thing=thing,
        way=way,
        property=term_named(name),
        kind=term_named(kind) if kind else None,
    )


def _offers(visit: Visit, found: RelatedList) -> Iterator[Offer]:
    """List the forms of the list; JSON first, for a client that takes anything."""
    for media_type, name in ((JSON, "JSON"), (JSON_LINES, _LINES), (CSV, _TABLE)):
        address = list_address(visit.reader, found, name.lower())
        yield Offer(media_type=media_type, address=address, name=name)
    yield Offer(media_type=HTML, address=list_address(visit.reader, found), name="HTML")


def _last_shown(visit: Visit) -> Iri | None:
    """Return the thing after which the page begins, None for the first page."""
    token = visit.word("next")
    try:
        if not token:
            return None
        return iri_of(token) if "://" in token else iri_at(token)
    except NotFound:
        raise InvalidParameter("next", token, "what the list gave as its next place") from None


def _limit(visit: Visit) -> int:
    return visit.number("limit", most=_MOST) or _SHOWN
