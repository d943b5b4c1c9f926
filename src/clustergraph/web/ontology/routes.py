"""The ontology at its addresses: whole, by term, by part and by version; a page or data.

``/ns`` and what is below it answer at once, whereas the IRIs of things lead on (``resources``).
"""

import re
from collections.abc import Callable
from functools import partial

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound, UnknownRelease
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.express import quads_of_term
from clustergraph.operations.ontology_guide.definitions import ONTOLOGY_IRI
from clustergraph.operations.ontology_guide.introduce import introduce
from clustergraph.rdf.formats import Format
from clustergraph.rdf.ontology_documents import (
    OntologyDocument,
    files_digest,
    releases,
    rules_text,
    shapes_document,
    vocabularies,
    whole_ontology,
)
from clustergraph.rdf.write import write_quads
from clustergraph.web.addresses import iri_of, page_path, split_extension
from clustergraph.web.linked_data.forms import links_between, passing_on, wanted
from clustergraph.web.linked_data.signposting import Signposted
from clustergraph.web.offers import HTML, Offer, offers_at, offers_of_term
from clustergraph.web.ontology.page import ontology_page, overview_picture
from clustergraph.web.ontology.release_page import release_page
from clustergraph.web.ontology.rulebook_pages import rules_page, shapes_page
from clustergraph.web.ontology.term_page import term_page
from clustergraph.web.ontology.terms import definitions_of
from clustergraph.web.visit import Visit

__all__ = ["router"]

_VERSION = re.compile(r"([0-9]+(?:\.[0-9]+)+)(?:\.([a-z]+))?")
_TEXT = "text/plain"
_SVG = "image/svg+xml"
_SHAPES = "/ns/shapes"


def ontology(request: Request) -> Response:
    """Give the ontology, as a page or as data."""
    visit = Visit(request).about_terms()
    extension = request.path_params.get("extension", "")
    return _document(visit, "/ns", whole_ontology(), ontology_page, extension)


def picture(request: Request) -> Response:
    """Give the picture of the ontology."""
    visit = Visit(request).about_terms()
    return visit.answer(lambda: overview_picture(visit), media_type=_SVG, depends_on=files_digest())


def shapes(request: Request) -> Response:
    """Give the shapes, as a page or as data."""
    visit = Visit(request).about_terms()
    return _document(
        visit,
        _SHAPES,
        shapes_document(),
        partial(shapes_page, offers=offers_at(_SHAPES)),
        request.path_params.get("extension", ""),
    )


def namespace_of_shapes(request: Request) -> Response:
    """Lead from the namespace of the shapes to what defines them, in the form that is asked for."""
    visit = Visit(request)
    offer = wanted(visit, offers_at(_SHAPES))
    return visit.redirect(passing_on(visit, offer.address), 303)


def rules(request: Request) -> Response:
    """Show the inference rules."""
    visit = Visit(request).about_terms().of_person()
    return visit.answer(lambda: rules_page(visit), media_type=HTML, depends_on=files_digest())


def rules_as_text(request: Request) -> Response:
    """Give the inference rules, one after the other."""
    return (
        Visit(request).about_terms().answer(rules_text, media_type=_TEXT, depends_on=files_digest())
    )


def vocabulary(request: Request) -> Response:
    """Give a whole vocabulary as data; its page has the address of its IRI."""
    visit = Visit(request).about_terms()
    name, extension = split_extension(request.path_params["name"])
    document = vocabularies().get(name)
    if document is None:
        raise NotFound(visit.path)
    path = f"/ns/vocabularies/{name}"
    offer = wanted(visit, offers_at(path), extension)
    format_ = offer.format
    if format_ is None:
        return visit.redirect(passing_on(visit, page_path(f"{BASE}voc/{name}")), 303)
    return _answer(visit, path, offer, lambda: document.written(format_))


def term_or_release(request: Request) -> Response:
    """Give one term of the ontology, or one version of it, as a page or as data."""
    visit = Visit(request).about_terms()
    version = _VERSION.fullmatch(request.path_params["name"])
    if version:
        return _release(visit, version[1], version[2] or "")
    name, extension = split_extension(request.path_params["name"])
    return _term(visit, name, extension)


router = APIRouter(include_in_schema=False)
router.add_route("/ns", ontology)
router.add_route("/ns.{extension}", ontology)
router.add_route("/ns/overview.svg", picture)
router.add_route(_SHAPES, shapes)
router.add_route(f"{_SHAPES}.{{extension}}", shapes)
router.add_route("/shapes", namespace_of_shapes)
router.add_route("/ns/rules", rules)
router.add_route("/ns/rules.txt", rules_as_text)
router.add_route("/ns/vocabularies/{name}", vocabulary)
router.add_route("/ns/{name}", term_or_release)


def _document(
    visit: Visit,
    path: str,
    document: OntologyDocument,
    page: Callable[[Visit], str],
    extension: str,
) -> Response:
    offer = wanted(visit, offers_at(path), extension)
    format_ = offer.format
    visit = visit if format_ else visit.of_person()
    make = partial(document.written, format_) if format_ else partial(page, visit)
    return _answer(visit, path, offer, make)


def _answer(
    visit: Visit, path: str, offer: Offer, make: Callable[[], bytes] | Callable[[], str]
) -> Response:
    return visit.answer(
        make,
        media_type=offer.media_type,
        headers=links_between(visit, _document_signposts(path), offer),
        depends_on=files_digest(),
    )


def _document_signposts(path: str) -> Signposted:
    return Signposted(iri=f"{BASE}{path[1:]}", offers=offers_at(path), has_linkset=False)


def _term_signposts(iri: Iri, offers: tuple[Offer, ...]) -> Signposted:
    return Signposted(iri=iri, offers=offers, collections=(ONTOLOGY_IRI,), has_linkset=False)


def _release(visit: Visit, version: str, extension: str) -> Response:
    """Give the version that is now from the version of the data that answers, others from files."""
    path = f"/ns/{version}"
    current = introduce(definitions_of(visit), visit.language).version
    if version == current:
        return _document(visit, path, whole_ontology(), ontology_page, extension)
    known = releases()
    if version not in known:
        raise UnknownRelease(version, list(dict.fromkeys([current, *known])))
    document = known[version]
    return _document(
        visit, path, document, partial(release_page, version=version, document=document), extension
    )


def _term(visit: Visit, name: str, extension: str) -> Response:
    iri = iri_of(f"{ONTOLOGY_IRI}#{name}")
    offers = offers_of_term(iri)
    offer = wanted(visit, offers, extension)
    format_ = offer.format
    visit = visit if format_ else visit.of_person()
    make = partial(_term_data, visit, iri, format_) if format_ else partial(term_page, visit, iri)
    return visit.answer(
        make,
        media_type=offer.media_type,
        headers=links_between(visit, _term_signposts(iri, offers), offer),
        depends_on=files_digest(),
    )


def _term_data(visit: Visit, iri: Iri, format_: Format) -> bytes:
    quads = quads_of_term(visit.graph, iri)
    if not quads:
        raise NotFound(iri)
    return write_quads(quads, format_)
