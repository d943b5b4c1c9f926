"""Which form of a thing a visitor gets, and what its headers say of the others."""

from collections.abc import Iterable, Mapping
from urllib.parse import parse_qsl, urlencode

from clustergraph.errors import InvalidParameter, NotAcceptable, NotFound
from clustergraph.web.exchange.negotiation import accept_of
from clustergraph.web.framing.frame import in_header, link_header
from clustergraph.web.linked_data.signposting import Signposted
from clustergraph.web.offers import HTML, Offer, choose_offer
from clustergraph.web.visit import Visit

__all__ = [
    "asked_the_same",
    "data_instead",
    "is_rdf_1_2",
    "links_between",
    "passing_on",
    "wanted",
]


def wanted(visit: Visit, offers: Iterable[Offer], extension: str = "") -> Offer:
    """Choose by the address's extension, else by ``?format=``, else by Accept.

    Raises:
        NotFound: when the extension is of none of them.
        InvalidParameter: when the format is none of them.
        NotAcceptable: when none suits the Accept header.
    """
    by_name = {offer.format.key if offer.format else offer.name.lower(): offer for offer in offers}
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


def data_instead(visit: Visit, offers: Iterable[Offer]) -> Offer | None:
    """Return the data that a client would rather have than a page; None where the page will do.

    Whoever takes anything, or neither, gets the page.
    """
    page = Offer(media_type=HTML, address=visit.path, name="HTML")
    forms = [page, *(offer for offer in offers if offer.format)]
    try:
        chosen = choose_offer(accept_of(visit.request.headers), forms)
    except NotAcceptable:
        return None
    return chosen if chosen.format else None


def is_rdf_1_2(word: str, offer: Offer) -> bool:
    """Tell whether triple terms are wanted: by the word of ``?rdf=``, or by ``version=1.2``.

    Raises:
        InvalidParameter: when the word is neither 1.1 nor 1.2, nor empty.
    """
    if word not in {"", "1.1", "1.2"}:
        raise InvalidParameter("rdf", word, "1.1 or 1.2")
    return offer.holds_triple_terms and (word == "1.2" or offer.is_rdf_1_2)


def links_between(visit: Visit, thing: Signposted, chosen: Offer) -> Mapping[str, str]:
    """Say where a form of a thing leads to, and which address it has where another one gave it.

    Data that come from the page's own address lead wherever the page does.
    """
    stands_for_page = visit.path == _path(thing.page)
    headers = link_header(thing.at(thing.page if stands_for_page else chosen))
    if chosen.media_type == HTML or visit.path == _path(chosen):
        return headers
    return {**headers, "Content-Location": in_header(passing_on(visit, chosen.address))}


def passing_on(visit: Visit, address: str) -> str:
    """Keep the reader's language and the version of RDF on the way to another address."""
    kept = {name: visit.word(name) for name in ("lang", "rdf") if visit.word(name)}
    if not kept:
        return address
    path, _, query = address.partition("?")
    return f"{path}?{urlencode(dict(parse_qsl(query)) | kept)}"


def asked_the_same(visit: Visit, address: str) -> str:
    """Ask another address, which took the place of this one, for the same."""
    query = visit.request.url.query
    return f"{address}?{query}" if query else address


def _path(offer: Offer) -> str:
    """Return the path of a form as a visit has it."""
    return offer.address.partition("?")[0].removeprefix("/")
