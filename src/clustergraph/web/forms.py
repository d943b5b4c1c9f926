"""Which form of a thing a visitor gets, and how the forms are linked to each other."""

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.iris import BASE
from clustergraph.web.addresses import path_of
from clustergraph.web.framing import link_header
from clustergraph.web.negotiation import accept_of
from clustergraph.web.offers import HTML, Offer, choose_offer
from clustergraph.web.visit import Visit

__all__ = ["links_between", "passing_on", "wanted"]

_ONTOLOGY = path_of(f"{BASE}ns")


def wanted(visit: Visit, offers: Iterable[Offer], extension: str = "") -> Offer:
    """Choose by the address's extension, else by ``?format=``, else by Accept.

    Raises:
        NotFound: when the extension is of none of them.
        InvalidParameter: when the format is none of them.
        NotAcceptable: when none suits the Accept header.
    """
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
    return choose_offer(accept_of(visit.request.headers), by_name.values())


def links_between(iri: str, offers: Iterable[Offer], chosen: Offer) -> Mapping[str, str]:
    """Link a form of a thing to its IRI, to its other forms, and to what describes its terms."""
    others = [offer for offer in offers if offer.media_type != chosen.media_type]
    return link_header(
        [
            (iri, "canonical", ""),
            *((offer.address, "alternate", offer.media_type) for offer in others),
            (_ONTOLOGY, "describedby", ""),
        ]
    )


def passing_on(visit: Visit, address: str) -> str:
    """Keep the reader's language and the version of RDF on the way to another address."""
    kept = {name: visit.word(name) for name in ("lang", "rdf") if visit.word(name)}
    if not kept:
        return address
    path, _, query = address.partition("?")
    return f"{path}?{urlencode(dict(parse_qsl(query)) | kept)}"


def _name(offer: Offer) -> str:
    return "html" if offer.media_type == HTML else "json"
