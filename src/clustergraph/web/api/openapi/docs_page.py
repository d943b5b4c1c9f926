"""``/openapi.json``, and ``/docs``: the same for people, on a page that loads nothing."""

import json
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from shlex import quote
from typing import Any, Final

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import VersionMissing
from clustergraph.web.api.openapi.describing import (
    Description,
    address_of,
    description,
    examples_in,
    operations,
)
from clustergraph.web.api.openapi.type_words import bounds_of, type_words
from clustergraph.web.api.openapi.views import (
    AnswerView,
    ApiPage,
    CallView,
    ExampleView,
    FieldView,
    ShapeView,
)
from clustergraph.web.api.shapes.answers import CONTEXT
from clustergraph.web.framing.rendering import render
from clustergraph.web.framing.switching import languages_at
from clustergraph.web.offers import HTML, JSON
from clustergraph.web.visit import Visit
from clustergraph.web.wording.reader_language import reader_of

__all__ = ["router"]

_LONGEST_ANSWER: Final = 4_000
"""Characters of an answer that are shown; the rest is one click away."""


async def description_for_programs(request: Request) -> Response:
    """Describe every call, with examples made from what the graph holds now."""
    return await _described(request, _as_json, JSON)


async def page(request: Request) -> Response:
    """List the calls with their parameters, answers and examples."""
    return await _described(request, partial(_page, request), HTML)


router = APIRouter(include_in_schema=False)
router.add_route("/openapi.json", description_for_programs)
router.add_route("/docs", page)


async def _described(
    request: Request, write: Callable[[Description], str], media_type: str
) -> Response:
    """Describe in a format; there need be no version yet, without which the calls are the same."""
    try:
        visit = Visit(request)
    except VersionMissing:
        return Response(write(await description(request, None)), media_type=media_type)
    described = await description(request, visit)
    return await run_in_threadpool(
        (visit.of_person() if media_type == HTML else visit).answer,
        lambda: write(described),
        media_type=media_type,
        depends_on=str(request.base_url),
    )


def _as_json(described: Description) -> str:
    return json.dumps(described, ensure_ascii=False)


def _page(request: Request, described: Description) -> str:
    host = str(request.base_url).rstrip("/")
    reader = reader_of(request.scope)
    shapes = described.get("components", {}).get("schemas", {})
    shown = ApiPage(
        language=reader.language,
        languages=languages_at(request.scope),
        context=CONTEXT,
        calls=tuple(_call(host, *operation) for operation in operations(described)),
        shapes=tuple(_shape(name, shape) for name, shape in sorted(shapes.items())),
    )
    return render("api.html", shown, reader)


def _call(host: str, path: str, method: str, operation: Mapping[str, Any]) -> CallView:
    return CallView(
        anchor=f"{method}-{path.strip('/').replace('/', '-').replace('{', '').replace('}', '')}",
        method=method.upper(),
        path=path,
        description=tuple(operation.get("description", "").split("\n\n")),
        parameters=tuple(map(_parameter, operation.get("parameters", ()))),
        body=type_words(_schema(operation["requestBody"])) if "requestBody" in operation else (),
        answers=tuple(_answer(*answer) for answer in operation["responses"].items()),
        examples=tuple(_examples(host, path, method, operation)),
    )


def _schema(described: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return the schema of the first media type of a body or an answer."""
    contents: list[Mapping[str, Any]] = list(described.get("content", {}).values())
    return contents[0].get("schema", {}) if contents else {}


def _parameter(parameter: Mapping[str, Any]) -> FieldView:
    return _field(
        parameter["name"],
        {**parameter["schema"], "description": parameter.get("description", "")},
        is_required=parameter.get("required", False),
    )


def _field(name: str, schema: Mapping[str, Any], *, is_required: bool) -> FieldView:
    return FieldView(
        name=name,
        is_required=is_required,
        type=type_words(schema),
        description=schema.get("description", ""),
        bounds=bounds_of(schema),
    )


def _answer(status: str, answer: Mapping[str, Any]) -> AnswerView:
    schema = _schema(answer)
    named = {"$ref": schema["title"]} if "title" in schema else schema
    return AnswerView(
        status=status,
        description=answer.get("description", ""),
        type=type_words(named) if schema else (),
        media_types=tuple(answer.get("content", {})),
    )


def _shape(name: str, shape: Mapping[str, Any]) -> ShapeView:
    required = shape.get("required", ())
    fields = shape.get("properties", {}).items()
    return ShapeView(
        name=name,
        description=shape.get("description", ""),
        fields=tuple(_field(key, each, is_required=key in required) for key, each in fields),
    )


def _examples(
    host: str, path: str, method: str, operation: Mapping[str, Any]
) -> Iterator[ExampleView]:
    for example, _, answered in examples_in(operation):
        address = address_of(path, example)
        given = "" if example.body is None else json.dumps(example.body, ensure_ascii=False)
        yield ExampleView(
            summary=example.summary,
            link=address if method == "get" else "",
            command=_command(f"{host}{address}", given),
            answer=_shown(answered),
        )


def _command(address: str, body: str) -> str:
    """Write the call for a shell."""
    if not body:
        return f"curl {quote(address)}"
    return f"curl {quote(address)} --json {quote(body)}"


def _shown(answered: Any) -> str:
    if answered is None:
        return ""
    is_text = isinstance(answered, str)
    text = answered if is_text else json.dumps(answered, ensure_ascii=False, indent=2)
    return text if len(text) <= _LONGEST_ANSWER else f"{text[:_LONGEST_ANSWER].rstrip()}\n…"
