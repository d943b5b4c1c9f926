"""The addresses of related lists, for a reader, in each form and from each place on."""

from clustergraph.operations.describing.list_related import Page, RelatedList
from clustergraph.rdf.prefixes import short_name
from clustergraph.store.adjacency import Bundle, Way
from clustergraph.web.addresses import (
    following_path,
    incoming_path,
    page_path,
    related_path,
)
from clustergraph.web.wording.reader import Reader

__all__ = ["bundle_address", "list_address", "next_address"]

_PATHS = {
    Way.RELATED: related_path,
    Way.MENTIONED: related_path,
    Way.INCOMING: incoming_path,
    Way.FOLLOWING: following_path,
}


def list_address(reader: Reader, found: RelatedList, extension: str = "", **more: str) -> str:
    """Return the address of a list for a reader, in the form with that extension."""
    return bundle_address(reader, found.bundle, extension, **more)


def bundle_address(reader: Reader, bundle: Bundle, extension: str = "", **more: str) -> str:
    """Return the address of the list of what is in a bundle."""
    path = _PATHS[bundle.way](bundle.thing, bundle.property)
    kind = {"class": short_name(bundle.kind)} if bundle.kind else {}
    return reader.to(f"{path}.{extension}" if extension else path, **kind, **more)


def next_address(
    reader: Reader, found: RelatedList, shown: Page, extension: str = "", **more: str
) -> str:
    """Return the address of what follows on a page; empty where nothing does."""
    if shown.last is None:
        return ""
    place = page_path(shown.last).removeprefix("/page/")
    return list_address(reader, found, extension, next=place, **more)
