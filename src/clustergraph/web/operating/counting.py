"""Count requests for all but queries, which tell of themselves, and log them where that is on."""

import logging
from time import perf_counter

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.web.exchange.networks import network_of
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.operating.metrics import Metrics

__all__ = ["CountRequests", "RequestCount"]

_logger = logging.getLogger(__name__)


class RequestCount:
    """Is told of each request when it has ended."""

    def __init__(self, metrics: Metrics) -> None:
        self._metrics = metrics

    def add(self, scope: Scope, path: str, status: int, seconds: float) -> None:
        """Count a request for a path, and log it where that is on."""
        self._metrics.record_request(path, status, seconds)
        if not _logger.isEnabledFor(logging.INFO):
            return
        client = scope.get("client") or ("", 0)
        told = {
            "method": scope["method"],
            "path": path,
            "status": status,
            "milliseconds": round(seconds * 1000, 1),
            "client": network_of(client[0]),
        }
        _logger.info("request", extra=told)


class CountRequests:
    """Middleware; the outermost, so that it sees what is sent in the end."""

    def __init__(self, app: ASGIApp, count: RequestCount) -> None:
        self._app = app
        self._count = count

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on and count it; one that gets no answer counts as our fault."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        start, status = perf_counter(), 500
        path = path_below_root(scope)  # which mounts move on

        async def noting_send(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, noting_send)
        finally:
            self._count.add(scope, path, status, perf_counter() - start)
