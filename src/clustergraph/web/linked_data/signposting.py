"""Signposts: typed links that lead a program from a page to all that belongs to it.

As the FAIR Signposting Profile has them (https://signposting.org/FAIR/), level 1 in the Link header
and level 2 with a linkset (``linksets``). Which address is whose is decided elsewhere.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from clustergraph.iris import BASE, is_document, is_passage
from clustergraph.model import Iri
from clustergraph.operations.dataset_description.offer_dataset import LICENCE
from clustergraph.web.addresses import linkset_path, path_of
from clustergraph.web.offers import HTML, Offer
from clustergraph.web.structured.types import SCHEMA, schema_iri

__all__ = ["LINKSET", "Signpost", "Signposted"]

LINKSET: Final = "application/linkset+json"

_ONTOLOGY: Final = path_of(f"{BASE}ns")
_DESCRIBING: Final = frozenset({"text/turtle", "application/ld+json"})
"""What programs that follow signposts can read; the other forms say nothing else."""


class Signpost(NamedTuple):
    """A link to somewhere: the target, what it is to the one that links, and its media type."""

    target: str
    relation: str
    media_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signposted:
    """A thing with an IRI, and what is known of its surroundings.

    Attributes:
        iri: of the thing, by which it is cited.
        offers: its forms; the page among them is where people land.
        kind: its class, None where that is not looked up.
        collections: what it belongs to.
        items: what belongs to it, with media types where they are files.
        has_linkset: whether a linkset tells all this too.
    """

    iri: str
    offers: Sequence[Offer]
    kind: Iri | None = None
    collections: Sequence[Iri] = ()
    items: Sequence[Signpost] = ()
    has_linkset: bool = True

    @property
    def page(self) -> Offer:
        """The form that people read."""
        return next(offer for offer in self.offers if offer.media_type == HTML)

    @property
    def data(self) -> Sequence[Offer]:
        """The forms that programs read."""
        return [offer for offer in self.offers if offer.media_type != HTML]

    def at(self, offer: Offer) -> list[Signpost]:
        """Return the signposts of one form of the thing."""
        own = self.of_page() if offer.media_type == HTML else self.of_data()
        others = [it for it in self.offers if it.media_type != offer.media_type]
        return [
            Signpost(self.iri, "canonical"),
            *own,
            *(Signpost(it.address, "alternate", it.media_type) for it in others),
            *self._linkset(),
        ]

    def of_page(self) -> Iterator[Signpost]:
        """Yield what a page is: the place where people land who look for the thing."""
        yield Signpost(self.iri, "cite-as")
        yield Signpost(f"{SCHEMA}AboutPage", "type")
        if self.kind:
            yield Signpost(schema_iri(self.kind), "type")
            yield Signpost(self.kind, "type")
        for offer in self.data:
            if offer.media_type in _DESCRIBING:
                yield Signpost(offer.address, "describedby", offer.media_type)
        yield from self.items
        yield from (Signpost(path_of(each), "collection") for each in self.collections)
        if not (is_document(self.iri) or is_passage(self.iri)):  # these show words of others
            yield Signpost(LICENCE, "license")

    def of_data(self) -> Iterator[Signpost]:
        """Yield what data are: a description of what the page is about, in our terms."""
        yield Signpost(self.iri, "cite-as")
        yield Signpost(self.page.address, "describes", HTML)
        if self.page.address != _ONTOLOGY:
            yield Signpost(_ONTOLOGY, "describedby")
        yield from (Signpost(path_of(each), "collection") for each in self.collections)
        yield Signpost(LICENCE, "license")

    def _linkset(self) -> Iterator[Signpost]:
        if self.has_linkset:
            yield Signpost(linkset_path(self.iri), "linkset", LINKSET)
