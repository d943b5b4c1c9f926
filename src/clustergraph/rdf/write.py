"""Write quads down in one of the RDF formats; which format a client wants is decided elsewhere."""

from collections.abc import Iterable
from io import BytesIO

from pyoxigraph import Quad, RdfFormat, Triple, parse, serialize

from clustergraph.rdf.formats import TURTLE, Format
from clustergraph.rdf.jsonld import to_jsonld
from clustergraph.rdf.prefixes import PREFIXES
from clustergraph.rdf.xml_output import XmlOutput

__all__ = ["turtle_of", "write_quads"]


def write_quads(quads: Iterable[Quad], format_: Format) -> bytes:
    """Serialise the quads; formats without graphs get each triple once.

    Raises:
        TypeError: for JSON-LD, when a blank node or a triple term is among them.
        UnsupportedQuery: for RDF/XML, when XML can't hold what they say.
    """
    syntax = format_.engine
    if not isinstance(syntax, RdfFormat):
        message = f"{format_.key} is no RDF format"
        raise TypeError(message)
    if syntax.supports_datasets and syntax != RdfFormat.JSON_LD:
        return _serialised(list(quads), syntax)
    triples = dict.fromkeys(quad.triple for quad in quads)
    if syntax == RdfFormat.JSON_LD:
        return to_jsonld(triples)
    if syntax == RdfFormat.RDF_XML:
        return _well_formed(_serialised(list(triples), syntax))
    return _serialised(list(triples), syntax)


def turtle_of(triples: bytes) -> str:
    r"""Write N-Triples for people, as Turtle.

    >>> turtle_of(b"<urn:a> <urn:b> <https://w3id.org/clustergraph/ns#Cluster> .")
    '@prefix cg: <https://w3id.org/clustergraph/ns#> .\n<urn:a> <urn:b> cg:Cluster .\n'
    """
    quads = parse(triples, format=RdfFormat.N_TRIPLES, lenient=True)
    return write_quads(quads, TURTLE).decode()


def _serialised(statements: list[Quad] | list[Triple], syntax: RdfFormat) -> bytes:
    """Serialise with those of our prefixes that are used; a plain syntax tells which these are."""
    plain = serialize(statements, format=RdfFormat.N_QUADS) or b""
    used = {name: iri for name, iri in PREFIXES.items() if f"<{iri}".encode() in plain}
    return serialize(statements, format=syntax, prefixes=used) or b""


def _well_formed(xml: bytes) -> bytes:
    checked = BytesIO()
    XmlOutput(checked).write(xml)
    return checked.getvalue()
