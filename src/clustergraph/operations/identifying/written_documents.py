"""Which documents people wrote of, and what these are called: what no build knows of its register.

How an identifier is looked up is ``register``'s to say.
"""

from collections.abc import Iterator
from itertools import chain
from typing import Final

from pyoxigraph import NamedNode

from clustergraph.operations.consult import Row, told
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore, Term
from clustergraph.store.written import written_quads
from clustergraph.vocab import CG

__all__ = ["identifiers_written"]

_TYPE: Final = NamedNode(expand("rdf:type"))
_DOCUMENT: Final = NamedNode(CG.Document)
_IDENTIFIER: Final = NamedNode(expand("dcterms:identifier"))


def identifiers_written(graph: GraphStore) -> list[Row]:
    """Return the identifiers of documents of which people wrote these, or that they are documents.

    The rows are as those of the query ``identifiers``, in no order. Linear in the named graphs, and
    in such documents.
    """
    return [row for document in sorted(_written(graph), key=str) for row in _rows(graph, document)]


def _written(graph: GraphStore) -> set[NamedNode]:
    quads = chain(written_quads(graph, _IDENTIFIER), written_quads(graph, _TYPE, _DOCUMENT))
    return {quad.subject for quad in quads if isinstance(quad.subject, NamedNode)}


def _rows(graph: GraphStore, document: NamedNode) -> Iterator[Row]:
    if next(graph.quads(document, _TYPE, _DOCUMENT), None) is None:
        return
    thing, relation = told(document), told(_IDENTIFIER)
    for quad in graph.quads(document, _IDENTIFIER):
        value: Term = quad.object
        if thing and relation and (identifier := told(value)):
            yield Row(thing=thing, relation=relation, identifier=identifier)
