"""The formats of answers: their keys, media types, extensions, and the engine's serialisers.

What a client may ask for is decided elsewhere (web/exchange/negotiation.py).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from pyoxigraph import QueryResultsFormat, RdfFormat

__all__ = ["RDF_FORMATS", "RESULT_FORMATS", "TURTLE", "Format", "format_of", "media_types"]

_IRIS = "http://www.w3.org/ns/formats/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to write an answer down.

    ``key`` is its short name, in addresses too; ``name`` is what people call it. ``aliases`` are
    other media types that clients ask for it by. ``engine`` is what the store's serialiser calls
    it.
    """

    key: str
    name: str
    media_type: str
    extension: str
    engine: QueryResultsFormat | RdfFormat
    aliases: tuple[str, ...] = ()

    @property
    def iri(self) -> str:
        """The W3C's name of the format (https://www.w3.org/ns/formats/)."""
        return _IRIS + self.engine.iri.rpartition("/")[2]  # the engine has JSON-LD elsewhere


RESULT_FORMATS = (
    Format(
        key="json",
        name="JSON",
        media_type="application/sparql-results+json",
        extension="srj",
        engine=QueryResultsFormat.JSON,
        aliases=("application/json",),
    ),
    Format(
        key="xml",
        name="XML",
        media_type="application/sparql-results+xml",
        extension="srx",
        engine=QueryResultsFormat.XML,
        aliases=("application/xml", "text/xml"),
    ),
    Format(
        key="csv", name="CSV", media_type="text/csv", extension="csv", engine=QueryResultsFormat.CSV
    ),
    Format(
        key="tsv",
        name="TSV",
        media_type="text/tab-separated-values",
        extension="tsv",
        engine=QueryResultsFormat.TSV,
    ),
)
"""What SELECT and ASK give, the default first."""

TURTLE = Format(
    key="ttl", name="Turtle", media_type="text/turtle", extension="ttl", engine=RdfFormat.TURTLE
)

RDF_FORMATS = (
    TURTLE,
    Format(
        key="nt",
        name="N-Triples",
        media_type="application/n-triples",
        extension="nt",
        engine=RdfFormat.N_TRIPLES,
    ),
    Format(
        key="jsonld",
        name="JSON-LD",
        media_type="application/ld+json",
        extension="jsonld",
        engine=RdfFormat.JSON_LD,
        aliases=("application/json",),
    ),
    Format(
        key="rdf",
        name="RDF/XML",
        media_type="application/rdf+xml",
        extension="rdf",
        engine=RdfFormat.RDF_XML,
        aliases=("application/xml", "text/xml"),
    ),
    Format(
        key="trig",
        name="TriG",
        media_type="application/trig",
        extension="trig",
        engine=RdfFormat.TRIG,
    ),
    Format(
        key="nq",
        name="N-Quads",
        media_type="application/n-quads",
        extension="nq",
        engine=RdfFormat.N_QUADS,
    ),
)
"""What CONSTRUCT and DESCRIBE give, the default first."""


def media_types(formats: Iterable[Format]) -> tuple[str, ...]:
    """List all media types by which the formats may be asked for, the formats' own ones first."""
    formats = tuple(formats)
    aliases = (alias for format_ in formats for alias in format_.aliases)
    return (*(format_.media_type for format_ in formats), *aliases)


def format_of(name: str, formats: Iterable[Format]) -> Format | None:
    """Find the format by its key, its media type or an alias.

    >>> format_of("application/json", RDF_FORMATS).key
    'jsonld'
    """
    return next((f for f in formats if name in (f.key, f.media_type, *f.aliases)), None)
