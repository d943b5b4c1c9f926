"""Queries and candidates as the draft of 1.0 writes them."""

from collections.abc import Mapping
from typing import Any

from clustergraph.operations.reconciling.asking import Condition, Kind, Quantifier, Query
from clustergraph.operations.reconciling.features import feature
from clustergraph.operations.reconciling.matching import Candidate
from clustergraph.operations.reconciling.schema import Property, Schema
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

_FIELDS = ("type", "limit", "conditions", "lang", "dir")
_OF_CONDITION = (
    *("matchType", "propertyId", "propertyValue", "required", "matchQuantifier"),
    *("matchQualifier", "lang", "dir"),
)


def matched(call: Call, body: bytes) -> Mapping[str, Any]:
    """Answer a batch of queries, in their order.

    A query that can't be answered has no candidates, and an ``error``.

    Raises:
        InvalidParameter: when the batch is none, or no query of it can be answered.
        MalformedJson: when it is no JSON.
        TooManyAtOnce: when there are too many of them.
    """
    batch = fields_of("the body", read_json(body), ("queries",))
    queries = list_of("queries", batch.get("queries"))
    answered = candidates_for(call, dict(enumerate(queries)), _query)
    return {"results": [_result(each, call.language) for each in answered.values()]}


def _query(schema: Schema, where: str, query: Any) -> Query:
    fields = fields_of(where, query, _FIELDS)
    listed = list_of(f"{where}/conditions", fields.get("conditions"))
    if not listed:
        refuse(f"{where}/conditions", listed, "a list of at least one condition")
    type_ = fields.get("type")
    types = [schema.type(text_of(f"{where}/type", type_), f"{where}/type")] if type_ else []
    return Query(
        conditions=tuple(
            _condition(schema, f"{where}/conditions/{at}", said) for at, said in enumerate(listed)
        ),
        types=tuple(each.iri for each in types),
        limit=limit_of(f"{where}/limit", fields.get("limit")),
    )


def _condition(schema: Schema, where: str, said: Any) -> Condition:
    fields = fields_of(where, said, _OF_CONDITION)
    if "matchQualifier" in fields:
        qualifier = fields["matchQualifier"]
        refuse(f"{where}/matchQualifier", qualifier, "left out: no property here has any")
    kind = choice_of(f"{where}/matchType", fields.get("matchType", ""), Kind)
    values = values_of(f"{where}/propertyValue", fields.get("propertyValue"))
    if not values:
        refuse(f"{where}/propertyValue", "", "a value that is not empty")
    return Condition(
        kind=kind,
        values=values,
        property=_property(schema, where, fields) if kind is Kind.PROPERTY else None,
        quantifier=choice_of(
            f"{where}/matchQuantifier", fields.get("matchQuantifier", Quantifier.ANY), Quantifier
        ),
        is_required=_truth(f"{where}/required", fields.get("required", False)),
    )


def _property(schema: Schema, where: str, fields: Mapping[str, Any]) -> Property:
    place = f"{where}/propertyId"
    return schema.property(text_of(place, fields.get("propertyId", "")), place)


def _truth(where: str, value: Any) -> bool:
    if not isinstance(value, bool):
        refuse(where, value, "true or false")
    return value


def _result(answered: Answered[list[Candidate]], language: str) -> Mapping[str, Any]:
    found = [_candidate(each, language) for each in answered.answer or ()]
    return {"candidates": found, **error_part(answered.fault)}


def _candidate(candidate: Candidate, language: str) -> Mapping[str, Any]:
    return {
        **candidate_parts(candidate, language),
        **({"lang": candidate.language} if candidate.language else {}),
        "features": [
            {"id": id_, "name": feature(id_).name, "lang": "en", "value": value}
            for id_, value in candidate.features.items()
        ],
    }
