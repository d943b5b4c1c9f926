"""``POST /api/lookup``: many names and identifiers at once."""

from collections import Counter
from functools import partial
from typing import Any

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.operations.look_up.batch import Outcome, look_up_batch
from clustergraph.web.api.batch_items import Asked, asked_items, read_request
from clustergraph.web.api.openapi.body_shapes import body_of
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problem, problems
from clustergraph.web.api.outcomes import outcome_parts
from clustergraph.web.api.shapes.answers import as_json
from clustergraph.web.api.shapes.batch import (
    BatchAnswer,
    BatchRequest,
    OutcomeShape,
)
from clustergraph.web.limiting.batches import batches_for
from clustergraph.web.limiting.json_texts import read_json
from clustergraph.web.offers import JSON
from clustergraph.web.visit import Visit

__all__ = ["router"]

router = APIRouter(prefix="/api", tags=["lookups"])
_EXAMPLES = examples(
    Example(
        name="mixed",
        summary="A name, an address, a code of a country, and a name of one class",
        body={
            "items": [
                "{name}",
                "id:{local}",
                {"scheme": "iso3166-1", "value": "KZ"},
                {"text": "{name}", "type": "{type}", "key": "row 4"},
            ]
        },
    ),
    Example(
        name="faulty",
        summary="One item can't be read; the other is served",
        body={"items": [{"name": "{name}"}, "{name}"], "candidates": 1},
    ),
)


@router.post(
    "/lookup",
    response_model=BatchAnswer,
    responses={
        **problems(400),
        413: problem("The body is too long, or has too many items."),
        503: problem("Too many batches wait, or this one took too long."),
    },
    openapi_extra={**body_of(BatchRequest), **_EXAMPLES},
)
async def look_up(request: Request) -> Response:
    """Look a thousand names and identifiers up at once, or fewer; each gets its own status.

    An item that can't be read is ``invalid`` and says why; the others are served.
    """
    body = await request.body()
    return await batches_for(request).answer(request, partial(_answered, request, body))


def _answered(request: Request, body: bytes) -> Response:
    visit = Visit(request)
    items, asked = read_request(read_json(body))
    answer = _answer(visit, asked_items(visit, items), asked)
    return visit.answer_post(as_json(answer), media_type=JSON)


def _answer(visit: Visit, items: list[Asked], asked: BatchRequest) -> BatchAnswer:
    outcomes = look_up_batch(
        visit.opened,
        batches_for(visit.request).in_time(each.item for each in items if each.item is not None),
        language=asked.lang,
        most_candidates=asked.candidates,
    )
    found = iter(outcomes)
    results = [_result(each, None if each.item is None else next(found)) for each in items]
    counts = Counter(each.status for each in results)
    parts: dict[str, Any] = {"version": visit.version_id, "counts": counts, "results": results}
    return BatchAnswer(**parts)


def _result(asked: Asked, outcome: Outcome | None) -> OutcomeShape:
    if outcome is None:
        return OutcomeShape(**_echo(asked), status="invalid", detail=asked.fault)
    return OutcomeShape(**_echo(asked), **outcome_parts(outcome))


def _echo(asked: Asked) -> dict[str, Any]:
    echoed = {"key": asked.key, "asked": asked.text}
    return {name: value for name, value in echoed.items() if value is not None}
