"""What stands round a page: its title, the languages and formats it is offered in, its links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from clustergraph.web.framing.sharing import Summary, absolute, own_address
from clustergraph.web.framing.views import Frame
from clustergraph.web.offers import HTML, Offer
from clustergraph.web.pieces import Link
from clustergraph.web.structured.node import Node
from clustergraph.web.visit import Visit
from clustergraph.web.wording import INTERFACE_LANGUAGES, own_name

__all__ = ["frame", "in_header", "language_name", "link_header", "page_links"]

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What may stand in an address as it is; headers are ASCII, and an IRI need not be."""


def frame(
    visit: Visit,
    title: str,
    *,
    languages: Iterable[str] = (),
    iri: str = "",
    offers: Sequence[Offer] = (),
    description: str = "",
    crumbs: Sequence[Link] = (),
    about: Sequence[Node] = (),
    page_type: str = "WebPage",
) -> Frame:
    """Frame a page.

    Long because it tells of each part of a frame.

    Args:
        visit: the visit of its reader.
        title: what stands above it.
        languages: those of its names, which the interface may lack.
        iri: of the thing that it is about; a page about none stands for itself.
        offers: the forms that it comes in.
        description: one plain sentence that tells what is on it.
        crumbs: the way from the start page down to it, without the page itself.
        about: what it shows as nodes of schema.org, the main one first.
        page_type: the class of schema.org that it is of.
    """
    summary = Summary(
        title=title,
        description=description,
        crumbs=tuple(crumbs),
        about=about,
        page_type=page_type,
    )
    others = [offer for offer in offers if offer.media_type != HTML]
    of_names = sorted({*languages, visit.language} - {"", *INTERFACE_LANGUAGES})
    return Frame(
        title=title,
        version=visit.version_id,
        language=visit.language,
        is_plain=visit.version.is_plain,
        languages=tuple(_in_language(visit, code) for code in INTERFACE_LANGUAGES),
        name_languages=tuple(_in_language(visit, code) for code in of_names),
        any_language=own_address(visit),
        canonical=iri or absolute(visit, own_address(visit)),
        formats=tuple(Link(text=offer.name, href=offer.address) for offer in others),
        media_types=tuple(offer.media_type for offer in others),
        preview=summary.preview(visit),
        structured=summary.structured(visit),
    )


def language_name(code: str) -> Link:
    """Name a language in itself, or by its code."""
    return Link(text=own_name(code), language=code)


def page_links(iri: str, offers: Iterable[Offer]) -> Mapping[str, str]:
    """Make the Link header of a page: its IRI, where it has one, and its other forms."""
    canonical = [(iri, "canonical", "")] if iri else []
    others = [offer for offer in offers if offer.media_type != HTML]
    alternates = [(offer.address, "alternate", offer.media_type) for offer in others]
    return link_header([*canonical, *alternates])


def in_header(address: str) -> str:
    """Return an address as a header can hold it.

    >>> in_header("/data/żółw-1.ttl?rdf=1.2")
    '/data/%C5%BC%C3%B3%C5%82w-1.ttl?rdf=1.2'
    """
    return quote(address, safe=_IN_ADDRESSES)


def link_header(links: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """Make a Link header (RFC 8288) of addresses, relations and media types, which may be empty."""
    values = [
        f'<{in_header(address)}>; rel="{relation}"'
        + (f'; type="{media_type}"' if media_type else "")
        for address, relation, media_type in links
    ]
    return {"Link": ", ".join(values)} if values else {}


def _in_language(visit: Visit, code: str) -> Link:
    """Link to the same page in another language."""
    return replace(language_name(code), href=visit.address(lang=code))
