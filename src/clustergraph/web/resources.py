"""Linked data: every IRI of ours answers, in the form that suits the client.

``/id/…``, ``/doc/…``, ``/ev/…`` and ``/voc/…`` lead on with 303 to a page or to data (Cool URIs for
the Semantic Web, W3C 2008, section 4.2), and so do runs of the mappers, writes, what justifies a
link or a coordinate, and what stands for a blank node that somebody wrote (RDF 1.1 Concepts,
section 3.5). The ontology's addresses are in ``ontology.routes``.
"""

from collections.abc import Iterable

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.describing.express import quads_about
from clustergraph.operations.describing.linked import annotated_thing
from clustergraph.operations.describing.tabulate import COLUMNS, rows_about
from clustergraph.rdf.write import write_quads
from clustergraph.web.addresses import (
    data_path,
    iri_at,
    iri_of,
    page_path,
    path_of,
    split_extension,
)
from clustergraph.web.api.csv_rows import csv_rows
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shaping import entity_answer
from clustergraph.web.linked_data.forms import (
    asked_the_same,
    is_rdf_1_2,
    links_between,
    passing_on,
    wanted,
)
from clustergraph.web.linked_data.linksets import data_signposts_of
from clustergraph.web.offers import CSV, HTML, Offer, offers_of
from clustergraph.web.related.rest import quads_of_rest
from clustergraph.web.visit import Visit

__all__ = ["router"]


def dereference(request: Request) -> Response:
    """Lead from an IRI to the page or the data about it; one hop, or one to what it became.

    A note on a link or a coordinate is read on the page of the thing.
    """
    visit = Visit(request)
    path, extension = split_extension(visit.path)
    iri = iri_of(f"{BASE}{path}")
    visit = visit.about(iri)
    ending = f".{extension}" if extension else ""
    if moved := visit.moved(iri, lambda new: asked_the_same(visit, f"{path_of(new)}{ending}")):
        return moved
    offer = wanted(visit, offers_of(iri), extension)
    address = offer.address
    if offer.media_type == HTML and (thing := annotated_thing(visit.graph, iri)):
        address = page_path(thing)
    return visit.redirect(passing_on(visit, address), 303)


def data(request: Request) -> Response:
    """Give the data about a thing, in the format that the address, the query or Accept names."""
    visit = Visit(request)
    place, extension = split_extension(request.path_params["place"])
    iri = iri_at(place)
    visit = visit.about(iri)
    if moved := visit.moved(iri, lambda new: asked_the_same(visit, data_path(new, extension))):
        return moved
    offers = offers_of(iri)
    is_named = extension or visit.word("format")
    offer = wanted(visit, offers if is_named else _without_page(offers), extension)
    if offer.media_type == HTML:
        return visit.redirect(passing_on(visit, offer.address), 303)
    return visit.answer(
        lambda: _data(visit, iri, offer),
        media_type=offer.told(is_rdf_1_2=is_rdf_1_2(visit.word("rdf"), offer)),
        links=lambda: links_between(visit, data_signposts_of(visit, iri), offer),
    )


router = APIRouter(include_in_schema=False)
for _path in (
    *("/id/{name}", "/doc/{name}", "/ev/{name}", "/voc/{name}", "/voc/{scheme}/{name}"),
    *("/run/{name}", "/write/{name}", "/link/{name}", "/coordinate/{name}"),
    "/.well-known/genid/{name}",
):
    router.add_route(_path, dereference)
router.add_route("/data/{place:path}", data)


def _without_page(offers: Iterable[Offer]) -> list[Offer]:
    return [offer for offer in offers if offer.media_type != HTML]


def _data(visit: Visit, iri: Iri, offer: Offer) -> bytes:
    if offer.media_type == CSV:
        return csv_rows([COLUMNS, *rows_about(visit.graph, visit.labels, iri)])
    if offer.format is None:
        return as_json(entity_answer(describe(visit.graph, iri, visit.labels)))
    quads = quads_about(visit.graph, iri, reifiers=is_rdf_1_2(visit.word("rdf"), offer))
    quads += quads_of_rest(visit.graph, iri)
    return write_quads(quads, offer.format)
