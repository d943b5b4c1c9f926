"""Extend a table: what we know of the things in one of its columns, a column for each property."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from clustergraph.errors import ClusterGraphError
from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.dataset import OpenVersion
from clustergraph.operations.labels import Labels
from clustergraph.operations.quote import passages_for
from clustergraph.operations.reconciling.identifiers import identifier_of, iri_meant
from clustergraph.operations.reconciling.schema import Property, Takes
from clustergraph.operations.reconciling.values import values_of
from clustergraph.rdf.prefixes import expand
from clustergraph.vocab import XSD

__all__ = ["Cell", "Column", "Content", "Extension", "Shown", "extend"]


class Content(StrEnum):
    """What a cell holds of a value."""

    VALUES = "values"
    NAMES = "names"
    IRIS = "iris"
    QUOTES = "quotes"
    DOCUMENTS = "documents"


class Shown(StrEnum):
    """As what a value goes into a cell."""

    THING = "thing"
    TEXT = "text"
    WHOLE = "whole number"
    FRACTION = "fraction"
    DAY = "day"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A property that is wanted, and how: the most values (0 for all) and what of them.

    ``language`` keeps texts in one language, and those in none; all where it is empty.
    """

    property: Property
    limit: int = 0
    content: Content = Content.VALUES
    language: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """A value in a cell; ``id`` is that of a thing, ``language`` that of the text."""

    shown: Shown
    text: str
    id: str = ""
    language: str = ""


@dataclass(frozen=True, slots=True)
class Extension:
    """Cells by the identifiers asked for, one list for each column; and why some have none."""

    rows: Mapping[str, tuple[Sequence[Cell], ...]]
    faults: Mapping[str, ClusterGraphError] = field(default_factory=dict)


def extend(
    opened: OpenVersion, ids: Iterable[str], columns: Sequence[Column], *, language: str
) -> Extension:
    """Return a row for each identifier; one that was merged gets what its survivor has.

    What is not here has empty cells, and a fault that says so.
    """
    writer = _Writer(opened, language)
    rows: dict[str, tuple[Sequence[Cell], ...]] = {}
    faults: dict[str, ClusterGraphError] = {}
    for id_ in ids:
        if id_ in rows:
            continue
        try:
            thing = iri_meant(opened, id_)
        except ClusterGraphError as fault:
            faults[id_] = fault
            rows[id_] = tuple([] for _ in columns)
        else:
            rows[id_] = tuple(writer.cells(thing, column) for column in columns)
    return Extension(rows, faults)


class _Writer:
    """Writes values into cells, with names in one language."""

    def __init__(self, opened: OpenVersion, language: str) -> None:
        self._opened = opened
        self._language = language
        self._labels = Labels(opened.graph, language)
        self._ways: Mapping[Content, Callable[[Iri, Property, Iri | Text], list[Cell]]] = {
            Content.VALUES: self._value,
            Content.NAMES: self._name,
            Content.IRIS: self._iri,
            Content.QUOTES: self._quotes,
            Content.DOCUMENTS: self._documents,
        }

    def cells(self, thing: Iri, column: Column) -> list[Cell]:
        """Return the cells of one thing in one column, each value once."""
        write = self._ways[column.content]
        values = values_of(self._opened, thing, column.property)
        spoken = [each for each in values if _is_spoken(each, column.language)]
        cells = [cell for value in spoken for cell in write(thing, column.property, value)]
        return list(dict.fromkeys(cells))[: column.limit or None]

    def _value(self, _: Iri, property_: Property, value: Iri | Text) -> list[Cell]:
        if isinstance(value, Iri) and property_.takes is Takes.THING:
            name, language = self._called(value)
            return [Cell(Shown.THING, name, identifier_of(value), language)]
        return [_literal(value) if isinstance(value, Text) else Cell(Shown.TEXT, value)]

    def _name(self, _: Iri, property_: Property, value: Iri | Text) -> list[Cell]:
        if isinstance(value, Iri) and property_.takes is Takes.THING:
            name, language = self._called(value)
            return [Cell(Shown.TEXT, name, language=language)]
        return [_as_text(value)]

    def _iri(self, _: Iri, __: Property, value: Iri | Text) -> list[Cell]:
        return [_as_text(value)]

    def _quotes(self, thing: Iri, property_: Property, value: Iri | Text) -> list[Cell]:
        passages = passages_for(self._opened.graph, self._labels, thing, property_.iri, value)
        return [
            Cell(Shown.TEXT, each.quote.text, language=each.quote.language) for each in passages
        ]

    def _documents(self, thing: Iri, property_: Property, value: Iri | Text) -> list[Cell]:
        passages = passages_for(self._opened.graph, self._labels, thing, property_.iri, value)
        return [
            Cell(Shown.THING, each.document.label.text, identifier_of(each.document.iri))
            for each in passages
        ]

    def _called(self, iri: Iri) -> tuple[str, str]:
        card = self._opened.names.card(iri)
        label = card.label(self._language) if card else self._labels.thing(iri).label
        return label.text, label.language


def _is_spoken(value: Iri | Text, language: str) -> bool:
    return isinstance(value, Iri) or not language or value.language in {"", language}


def _as_text(value: Iri | Text) -> Cell:
    return (
        Cell(Shown.TEXT, value.text, "", value.language)
        if isinstance(value, Text)
        else Cell(Shown.TEXT, value)
    )


def _literal(value: Text) -> Cell:
    return Cell(_SHOWN.get(value.datatype, Shown.TEXT), value.text, "", value.language)


_SHOWN = {
    XSD.date: Shown.DAY,
    XSD.decimal: Shown.FRACTION,
    XSD.nonNegativeInteger: Shown.WHOLE,
    XSD.positiveInteger: Shown.WHOLE,
    expand("xsd:integer"): Shown.WHOLE,
}
"""What is no whole day, such as a month, stays a text: nobody said which day of it."""
