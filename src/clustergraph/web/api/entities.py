"""``/api/entities``: what the graph says of one thing; small, unless more is asked for."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.describing.describe import describe
from clustergraph.web.addresses import iri_at
from clustergraph.web.api.finding import as_list
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problem, problems
from clustergraph.web.api.parameters import EntityParameters
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.entities import EntityAnswer
from clustergraph.web.api.shaping import INCLUDABLE, entity_answer
from clustergraph.web.offers import JSON
from clustergraph.web.visit import Visit

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["lookups"])


@router.get(
    "/entities/{local:path}",
    openapi_extra=examples(
        Example(name="small", summary="The least there is to know", path={"local": "{local}"}),
        Example(
            name="with-parts",
            summary="With its names, and its relations with the words that carry them",
            path={"local": "{local}"},
            query={"include": "names,relations,evidence"},
        ),
    ),
    response_model=EntityAnswer,
    responses={
        **problems(400, 422),
        301: {"description": "It was merged into another one."},
        404: problem("There is no such entity."),
        410: problem("It was removed."),
    },
)
def entity(
    request: Request,
    local: Annotated[
        str,
        Path(
            description="What follows /id/ in the IRI; of others all after the host: voc/…, doc/…."
        ),
    ],
    parameters: Annotated[EntityParameters, Query()],
) -> Response:
    """Return one entity: its label, class and facts, and the parts that were asked for."""
    visit = Visit(request)
    parts = as_list("include", parameters.include, INCLUDABLE)
    iri = iri_at(local)
    if moved := visit.moved(iri, lambda new: f"/api/entities/{new.local}"):
        return moved
    return visit.answer(
        lambda: as_json(entity_answer(describe(visit.graph, iri, visit.labels), parts)),
        media_type=JSON,
    )
