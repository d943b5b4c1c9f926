"""The page that documents the lookup API, made from the same OpenAPI description; loads nothing."""

from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from clustergraph.web.rendering import render
from clustergraph.web.views import ApiPage, CallView, ParameterView

__all__ = ["router"]

_EXAMPLES = {
    "/api/search": "/api/search?q=cluster&limit=5",
    "/api/suggest": "/api/suggest?q=clu",
}
"""Calls that can be tried as they stand, whatever the graph holds."""


def document(request: Request) -> Response:
    """List the calls with their parameters."""
    paths: Mapping[str, Any] = request.app.openapi()["paths"]
    calls = tuple(
        _call(path, method, call)
        for path, methods in paths.items()
        for method, call in methods.items()
    )
    return HTMLResponse(render("api.html", ApiPage(calls=calls)))


router = APIRouter(include_in_schema=False)
router.add_route("/docs", document)


def _call(path: str, method: str, call: Mapping[str, Any]) -> CallView:
    return CallView(
        method=method.upper(),
        path=path,
        description=call.get("description", ""),
        parameters=tuple(_parameters(call)),
        example=_EXAMPLES.get(path, ""),
    )


def _parameters(call: Mapping[str, Any]) -> Iterator[ParameterView]:
    for parameter in call.get("parameters", ()):
        schema = parameter["schema"]
        bounds = [
            f"{words} {schema[key]}"
            for key, words in (("default", "default"), ("minimum", "from"), ("maximum", "to"))
            if schema.get(key) not in {None, ""}
        ]
        yield ParameterView(
            name=parameter["name"],
            is_required=parameter["required"],
            description=parameter.get("description", ""),
            bounds=", ".join(bounds),
        )
