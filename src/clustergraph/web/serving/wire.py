"""The HTTP of one connection, for clients that may mean harm; on top of uvicorn's protocol class.

uvicorn waits for ever for a head, a body or a reader, has no limit of size, and takes what follows
an ``Upgrade`` for a new request. Here the client owes each of them in time; what is not HTTP, or
too much of it, is answered with a problem and the connection's end. A well-behaved client costs one
timer when it connects, and none for each request that comes in one piece.
"""

import asyncio
import logging
import re
from asyncio import TimerHandle
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import partial
from http import HTTPStatus
from typing import Any

import httptools
import uvicorn
from starlette.exceptions import HTTPException
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from clustergraph.web.exchange.headers import COMMON
from clustergraph.web.problems.telling import respond
from clustergraph.web.serving.crowd import Crowd

__all__ = ["BREAK_OFF", "WHOLE_ANSWER", "GuardedProtocol", "WireLimits"]

_logger = logging.getLogger(__name__)

WHOLE_ANSWER = "clustergraph.whole_answer"
BREAK_OFF = "clustergraph.break_off"
"""ASGI extensions of ours: one sends an answer in one piece, one ends it where it can't go on."""
_PIECE_BYTES = 4_096
"""So much is parsed at once: hundreds of pipelined requests in one packet wait as bytes."""
_WAITING_BYTES = 65_536
"""From so many bytes on that wait for an answer's end, nothing more is read."""
_UNKNOWN_METHOD = re.compile(rb"(?!(?:GET|HEAD|POST|OPTIONS) )[A-Z-]+ \S+ HTTP/1")
_ABSOLUTE = re.compile(rb"https?://", re.IGNORECASE)
_VERSIONS = frozenset(("1.1", "1.0"))
_MINDED = frozenset((b"expect", b"content-length", b"transfer-encoding"))
_CLOSE = (b"connection", b"close")
_OK = b"HTTP/1.1 200 OK\r\n"
_TLS_HANDSHAKE = b"\x16\x03"


@dataclass(frozen=True, slots=True, kw_only=True)
class WireLimits:
    """What a client may do on one connection.

    ``head_seconds`` to send a request's head (or its first byte); a body comes with at least
    ``body_bytes_per_second``, reckoned over the same time; ``reading_seconds`` in which a client
    must take some of its answer; ``goodbye_seconds`` to read why it is sent away.
    """

    head_seconds: float = 10.0
    body_bytes_per_second: int = 1_000
    reading_seconds: float = 60.0
    goodbye_seconds: float = 2.0
    target_bytes: int = 65_536
    head_bytes: int = 131_072
    headers: int = 200
    body_bytes: int = 16_777_216


class _Awaited(Enum):
    """What the client has begun to send and owes the rest of."""

    NOTHING = auto()
    HEAD = auto()
    BODY = auto()


_NOTHING, _HEAD, _BODY = _Awaited  # on the hot path a member of an Enum is slow to come by


class _Refusal(HTTPException):
    """What is wrong with a request, before any application sees it."""


