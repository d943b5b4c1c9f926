"""Hold quotes against the texts that they are said to be from, as far as these are kept.

A build cuts its quotes out of the texts; what somebody writes as a quote may be anything.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode

from clustergraph.iris import is_document
from clustergraph.model import Iri
from clustergraph.operations.consult import Row
from clustergraph.operations.glance import passage_row
from clustergraph.rdf.property_paths import PropertyPath
from clustergraph.rdf.shacl_core import Breach
from clustergraph.rdf.shapes import SHAPE_NAMESPACE, Severity
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["TextOf", "misquotes"]

TextOf: TypeAlias = Callable[[str], str]
"""Gives the text of the document of that id; an empty one where none is kept."""

_VERBATIM: Final = Iri(f"{SHAPE_NAMESPACE}verbatim")
_TEXT_COMPONENT: Final = Iri(f"{SHAPE_NAMESPACE}TextConstraintComponent")
_ELSEWHERE: Final = "The document has other words there; these begin at {}: correct the offsets."
_NOWHERE: Final = "The document has no such words: copy the quote from its text."


def misquotes(graph: GraphStore, nodes: Iterable[Iri], text_of: TextOf) -> Iterator[Breach]:
    """Yield those of the nodes that quote what their document does not say where they say."""
    for node in nodes:
        row = passage_row(graph, node)
        if row is not None and is_document(row.iri("document")):
            text = text_of(row.iri("document").local)
            if text and not _is_verbatim(row, text):
                yield _breach(row, text)


def _is_verbatim(row: Row, text: str) -> bool:
    return text[row.number("start") : row.number("end")] == row.words("quote")


def _breach(row: Row, text: str) -> Breach:
    place = text.find(row.words("quote"))
    is_there = place >= 0
    return Breach(
        severity=Severity.VIOLATION,
        shape=_VERBATIM,
        focus=NamedNode(row.iri("evidence")),
        path=PropertyPath(CG.quoteStart if is_there else CG.quote),
        value=Literal(row.number("start")) if is_there else None,
        message=_ELSEWHERE.format(place) if is_there else _NOWHERE,
        component=_TEXT_COMPONENT,
    )
