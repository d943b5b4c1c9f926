"""The forms in which a thing is offered, a page, JSON and RDF, and which of them a client gets."""

from collections.abc import Iterable
from dataclasses import dataclass

from clustergraph.rdf.formats import RDF_FORMATS, Format
from clustergraph.web.addresses import data_path, page_path, path_of
from clustergraph.web.exchange.negotiation import choose_media_type

__all__ = [
    "CSV",
    "HTML",
    "JSON",
    "JSON_LINES",
    "Offer",
    "choose_offer",
    "offers_at",
    "offers_of",
    "offers_of_term",
]

HTML = "text/html"
JSON = "application/json"
JSON_LINES = "application/x-ndjson"
CSV = "text/csv"

_WITH_TRIPLE_TERMS = ("ttl", "nt", "trig", "nq")
_WITH_GRAPHS = ("trig", "nq")


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A form of a thing: its media type, its address, and what people call it.

    ``format`` is the RDF format, None for a page and for JSON; ``is_rdf_1_2`` says that the client
    asked for triple terms.
    """

    media_type: str
    address: str
    name: str
    format: Format | None = None
    is_rdf_1_2: bool = False

    @property
    def holds_triple_terms(self) -> bool:
        """Whether RDF 1.2's triple terms can be written in it."""
        return self.format is not None and self.format.key in _WITH_TRIPLE_TERMS

    def told(self, *, is_rdf_1_2: bool) -> str:
        """Return the media type that an answer in it has."""
        return f"{self.media_type};version=1.2" if is_rdf_1_2 else self.media_type


def offers_of(iri: str) -> tuple[Offer, ...]:
    """List the forms of a thing of ours; Turtle first, for a client that takes anything."""
    return (
        *(_rdf(format_, data_path(iri, format_.extension)) for format_ in RDF_FORMATS),
        Offer(media_type=JSON, address=data_path(iri, "json"), name="JSON"),
        Offer(media_type=CSV, address=data_path(iri, "csv"), name="CSV"),
        Offer(media_type=HTML, address=page_path(iri), name="HTML"),
    )


def offers_of_term(iri: str) -> tuple[Offer, ...]:
    """List the forms of a term of the ontology, which stands in one graph only."""
    path = path_of(iri)
    formats = (format_ for format_ in RDF_FORMATS if format_.key not in _WITH_GRAPHS)
    return (
        *(_rdf(format_, f"{path}.{format_.extension}") for format_ in formats),
        Offer(media_type=HTML, address=path, name="HTML"),
    )


def offers_at(path: str) -> tuple[Offer, ...]:
    """List the forms of a document of the ontology that stands at a path."""
    return (
        *(_rdf(format_, f"{path}.{format_.extension}") for format_ in RDF_FORMATS),
        Offer(media_type=HTML, address=path, name="HTML"),
    )


def choose_offer(accept: str | None, offers: Iterable[Offer]) -> Offer:
    """Choose the form that suits an Accept header best, the first of equals.

    A client that asks for ``version=1.2`` of a syntax gets its address with ``?rdf=1.2``.

    Raises:
        NotAcceptable: when none suits.
    """
    by_type: dict[str, Offer] = {}
    for offer in offers:
        by_type.setdefault(offer.media_type, offer)
        if offer.holds_triple_terms:
            by_type[f"{offer.media_type};version=1.2"] = Offer(
                media_type=offer.media_type,
                address=f"{offer.address}?rdf=1.2",
                name=offer.name,
                format=offer.format,
                is_rdf_1_2=True,
            )
    return by_type[choose_media_type(accept, list(by_type))]


def _rdf(format_: Format, address: str) -> Offer:
    return Offer(media_type=format_.media_type, address=address, name=format_.name, format=format_)
