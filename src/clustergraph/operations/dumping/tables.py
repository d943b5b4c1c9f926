"""A table for each class, for spreadsheets and data frames: one row an entity.

The columns are its IRI, its class, its names by language, its other names, and what is stated of
it; of another thing both the name and the IRI. Several values of a cell stand beside each other
with a bar between them. A spreadsheet takes no cell for a formula.
"""

import csv
import io
from collections.abc import Iterator
from typing import IO, Final

from pyoxigraph import Literal, NamedNode

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.rdf.prefixes import PREFIXES, expand
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["classes_in_use", "write_table"]

Row = dict[str, list[str]]
"""The values of each column; a column without a value is missing."""

_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_TYPE: Final = NamedNode(expand("rdf:type"))
_PREF_LABEL: Final = NamedNode(expand("skos:prefLabel"))
_ALT_LABEL: Final = NamedNode(expand("skos:altLabel"))
_LABEL: Final = NamedNode(expand("rdfs:label"))
_MENTIONED_IN: Final = NamedNode(CG.mentionedIn)
_FIRST: Final = ("iri", "type")
_BETWEEN: Final = " | "
_FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def classes_in_use(graph: GraphStore) -> list[NamedNode]:
    """List the classes of ours that some entity was given, sorted."""
    types = {quad.object for quad in graph.quads(None, _TYPE, None, _ASSERTED)}
    ours = (kind for kind in types if isinstance(kind, NamedNode))
    return sorted((kind for kind in ours if kind.value.startswith(PREFIXES["cg"])), key=str)


def write_table(graph: GraphStore, kind: NamedNode, output: IO[bytes]) -> None:
    """Write the table of a class, sorted by IRI; the entities are gone through twice."""
    labels = Labels(graph)
    found = {quad.subject for quad in graph.quads(None, _TYPE, kind, _ASSERTED)}
    entities = sorted((one for one in found if isinstance(one, NamedNode)), key=str)
    columns = {name for entity in entities for name in _row(graph, entity, labels)}
    header = [*_FIRST, *sorted(columns.difference(_FIRST), key=_place)]
    text = io.TextIOWrapper(output, encoding="utf-8", newline="", write_through=True)
    table = csv.writer(text, lineterminator="\r\n")  # as RFC 4180 has it
    table.writerow(header)
    for entity in entities:
        row = _row(graph, entity, labels)
        table.writerow([_cell(row.get(name, [])) for name in header])
    text.detach()


def _row(graph: GraphStore, entity: NamedNode, labels: Labels) -> Row:
    row: Row = {"iri": [entity.value]}
    for column, value in _values(graph, entity, labels):
        row.setdefault(column, []).append(value)
    return row


def _values(graph: GraphStore, entity: NamedNode, labels: Labels) -> Iterator[tuple[str, str]]:
    """Yield the columns and values of an entity; names and IRIs of things are in one order."""
    for quad in sorted(graph.quads(entity, None, None, _ASSERTED), key=str):
        match quad.object:
            case Literal() as text if quad.predicate != _LABEL:
                yield _column(quad.predicate, text), text.value
            case NamedNode() as kind if quad.predicate == _TYPE:
                yield "type", _name(kind)
            case NamedNode() as other:
                yield _name(quad.predicate), labels.thing(Iri(other.value)).label.text
                yield f"{_name(quad.predicate)}_iri", other.value
            case _:
                pass
    for quad in sorted(graph.quads(entity, _MENTIONED_IN), key=str):
        if isinstance(quad.object, NamedNode):
            yield f"{_name(_MENTIONED_IN)}_iri", quad.object.value


def _column(predicate: NamedNode, text: Literal) -> str:
    if predicate == _PREF_LABEL:
        return f"label_{text.language}" if text.language else "label"
    return "also" if predicate == _ALT_LABEL else _name(predicate)


def _name(predicate: NamedNode) -> str:
    return Iri(predicate.value).local


def _place(column: str) -> tuple[int, str]:
    """Put the names first, then what is stated in the order of the alphabet."""
    return (0 if column.startswith("label") else 1 if column == "also" else 2, column)


def _cell(values: list[str]) -> str:
    """Join the values; an apostrophe before a sign keeps spreadsheets from running a formula.

    >>> _cell(["=1+1", "b"])
    "'=1+1 | b"
    """
    text = _BETWEEN.join(values)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA_SIGNS) else text
