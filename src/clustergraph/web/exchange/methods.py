"""HEAD and OPTIONS for every address: HEAD is GET without its body, OPTIONS lists what there is."""

from collections.abc import Sequence

from starlette.responses import Response
from starlette.routing import BaseRoute, Match, Mount
from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["IS_HEAD", "AllMethods", "methods_at", "options_of", "without_body"]

IS_HEAD = "clustergraph.is_head"
"""In the scope: nobody will read the body, so that what is long may stop after its head."""

_METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE")
_REFUSED = 405
_BROWSERS_MAY_ASK_AGAIN_AFTER = "86400"


class AllMethods:
    """Middleware that answers the two methods which no handler thinks of."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass on what is neither of the two."""
        match scope.get("method"):
            case "OPTIONS":
                await self._options(scope, receive, send)
            case "HEAD":
                as_get = {**scope, "method": "GET", IS_HEAD: True}
                await self._app(as_get, receive, without_body(send))
            case "GET":
                await self._app(scope, receive, send)
            case _:
                await self._app(scope, receive, _naming_methods(scope, send))

    async def _options(self, scope: Scope, receive: Receive, send: Send) -> None:
        allowed = methods_at(scope)
        if not allowed:
            await self._app({**scope, "method": "GET"}, receive, send)
            return
        await options_of(allowed)(scope, receive, send)


def methods_at(scope: Scope) -> list[str]:
    """Return the methods that the address of a request takes; none where nothing is there."""
    return _allowed(scope["app"].routes, scope)


def options_of(methods: Sequence[str]) -> Response:
    """Answer OPTIONS: say which methods there are, and what browsers may send from elsewhere."""
    named = ", ".join(methods)
    headers = {
        "Allow": named,
        "Access-Control-Allow-Methods": named,
        "Access-Control-Allow-Headers": "Accept, Content-Type, If-None-Match, If-Range, Range",
        "Access-Control-Max-Age": _BROWSERS_MAY_ASK_AGAIN_AFTER,
    }
    return Response(status_code=204, headers=headers)


def without_body(send: Send) -> Send:
    """Send all but the body."""

    async def send_head(message: Message) -> None:
        if message["type"] == "http.response.body":
            message = {**message, "body": b""}
        await send(message)

    return send_head


def _naming_methods(scope: Scope, send: Send) -> Send:
    """Name all methods where one is refused; routers name those of one route at the address."""

    async def send_naming(message: Message) -> None:
        if message["type"] == "http.response.start" and message["status"] == _REFUSED:
            named = ", ".join(methods_at(scope)).encode()
            others = [header for header in message["headers"] if header[0].lower() != b"allow"]
            message = {**message, "headers": [*others, (b"allow", named)]}
        await send(message)

    return send_naming


def _allowed(routes: list[BaseRoute], scope: Scope) -> list[str]:
    """List the methods that some route takes at this address."""
    found = [
        method
        for method in _METHODS
        if any(_takes(route, {**scope, "method": method}) for route in routes)
    ]
    return [*found, *(["HEAD"] if "GET" in found else []), *(["OPTIONS"] if found else [])]


def _takes(route: BaseRoute, scope: Scope) -> bool:
    if isinstance(route, Mount) and scope["method"] != "GET":
        return False  # files only, and a mount claims every method
    return route.matches(scope)[0] is Match.FULL