class GuardedProtocol(HttpToolsProtocol):
    """One connection; its limits are the ``wire_limits`` and ``crowd`` of its configuration."""

    def __init__(
        self,
        config: uvicorn.Config,
        server_state: ServerState,
        app_state: dict[str, Any],
        _loop: asyncio.AbstractEventLoop | None = None,
    ) -> None:
        super().__init__(config, server_state, app_state, _loop)
        self._limits: WireLimits = config.wire_limits  # type: ignore[attr-defined]
        self._crowd: Crowd = config.crowd  # type: ignore[attr-defined]
        self._may_stay = True
        self._awaited = _NOTHING
        self._hosts = 0
        self._framing_bytes = 0
        self._body_bytes = self._body_bytes_before = 0
        self._replays = False
        self._unparsed = bytearray()
        self._running: RequestResponseCycle | None = None
        self._refusal: _Refusal | None = None
        self._waiting_timer: TimerHandle | None = None
        self._waited_for = _NOTHING
        self._leaving_timer: TimerHandle | None = None

    # The connection

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Count the connection; wait for its first byte."""
        super().connection_made(transport)
        self._may_stay = self._crowd.enter(self._address)
        if self._crowd.is_crushed:
            transport.abort()
        else:
            self._wait()

    def connection_lost(self, exc: Exception | None) -> None:
        """Let go of everything; also a request behind which others wait learns of it."""
        super().connection_lost(exc)
        self._crowd.leave(self._address)
        self._wait_no_longer()
        self._end_leaving_timer()
        if self._running is not None:
            self._running.disconnected = True
            self._running.message_event.set()

    @property
    def _address(self) -> str | None:
        return self.client[0] if self.client else None

    # What comes in

    def data_received(self, data: bytes) -> None:
        """Parse what came, unless the client is being sent away."""
        if self._refusal is not None:
            return
        if not self._may_stay:
            self._refuse(_too_many())
        elif self.pipeline or self._unparsed:
            self._keep_for_later(data)
        else:
            self._parse(data)

    def _keep_for_later(self, data: bytes) -> None:
        self._unparsed += data
        if len(self._unparsed) > _WAITING_BYTES:
            self.flow.pause_reading()

    def _parse(self, data: bytes) -> None:
        self._unset_keepalive_if_required()
        try:
            if len(data) <= _PIECE_BYTES:
                self._parse_piece(data)
            else:
                self._parse_pieces(data)
        except _Refusal as refusal:
            self._refuse(refusal)
        else:
            self._mind_the_timer()

    def _parse_pieces(self, data: bytes) -> None:
        """Parse much, until a request has to wait for the answer to another."""
        for start in range(0, len(data), _PIECE_BYTES):
            if self.pipeline:
                self._unparsed += data[start:]
                return
            self._parse_piece(data[start : start + _PIECE_BYTES])

    def _parse_piece(self, piece: bytes) -> None:
        try:
            self.parser.feed_data(piece)
        except httptools.HttpParserUpgrade as upgrade:
            self._stay_with_http(piece[upgrade.args[0] :])
        except httptools.HttpParserCallbackError as error:
            cause = error.__context__
            raise cause if isinstance(cause, _Refusal) else _malformed(piece) from None
        except httptools.HttpParserInvalidMethodError:
            raise _unknown_method(piece) from None
        except httptools.HttpParserError:
            raise _malformed(piece) from None
        if self._awaited is not _NOTHING:
            self._framing_bytes += len(piece)
            if self._framing_bytes > self._limits.head_bytes:
                raise _head_too_long(self._limits.head_bytes)

    def _stay_with_http(self, rest: bytes) -> None:
        """Read on after a head that offered another protocol: its body may follow, and others.

        The parser takes a head with ``Upgrade`` for the end of HTTP. So another one is shown the
        part of that head that says how long the body is.
        """
        framing = (
            b"%b: %b\r\n" % header
            for header in self.headers
            if header[0] in (b"content-length", b"transfer-encoding")
        )
        head = b"".join((b"POST / HTTP/1.1\r\n", *framing, b"\r\n"))
        self.parser = httptools.HttpRequestParser(self)
        self._replays = True
        self.parser.feed_data(head)
        self._replays = False
        if rest:
            self._parse_piece(rest)

    # What the parser finds

    def on_url(self, url: bytes) -> None:
        """Take a part of the request's target, with which the head begins."""
        self._awaited = _HEAD
        self.url += url
        if len(self.url) > self._limits.target_bytes:
            raise _target_too_long(self._limits.target_bytes)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Take a header; what comes after a body is no header."""
        if self._awaited is _BODY:
            return
        name = name.lower()
        if name == b"host":
            self._hosts += 1
        elif name in _MINDED:
            self._mind(name, value)
        self.headers.append((name, value))

    def _mind(self, name: bytes, value: bytes) -> None:
        match name:
            case b"expect":
                self.expect_100_continue = value.lower() == b"100-continue"
            case b"content-length":
                self._check_body_length(int(value))
            case _:
                self._check_transfer_encoding(value)

    def _check_body_length(self, length: int) -> None:
        if length > self._limits.body_bytes:
            raise _body_too_long(self._limits.body_bytes)

    def _check_transfer_encoding(self, value: bytes) -> None:
        if self.parser.get_http_version() != "1.1":
            raise _Refusal(HTTPStatus.BAD_REQUEST, "HTTP/1.0 knows no Transfer-Encoding.")
        if value.lower() != b"chunked":
            raise _Refusal(HTTPStatus.NOT_IMPLEMENTED, "The one Transfer-Encoding here is chunked.")

    def on_headers_complete(self) -> None:
        """Start the application, or queue the request, if the head is one."""
        if not self._replays:
            self._check_head()
            if not self.url.startswith(b"/"):
                self._to_origin_form()
            super().on_headers_complete()
            extensions: Any = {
                WHOLE_ANSWER: partial(self._send_whole, self.cycle),
                BREAK_OFF: partial(self._break_off, self.cycle),
            }
            self.scope["extensions"] = extensions
            if not self.pipeline:
                self._running = self.cycle
        self._awaited = _BODY
        self._framing_bytes = self._body_bytes = 0

    def _check_head(self) -> None:
        version = self.parser.get_http_version()
        if version not in _VERSIONS:
            raise _Refusal(HTTPStatus.HTTP_VERSION_NOT_SUPPORTED, "HTTP/1.1 is spoken here.")
        if self._hosts != 1 and (self._hosts or version == "1.1"):
            raise _Refusal(HTTPStatus.BAD_REQUEST, "A request has one Host header.")
        self._hosts = 0
        if len(self.headers) > self._limits.headers:
            raise _too_many_headers(self._limits.headers)

    def _to_origin_form(self) -> None:
        """Make the target a path, as RFC 9112, section 3.2, lets it be written otherwise."""
        if self.url == b"*" and self.parser.get_method() == b"OPTIONS":
            self.url = b"/"
            return
        if _ABSOLUTE.match(self.url) is None:
            return
        target = httptools.parse_url(self.url)
        self.url = (target.path or b"/") + (b"?" + target.query if target.query else b"")
        self.headers[:] = [
            (name, _authority(target) if name == b"host" else value) for name, value in self.headers
        ]

    def on_body(self, body: bytes) -> None:
        """Take a part of a body."""
        self._framing_bytes = 0
        self._body_bytes += len(body)
        if self._body_bytes > self._limits.body_bytes:
            raise _body_too_long(self._limits.body_bytes)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request, unless what may be its body has still to be read as such."""
        if not self.parser.should_upgrade():
            super().on_message_complete()
            self._awaited = _NOTHING
            self._framing_bytes = 0

    # What goes out

    def _send_whole(
        self, cycle: RequestResponseCycle, headers: Iterable[tuple[bytes, bytes]], body: bytes
    ) -> bool:
        """Send an answer with status 200 in one piece, at half the cost of two ASGI messages.

        The headers must be such as need no look: with the body's length, without ``Connection``.

        Returns:
            False where it must go the usual way, and nothing was sent.
        """
        is_usual = cycle.keep_alive and cycle.scope["method"] != "HEAD"
        if cycle.response_started or cycle.disconnected or self.flow.write_paused or not is_usual:
            return False
        lines = [_OK]
        for name, value in (*self.server_state.default_headers, *headers):
            lines += (name, b": ", value, b"\r\n")
        self.transport.write(b"".join((*lines, b"\r\n", body)))
        cycle.response_started = cycle.response_complete = True
        cycle.message_event.set()
        cycle.on_response()
        return True

    def _break_off(self, cycle: RequestResponseCycle) -> None:
        """Close the connection in the middle of an answer, so that its reader sees that it is."""
        cycle.disconnected = True
        self.transport.close()

    @property
    def _is_answering(self) -> bool:
        return self._running is not None and not self._running.response_complete

    def on_response_complete(self) -> None:
        """Go on with what waits for this answer's end."""
        if self._running is not None:
            # the extensions hold their request, and it holds them: until garbage is collected
            self._running.scope["extensions"] = {}
        if self.pipeline:
            self._running = self.pipeline[-1][0]
        super().on_response_complete()
        if self.transport.is_closing():
            self._abort_after(self._limits.reading_seconds)
        elif self._refusal is not None:
            if not self._is_answering:
                self._say_goodbye(self._refusal)
        elif self._unparsed and not self.pipeline:
            waiting, self._unparsed = bytes(self._unparsed), bytearray()
            self._parse(waiting)

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that was idle for long."""
        super().timeout_keep_alive_handler()
        self._abort_after(self._limits.reading_seconds)

    def eof_received(self) -> None:
        """Take a client that ends its side as gone (RFC 9112, section 9.6).

        Where it does not read either, what waits to be sent would keep the connection open.
        """
        if self.flow.write_paused:
            self.transport.abort()

    def pause_writing(self) -> None:
        """Wait for a client that does not read, but not for ever."""
        super().pause_writing()
        self._abort_after(self._limits.reading_seconds)

    def resume_writing(self) -> None:
        """Go on: the client reads."""
        super().resume_writing()
        if self._refusal is None and not self.transport.is_closing():
            self._end_leaving_timer()

    def _abort_after(self, seconds: float) -> None:
        self._end_leaving_timer()
        self._leaving_timer = self.loop.call_later(seconds, self.transport.abort)

    def _end_leaving_timer(self) -> None:
        if self._leaving_timer is not None:
            self._leaving_timer.cancel()
            self._leaving_timer = None

    # What the client owes

    def _mind_the_timer(self) -> None:
        """Have it run while the client owes something, from the time at which that began."""
        if self._awaited is _NOTHING and self._is_answering:
            if self._waiting_timer is not None:
                self._wait_no_longer()
        elif self._waiting_timer is None or self._waited_for is not self._awaited:
            self._wait()

    def _wait(self) -> None:
        self._wait_no_longer()
        self._waited_for = self._awaited
        self._body_bytes_before = self._body_bytes
        self._waiting_timer = self.loop.call_later(self._limits.head_seconds, self._waited)

    def _wait_no_longer(self) -> None:
        if self._waiting_timer is not None:
            self._waiting_timer.cancel()
            self._waiting_timer = None

    def _waited(self) -> None:
        self._waiting_timer = None
        if self._awaited is _NOTHING:
            self.transport.close()
        elif self._awaited is _BODY and self._body_comes():
            self._wait()
        else:
            self._refuse(_too_slow(self._limits.head_seconds))

    def _body_comes(self) -> bool:
        if self.cycle.response_complete:
            return False  # who has an answer need not go on
        came = self._body_bytes - self._body_bytes_before
        wanted = self._limits.body_bytes_per_second * self._limits.head_seconds
        return self.flow.read_paused or came >= wanted

    # The end

    def _refuse(self, refusal: _Refusal) -> None:
        """Take nothing more from this client; say why, after the answers that are under way."""
        self._refusal = refusal
        self._wait_no_longer()
        self._unparsed.clear()
        _logger.info(
            "request_refused",
            extra={
                "status": refusal.status_code,
                "reason": refusal.detail,
                "client": self._address,
            },
        )
        if self._awaited is _BODY and not self._drop_request():
            self.transport.close()
            self._abort_after(self._limits.goodbye_seconds)
        elif not self._is_answering:
            self._say_goodbye(refusal)

    def _drop_request(self) -> bool:
        """Drop the request whose body is awaited; tell whether it may be answered still."""
        if self.pipeline:
            self.pipeline.popleft()
            return True
        may_answer = not self.cycle.response_started
        self.cycle.disconnected = True
        self.cycle.message_event.set()
        self._running = None
        return may_answer

    def _say_goodbye(self, refusal: _Refusal) -> None:
        """Answer and close, in a way that also a client which is still sending reads why."""
        if self.transport.is_closing():
            return
        self.transport.write(_as_http(refusal, self.server_state.default_headers))
        if self.transport.can_write_eof():
            self.transport.write_eof()
        else:
            self.transport.close()
        self._abort_after(self._limits.goodbye_seconds)


def _authority(target: Any) -> bytes:
    return target.host if target.port is None else b"%b:%d" % (target.host, target.port)


def _as_http(refusal: _Refusal, headers: Iterable[tuple[bytes, bytes]]) -> bytes:
    response = respond(None, refusal)
    status = HTTPStatus(refusal.status_code)
    lines = (
        b"HTTP/1.1 %d %b" % (status, status.phrase.encode()),
        *(b"%b: %b" % header for header in (*headers, *response.raw_headers, *COMMON, _CLOSE)),
        b"",
    )
    return b"\r\n".join((*lines, bytes(response.body)))


def _malformed(piece: bytes) -> _Refusal:
    if piece.startswith(_TLS_HANDSHAKE):
        return _Refusal(HTTPStatus.BAD_REQUEST, "This port speaks http://, not https://.")
    return _Refusal(
        HTTPStatus.BAD_REQUEST,
        "This is not HTTP/1.1: in its request line, its headers or the lengths of its body. "
        "What stands in the request line must be percent-encoded.",
    )


def _unknown_method(piece: bytes) -> _Refusal:
    if _UNKNOWN_METHOD.match(piece):
        return _Refusal(HTTPStatus.NOT_IMPLEMENTED, "No such method is known here.")
    return _malformed(piece)


def _too_slow(seconds: float) -> _Refusal:
    return _Refusal(
        HTTPStatus.REQUEST_TIMEOUT, f"The request did not come within {seconds:g} seconds."
    )


def _target_too_long(limit: int) -> _Refusal:
    return _Refusal(
        HTTPStatus.REQUEST_URI_TOO_LONG,
        f"The address is longer than {limit} bytes; send long queries by POST.",
    )


def _head_too_long(limit: int) -> _Refusal:
    return _Refusal(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE,
        f"The head of the request is longer than {limit} bytes.",
    )


def _too_many_headers(limit: int) -> _Refusal:
    return _Refusal(
        HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE, f"The request has more than {limit} headers."
    )


def _body_too_long(limit: int) -> _Refusal:
    return _Refusal(
        HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"The request's body is longer than {limit} bytes."
    )


def _too_many() -> _Refusal:
    return _Refusal(
        HTTPStatus.SERVICE_UNAVAILABLE,
        "There are too many connections, in all or from your address; close some.",
        {"Retry-After": "5"},
    )
