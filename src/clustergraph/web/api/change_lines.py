"""Shape a difference between two versions as lines, documents first."""

from collections.abc import Iterable, Iterator
from typing import Any

from clustergraph.model import Iri
from clustergraph.operations.comparing.changes import (
    Difference,
    DocumentChange,
    EntityChange,
    Quote,
    ReviewChange,
    StatementChange,
)
from clustergraph.operations.consult import Text
from clustergraph.rdf.prefixes import short_name, shorten
from clustergraph.web.api.shapes.answers import Answer
from clustergraph.web.api.shapes.changes import (
    ChangedDocument,
    ChangedEntity,
    ChangedStatement,
    ChangesHead,
    DecidedPassage,
    StatedThing,
    WordsShape,
)

__all__ = ["lines_of"]


def lines_of(difference: Difference) -> Iterator[Answer]:
    """Yield what is compared, then each change as a shape of its own."""
    kinds = (
        difference.documents,
        difference.entities,
        difference.statements,
        difference.reviews,
    )
    parts: dict[str, Any] = {
        "about": "versions",
        "since": difference.old,
        "version": difference.new,
        "changes": sum(map(len, kinds)),
        "rest_differs": difference.rest_differs,
    }
    yield ChangesHead(**parts)
    yield from map(_document, difference.documents)
    yield from map(_entity, difference.entities)
    yield from map(_statement, difference.statements)
    yield from map(_review, difference.reviews)


def _document(change: DocumentChange) -> ChangedDocument:
    parts: dict[str, Any] = {
        "about": "document",
        "what": change.what,
        "iri": change.iri,
        "file": change.file,
        "label": change.title,
        "written_in": change.language,
        "issued": change.issued,
        "details": list(change.details),
    }
    return ChangedDocument(**parts)


def _entity(change: EntityChange) -> ChangedEntity:
    parts: dict[str, Any] = {
        "about": "entity",
        "what": change.what,
        "iri": change.iri,
        "label": change.label,
    }
    if change.kind_iri:
        parts["type"] = short_name(change.kind_iri)
    if change.now:
        parts["now"] = change.now
    if change.now_iri:
        parts["now_iri"] = change.now_iri
    return ChangedEntity(**parts)


def _statement(change: StatementChange) -> ChangedStatement:
    parts: dict[str, Any] = {
        "about": "statement",
        "what": change.what,
        "subject": change.subject_iri,
        "property": shorten(change.predicate_iri),
        **_object(change.value, change.object),
        "passages_new": _passages(change.passages_new),
        "passages_gone": _passages(change.passages_gone),
    }
    return ChangedStatement(**parts)


def _object(value: Iri | Text, label: str) -> dict[str, Any]:
    if isinstance(value, Iri):
        return {"object": StatedThing(iri=value, label=label)}
    datatype = shorten(value.datatype)
    return {"value": value.text, "language": value.language, "datatype": datatype}


def _passages(quotes: Iterable[Quote]) -> list[WordsShape]:
    return [
        WordsShape(iri=quote.passage, quote=quote.text, found_in=quote.document) for quote in quotes
    ]


def _review(change: ReviewChange) -> DecidedPassage:
    parts: dict[str, Any] = {
        "about": "review",
        "iri": change.quote.passage,
        "quote": change.quote.text,
        "found_in": change.quote.document,
        "subject": change.subject_iri,
        "statement": f"{change.subject} {change.predicate} {change.object}",
        "before": change.before,
        "now": change.now,
        "by": change.by,
        "note": change.note,
    }
    return DecidedPassage(**parts)
