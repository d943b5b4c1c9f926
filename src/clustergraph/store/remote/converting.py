"""What engines write otherwise than clients expect, mended: as it streams, or as a whole.

Most answers go on as they come. Of ASK, TSV and JSON-LD some engines have versions of their own
(Virtuoso 7: a table for a truth value, IRIs without brackets, strings without their language), so
these are asked for in a format in which nobody errs, and written here.
"""

from collections.abc import Mapping
from typing import Final

from pyoxigraph import (
    QueryResultsFormat,
    RdfFormat,
    parse,
    parse_query_results,
    serialize,
)

from clustergraph.errors import EngineFailed
from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format, format_of
from clustergraph.store.remote.results import JSON

__all__ = ["SOURCES", "Modern", "convert"]

_TURTLE, _TRIPLES = "text/turtle", "application/n-triples"

SOURCES: Final[Mapping[str, tuple[str, ...]]] = {
    "json": (JSON, "application/json"),
    "xml": ("application/sparql-results+xml", "application/xml", "text/xml"),
    "csv": ("text/csv",),
    "tsv": (),
    "ttl": (_TURTLE, _TRIPLES),
    "nt": (_TRIPLES, "text/plain"),
    "jsonld": (),
    "rdf": ("application/rdf+xml", "application/xml", "text/xml"),
    "trig": (_TURTLE, _TRIPLES, "application/trig"),
    "nq": (_TRIPLES, "application/n-quads"),
}
"""For each format, the media types of an engine that go on as it, the best first.

A document in one of them is one in the format too, or bears another name for the same. Virtuoso 7
refuses a request whose first one it does not know. Those that have none are converted.
"""

_OLD, _NEW = b'"type": "typed-literal"', b'"type": "literal"'
_OLD_NODE, _NEW_NODE = (b'"type": "bnode", "value": "%s' % sign for sign in (b"nodeID://", b""))
"""Virtuoso's blank nodes look like IRIs."""


class Modern:
    """Rewrites JSON results of the draft of 2007, piece by piece; all others stay as they are.

    In a string of JSON the quotation marks would have a backslash before them: nothing that
    somebody said is changed.
    """

    def __init__(self) -> None:
        self._rest = b""

    def take(self, piece: bytes) -> bytes:
        """Return what can go on of all that has come.

        >>> modern = Modern()
        >>> modern.take(b'{"type": "typed-lit') + modern.take(b'eral"}') + modern.end()
        b'{"type": "literal"}'
        """
        text = (self._rest + piece).replace(_OLD, _NEW)
        keep = _overlap(text)
        self._rest = text[len(text) - keep :]
        return text[: len(text) - keep]

    def end(self) -> bytes:
        """Return what is left."""
        return self._rest


def convert(body: bytes, key: str) -> bytes:
    """Write an answer in the format of that key: truth values and tables from JSON, else triples.

    Raises:
        EngineFailed: when the answer is not what it should be.
    """
    try:
        if result := format_of(key, RESULT_FORMATS):
            return _converted_result(body, result)
        graph = format_of(key, RDF_FORMATS)
        assert graph is not None  # noqa: S101 - the gate has chosen it
        assert isinstance(graph.engine, RdfFormat)  # noqa: S101
        return serialize(parse(body, format=RdfFormat.N_TRIPLES), format=graph.engine) or b""
    except (SyntaxError, ValueError) as error:
        raise EngineFailed("its answer is not in the format that it says") from error


def _converted_result(body: bytes, format_: Format) -> bytes:
    assert isinstance(format_.engine, QueryResultsFormat)  # noqa: S101
    answer = parse_query_results(body.replace(_OLD_NODE, _NEW_NODE), format=QueryResultsFormat.JSON)
    return answer.serialize(format=format_.engine) or b""


def _overlap(text: bytes) -> int:
    """Count the bytes at the end that may begin what is replaced."""
    for length in range(min(len(_OLD) - 1, len(text)), 0, -1):
        if text.endswith(_OLD[:length]):
            return length
    return 0
