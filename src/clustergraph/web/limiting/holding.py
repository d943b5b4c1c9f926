"""Where requests are held to a rate: applications round those that answer.

``/sparql`` is held to a rate of its own, and its answers do not tell it. What a query may cost is
limited where it costs: readers are shared out fairly among clients, time and memory are bounded,
and who would wait too long is told so (503). But reading a request and sending an answer that was
kept is work of the one event loop, which gives all other answers too, and no reader sees it: a
client that asks some thousand queries a second makes everybody else wait. So there is a rate, far
above what one program needs. It costs each query some 2 µs; telling it would cost twice as much
again, on answers that are sent with headers made once.
"""

from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.web.exchange.headers import CommonHeaders
from clustergraph.web.exchange.methods import without_body
from clustergraph.web.exchange.root_path import path_below_root
from clustergraph.web.limiting.bodies import is_written_to
from clustergraph.web.limiting.doorkeeper import Doorkeeper
from clustergraph.web.limiting.rate import Rate

__all__ = ["HoldQueries", "HoldRequests"]

_FOR_OPERATORS: Final = frozenset(("/health/live", "/health/ready", "/metrics"))
"""They must be answered above all when there is much to do."""
_BYTES_LIKE_A_REQUEST: Final = 1_024
"""So much of a body, some twenty names to look up, makes about as much work as a request."""


class HoldRequests:
    """Middleware that holds each client to a rate, and tells it with each answer how it stands."""

    def __init__(self, app: ASGIApp, *, doorkeeper: Doorkeeper) -> None:
        self._app = app
        self._doorkeeper = doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or answer that there were too many."""
        client = self._doorkeeper.client(scope)
        if client is None or path_below_root(scope) in _FOR_OPERATORS:
            await self._app(scope, receive, send)
            return
        telling = self._doorkeeper.telling(send, client)
        if not self._doorkeeper.admits(client):
            await _refuse(self._doorkeeper, client, scope, receive, telling)
            return
        if scope["method"] != "GET" and not is_written_to(scope):
            receive = _weighing(receive, self._doorkeeper.rate, client)
        await self._app(scope, receive, telling)


class HoldQueries:
    """Holds each client's queries to a rate, and tells only those that went past it."""

    def __init__(self, app: ASGIApp, *, doorkeeper: Doorkeeper) -> None:
        self._app = app
        self._doorkeeper = doorkeeper

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a query on, or answer that there were too many."""
        client = self._doorkeeper.client(scope)
        if client is None or self._doorkeeper.admits(client):
            await self._app(scope, receive, send)
            return
        telling = self._doorkeeper.telling(send, client)
        await _refuse(self._doorkeeper, client, scope, receive, telling)


async def _refuse(
    doorkeeper: Doorkeeper, client: str, scope: Scope, receive: Receive, send: Send
) -> None:
    """Answer that there were too many, as other middleware further in would."""
    if scope["method"] == "HEAD":
        send = without_body(send)
    await CommonHeaders(doorkeeper.refusal(scope, client))(scope, receive, send)


def _weighing(receive: Receive, rate: Rate, client: str) -> Receive:
    """Count a long body as several requests, once it has come: nobody is refused in the middle."""
    length = 0

    async def receive_weighing() -> Message:
        nonlocal length
        message = await receive()
        length += len(message.get("body", b""))
        if length >= _BYTES_LIKE_A_REQUEST and not message.get("more_body", False):
            rate.admits(client, weight=length // _BYTES_LIKE_A_REQUEST)
            length = 0
        return message

    return receive_weighing
