"""How 0.1 and 0.2 say it: everything at one address, in forms; the rest where the manifest says."""

import json
from collections.abc import Iterator, Mapping, Sequence
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
from clustergraph.recon_check.messages import Request, get, joined, post_form
from clustergraph.recon_check.requirements import Specification
from clustergraph.recon_check.shapes import (
    Shape,
    dictionary,
    filled_text,
    list_of,
    record,
    shown,
    text,
    unique,
    whole_number,
)
from clustergraph.recon_check.templates import filled

__all__ = ["Forms"]

_ADDRESS: Final = {"service_url": text, "service_path": text}
_SETTING: Final = {"name": filled_text, "label": text}


class Forms:
    """The dialect of 0.1 and 0.2.

    Attributes:
        double_braces: whether templates are filled at ``{{id}}``, or follow RFC 6570.
        view_needed: whether there must be a view of entities.
        score_needed: whether candidates must have a score.
        feature_view: where the manifest has the view of features.
        feature_needs: the fields without which a feature is none.
        settings: where the manifest's ``extend`` has the settings of properties.
        setting_name: where a setting has its identifier.
        value: the form of a fetched value.
    """

    double_braces = True
    view_needed = False
    score_needed = True
    feature_view = "feature_view"
    feature_needs: Sequence[str] = ("id", "value")
    settings = "property_settings"
    setting_name = "name"
    value = staticmethod(value_shape({}))

    def __init__(self, specification: Specification) -> None:
        self.specification = specification

    @property
    def parts(self) -> Mapping[str, Shape]:
        """The forms of the three parts of a manifest that tell of more services."""
        service = record({}, {**_ADDRESS, "flyout_service_url": text, "flyout_service_path": _mark})
        setting = partial(setting_problems, _SETTING)
        return {
            "suggest": record({}, dict.fromkeys(("entity", "property", "type"), service)),
            "preview": record({"url": _template, "width": whole_number, "height": whole_number}),
            "extend": record(
                {},
                {
                    "propose_properties": record({}, _ADDRESS),
                    "property_settings": unique(list_of(setting), "name"),
                },
            ),
        }

    def manifest(self, endpoint: str) -> Request:
        """Ask what the service offers."""
        return get(endpoint)

    def match(self, endpoint: str, batch: Mapping[str, Query]) -> Request:
        """Post a batch of queries."""
        return post_form(endpoint, {"queries": _batch(batch)})

    def match_by_get(self, endpoint: str, batch: Mapping[str, Query]) -> Request:
        """Ask a batch of queries with a GET."""
        return get(endpoint, {"queries": _batch(batch)})

    def broken_match(self, endpoint: str) -> Request:
        """Post what is not JSON."""
        return post_form(endpoint, {"queries": '{"q0": '})

    def results(self, value: object, keys: Sequence[str]) -> Results:
        """Read the answer to a batch."""
        if not isinstance(value, dict):
            return Results(problems=[f"$ is {shown(value)}, not an object"])
        problems = list(dictionary(record({"result": list_of(record({}))}))(value, "$"))
        strays = [f"there is no result for {key!r}" for key in keys if key not in value]
        strays += [f"there is a result for {shown(key)}" for key in value if key not in keys]
        found = {key: one for key in keys if isinstance(one := value.get(key), dict)}
        candidates = {key: records_of(one.get("result")) for key, one in found.items()}
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
        """Ask for suggestions, where there are any of a kind; there is no limit in this dialect."""
        del limit
        service = _inner(manifest, "suggest", kind)
        if service is None:
            return None
        cursor = {} if skip is None else {"cursor": str(skip)}
        return get(_address(endpoint, service), {"prefix": prefix, **cursor})

    def flyout(
        self, endpoint: str, manifest: Manifest, kind: str, identifier: str
    ) -> Request | None:
        """Ask for a flyout, where a suggest service has them."""
        service = _inner(manifest, "suggest", kind) or {}
        path = service.get("flyout_service_path")
        if not isinstance(path, str):
            return None
        root = service.get("flyout_service_url") or service.get("service_url")
        template = joined(endpoint, f"{root if isinstance(root, str) else ''}{path}")
        return get(filled(template.replace("${id}", "{{id}}"), identifier))

    def preview(self, endpoint: str, manifest: Manifest, identifier: str) -> Request | None:
        """Ask for a preview, where there are any."""
        template = (_inner(manifest, "preview") or {}).get("url")
        if not isinstance(template, str):
            return None
        return get(joined(endpoint, filled(template, identifier)), accept="text/html,*/*;q=0.8")

    def propose(
        self, endpoint: str, manifest: Manifest, kind: str, limit: int | None = None
    ) -> Request | None:
        """Ask for properties of a type, where they are proposed."""
        service = _inner(manifest, "extend", "propose_properties")
        if service is None:
            return None
        most = {} if limit is None else {"limit": str(limit)}
        return get(_address(endpoint, service), {"type": kind, **most})

    def extend(self, endpoint: str, identifiers: Sequence[str], asked: Asked) -> Request:
        """Post a query for values."""
        return post_form(endpoint, {"extend": _json(values_query(identifiers, asked))})

    def extend_by_get(self, endpoint: str, identifiers: Sequence[str], asked: Asked) -> Request:
        """Ask for values with a GET."""
        return get(endpoint, {"extend": _json(values_query(identifiers, asked))})

    def rows(self, value: object) -> Rows:
        """Read the answer to a query for values."""
        row = dictionary(list_of(record({})))
        form = record({"meta": list_of(record({})), "rows": dictionary(row)})
        problems = list(form(value, "$"))
        if not isinstance(value, dict):
            return Rows(problems=problems)
        meta, rows = value.get("meta"), value.get("rows")
        values = rows.items() if isinstance(rows, dict) else ()
        return Rows(
            columns=meta if isinstance(meta, list) else [],
            values={key: row for key, row in values if isinstance(row, dict)},
            problems=problems,
        )


def _batch(batch: Mapping[str, Query]) -> str:
    return _json({key: _written(query) for key, query in batch.items()})


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _written(query: Query) -> Record:
    """Write a query; an identifier stands where a name would (section 4.4)."""
    fields = {
        "query": query.text or query.identifier,
        "type": query.type,
        "type_strict": query.strictness,
        "limit": query.limit,
        "properties": [{"pid": pid, "v": value} for pid, value in query.properties],
    }
    return {key: value for key, value in fields.items() if value}


def _inner(manifest: Manifest, *path: str) -> Record | None:
    """Return an object within a manifest, or none where it is absent or no object."""
    value: object = manifest
    for key in path:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, dict) else None


def _address(endpoint: str, service: Record) -> str:
    parts = (service.get("service_url"), service.get("service_path"))
    return joined(endpoint, "".join(part for part in parts if isinstance(part, str)))


def _template(value: object, place: str) -> Iterator[str]:
    yield from text(value, place)
    if isinstance(value, str) and "{{id}}" not in value:
        yield f"{place} is {shown(value)}, without {{{{id}}}}"


def _mark(value: object, place: str) -> Iterator[str]:
    yield from text(value, place)
    if isinstance(value, str) and "${id}" not in value:
        yield f"{place} is {shown(value)}, without ${{id}}"
