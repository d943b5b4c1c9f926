"""The OpenAPI description of the service, with examples that were made from the current version."""

import copy
import json
from collections.abc import Iterator, Mapping
from typing import Any, Final
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request

from clustergraph.errors import ClusterGraphError
from clustergraph.operations.listing.sample import sample
from clustergraph.web.api.openapi.body_shapes import lift_shapes
from clustergraph.web.api.openapi.examples import GAPPED, Example, filled
from clustergraph.web.api.openapi.trying import Tried, try_out
from clustergraph.web.api.shapes.answers import Problem
from clustergraph.web.visit import Visit

__all__ = ["Description", "address_of", "description", "examples_in", "operations"]

Description = dict[str, Any]
"""An OpenAPI document (OpenAPI 3.1)."""

_LARGEST_ANSWER: Final = 20_000
"""Bytes; what is longer shows nothing that a part of it would not."""
_UNSAID: Final = "Successful Response"
"""What the framework says of an answer of which its route says nothing."""
_FOUND_OUT: Final = "description of the api"


async def description(request: Request, visit: Visit | None) -> Description:
    """Return the description, with examples where there is a version to make them from.

    The examples are made once for each version, which takes some tenths of a second.
    """
    if visit is None:
        return _plain(request)
    key = f"{_FOUND_OUT} below {request.scope.get('root_path', '')}"
    known = visit.findings.known(key)
    if known is None:
        made = await _with_examples(request, visit)
        known = visit.findings.get(key, lambda: made)
    return known


def operations(described: Description) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield path, method and operation of all calls."""
    for path, item in described["paths"].items():
        for method, operation in item.items():
            yield path, method, operation


def examples_in(operation: Mapping[str, Any]) -> Iterator[tuple[Example, int, Any]]:
    """Yield the examples that were filled in, with the status and what was answered, if shown."""
    for status, answer in operation["responses"].items():
        for content in answer.get("content", {}).values():
            for name, told in content.get("examples", {}).items():
                yield _example(operation, name, told["summary"]), int(status), told.get("value")


def _example(operation: Mapping[str, Any], name: str, summary: str) -> Example:
    values: dict[str, dict[str, Any]] = {"path": {}, "query": {}}
    for parameter in operation.get("parameters", ()):
        if name in parameter.get("examples", {}):
            values[parameter["in"]][parameter["name"]] = parameter["examples"][name]["value"]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    given = body.get("examples", {}).get(name, {}).get("value")
    return Example(name=name, summary=summary, **values, body=given)


def address_of(path: str, example: Example) -> str:
    """Return the address of a call.

    >>> address_of("/api/{local}", Example(name="", summary="", path={"local": "a b"}))
    '/api/a%20b'
    """
    for name, value in example.path.items():
        path = path.replace(f"{{{name}}}", quote(value, safe=""))
    return f"{path}?{urlencode(example.query, doseq=True)}" if example.query else path


def _plain(request: Request) -> Description:
    described = _copied(request)
    for _, _, operation in operations(described):
        operation.pop(GAPPED, None)
    return _placed(request, described)


def _copied(request: Request) -> Description:
    """Copy what the routes say of themselves, in Markdown, and add the shape of problems."""
    described: Description = copy.deepcopy(request.app.openapi())
    lift_shapes(described)
    for _, _, operation in operations(described):
        operation["description"] = operation.get("description", "").replace("``", "`")
        for answer in operation["responses"].values():
            answer["description"] = answer["description"].replace(_UNSAID, "What was asked for.")
    schemas = described.setdefault("components", {}).setdefault("schemas", {})
    schemas["Problem"] = Problem.model_json_schema()
    return described


def _placed(request: Request, described: Description) -> Description:
    root_path = request.scope.get("root_path", "")
    return {**described, "servers": [{"url": root_path}]} if root_path else described


async def _with_examples(request: Request, visit: Visit) -> Description:
    described = _copied(request)
    words = await run_in_threadpool(sample, visit.opened)
    for path, method, operation in operations(described):
        for example in filled(operation.pop(GAPPED, []), words):
            await _put_in(request, path, method, operation, example)
    return _placed(request, described)


async def _put_in(
    request: Request, path: str, method: str, operation: dict[str, Any], example: Example
) -> None:
    """Put an example with its answer into an operation; one that isn't answered is left out."""
    address, _, query = address_of(path, example).partition("?")
    body = b"" if example.body is None else json.dumps(example.body).encode()
    try:
        tried = await try_out(request, method, address, query, body)
    except ClusterGraphError:
        return  # this version has nothing that suits
    _put_question(operation, example)
    _put_answer(operation, example, tried)


def _put_question(operation: dict[str, Any], example: Example) -> None:
    values = {**example.path, **example.query}
    for parameter in operation.get("parameters", ()):
        if parameter["name"] in values:
            value = _typed(values[parameter["name"]], parameter["schema"])
            told = {"summary": example.summary, "value": value}
            parameter.setdefault("examples", {})[example.name] = told
    if example.body is not None:
        content = operation["requestBody"]["content"]["application/json"]
        told = {"summary": example.summary, "value": example.body}
        content.setdefault("examples", {})[example.name] = told


def _typed(value: str, schema: Mapping[str, Any]) -> str | int | list[str]:
    """Write a value as the schema of its parameter has it."""
    match schema.get("type"):
        case "integer":
            return int(value)
        case "array":
            return [value]
        case _:
            return value


def _put_answer(operation: dict[str, Any], example: Example, tried: Tried) -> None:
    answer = operation["responses"].setdefault(str(tried.status), {"description": ""})
    told: dict[str, Any] = {"summary": example.summary}
    if len(tried.body) <= _LARGEST_ANSWER:
        told["value"] = _value(tried)
    if tried.media_type:
        content = answer.setdefault("content", {}).setdefault(tried.media_type, {})
        content.setdefault("examples", {})[example.name] = told


def _value(tried: Tried) -> Any:
    text = tried.body.decode()
    is_json = tried.media_type.endswith(("/json", "+json"))
    return json.loads(text) if is_json else text
