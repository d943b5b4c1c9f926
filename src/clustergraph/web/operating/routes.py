"""``/health/live``, ``/health/ready``, ``/metrics``: nothing tells a secret or changes a thing.

``live`` fails when the event loop is stuck: restart the process. ``ready`` fails when queries can't
be answered here now: send them elsewhere. A service that is busy is ready.
"""

import asyncio
import logging
from typing import Final, Never

from fastapi import APIRouter
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response

from clustergraph.errors import ClusterGraphError, TooBusy, VersionMissing
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.querying.answer import Answers
from clustergraph.store.versions import Version
from clustergraph.web.exchange.networks import address_in
from clustergraph.web.operating.operators import Operators

__all__ = ["router"]

_NOT_CACHED: Final = {"Cache-Control": "no-store"}
_AGAIN_AFTER: Final = {**_NOT_CACHED, "Retry-After": "5"}

router = APIRouter(include_in_schema=False)
_logger = logging.getLogger(__name__)


@router.get("/health/live")
async def live() -> Response:
    """Say that the event loop turns."""
    return PlainTextResponse("live\n", headers=_NOT_CACHED)


@router.get("/health/ready")
async def ready(request: Request) -> Response:
    """Say which version answers queries, once a reader has answered one."""
    if _operators(request).duty.is_over:
        _refuse("The service is being stopped.")
    state = request.app.state
    version = await _answering(state.answers, state.dataset)
    told = {"version": version.id, **await _engine(state.answers)}
    return JSONResponse(told, headers=_NOT_CACHED)


@router.get("/metrics")
async def metrics(request: Request) -> Response:
    """Show what was counted."""
    operators = _operators(request)
    if operators.metrics_for == "off":
        raise HTTPException(404)
    if operators.metrics_for == "loopback" and not _is_near(request):
        raise HTTPException(403, "Metrics are shown on this machine alone.")
    accept = request.headers.get("accept", "")
    content, content_type = await asyncio.to_thread(operators.exposition.show, accept)
    return Response(
        content, headers={**_NOT_CACHED, "Vary": "Accept", "Content-Type": content_type}
    )


async def _answering(answers: Answers, dataset: Dataset) -> Version:
    """Return the version that answers.

    Raises:
        HTTPException: when none does.
    """
    try:
        return await answers.check()
    except TooBusy:
        return (await asyncio.to_thread(dataset.current)).version
    except VersionMissing:
        _refuse("There is no graph to answer from yet.")
    except ClusterGraphError as error:
        _logger.error("not_ready", extra={"reason": str(error)})  # noqa: TRY400  (said in full)
        _refuse("No query can be answered now; the log tells why.")


async def _engine(answers: Answers) -> dict[str, str]:
    """Tell of the engine behind the service, where there is one.

    Raises:
        HTTPException: when it does not answer.
    """
    try:
        is_in_step = await answers.is_engine_in_step()
    except ClusterGraphError as error:
        _logger.error("not_ready", extra={"reason": str(error)})  # noqa: TRY400  (said in full)
        _refuse("The engine behind this service does not answer; the log tells why.")
    if is_in_step is None:
        return {}
    return {"engine": "in step" if is_in_step else "out of step"}


def _refuse(why: str) -> Never:
    raise HTTPException(503, why, headers=_AGAIN_AFTER)


def _is_near(request: Request) -> bool:
    """Tell whether the client is on this machine; one without an address came by a socket file."""
    if request.client is None:
        return True
    address = address_in(request.client.host)
    return address is not None and address.is_loopback


def _operators(request: Request) -> Operators:
    operators: Operators = request.app.state.operators
    return operators
