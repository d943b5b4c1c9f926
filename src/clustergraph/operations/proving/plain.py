"""Write an explanation as plain values, for JSON; by the names that the lookup API has for them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from clustergraph.operations.consult import Text
from clustergraph.operations.labels import Thing
from clustergraph.operations.proving.explained import Explanation, Statement, Step
from clustergraph.operations.proving.objecting import Objection
from clustergraph.operations.quote import Passage
from clustergraph.rdf.prefixes import shorten

__all__ = ["as_plain", "plain_passage"]

Details = Callable[[Passage], Mapping[str, Any]]


def _nothing_more(_: Passage) -> Mapping[str, Any]:
    return {}


def as_plain(explanation: Explanation, more: Details = _nothing_more) -> dict[str, Any]:
    """Return an explanation as plain values; ``more`` adds what else is known of a passage."""
    return {
        "statement": _plain_statement(explanation.statement),
        "total": explanation.total,
        "ways": [
            {"steps": [_plain_step(step, more) for step in way.steps]} for way in explanation.ways
        ],
    }


def plain_passage(passage: Passage, more: Details = _nothing_more) -> dict[str, Any]:
    """Return what a passage says of itself."""
    return {**dict(_details(passage)), **more(passage)}


def _plain_step(step: Step, more: Details) -> dict[str, Any]:
    plain = {"number": step.number, **_plain_statement(step.statement)}
    if not step.is_made:
        return {**plain, "rule": step.rule, "says": step.sentence, "because": list(step.because)}
    return {
        **plain,
        "documents": step.documents,
        "passages": step.total,
        "evidence": [plain_passage(each, more) for each in step.passages],
        "objections": [_plain_objection(each, more) for each in step.objections],
        "written": list(step.written),
    }


def _plain_objection(objection: Objection, more: Details) -> dict[str, Any]:
    return {
        "about": str(objection.ground),
        "value": _plain_value(objection.value),
        "between_documents": objection.is_between_documents,
        "evidence": [plain_passage(each, more) for each in objection.passages],
    }


def _plain_statement(statement: Statement) -> dict[str, Any]:
    return {
        "subject": _plain_value(statement.subject),
        "predicate": _plain_value(statement.predicate),
        "object": _plain_value(statement.object),
    }


def _plain_value(value: Thing | Text) -> dict[str, str]:
    if isinstance(value, Thing):
        return {"iri": value.iri, "label": value.label.text, "language": value.label.language}
    return {"text": value.text, "language": value.language, "datatype": shorten(value.datatype)}


def _details(passage: Passage) -> Iterator[tuple[str, Any]]:
    yield "iri", passage.iri
    yield "document", passage.document.iri
    yield "title", passage.document.label.text
    yield "quote", passage.quote.text
    yield "language", passage.quote.language
    yield "start", passage.start
    yield "end", passage.end
    yield "rule", passage.rule
    yield "confidence", float(passage.confidence) if passage.confidence else None
    yield "modality", passage.modality.iri.local if passage.modality else "fact"
    yield "role", passage.role.text if passage.role else ""
    yield "former", passage.former
    yield "at_least", passage.at_least
    yield "status", passage.status.iri.local if passage.status else "machine"
    yield "reviewed_by", passage.reviewed_by
    yield "reviewed_on", passage.reviewed_on
    yield "review_note", passage.review_note
    yield "written", list(passage.written)
