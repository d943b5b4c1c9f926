"""A thing as a table: a row for each passage of each statement about it, with its words.

What no passage carries has one row. Of a document each statement that it makes is a row, of a
passage the one that it carries.
"""

from collections.abc import Iterable, Iterator
from typing import Final

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import graph_iri, is_document, is_passage
from clustergraph.model import Iri
from clustergraph.operations.consult import Text, told, value_of
from clustergraph.operations.describing.express import quads_about
from clustergraph.operations.describing.membership import items_of
from clustergraph.operations.labels import Labels
from clustergraph.operations.quote import REJECTED, Passage, passages_for
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import CG

__all__ = ["COLUMNS", "rows_about"]

COLUMNS: Final = (
    *("subject", "subject_label", "property", "property_label"),
    *("value", "value_label", "value_language", "value_datatype", "graph"),
    *("quote", "quote_language", "document", "start", "end"),
    *("confidence", "modality", "status", "evidence"),
)
"""The columns; the last nine are of the passage, and empty where there is none."""

_Row = tuple[str, ...]

_STATEMENT: Final = tuple(map(expand, ("rdf:subject", "rdf:predicate", "rdf:object")))
_PLACE: Final = (CG.inDocument, CG.quoteStart, CG.quoteEnd)
_STANDING: Final = (CG.confidence, CG.modality, CG.reviewStatus)
_NO_PASSAGE: Final = ("",) * 9
_ASSERTED: Final = graph_iri("asserted")
_REJECTED: Final = NamedNode(REJECTED)
_IS_A: Final = expand("rdf:type")


def rows_about(graph: GraphStore, labels: Labels, iri: Iri) -> Iterator[_Row]:
    """Yield the rows: what is said of the thing first, then what is said with it as value.

    As many statements are given as ``express`` gives.
    """
    if is_passage(iri):
        yield from _carried(graph, labels, [iri])
        return
    for quad in _statements(graph, iri):
        yield from _with_passages(graph, labels, quad)
    if is_document(iri):
        yield from _carried(graph, labels, items_of(graph, iri))


def _statements(graph: GraphStore, iri: Iri) -> list[Quad]:
    """Return the statements with the thing at an end, those of it before those with it."""
    node = NamedNode(iri)
    found = [quad for quad in quads_about(graph, iri) if node in (quad.subject, quad.object)]
    told = [quad for quad in found if _is_told(quad)]
    return sorted(told, key=lambda quad: (quad.subject != node, str(quad)))


def _is_told(quad: Quad) -> bool:
    """Leave out what has no name, and the parts of passages, which stand in rows of their own."""
    parts = (quad.subject, quad.predicate, quad.object)
    is_named = all(told(part) is not None for part in parts)
    return is_named and quad.predicate.value not in (*_STATEMENT, CG.inDocument)


def _with_passages(graph: GraphStore, labels: Labels, quad: Quad) -> Iterator[_Row]:
    subject, value = map(value_of, (quad.subject, quad.object))
    property_ = Iri(quad.predicate.value)
    statement = _described(labels, subject, property_, value)
    where = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
    passages: Iterable[Passage] = ()
    if where == _ASSERTED and property_ != _IS_A and isinstance(subject, Iri):
        passages = passages_for(graph, labels, subject, property_, value)
    iris = [each.iri for each in passages]
    for carrying in [_passage(_said_of(graph, each), each) for each in iris] or [_NO_PASSAGE]:
        yield (*statement, where, *carrying)


def _carried(graph: GraphStore, labels: Labels, passages: Iterable[Iri]) -> Iterator[_Row]:
    """Yield the statement of each passage; one whose passage was rejected stands in no graph."""
    for passage in passages:
        said = _said_of(graph, passage)
        subject, property_, value = (value_of(said[part]) for part in _STATEMENT)
        statement = _described(labels, subject, property_, value)
        where = "" if said.get(CG.reviewStatus) == _REJECTED else _ASSERTED
        yield (*statement, where, *_passage(said, passage))


def _said_of(graph: GraphStore, passage: Iri) -> dict[str, Term]:
    return {quad.predicate.value: quad.object for quad in graph.quads(NamedNode(passage))}


def _described(
    labels: Labels, subject: Iri | Text, property_: Iri | Text, value: Iri | Text
) -> _Row:
    return (*_named(labels, subject), *_named(labels, property_), *_value(labels, value))


def _named(labels: Labels, thing: Iri | Text) -> tuple[str, str]:
    return (thing, labels.thing(thing).label.text) if isinstance(thing, Iri) else (thing.text, "")


def _value(labels: Labels, value: Iri | Text) -> _Row:
    if isinstance(value, Iri):
        return (*_named(labels, value), "", "")
    return (value.text, "", value.language, value.datatype)


def _passage(said: dict[str, Term], passage: Iri) -> _Row:
    quote = value_of(said[CG.quote])
    language = quote.language if isinstance(quote, Text) else ""
    told = (_text(said[name]) if name in said else "" for name in (*_PLACE, *_STANDING))
    return (_text(said[CG.quote]), language, *told, passage)


def _text(term: Term) -> str:
    value = value_of(term)
    return value if isinstance(value, Iri) else value.text
