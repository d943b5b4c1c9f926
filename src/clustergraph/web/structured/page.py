"""What a page tells about itself: its title, its way down from the start, what it is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from clustergraph.iris import dataset_iri
from clustergraph.web.pieces import Link
from clustergraph.web.structured.node import CONTEXT, Node, node

__all__ = ["Told", "structured_page"]

_SITE: Final = "WebSite"


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What is known of a page; ``address`` is its own, on the host that answers.

    ``kind`` is the class of schema.org that it is of, ``about`` are the nodes of what it shows, the
    main one first; ``crumbs`` lead from the start page down to it.
    """

    address: str
    title: str
    description: str
    language: str
    kind: str
    crumbs: tuple[Link, ...]
    about: Sequence[Node]


def structured_page(told: Told) -> Node:
    """Tell a page as JSON-LD."""
    main = next((each["@id"] for each in told.about if "@id" in each), "")
    is_site = told.kind == _SITE
    dataset = {"@type": "Dataset", "@id": dataset_iri()}
    page = node(
        told.kind,
        told.address,
        url=told.address,
        name=told.title,
        description=told.description,
        inLanguage=told.language,
        isPartOf=None if is_site else dataset,
        about=dataset if is_site else None,
        potentialAction=_search(told) if is_site else None,
        mainEntity={"@id": main} if main else None,
        breadcrumb=_breadcrumbs(told) if told.crumbs else None,
    )
    return {"@context": CONTEXT, "@graph": [page, *told.about]}


def _search(told: Told) -> Node:
    """Say how the site is searched, as an action of schema.org with its input."""
    address = f"{told.address.partition('?')[0]}search?q={{words}}"
    target = node("EntryPoint", "", urlTemplate=address)
    return {"@type": "SearchAction", "target": target, "query-input": "required name=words"}


def _breadcrumbs(told: Told) -> Node:
    return node("BreadcrumbList", "", itemListElement=list(map(_crumb, _numbered(told))))


def _numbered(told: Told) -> list[tuple[int, str, str]]:
    ways = [(crumb.text, crumb.href) for crumb in told.crumbs]
    ways.append((told.title, told.address))
    return [(number, *way) for number, way in enumerate(ways, start=1)]


def _crumb(way: tuple[int, str, str]) -> Node:
    position, name, address = way
    return node("ListItem", "", position=position, name=name, item={"@id": address})
