"""What others are told of a page that they never show whole: a preview, a node of schema.org."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.framing.views import Preview
from clustergraph.web.pieces import Link
from clustergraph.web.structured.node import Node, shortened
from clustergraph.web.structured.page import Told, structured_page
from clustergraph.web.visit import Visit
from clustergraph.web.wording import INTERFACE_LANGUAGES

__all__ = ["Summary", "absolute", "in_words", "own_address"]

_LOCALES: Final[Mapping[str, str]] = {"bg": "bg_BG", "en": "en_GB", "pl": "pl_PL"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """A page in short.

    Attributes:
        title: what stands above it.
        description: one plain sentence, or nothing.
        crumbs: the way from the start page down to it, without the page itself.
        about: what it shows as nodes of schema.org, the main one first.
        page_type: the class of schema.org that the page is of.
    """

    title: str
    description: str = ""
    crumbs: tuple[Link, ...] = ()
    about: Sequence[Node] = ()
    page_type: str = "WebPage"

    def preview(self, visit: Visit) -> Preview:
        """Say what is shown of it when it is shared."""
        language = visit.reader.wording.language
        return Preview(
            title=shortened(self.title),
            description=shortened(self.description),
            address=absolute(visit, own_address(visit)),
            locale=_LOCALES.get(language, language),
            other_locales=tuple(_LOCALES[it] for it in INTERFACE_LANGUAGES if it != language),
        )

    def structured(self, visit: Visit) -> Node:
        """Say it in the words of schema.org."""
        crumbs = (
            replace(crumb, text=shortened(crumb.text), href=absolute(visit, crumb.href))
            for crumb in self.crumbs
        )
        told = Told(
            address=absolute(visit, own_address(visit)),
            title=shortened(self.title),
            description=shortened(self.description),
            language=visit.reader.wording.language,
            kind=self.page_type,
            crumbs=tuple(crumbs),
            about=self.about,
        )
        return structured_page(told)


def own_address(visit: Visit) -> str:
    """Return the path and query of the page, whatever language it is read in."""
    url = visit.request.url.remove_query_params("lang")
    return f"{url.path}?{url.query}" if url.query else url.path


def absolute(visit: Visit, address: str) -> str:
    """Return an address with the host that answers; one of others is left as it is."""
    if not address.startswith("/"):
        return address
    url = visit.request.url
    return f"{url.scheme}://{url.netloc}{rooted_address(address)}"


def in_words(links: Iterable[Link]) -> str:
    """Return what links say that are read one after the other."""
    return "".join(link.text for link in links)
