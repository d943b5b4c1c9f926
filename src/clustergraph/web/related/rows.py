"""A related list for programs: a page as JSON, the whole as JSON lines and as a table.

Nothing is held back or cut: what stops before the end ends the connection.
"""

from collections.abc import Iterator
from typing import Any, Final

from clustergraph.operations.describing.describe import Relation
from clustergraph.operations.describing.list_related import Page, RelatedList, relations_of
from clustergraph.operations.labels import Labels
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import short_name
from clustergraph.web.api.csv_rows import csv_rows
from clustergraph.web.api.shapes.answers import Answer, EntityShape, as_json
from clustergraph.web.api.shapes.entities import RelationShape
from clustergraph.web.api.shaping import passage_shape, thing_parts, written_parts
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.visit import Visit

__all__ = ["RelatedAnswer", "as_lines", "as_page", "as_table"]

_PIECE: Final = 200
_COLUMNS: Final = (
    *("iri", "label", "language", "type"),
    *("quote", "quote_language", "document", "evidence", "passages"),
)


class RelatedAnswer(Answer):
    """A page of all that a thing is related to in one way."""

    version: str
    entity: EntityShape
    property: str
    type: str = ""
    total: int
    next: str | None = None
    results: list[RelationShape]


def as_page(visit: Visit, found: RelatedList, shown: Page, next_: str) -> bytes:
    """Write a page of the list, with the passages that carry each of its statements."""
    kind = {"type": short_name(found.kind.iri)} if found.kind else {}
    answer = RelatedAnswer(
        version=visit.version_id,
        entity=EntityShape(**thing_parts(found.thing)),
        property=short_name(found.property.iri),
        total=found.bundle.total,
        **kind,
        **({"next": rooted_address(next_)} if next_ else {}),
        results=[
            _result(each) for each in relations_of(visit.graph, visit.labels, found, shown.members)
        ],
    )
    return as_json(answer)


def as_lines(visit: Visit, found: RelatedList) -> Iterator[bytes]:
    """Write the whole list, a result a line; each line stands for itself."""
    for relations in _pieces(visit, found):
        yield b"".join(as_json(_result(each)) + b"\n" for each in relations)


def as_table(visit: Visit, found: RelatedList) -> Iterator[bytes]:
    """Write the whole list as CSV with a header (RFC 4180); each row has the first quote."""
    yield csv_rows([_COLUMNS])
    for relations in _pieces(visit, found):
        yield csv_rows(map(_row, relations))


def _pieces(visit: Visit, found: RelatedList) -> Iterator[list[Relation]]:
    """Yield the list in pieces, each with labels of its own: those of all would take memory."""
    members = found.bundle.members
    for start in range(0, len(members), _PIECE):
        labels = Labels(visit.graph, visit.language)
        yield list(relations_of(visit.graph, labels, found, members[start : start + _PIECE]))


def _result(relation: Relation) -> RelationShape:
    evidence = [passage_shape(each) for each in relation.passages]
    about = {**thing_parts(relation.other), **written_parts(relation.written)}
    return RelationShape(**about, evidence=evidence)


def _row(relation: Relation) -> list[object]:
    thing = thing_parts(relation.other)
    about = [thing.get(name, "") for name in _COLUMNS[:4]]
    return [*about, *_first(relation.passages), len(relation.passages)]


def _first(passages: tuple[Passage, ...]) -> list[Any]:
    if not passages:
        return ["", "", "", ""]
    first = passages[0]
    return [first.quote.text, first.quote.language, first.document.iri, first.iri]
