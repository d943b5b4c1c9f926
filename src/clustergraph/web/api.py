"""The lookup API for programs: search, suggest, and one entity as JSON; documented by OpenAPI."""

from typing import Annotated, Any

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.errors import InvalidParameter
from clustergraph.operations.describe import describe
from clustergraph.operations.look_up import Question, kinds_named
from clustergraph.web.addresses import iri_at
from clustergraph.web.offers import JSON
from clustergraph.web.schemas import (
    EntityAnswer,
    EntityParameters,
    Problem,
    SearchAnswer,
    SearchParameters,
    SuggestParameters,
)
from clustergraph.web.shaping import INCLUDABLE, as_json, entity_answer, found
from clustergraph.web.visit import Visit

__all__ = ["router"]


def _problem(description: str) -> dict[str, Any]:
    return {
        "description": description,
        "content": {"application/problem+json": {"schema": Problem.model_json_schema()}},
    }


_PROBLEMS: dict[int | str, dict[str, Any]] = {
    400: _problem("A parameter has a value that can't be."),
    422: _problem("A parameter is missing, or out of bounds."),
}

router = APIRouter(prefix="/api", tags=["lookups"])


@router.get("/search", response_model=SearchAnswer, responses=_PROBLEMS)
def search_names(request: Request, parameters: Annotated[SearchParameters, Query()]) -> Response:
    """Find entities, concepts and documents by name or by IRI; the best match comes first."""
    return _found(request, parameters, offset=parameters.offset)


@router.get("/suggest", response_model=SearchAnswer, responses=_PROBLEMS)
def suggest_names(request: Request, parameters: Annotated[SuggestParameters, Query()]) -> Response:
    """Suggest while somebody types: the search, but the last word may be unfinished."""
    return _found(request, parameters, unfinished=True)


@router.get(
    "/entities/{local}",
    response_model=EntityAnswer,
    responses={
        **_PROBLEMS,
        301: {"description": "It was merged into another one."},
        404: _problem("There is no such entity."),
        410: _problem("It was removed."),
    },
)
def entity(
    request: Request,
    local: Annotated[str, Path(description="What follows /id/ in the IRI.")],
    parameters: Annotated[EntityParameters, Query()],
) -> Response:
    """Return one entity: its label, class and facts, and the parts that were asked for."""
    visit = Visit(request)
    parts = _parts(parameters.include)
    iri = iri_at(local)
    survivor = visit.current(iri)
    if survivor != iri:
        return visit.redirect(f"/api/entities/{survivor.local}", 301)
    return visit.answer(
        lambda: as_json(entity_answer(describe(visit.graph, iri, visit.labels), parts)),
        media_type=JSON,
    )


def _found(
    request: Request,
    parameters: SuggestParameters,
    *,
    offset: int = 0,
    unfinished: bool = False,
) -> Response:
    visit = Visit(request)
    question = Question(
        text=parameters.q,
        kinds=kinds_named(parameters.type) if parameters.type else (),
        names_in=parameters.lang or None,
        unfinished=unfinished,
    )
    return visit.answer(
        lambda: as_json(found(visit, question, limit=parameters.limit, offset=offset)),
        media_type=JSON,
    )


def _parts(include: str) -> list[str]:
    parts = [part.strip() for part in include.split(",") if part.strip()]
    for part in parts:
        if part not in INCLUDABLE:
            raise InvalidParameter("include", part, f"of {', '.join(INCLUDABLE)}")
    return parts
