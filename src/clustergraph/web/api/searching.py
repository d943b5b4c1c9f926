"""``/api/search``: find things by what people call them, a page at a time."""

from collections.abc import Iterator
from typing import Annotated, Any, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.look_up import Question
from clustergraph.web.api.counting import COUNTED, shaped_facets
from clustergraph.web.api.finding import as_list, find, following, question, result
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problems
from clustergraph.web.api.paging import next_address, next_links
from clustergraph.web.api.parameters import FilterParameters, SearchParameters
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.searching import SearchAnswer
from clustergraph.web.framing.frame import link_header
from clustergraph.web.offers import CSV, JSON, JSON_LINES
from clustergraph.web.visit import Visit

__all__ = ["router"]

router = APIRouter(tags=["lookups"])
_PROBLEMS = problems(400, 422)
_NARROWING: Final = frozenset(FilterParameters.model_fields)


@router.get("/search.json", include_in_schema=False)
@router.get(
    "/api/search",
    response_model=SearchAnswer,
    responses=_PROBLEMS,
    openapi_extra=examples(
        Example(name="by-name", summary="By a name", query={"q": "{name}", "limit": "2"}),
        Example(
            name="counted",
            summary="What lies in a country, counted by kind and year",
            query={"place": "{place}", "facets": "type,year", "limit": "2"},
        ),
        Example(name="by-iri", summary="By an IRI", query={"q": "{iri}"}),
    ),
)
def search_names(request: Request, parameters: Annotated[SearchParameters, Query()]) -> Response:
    """Find entities, concepts and documents by name or by IRI; the best match comes first.

    A page leads to the next by ``next`` and by ``Link``. The same with ``.jsonl``, ``.csv`` or
    ``.geojson`` gives the whole of it at once.
    """
    visit = Visit(request)
    asked = following(question(visit, parameters), parameters.next)
    counted = as_list("facets", parameters.facets, COUNTED)
    found = find(visit, asked, parameters.limit)
    next_page = next_address(visit, found.next)
    return visit.answer(
        lambda: as_json(
            SearchAnswer(
                query=asked.text,
                total=found.total,
                results=[result(hit) for hit in found.hits],
                **_counted(visit, asked, counted),
                next=next_page,
            )
        ),
        media_type=JSON,
        headers=link_header([*next_links(next_page), *_wholes(visit)]),
    )


def _counted(visit: Visit, asked: Question, wanted: list[str]) -> dict[str, Any]:
    return {"facets": shaped_facets(visit, asked, wanted)} if wanted else {}


def _wholes(visit: Visit) -> Iterator[tuple[str, str, str]]:
    """Link to the whole result as lines and as a table."""
    asked = visit.request.query_params.multi_items()
    kept = [(name, value) for name, value in asked if name in _NARROWING]
    for extension, media_type in (("jsonl", JSON_LINES), ("csv", CSV)):
        yield f"/api/search.{extension}?{urlencode(kept)}", "alternate", media_type
