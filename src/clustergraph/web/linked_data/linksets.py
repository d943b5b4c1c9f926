"""Linksets (RFC 9264): all links of a thing in one answer, for robots that follow signposts.

What the links are is in ``signposting``; the Link header of each form says the same but for the
parts of large wholes.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Final

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound
from clustergraph.iris import dataset_iri
from clustergraph.model import Iri
from clustergraph.operations.describing.membership import collections_of, items_of
from clustergraph.operations.dumping.dump import dumps_in
from clustergraph.operations.serving.as_of_build import built_version
from clustergraph.rdf.prefixes import expand
from clustergraph.web.addresses import iri_at, linkset_path, path_of, split_extension
from clustergraph.web.exchange.negotiation import accept_of, choose_media_type
from clustergraph.web.framing.frame import link_header
from clustergraph.web.framing.sharing import absolute
from clustergraph.web.linked_data.signposting import LINKSET, Signpost, Signposted
from clustergraph.web.offers import HTML, offers_at, offers_of
from clustergraph.web.visit import Visit

__all__ = ["data_signposts_of", "dataset_signposts", "router", "signposts_of"]

_AS_TEXT: Final = "application/linkset"
_DATASET: Final = "dataset"
_PATH: Final = "/dataset"
_PACKED: Final = "application/gzip"
_MOST_ITEMS: Final = 1000
"""How many things that belong to one are named at the most."""


def signposts_of(visit: Visit, iri: Iri) -> Signposted:
    """Return where the page of a thing leads to; its class is looked up."""
    kind = visit.labels.thing(iri).kind
    return replace(data_signposts_of(visit, iri), kind=kind)


def data_signposts_of(visit: Visit, iri: Iri) -> Signposted:
    """Return where the data about a thing lead to."""
    collections = collections_of(visit.graph, iri)
    return Signposted(iri=iri, offers=offers_of(iri), collections=collections)


def dataset_signposts(visit: Visit) -> Signposted:
    """Return where the page of the dataset leads to: to all its files, for one."""
    built = built_version(visit.dataset, visit.version)
    files = f"/dumps/{built.id}/"
    items = (
        Signpost(f"{files}{dump.name}", "item", _PACKED if dump.is_packed else dump.form.media_type)
        for dump in dumps_in(built.dumps_path)
    )
    kind = expand("dcat:Dataset")
    return Signposted(iri=dataset_iri(), offers=offers_at(_PATH), kind=kind, items=tuple(items))


def linkset(request: Request) -> Response:
    """Give all links of a thing."""
    visit = Visit(request)
    place, extension = split_extension(request.path_params["place"])
    iri = iri_at(place)
    visit = visit.about(iri)
    if extension not in ("", "json"):
        raise NotFound(visit.path)
    is_dataset = place == _DATASET
    if not is_dataset and (moved := visit.moved(iri, linkset_path)):
        return moved
    thing = dataset_signposts(visit) if is_dataset else _whole(visit, iri)
    accept = None if extension else accept_of(request.headers)
    media_type = choose_media_type(accept, (LINKSET, _AS_TEXT))
    write = _as_json if media_type == LINKSET else _as_text
    return visit.answer(
        lambda: write(visit, thing), media_type=media_type, depends_on=absolute(visit, "/")
    )


router = APIRouter(include_in_schema=False)
router.add_route("/linkset/{place:path}", linkset)


def _whole(visit: Visit, iri: Iri) -> Signposted:
    """Return a thing with all that belongs to it."""
    items = items_of(visit.graph, iri, most=_MOST_ITEMS)
    return replace(signposts_of(visit, iri), items=[Signpost(path_of(it), "item") for it in items])


def _sets(thing: Signposted) -> Iterator[tuple[str, list[Signpost]]]:
    """Yield each address with the links that lead from it."""
    yield thing.page.address, list(thing.of_page())
    for offer in thing.data:
        yield offer.address, [Signpost(thing.page.address, "describes", HTML)]
    for item in thing.items:
        yield item.target, [Signpost(thing.page.address, "collection", HTML)]


def _as_json(visit: Visit, thing: Signposted) -> bytes:
    sets = [
        {"anchor": absolute(visit, address), **_by_relation(visit, links)}
        for address, links in _sets(thing)
    ]
    return json.dumps({"linkset": sets}, ensure_ascii=False).encode()


def _by_relation(visit: Visit, links: list[Signpost]) -> Mapping[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for link in links:
        target = {"href": absolute(visit, link.target)}
        typed = target | ({"type": link.media_type} if link.media_type else {})
        found.setdefault(link.relation, []).append(typed)
    return found


def _as_text(visit: Visit, thing: Signposted) -> str:
    """Write the links as a Link header has them, each with the address that it leads from."""
    links = (
        link_header([link._replace(target=absolute(visit, link.target))])["Link"]
        + f'; anchor="{absolute(visit, address)}"'
        for address, found in _sets(thing)
        for link in found
    )
    return ",\n".join(links) + "\n"
