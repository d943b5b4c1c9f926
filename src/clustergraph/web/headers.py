"""The headers that every answer carries: what browsers may do with it, and who may read it."""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["COMMON", "CommonHeaders"]

_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""No script, style or frame from anywhere else, and none inside a page."""

COMMON = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"access-control-allow-origin", b"*"),
    (
        b"access-control-expose-headers",
        (
            b"Accept-Ranges, Content-Disposition, Content-Location, Content-Range, "
            b"Dataset-Version, ETag, Link, Location, Retry-After"
        ),
    ),
)


class CommonHeaders:
    """Middleware that adds them; reading is open to every origin, and nothing needs a cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers to the start of the answer."""

        async def send_more(message: Message) -> None:
            if message["type"] == "http.response.start":
                message = {**message, "headers": [*message.get("headers", ()), *COMMON]}
            await send(message)

        await self._app(scope, receive, send_more)
