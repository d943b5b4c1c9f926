"""``/api/suggest``: what is meant by what somebody is typing, asked for with each key.

So the answer is made in the event loop, without what the other calls can afford: no thread, no
model of the answer, and parameters are read by their model without the framework between. A search
of the index takes less time than changing threads would.
"""

import json
from collections.abc import Callable, Coroutine
from typing import Any, Final

from fastapi import APIRouter
from fastapi.routing import APIRoute
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from clustergraph.coding import Coding
from clustergraph.operations.identifying.register import register_of
from clustergraph.operations.keep import KeptAnswer, KeptAnswers
from clustergraph.web.api.finding import find, question, result_parts
from clustergraph.web.api.openapi.examples import Example, examples
from clustergraph.web.api.openapi.problem_answers import problems
from clustergraph.web.api.parameters import SuggestParameters, described, read
from clustergraph.web.api.shapes.answers import CONTEXT
from clustergraph.web.api.shapes.searching import SuggestAnswer
from clustergraph.web.exchange.root_path import rooted_address
from clustergraph.web.offers import JSON
from clustergraph.web.visit import Visit
from clustergraph.web.wording.reader_language import read_language

__all__ = ["router"]


class _Direct(APIRoute):
    """A route whose function reads the request itself, with nothing of the framework between."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the function as it is."""
        handler: Callable[[Request], Coroutine[Any, Any, Response]] = self.endpoint
        return handler


_SUGGESTIONS: Final = "suggestions"
_KEPT_BYTES: Final = 4_000_000
"""For the answers of one version; a suggestion takes some two thousand."""
_WRITER: Final = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))

router = APIRouter(tags=["lookups"], route_class=_Direct)


@router.get(
    "/api/suggest",
    response_model=SuggestAnswer,
    responses=problems(400, 422),
    openapi_extra={
        **examples(
            Example(
                name="being-typed",
                summary="What begins so",
                query={"q": "{beginning}", "limit": "3"},
            ),
            Example(
                name="of-a-kind",
                summary="Of one kind only",
                query={"q": "{beginning}", "type": "{type}", "limit": "3"},
            ),
        ),
        "parameters": described(SuggestParameters),
    },
)
async def suggest_names(request: Request) -> Response:
    """Suggest while somebody types: the search, but the last word may be unfinished."""
    asked = read(SuggestParameters, request.query_params)
    visit = Visit(request)
    if visit.findings.known(_SUGGESTIONS) is None:
        await run_in_threadpool(_begin, visit, asked)
    return visit.answer(lambda: _kept_answer(visit, asked), media_type=JSON)


def _begin(visit: Visit, asked: SuggestParameters) -> None:
    """Read what every answer from a version may need, and the first one takes time to read."""
    register_of(visit.opened)
    _answer(visit, asked)
    visit.findings.get(_SUGGESTIONS, lambda: KeptAnswers(_KEPT_BYTES))


def _kept_answer(visit: Visit, asked: SuggestParameters) -> bytes:
    """Answer from memory where it can be: the first letters of a name are many people's.

    Only the event loop comes here, so that what is kept needs no lock.
    """
    kept: KeptAnswers[KeptAnswer] = visit.findings.get(
        _SUGGESTIONS, lambda: KeptAnswers(_KEPT_BYTES)
    )
    key = visit.address()
    if (answer := kept.get(key)) is None:
        answer = KeptAnswer(_answer(visit, asked).encode(), Coding.IDENTITY)
        kept.keep(key, answer)
    return answer.body


def _answer(visit: Visit, asked: SuggestParameters) -> str:
    """Write the same as a ``SuggestAnswer``, in a fifth of the time."""
    wanted = question(visit, asked, unfinished=True)
    labels_in = asked.label_language
    language = read_language(labels_in, "label_language") if labels_in else ""
    found = find(visit, wanted, asked.limit, language)
    answer = {
        "@context": rooted_address(CONTEXT),
        "query": wanted.text,
        "results": [result_parts(hit) for hit in found.hits],
    }
    return _WRITER.encode(answer)
