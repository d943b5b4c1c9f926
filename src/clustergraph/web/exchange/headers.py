"""The headers that every answer carries: what browsers may do with it, who may read it, what it is.

What the answer to a request depends on, and how long it holds, is said where it is made.
"""

from collections.abc import Iterable, Sequence
from functools import lru_cache

from starlette.types import ASGIApp, Message, Receive, Scope, Send

__all__ = ["COMMON", "CommonHeaders", "content_type", "media_type_of", "spoken_in"]

_POLICY_NAME = b"content-security-policy"
_POLICY = (
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
    "form-action 'self'; frame-ancestors 'none'"
)
"""No script, style or frame from anywhere else, and none inside a page."""

COMMON = (
    (_POLICY_NAME, _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"strict-origin-when-cross-origin"),
    (b"access-control-allow-origin", b"*"),
    (
        b"access-control-expose-headers",
        (
            b"Accept-Ranges, Content-Disposition, Content-Location, Content-Range, "
            b"Dataset-Version, ETag, Link, Location, RateLimit, RateLimit-Limit, "
            b"RateLimit-Policy, RateLimit-Remaining, RateLimit-Reset, Retry-After"
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
                own = message.get("headers", ())
                message = {**message, "headers": [*own, *_common_beside(own)]}
            await send(message)

        await self._app(scope, receive, send_more)


def _common_beside(own: Iterable[tuple[bytes, bytes]]) -> Sequence[tuple[bytes, bytes]]:
    """Return them all, but for the policy where an answer has its own: two would both hold."""
    has_policy = any(name.lower() == _POLICY_NAME for name, _ in own)
    return [header for header in COMMON if header[0] != _POLICY_NAME] if has_policy else COMMON


def spoken_in(language: str) -> dict[str, str]:
    """Return the headers of what is told to people in a language that they may choose."""
    return {"Vary": "Accept, Accept-Language", "Content-Language": language}


@lru_cache(maxsize=64)  # there are no more media types
def content_type(media_type: str) -> str:
    """Say UTF-8 of text; the other types are UTF-8 by their standards.

    >>> content_type("text/turtle"), content_type("application/json")
    ('text/turtle; charset=utf-8', 'application/json')
    """
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type


def media_type_of(content_type: str) -> str:
    """Return the media type that a Content-Type header names, without its parameters.

    >>> media_type_of("Text/HTML; charset=utf-8")
    'text/html'
    """
    return content_type.partition(";")[0].strip().lower()
