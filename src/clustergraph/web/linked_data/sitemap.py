"""For crawlers: a sitemap of all pages (https://www.sitemaps.org/protocol.html), and robots.txt.

The sitemap is an index of files, each of as many addresses as one may hold; queries, searches and
facets are not for crawlers, since what they lead to stands in the sitemap.
"""

import gzip
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.listing.inventory import inventory
from clustergraph.web.addresses import page_path, path_of
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.sharing import absolute
from clustergraph.web.visit import Visit

__all__ = ["router"]

_XML: Final = "application/xml"
_PACKED: Final = "application/gzip"
_MOST_ADDRESSES: Final = 50_000
"""As many as a file may hold."""
_FIXED: Final = (
    *("/", "/browse", "/queries", "/sparql", "/ns", "/ns/shapes", "/ns/rules"),
    *("/dataset", "/docs", "/reconcile/about", "/problem"),
)
"""The pages that are there whatever the graph holds."""
_NOT_FOR_CRAWLERS: Final = (
    *("/sparql?", "/search", "/browse/*?", "/why", "/report", "/api/", "/reconcile/*?"),
    *("/network/", "/update", "/store", "/metrics", "/health/"),
)
_TERMS: Final = f"{BASE}ns"


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitemap:
    """Addresses with their host, and when all of them were made."""

    addresses: Sequence[str]
    modified: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Robots:
    """What crawlers are asked to leave alone, and where the sitemap is."""

    disallowed: Sequence[str]
    sitemap: str


def index(request: Request) -> Response:
    """List the files of the sitemap."""
    visit = Visit(request)
    return _answer(visit, "sitemap_index.xml", lambda: _files(visit))


def file(request: Request) -> Response:
    """List some of the pages, packed where the address says so."""
    visit = Visit(request)
    number: int = request.path_params["number"]
    if not 1 <= number <= _number_of_files(visit):
        raise NotFound(visit.path)
    end = number * _MOST_ADDRESSES
    return _answer(visit, "sitemap.xml", lambda: _paths(visit)[end - _MOST_ADDRESSES : end])


def robots(request: Request) -> Response:
    """Ask crawlers to leave alone what costs much and tells them nothing new."""
    visit = Visit(request)
    told = Robots(
        disallowed=[rooted_address(path) for path in _NOT_FOR_CRAWLERS],
        sitemap=absolute(visit, "/sitemap.xml"),
    )
    return visit.answer(
        lambda: render("robots.txt", told), media_type="text/plain", depends_on=told.sitemap
    )


router = APIRouter(include_in_schema=False)
router.add_route("/robots.txt", robots)
router.add_route("/sitemap.xml", index)
router.add_route("/sitemap/{number:int}.xml", file)
router.add_route("/sitemap/{number:int}.xml.gz", file)


def _answer(visit: Visit, template: str, find: Callable[[], Sequence[str]]) -> Response:
    """Write the addresses; they hold the host that was asked, so that each has its own answer."""
    host = absolute(visit, "/")
    media_type = _PACKED if visit.path.endswith(".gz") else _XML

    def write() -> bytes:
        addresses = [absolute(visit, path) for path in find()]
        modified = visit.version.created.isoformat(timespec="seconds")
        text = render(template, Sitemap(addresses=addresses, modified=modified)).encode()
        return gzip.compress(text, mtime=0) if media_type == _PACKED else text

    return visit.answer(write, media_type=media_type, depends_on=host)


def _files(visit: Visit) -> list[str]:
    return [f"/sitemap/{number}.xml" for number in range(1, _number_of_files(visit) + 1)]


def _number_of_files(visit: Visit) -> int:
    """Count the pages once for each version; to keep all their addresses would take much memory."""
    total = visit.findings.get("number of pages", lambda: len(_paths(visit)))
    return math.ceil(total / _MOST_ADDRESSES)


def _paths(visit: Visit) -> list[str]:
    return [*_FIXED, *(_path(iri) for iri in inventory(visit.graph))]


def _path(iri: Iri) -> str:
    """Return where the page of a thing is; terms of the ontology have theirs at their own IRIs."""
    return path_of(iri) if iri.startswith(_TERMS) else page_path(iri)
