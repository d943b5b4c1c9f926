"""How the draft of 1.0 says it: JSON, at routes below the endpoint.

Where its schemas and its prose differ, the stricter is kept to: by the prose candidates need
``match`` and ``type``, and settings ``default`` and ``helpText``; by the schema ``suggest`` names
all three services.
"""

from collections.abc import Mapping, Sequence
from functools import partial
from typing import Final

from clustergraph.recon_check.dialects.items import setting_problems, value_shape
from clustergraph.recon_check.dialects.queries import (
    Asked,
    Manifest,
    Query,
    Record,
    Results,
    Rows,
    records_of,
    values_query,
)
from clustergraph.recon_check.messages import Request, get, post_json, quoted
from clustergraph.recon_check.requirements import KINDS, Specification
from clustergraph.recon_check.shapes import (
    Shape,
    anything,
    boolean,
    filled_text,
    list_of,
    record,
    text,
    unique,
    whole_number,
)

__all__ = ["Routes"]

_ACCEPT: Final = "application/reconciliation.v1+json, application/json;q=0.9"
"""The first is what is proposed for services of several versions; to others it means nothing."""

_SETTING: Final = {"id": filled_text, "name": text, "helpText": text, "default": anything}
_RESULTS: Final = record({"results": list_of(record({"candidates": list_of(record({}))}))})
_ROW: Final = record(
    {
        "id": filled_text,
        "properties": list_of(record({"id": filled_text, "values": list_of(record({}))})),
    }
)


class Routes:
    """The dialect of 1.0; what its parts mean is said of ``Forms``."""

    specification = Specification.V1_0_DRAFT
    double_braces = False
    view_needed = True
    score_needed = False
    feature_view = "featureView"
    feature_needs: Sequence[str] = ("id", "name", "value")
    settings = "propertySettings"
    setting_name = "id"
    value = staticmethod(value_shape({"lang": anything, "dir": anything}))

    @property
    def parts(self) -> Mapping[str, Shape]:
        """The forms of the three parts of a manifest that tell of more services."""
        settings = list_of(partial(setting_problems, _SETTING))
        return {
            "suggest": record(dict.fromkeys(KINDS, boolean)),
            "preview": record({"width": whole_number, "height": whole_number}),
            "extend": record(
                {}, {"proposeProperties": boolean, "propertySettings": unique(settings, "id")}
            ),
        }

    def manifest(self, endpoint: str) -> Request:
        """Ask what the service offers."""
        return get(endpoint, accept=_ACCEPT)

    def match(self, endpoint: str, batch: Mapping[str, Query]) -> Request:
        """Post a batch of queries."""
        queries = [_written(query) for query in batch.values()]
        return post_json(_route(endpoint, "match"), {"queries": queries}, _ACCEPT)

    def broken_match(self, endpoint: str) -> Request:
        """Post what is not JSON."""
        return post_json(_route(endpoint, "match"), '{"queries": [', _ACCEPT)

    def results(self, value: object, keys: Sequence[str]) -> Results:
        """Read the answer to a batch; the keys go to the results in their order."""
        problems = list(_RESULTS(value, "$"))
        results = value.get("results") if isinstance(value, dict) else None
        if not isinstance(results, list):
            return Results(problems=problems)
        strays = []
        if len(results) != len(keys):
            strays = [f"there are {len(results)} results of {len(keys)} queries"]
        found = zip(keys, results, strict=False)
        candidates = {
            key: records_of(one.get("candidates")) for key, one in found if isinstance(one, dict)
        }
        return Results(candidates=candidates, problems=problems, strays=strays)

    def suggest(
        self,
        endpoint: str,
        manifest: Manifest,
        kind: str,
        prefix: str,
        *,
        skip: int | None = None,
        limit: int | None = None,
    ) -> Request | None:
        """Ask for suggestions, where there are any of a kind."""
        offered = manifest.get("suggest")
        if not isinstance(offered, dict) or offered.get(kind) is not True:
            return None
        numbers = {"offset": skip, "limit": limit}
        given = {key: str(number) for key, number in numbers.items() if number is not None}
        return get(_route(endpoint, f"suggest/{kind}"), {"prefix": prefix, **given}, _ACCEPT)

    def preview(self, endpoint: str, manifest: Manifest, identifier: str) -> Request | None:
        """Ask for a preview, where there are any."""
        if not isinstance(manifest.get("preview"), dict):
            return None
        address = f"{_route(endpoint, 'preview')}?id={quoted(identifier)}"
        return get(address, accept="text/html,*/*;q=0.8")

    def propose(
        self, endpoint: str, manifest: Manifest, kind: str, limit: int | None = None
    ) -> Request | None:
        """Ask for properties of a type, where they are proposed."""
        offered = manifest.get("extend")
        if not isinstance(offered, dict) or offered.get("proposeProperties") is not True:
            return None
        most = {} if limit is None else {"limit": str(limit)}
        return get(_route(endpoint, "extend/propose"), {"type": kind, **most}, _ACCEPT)

    def extend(self, endpoint: str, identifiers: Sequence[str], asked: Asked) -> Request:
        """Post a query for values."""
        query = values_query(identifiers, asked)
        return post_json(_route(endpoint, "extend"), query, _ACCEPT)

    def rows(self, value: object) -> Rows:
        """Read the answer to a query for values."""
        problems = list(record({"meta": list_of(record({})), "rows": list_of(_ROW)})(value, "$"))
        if not isinstance(value, dict):
            return Rows(problems=problems)
        meta = value.get("meta")
        return Rows(
            columns=meta if isinstance(meta, list) else [],
            values={str(row.get("id")): _by_property(row) for row in records_of(value.get("rows"))},
            problems=problems,
        )


def _route(endpoint: str, route: str) -> str:
    return f"{endpoint.rstrip('/')}/{route}"


def _written(query: Query) -> Record:
    named = {"matchType": "name", "propertyValue": query.text}
    identified = {"matchType": "id", "propertyValue": query.identifier}
    conditions: list[Record] = [one for one in (named, identified) if one["propertyValue"]]
    for pid, value in query.properties:
        condition = {"matchType": "property", "propertyId": pid, "propertyValue": value}
        quantifier = {"matchQuantifier": query.quantifier} if query.quantifier else {}
        conditions.append({**condition, **quantifier})
    fields = {"type": query.type, "limit": query.limit, "conditions": conditions}
    return {key: value for key, value in fields.items() if value}


def _by_property(row: Record) -> Mapping[str, object]:
    return {str(cell.get("id")): cell.get("values") for cell in records_of(row.get("properties"))}
