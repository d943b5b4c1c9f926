"""Make a call to this service from inside, as an example of what it answers."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import quote

from anyio import sleep_forever
from fastapi.middleware.asyncexitstack import AsyncExitStackMiddleware
from starlette.requests import Request
from starlette.types import ASGIApp, Message

from clustergraph.web.exchange.headers import media_type_of

__all__ = ["Tried", "try_out"]

_KEPT: Final = (
    *("type", "asgi", "http_version", "scheme", "server", "client", "root_path", "app", "state"),
)
"""What a call from inside has of the request that it is made for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """What a call was answered with."""

    status: int
    media_type: str
    body: bytes


async def try_out(
    request: Request, method: str, path: str, query: str = "", body: bytes = b""
) -> Tried:
    """Make a call as the one who asks could make it, past limits and counts.

    Raises:
        ClusterGraphError: when it is answered with a problem.
    """
    answer = _Answer(body)
    routes: ASGIApp = AsyncExitStackMiddleware(request.app.router)
    await routes(_scope(request, method, path, query, body), answer.ask, answer.take)
    return Tried(status=answer.status, media_type=answer.media_type, body=bytes(answer.body))


def _scope(request: Request, method: str, path: str, query: str, body: bytes) -> dict[str, Any]:
    kept = {name: request.scope[name] for name in _KEPT if name in request.scope}
    whole = request.scope.get("root_path", "") + path
    headers: Mapping[bytes, bytes] = {
        b"host": request.headers.get("host", "localhost").encode("latin-1"),
        b"accept": b"application/json",
        b"content-type": b"application/json",
        b"content-length": str(len(body)).encode(),
    }
    return {
        **kept,
        "method": method.upper(),
        "path": whole,
        "raw_path": quote(whole).encode(),
        "query_string": query.encode(),
        "headers": list(headers.items()),
    }


class _Answer:
    """Sends the body of the question, and collects what comes back."""

    def __init__(self, question: bytes) -> None:
        self._question = question
        self._was_asked = False
        self.status = 0
        self.media_type = ""
        self.body = bytearray()

    async def ask(self) -> Message:
        if self._was_asked:
            await sleep_forever()  # nobody goes away before the answer
        self._was_asked = True
        return {"type": "http.request", "body": self._question, "more_body": False}

    async def take(self, message: Message) -> None:
        if message["type"] == "http.response.start":
            self.status = message["status"]
            headers = dict(message["headers"])
            self.media_type = media_type_of(headers.get(b"content-type", b"").decode())
        else:
            self.body += message.get("body", b"")
