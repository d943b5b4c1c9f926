"""What stands round a page: its title, the languages and formats it is offered in, its links."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from urllib.parse import quote

from clustergraph.web.offers import HTML, Offer
from clustergraph.web.pieces import Frame, Link
from clustergraph.web.visit import Visit
from clustergraph.web.wording import INTERFACE_LANGUAGES

__all__ = ["frame", "language_name", "link_header", "page_links"]

_LANGUAGES = {
    "bg": "български",
    "cs": "čeština",
    "de": "Deutsch",
    "en": "English",
    "es": "español",
    "fr": "français",
    "it": "italiano",
    "pl": "polski",
    "ro": "română",
    "ru": "русский",
}
"""Languages by their own names; another one is shown by its code."""

_IN_ADDRESSES = ":/?#[]@!$&'()*+,;=%~"
"""What may stand in an address as it is; headers are ASCII, and an IRI need not be."""


def frame(
    visit: Visit,
    title: str,
    *,
    languages: Iterable[str] = (),
    iri: str = "",
    offers: Sequence[Offer] = (),
) -> Frame:
    """Frame a page; ``languages`` are those of its names beside the interface's."""
    others = [offer for offer in offers if offer.media_type != HTML]
    codes = dict.fromkeys([*INTERFACE_LANGUAGES, *sorted(set(languages) - {""})])
    return Frame(
        title=title,
        version=visit.version_id,
        language=visit.language,
        languages=tuple(_in_language(visit, code) for code in codes),
        any_language=_in_browsers_language(visit),
        canonical=iri,
        formats=tuple(Link(text=offer.name, href=offer.address) for offer in others),
        media_types=tuple(offer.media_type for offer in others),
    )


def language_name(code: str) -> Link:
    """Name a language in itself, or by its code."""
    return Link(text=_LANGUAGES.get(code, code), language=code)


def page_links(iri: str, offers: Iterable[Offer]) -> Mapping[str, str]:
    """Make the Link header of a page: its IRI, and the same thing in the other formats."""
    others = [offer for offer in offers if offer.media_type != HTML]
    return link_header(
        [
            (iri, "canonical", ""),
            *((offer.address, "alternate", offer.media_type) for offer in others),
            *((offer.address, "describedby", offer.media_type) for offer in others[:1]),
        ]
    )


def link_header(links: Iterable[tuple[str, str, str]]) -> Mapping[str, str]:
    """Make a Link header (RFC 8288) of addresses, relations and media types, which may be empty."""
    values = [
        f'<{quote(address, safe=_IN_ADDRESSES)}>; rel="{relation}"'
        + (f'; type="{media_type}"' if media_type else "")
        for address, relation, media_type in links
    ]
    return {"Link": ", ".join(values)} if values else {}


def _in_language(visit: Visit, code: str) -> Link:
    """Link to the same page in another language."""
    return replace(language_name(code), href=visit.address(lang=code))


def _in_browsers_language(visit: Visit) -> str:
    """Return the address of the same page in the language that the browser says is best."""
    url = visit.request.url.remove_query_params("lang")
    return f"{url.path}?{url.query}" if url.query else url.path
