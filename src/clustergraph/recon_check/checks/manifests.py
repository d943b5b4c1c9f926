"""Checks of the manifest (sections 2.1, 2.5, 3.1, and what 5 to 7 want in it)."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Final

from clustergraph.recon_check.checks.checking import Check
from clustergraph.recon_check.dialects.items import type_problems
from clustergraph.recon_check.findings import Unmet, Verdict, judged
from clustergraph.recon_check.shapes import (
    Shape,
    boolean,
    choice,
    filled_text,
    list_of,
    positive,
    record,
    shown,
    text,
    unique,
    uri,
    web_address,
)
from clustergraph.recon_check.templates import problems_of_view
from clustergraph.recon_check.visits import Visit

__all__ = ["CHECKS"]

_SCHEMES: Final[Mapping[object, Mapping[str, Shape]]] = {
    "basic": {},
    "http": {"scheme": filled_text},
    "apiKey": {"name": filled_text, "in": choice("header", "query", "cookie")},
    "oauth2": {},
    "openIdConnect": {"openIdConnectUrl": web_address},
}
"""Those of OpenAPI 3 and 2, with what each needs."""


def _manifest(visit: Visit) -> Verdict:
    reply = visit.manifest_reply
    problems = [reply.problem] if reply.problem else record({})(reply.value, "$")
    return judged(problems, reply.exchange)


def _versions(visit: Visit) -> Verdict:
    form = record({"versions": list_of(text)})
    problems = list(form(visit.manifest, "$"))
    declared = visit.manifest.get("versions")
    wanted = visit.dialect.specification.value
    if not problems and isinstance(declared, list) and wanted not in declared:
        problems = [f"$.versions is {shown(declared)}, without {wanted!r}"]
    return judged(problems, visit.manifest_reply.exchange)


def _needed(visit: Visit, fields: Mapping[str, Shape]) -> Verdict:
    return judged(record(fields)(visit.manifest, "$"), visit.manifest_reply.exchange)


def _offered(visit: Visit, fields: Mapping[str, Shape]) -> Verdict:
    """Judge fields that need not be there."""
    _want(visit, *fields)
    return judged(record({}, fields)(visit.manifest, "$"), visit.manifest_reply.exchange)


def _part(visit: Visit, name: str) -> Verdict:
    return _offered(visit, {name: visit.dialect.parts[name]})


def _view(visit: Visit) -> Verdict:
    if not visit.dialect.view_needed:
        _want(visit, "view")
    try:
        identifier = visit.sample.identifier
    except Unmet:
        identifier = ""
    return judged(_view_problems(visit, "view", identifier), visit.manifest_reply.exchange)


def _feature_view(visit: Visit) -> Verdict:
    name = visit.dialect.feature_view
    _want(visit, name)
    problems = _view_problems(visit, name, "name_similarity")
    return judged(problems, visit.manifest_reply.exchange)


def _view_problems(visit: Visit, name: str, identifier: str) -> Iterator[str]:
    view = visit.manifest.get(name)
    if not isinstance(view, dict):
        yield f"$.{name} is {shown(view)}, not an object with a url"
        return
    yield from problems_of_view(
        view.get("url"), f"$.{name}.url", identifier, braces_are_double=visit.dialect.double_braces
    )


def _scheme(value: object, place: str) -> Iterator[str]:
    kind = value.get("type") if isinstance(value, dict) else None
    if kind not in tuple(_SCHEMES):
        yield f"{place}.type is {shown(kind)}, not one of {', '.join(map(str, _SCHEMES))}"
        return
    yield from record(_SCHEMES[kind])(value, place)


def _want(visit: Visit, *fields: str) -> None:
    if not any(field in visit.manifest for field in fields):
        reason = f"the manifest has no {' or '.join(fields)}"
        raise Unmet(reason)


_DETAILS: Final = {"documentation": web_address, "logo": web_address, "serviceVersion": text}

CHECKS: Final[Mapping[str, Check]] = {
    "manifest": _manifest,
    "manifest-versions": _versions,
    "manifest-name": partial(_needed, fields={"name": filled_text}),
    "manifest-spaces": partial(_needed, fields={"identifierSpace": uri, "schemaSpace": uri}),
    "manifest-view": _view,
    "manifest-feature-view": _feature_view,
    "manifest-default-types": partial(
        _offered, fields={"defaultTypes": unique(list_of(type_problems), "id")}
    ),
    "manifest-details": partial(_offered, fields=_DETAILS),
    "manifest-batch-size": partial(_offered, fields={"batchSize": positive}),
    "manifest-authentication": partial(_offered, fields={"authentication": _scheme}),
    "manifest-standardized-score": partial(_offered, fields={"standardizedScore": boolean}),
    "manifest-suggest": partial(_part, name="suggest"),
    "manifest-preview": partial(_part, name="preview"),
    "manifest-extend": partial(_part, name="extend"),
}
