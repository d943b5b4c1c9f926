"""Queries and candidates as version 0.2 writes them (section 4)."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from clustergraph.operations.reconciling.asking import Condition, Kind, Query, Strictness
from clustergraph.operations.reconciling.matching import Candidate
from clustergraph.operations.reconciling.schema import Schema
from clustergraph.web.limiting.json_texts import read_json
from clustergraph.web.reconcile.batches import Answered, error_part
from clustergraph.web.reconcile.call import Call
from clustergraph.web.reconcile.candidates import candidate_parts, candidates_for
from clustergraph.web.reconcile.reading import (
    choice_of,
    fields_of,
    limit_of,
    list_of,
    refuse,
    text_of,
    values_of,
)

__all__ = ["matched"]

_FIELDS = ("query", "type", "limit", "properties", "type_strict")


def matched(call: Call, queries: str) -> Mapping[str, Any]:
    """Answer a batch of queries, in JSON, each under its key.

    A query that can't be answered has an empty result, as clients want one, and an ``error``.

    Raises:
        InvalidParameter: when the batch is no object, or no query of it can be answered.
        MalformedJson: when it is no JSON.
        TooManyAtOnce: when there are too many of them.
    """
    batch = read_json(queries)
    if not isinstance(batch, dict):
        refuse("queries", batch, "an object that holds each query under a key of its own")
    answered = candidates_for(call, batch, _query)
    return {key: _result(each, call.language) for key, each in answered.items()}


def _query(schema: Schema, where: str, query: Any) -> Query:
    fields = fields_of(where, query, _FIELDS)
    conditions = (*_by_name(where, fields), *_by_properties(schema, where, fields))
    if not conditions:
        refuse(where, query, "an object with a query that is not empty, or with properties")
    return Query(
        conditions=conditions,
        types=tuple(schema.type(id_, f"{where}/type").iri for id_ in _types(where, fields)),
        strictness=choice_of(
            f"{where}/type_strict", fields.get("type_strict", "should"), Strictness
        ),
        limit=limit_of(f"{where}/limit", fields.get("limit")),
    )


def _by_name(where: str, fields: Mapping[str, Any]) -> Iterator[Condition]:
    name = text_of(f"{where}/query", fields.get("query", "")).strip()
    if name:
        yield Condition(kind=Kind.NAME, values=(name,))


def _by_properties(schema: Schema, where: str, fields: Mapping[str, Any]) -> Iterator[Condition]:
    listed = list_of(f"{where}/properties", fields.get("properties", []))
    for at, said in enumerate(listed):
        place = f"{where}/properties/{at}"
        pair = fields_of(place, said, ("pid", "v"))
        if "pid" not in pair:
            refuse(place, said, "an object with a pid")
        values = values_of(f"{place}/v", pair.get("v"))
        property_ = schema.property(text_of(f"{place}/pid", pair["pid"]), f"{place}/pid")
        if values:
            yield Condition(kind=Kind.PROPERTY, values=values, property=property_)


def _types(where: str, fields: Mapping[str, Any]) -> Sequence[str]:
    """Read one type or several; some clients send objects, and some an empty text for none."""
    given = fields.get("type", [])
    for_each = given if isinstance(given, list) else [given]
    ids = [each.get("id") if isinstance(each, dict) else each for each in for_each]
    return [text_of(f"{where}/type", each) for each in ids if each != ""]


def _result(answered: Answered[list[Candidate]], language: str) -> Mapping[str, Any]:
    found = [_candidate(each, language) for each in answered.answer or ()]
    return {"result": found, **error_part(answered.fault)}


def _candidate(candidate: Candidate, language: str) -> Mapping[str, Any]:
    return {
        **candidate_parts(candidate, language),
        "features": [{"id": id_, "value": value} for id_, value in candidate.features.items()],
    }
