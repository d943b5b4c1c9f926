"""Lists for programs: a page of one as JSON, the whole of it as lines or as a table.

Nothing of a whole list is held back or cut: it is sent while it is read, and what stops before the
end ends the connection.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, Final

from clustergraph.model import Iri
from clustergraph.operations.listing.list_query import list_query
from clustergraph.operations.look_up import Findings, Hit, listed
from clustergraph.web.api.counting import shaped_facets
from clustergraph.web.api.csv_rows import csv_rows
from clustergraph.web.api.facet_names import BESIDE_CLASSES
from clustergraph.web.api.paging import with_following
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.listing import (
    ClassesAnswer,
    ClassShape,
    ListAnswer,
    ListedLine,
    ListedShape,
)
from clustergraph.web.api.shaping import thing_parts, url_of
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.listing.addresses import list_path
from clustergraph.web.listing.browse_page import Counted
from clustergraph.web.listing.narrowing import Narrowing
from clustergraph.web.listing.rows import period
from clustergraph.web.visit import Visit

__all__ = [
    "as_lines",
    "as_page",
    "as_table",
    "classes_as_page",
    "classes_as_rows",
    "pages_of",
    "things_of",
]

_THINGS_A_PIECE: Final = 500
_COLUMNS: Final = ("iri", "label", "language", "type", "description", "years", "url")
_CLASS_COLUMNS: Final = ("name", "label", "language", "broader", "total", "url")


def as_page(visit: Visit, kind: Iri, narrowing: Narrowing, found: Findings) -> bytes:
    """Write a page of a list with its facets."""
    question = narrowing.question
    return as_json(
        ListAnswer(
            listed=kind.local,
            total=found.total,
            results=[ListedShape(**_parts(hit)) for hit in found.hits],
            facets=shaped_facets(visit, question, BESIDE_CLASSES),
            query=list_query(question, visit.language),
            next=visit.address(next=found.next) if found.next else None,
        )
    )


def pages_of(visit: Visit, narrowing: Narrowing) -> Iterator[Findings]:
    """Yield a list piece by piece; the first is read before anything is sent."""
    return with_following(_piece(visit, narrowing, None), partial(_piece, visit, narrowing))


def _piece(visit: Visit, narrowing: Narrowing, after: str | None) -> Findings:
    question = replace(narrowing.question, after=after)
    return listed(visit.opened, question, language=visit.language, limit=_THINGS_A_PIECE)


def things_of(pages: Iterable[Findings]) -> Iterator[Iri]:
    """Yield the IRIs of the things."""
    for found in pages:
        yield from (hit.thing.iri for hit in found.hits)


def as_lines(pages: Iterable[Findings]) -> Iterator[bytes]:
    """Write each thing on a line, which stands for itself."""
    for found in pages:
        yield b"".join(as_json(ListedLine(**_parts(hit))) + b"\n" for hit in found.hits)


def as_table(pages: Iterable[Findings]) -> Iterator[bytes]:
    """Write a table with a header (RFC 4180); cells hold names exactly as documents have them."""
    yield csv_rows([_COLUMNS])
    for found in pages:
        yield csv_rows(_cells(_parts(hit), _COLUMNS) for hit in found.hits)


def classes_as_page(visit: Visit, classes: Iterable[Counted]) -> bytes:
    """Write all classes with their numbers."""
    return as_json(ClassesAnswer(results=[_class_shape(visit, each) for each in classes]))


def classes_as_rows(visit: Visit, classes: Iterable[Counted], extension: str) -> bytes:
    """Write a class a line, or a row."""
    shapes = [_class_shape(visit, each) for each in classes]
    if extension == "jsonl":
        return b"".join(as_json(shape) + b"\n" for shape in shapes)
    rows = (_cells(shape.model_dump(), _CLASS_COLUMNS) for shape in shapes)
    return csv_rows([_CLASS_COLUMNS]) + csv_rows(rows)


def _class_shape(visit: Visit, counted: Counted) -> ClassShape:
    label = visit.labels.thing(counted.kind).label
    return ClassShape(
        name=counted.kind.local,
        label=label.text,
        language=label.language,
        broader=counted.broader.local if counted.broader else "",
        total=counted.total,
        url=rooted_address(list_path(counted.kind)),
    )


def _parts(hit: Hit) -> dict[str, Any]:
    return {
        **thing_parts(hit.thing),
        "description": hit.description,
        "years": period(hit.years),
        "url": url_of(hit.thing.iri),
    }


def _cells(parts: Mapping[str, Any], columns: Iterable[str]) -> list[Any]:
    return [parts.get(column, "") for column in columns]
