"""The whole of what a search finds, as lines of JSON or as a table, sent while it is read.

Nothing is held back or cut: what stops before the end ends the connection, so that no part of a
result can be taken for all of it.
"""

from collections.abc import Iterator
from typing import Annotated, Final

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.look_up import Findings, Question
from clustergraph.web.api.csv_rows import csv_rows
from clustergraph.web.api.finding import find, following, question, result_parts
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problems
from clustergraph.web.api.paging import with_following
from clustergraph.web.api.parameters import FilterParameters
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.searching import ResultLine
from clustergraph.web.offers import CSV, JSON_LINES
from clustergraph.web.pictures.geojson import GEOJSON, features_of
from clustergraph.web.visit import Visit

__all__ = ["router"]

_HITS_A_PIECE: Final = 500
_COLUMNS: Final = (
    *("iri", "label", "language", "type", "description", "url"),
    *("name", "name_language", "match", "score"),
)
_PROBLEMS: Final = problems(400, 422)
_EXAMPLES: Final = examples(
    Example(
        name="countries", summary="All countries in the graph", query={"q": "", "type": "Country"}
    )
)

router = APIRouter(tags=["lookups"])


@router.get("/search.jsonl", include_in_schema=False)
@router.get(
    "/api/search.jsonl",
    response_class=Response,
    responses={
        200: {
            "description": "A result a line, the best first.",
            "content": {JSON_LINES: {"schema": ResultLine.model_json_schema()}},
        },
        **_PROBLEMS,
    },
    openapi_extra=_EXAMPLES,
)
def search_as_lines(request: Request, parameters: Annotated[FilterParameters, Query()]) -> Response:
    """Find the same as ``/api/search``, all of it, as JSON lines; each line stands for itself."""
    visit = Visit(request)
    pages = _pages(visit, question(visit, parameters))
    return visit.stream(map(_as_lines, pages), media_type=JSON_LINES)


@router.get("/search.csv", include_in_schema=False)
@router.get(
    "/api/search.csv",
    response_class=Response,
    responses={
        200: {
            "description": f"A table with a header (RFC 4180): {', '.join(_COLUMNS)}. "
            "Cells hold names exactly as documents have them, so that programs can rely on them; "
            "open it in a spreadsheet with all columns as text, or a name that begins with = is "
            "taken for a formula.",
            "content": {CSV: {"schema": {"type": "string"}}},
        },
        **_PROBLEMS,
    },
    openapi_extra=_EXAMPLES,
)
def search_as_table(request: Request, parameters: Annotated[FilterParameters, Query()]) -> Response:
    """Find the same as ``/api/search``, all of it, as a table."""
    visit = Visit(request)
    pages = _pages(visit, question(visit, parameters))
    return visit.stream(_as_table(pages), media_type=CSV)


@router.get("/search.geojson", include_in_schema=False)
@router.get(
    "/api/search.geojson",
    response_class=Response,
    responses={
        200: {
            "description": "A feature for each result (RFC 7946), without a geometry where no "
            "place is known.",
            "content": {GEOJSON: {"schema": {"type": "object"}}},
        },
        **_PROBLEMS,
    },
    openapi_extra=_EXAMPLES,
)
def search_as_features(
    request: Request, parameters: Annotated[FilterParameters, Query()]
) -> Response:
    """Find the same as ``/api/search``, all of it, as features on a map."""
    visit = Visit(request)
    pages = _pages(visit, question(visit, parameters))
    things = (hit.thing.iri for found in pages for hit in found.hits)
    return visit.stream(features_of(visit, things), media_type=GEOJSON)


def _pages(visit: Visit, asked: Question) -> Iterator[Findings]:
    """Yield what is found piece by piece; the first is looked for before anything is sent."""
    first = find(visit, asked, _HITS_A_PIECE)
    return with_following(first, lambda token: find(visit, following(asked, token), _HITS_A_PIECE))


def _as_lines(found: Findings) -> bytes:
    return b"".join(as_json(ResultLine(**result_parts(hit))) + b"\n" for hit in found.hits)


def _as_table(pages: Iterator[Findings]) -> Iterator[bytes]:
    yield csv_rows([_COLUMNS])
    for found in pages:
        results = map(result_parts, found.hits)
        yield csv_rows([parts.get(column, "") for column in _COLUMNS] for parts in results)
