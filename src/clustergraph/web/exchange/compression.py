"""Content codings of all answers that are text and have none yet (RFC 9110, section 8.4).

Which coding a client likes best is found in ``coding``. Answers to queries come coded already, by
the reader that writes them.
"""

import asyncio
from collections.abc import Mapping
from typing import Any, Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from clustergraph.coding import SMALLEST_BYTES, Coding, Compressor, choose_coding, compressor
from clustergraph.web.exchange.headers import media_type_of

__all__ = ["Compression"]

_LARGE_BYTES: Final = 65_536
"""From here on, coding takes so long that other requests should not wait for it."""
_TEXT_LIKE: Final = frozenset(
    {
        "application/javascript",
        "application/json",
        "application/n-quads",
        "application/n-triples",
        "application/sparql-query",
        "application/trig",
        "application/x-ndjson",
        "application/xml",
    }
)
"""What is text, beside ``text/*`` and what is built on JSON or XML (RFC 6839)."""
_EVENTS: Final = "text/event-stream"
"""Must arrive as it comes; a coding would hold it back."""
_WITHOUT_BODY: Final = frozenset({204, 304})


class Compression:
    """Middleware that codes what clients take coded; what a coding can't help passes unchanged."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and code what comes back.

        A client that asks for a part of something counts its bytes uncoded, so it gets them so.
        """
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        accepted = ", ".join(headers.getlist("accept-encoding"))
        coding = Coding.IDENTITY if "range" in headers else choose_coding(accepted)
        known = ", ".join(headers.getlist("if-none-match"))
        answer = _Answer(send, coding, known, has_body=scope["method"] != "HEAD")
        await self._app(scope, receive, answer.take)


class _Answer:
    """One answer on its way out; its head waits for the first of its body."""

    def __init__(self, send: Send, coding: Coding, known_tags: str, *, has_body: bool) -> None:
        self._send = send
        self._coding = coding
        self._known_tags = known_tags
        self._has_body = has_body
        self._head: Message | None = None
        self._compressor: Compressor | None = None

    async def take(self, message: Message) -> None:
        """Send the message on, or keep it until it is known what becomes of it."""
        match message["type"]:
            case "http.response.start":
                self._head = message
            case "http.response.body":
                await self._take_body(message)
            case _:
                if self._head is not None:
                    await self._send(self._head)
                    self._head = None
                await self._send(message)

    async def _take_body(self, message: Message) -> None:
        if self._head is not None:
            message = await self._begin(self._head, message)
            self._head = None
        elif self._compressor is not None:
            message = await self._coded(self._compressor, message)
        if message.get("body") or not message.get("more_body", False):
            await self._send(message)

    async def _begin(self, head: Message, message: Message) -> Message:
        """Send the head, and return the first of the body as it goes out."""
        headers = MutableHeaders(raw=list(head.get("headers", ())))
        if _may_vary(head["status"], headers):
            _add_to_vary(headers)
        if head["status"] == 304 and f"W/{headers.get('etag')}" in self._known_tags:
            _weaken(headers)
        if self._coding is not Coding.IDENTITY:
            message = await self._coded_first(head["status"], headers, message)
        await self._send({**head, "headers": headers.raw})
        return message

    async def _coded_first(self, status: int, headers: MutableHeaders, message: Message) -> Message:
        if not (_may_be_coded(status, headers) and _is_worth_it(headers, message)):
            return message
        headers["Content-Encoding"] = self._coding.value
        _forget_bytes(headers)
        if not self._has_body:
            return message
        self._compressor = compressor(self._coding)
        message = await self._coded(self._compressor, message)
        if not message.get("more_body", False):
            headers["Content-Length"] = str(len(message["body"]))
        return message

    async def _coded(self, coder: Compressor, message: Message) -> Message:
        body, more = message.get("body", b""), message.get("more_body", False)
        if len(body) < _LARGE_BYTES:
            return {**message, "body": _code(coder, body, more_body=more)}
        return {**message, "body": await asyncio.to_thread(_code, coder, body, more_body=more)}


def _add_to_vary(headers: MutableHeaders) -> None:
    if "accept-encoding" not in headers.get("vary", "").lower():
        headers.add_vary_header("Accept-Encoding")


def _code(coder: Compressor, body: bytes, *, more_body: bool) -> bytes:
    coded = coder.compress(body)
    return coded if more_body else coded + coder.flush()


def _may_vary(status: int, headers: Mapping[str, Any]) -> bool:
    """Tell whether another client might get other bytes; a 304 speaks for what would."""
    return status == 304 or _may_be_coded(status, headers)


def _may_be_coded(status: int, headers: Mapping[str, Any]) -> bool:
    return (
        status >= 200
        and status not in _WITHOUT_BODY
        and status != 206
        and "content-encoding" not in headers
        and "content-range" not in headers
        and "no-transform" not in headers.get("cache-control", "").lower()
        and _is_text(headers.get("content-type", ""))
    )


def _is_text(content_type: str) -> bool:
    media_type = media_type_of(content_type)
    if media_type.startswith("text/"):
        return media_type != _EVENTS
    return media_type in _TEXT_LIKE or media_type.endswith(("+json", "+xml"))


def _is_worth_it(headers: Mapping[str, str], message: Message) -> bool:
    """Tell whether there is enough to code; what comes in pieces, of unknown length, is."""
    if "content-length" in headers:
        return int(headers["content-length"]) >= SMALLEST_BYTES
    return message.get("more_body", False) or len(message.get("body", b"")) >= SMALLEST_BYTES


def _forget_bytes(headers: MutableHeaders) -> None:
    """Take back what was said of the bytes before they were coded."""
    for name in ("content-length", "accept-ranges"):
        if name in headers:
            del headers[name]
    _weaken(headers)


def _weaken(headers: MutableHeaders) -> None:
    """Make the entity tag stand for the same content in any coding (RFC 9110, section 8.8.3.3).

    ``If-None-Match`` finds it as before; ``If-Range``, which needs the very same bytes, does not.
    """
    tag = headers.get("etag", "")
    if tag.startswith('"'):
        headers["etag"] = f"W/{tag}"
