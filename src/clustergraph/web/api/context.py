"""The JSON-LD contexts that answers point to: what their keys mean, each version for ever."""

from functools import cache
from importlib.resources import files

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import NotFound

__all__ = ["router"]

_FOR_EVER = {"Cache-Control": "public, max-age=31536000, immutable"}
_VERSIONS = ("v1",)


def context(request: Request) -> Response:
    """Give a context; it depends on nothing but its name."""
    version = request.path_params["version"]
    if version not in _VERSIONS:
        raise NotFound(request.url.path)
    return Response(_context_json(version), headers=_FOR_EVER, media_type="application/ld+json")


router = APIRouter(include_in_schema=False)
router.add_route("/context/{version}.jsonld", context)


@cache
def _context_json(version: str) -> bytes:
    """Read a context."""
    return (files("clustergraph.web.api") / "contexts" / f"{version}.jsonld").read_bytes()
