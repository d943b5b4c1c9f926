"""Linked data: every IRI of ours answers, in the form that suits the client.

``/id/…``, ``/doc/…``, ``/ev/…`` and ``/voc/…`` lead on with 303 to a page or to data (Cool URIs for
the Semantic Web, W3C 2008, section 4.2); ``/ns`` and its terms answer at once.
"""

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describe import current_iri, describe
from clustergraph.operations.express import quads_about, quads_of_ontology, quads_of_term
from clustergraph.rdf.write import write_quads
from clustergraph.web.addresses import data_path, iri_at, iri_of, path_of, split_extension
from clustergraph.web.framing import link_header
from clustergraph.web.offers import HTML, Offer, choose_offer, offers_of, offers_of_term
from clustergraph.web.ontology_pages import ONTOLOGY, ontology_page, term_page
from clustergraph.web.shaping import as_json, entity_answer
from clustergraph.web.visit import Visit

__all__ = ["router"]


def dereference(request: Request) -> Response:
    """Lead from an IRI to the page or the data about it; one hop, or one to what it became."""
    visit = Visit(request)
    iri = iri_of(f"{BASE}{visit.path}")
    survivor = current_iri(visit.graph, iri)
    if survivor != iri:
        return visit.redirect(_passing_on(visit, path_of(survivor)), 301)
    offer = _wanted(visit, offers_of(iri))
    return visit.redirect(_passing_on(visit, offer.address), 303)


def data(request: Request) -> Response:
    """Give the data about a thing, in the format that the address, the query or Accept names."""
    visit = Visit(request)
    place, extension = split_extension(request.path_params["place"])
    iri = iri_at(place)
    survivor = current_iri(visit.graph, iri)
    if survivor != iri:
        return visit.redirect(data_path(survivor, extension or "ttl"), 301)
    offers = offers_of(iri)
    offer = _wanted(visit, [each for each in offers if each.media_type != HTML], extension)
    return visit.answer(
        lambda: _data(visit, iri, offer),
        media_type=_media_type(visit, offer),
        headers=_links(iri, offers, offer),
    )


def ontology(request: Request) -> Response:
    """Give the ontology, as a page or as data."""
    visit = Visit(request)
    return _term(visit, ONTOLOGY, request.path_params.get("extension", ""))


def term(request: Request) -> Response:
    """Give one term of the ontology, as a page or as data."""
    visit = Visit(request)
    name, extension = split_extension(request.path_params["name"])
    return _term(visit, iri_of(f"{ONTOLOGY}#{name}"), extension)


router = APIRouter(include_in_schema=False)
for _path in ("/id/{name}", "/doc/{name}", "/ev/{name}", "/voc/{name}", "/voc/{scheme}/{name}"):
    router.add_route(_path, dereference)
router.add_route("/data/{place:path}", data)
router.add_route("/ns", ontology)
router.add_route("/ns.{extension}", ontology)
router.add_route("/ns/{name}", term)


def _wanted(visit: Visit, offers: Iterable[Offer], extension: str = "") -> Offer:
    """Choose by the address's extension, else by ``?format=``, else by Accept."""
    by_name = {offer.format.key if offer.format else _name(offer): offer for offer in offers}
    if extension:
        if extension not in by_name:
            raise NotFound(visit.path)
        return by_name[extension]
    format_ = visit.word("format")
    if format_ and format_ not in by_name:
        raise InvalidParameter("format", format_, f"one of {', '.join(by_name)}")
    if format_:
        return by_name[format_]
    return choose_offer(visit.request.headers.get("accept"), by_name.values())


def _name(offer: Offer) -> str:
    return "html" if offer.media_type == HTML else "json"


def _data(visit: Visit, iri: Iri, offer: Offer) -> bytes:
    if offer.format is None:
        return as_json(entity_answer(describe(visit.graph, iri, visit.labels)))
    quads = quads_about(visit.graph, iri, reifiers=_is_rdf_1_2(visit, offer))
    return write_quads(quads, offer.format)


def _term(visit: Visit, iri: Iri, extension: str) -> Response:
    offers = offers_of_term(iri)
    offer = _wanted(visit, offers, extension)
    return visit.answer(
        lambda: _term_data(visit, iri, offer),
        media_type=_media_type(visit, offer),
        headers=_links(iri, offers, offer),
    )


def _term_data(visit: Visit, iri: Iri, offer: Offer) -> bytes | str:
    if offer.format is None:
        return ontology_page(visit) if iri == ONTOLOGY else term_page(visit, iri)
    quads = quads_of_ontology(visit.graph) if iri == ONTOLOGY else quads_of_term(visit.graph, iri)
    if not quads:
        raise NotFound(iri)
    return write_quads(quads, offer.format)


def _is_rdf_1_2(visit: Visit, offer: Offer) -> bool:
    """Tell whether triple terms are wanted: by ``?rdf=1.2``, or by ``version=1.2`` in Accept."""
    wanted = visit.word("rdf") or "1.1"
    if wanted not in {"1.1", "1.2"}:
        raise InvalidParameter("rdf", wanted, "1.1 or 1.2")
    return offer.holds_triple_terms and (wanted == "1.2" or offer.is_rdf_1_2)


def _media_type(visit: Visit, offer: Offer) -> str:
    version = ";version=1.2" if _is_rdf_1_2(visit, offer) else ""
    return f"{offer.media_type}{version}"


def _links(iri: Iri, offers: Iterable[Offer], chosen: Offer) -> Mapping[str, str]:
    """Link a form of a thing to its IRI, to its other forms, and to what describes its terms."""
    others = [offer for offer in offers if offer.media_type != chosen.media_type]
    return link_header(
        [
            (iri, "canonical", ""),
            *((offer.address, "alternate", offer.media_type) for offer in others),
            (path_of(ONTOLOGY), "describedby", ""),
        ]
    )


def _passing_on(visit: Visit, address: str) -> str:
    """Keep the reader's language and the version of RDF on the way."""
    kept = {name: visit.word(name) for name in ("lang", "rdf") if visit.word(name)}
    if not kept:
        return address
    path, _, query = address.partition("?")
    return f"{path}?{urlencode(dict(parse_qsl(query)) | kept)}"
