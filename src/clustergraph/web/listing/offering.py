"""The forms of a list for programs: which there are, and where."""

from typing import Final

from clustergraph.web.listing.narrowing import Narrowing
from clustergraph.web.offers import CSV, HTML, JSON, JSON_LINES, Offer
from clustergraph.web.pictures.geojson import GEOJSON
from clustergraph.web.pieces import Link
from clustergraph.web.wording.reader import Reader

__all__ = ["CLASS_FORMS", "LIST_FORMS", "links_to", "offers_of_list", "offers_of_tree"]

CLASS_FORMS: Final = {
    "json": ("JSON", JSON),
    "jsonl": ("JSON Lines", JSON_LINES),
    "csv": ("CSV", CSV),
}
"""The forms of the list of classes, by extension: what each is called, and its media type."""
LIST_FORMS: Final = {**CLASS_FORMS, "geojson": ("GeoJSON", GEOJSON)}
"""Those of a list of things; JSON comes in pages, others as a whole."""


def offers_of_list(narrowing: Narrowing, *, in_language: bool) -> tuple[Offer, ...]:
    """List the forms of a list; the page is the last."""
    return (
        *(
            Offer(
                media_type=media_type,
                address=narrowing.data_address(extension, in_language=in_language),
                name=name,
            )
            for extension, (name, media_type) in LIST_FORMS.items()
        ),
        Offer(media_type=HTML, address=narrowing.address(), name="HTML"),
    )


def offers_of_tree(reader: Reader) -> tuple[Offer, ...]:
    """List the forms of the list of all classes."""
    return (
        *(
            Offer(media_type=media_type, address=reader.to(f"/browse.{extension}"), name=name)
            for extension, (name, media_type) in CLASS_FORMS.items()
        ),
        Offer(media_type=HTML, address=reader.to("/browse"), name="HTML"),
    )


def links_to(offers: tuple[Offer, ...]) -> tuple[Link, ...]:
    """Link to the forms for programs."""
    others = (offer for offer in offers if offer.media_type != HTML)
    return tuple(Link(text=offer.name, href=offer.address) for offer in others)
