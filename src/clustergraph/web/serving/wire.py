"""The HTTP of one connection, for clients that may mean harm; on top of uvicorn's protocol class.

uvicorn waits for ever for a head, a body or a reader, has no limit of size, and takes what follows
an ``Upgrade`` for a new request. Here the client owes each of them in time; what is not HTTP, or
too much of it, is answered with a problem and the connection's end. A well-behaved client costs one
timer when it connects, and none for each request that comes in one piece. What clients may do, and
what they are told, is in ``refusals``; what must hold of a head in ``heads``.
"""

import asyncio
import logging
from collections.abc import Iterable
from enum import Enum, auto
from functools import partial
from typing import Any

import httptools
import uvicorn
from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol, RequestResponseCycle
from uvicorn.server import ServerState

from clustergraph.web.serving.crowd import Crowd
from clustergraph.web.serving.extensions import BREAK_OFF, WHOLE_ANSWER
from clustergraph.web.serving.heads import (
    check_head,
    check_transfer_encoding,
    framing_alone,
    in_origin_form,
)
from clustergraph.web.serving.refusals import (
    Refusal,
    WireLimits,
    as_http,
    body_too_long,
    head_too_long,
    malformed,
    target_too_long,
    too_many_connections,
    too_slow,
    unknown_method,
)
from clustergraph.web.serving.timer import Timer

__all__ = ["GuardedProtocol"]

_logger = logging.getLogger(__name__)

_PIECE_BYTES = 4_096
"""So much is parsed at once: hundreds of pipelined requests in one packet wait as bytes."""
_WAITING_BYTES = 65_536
"""From so many bytes on that wait for an answer's end, nothing more is read."""
_MINDED = frozenset((b"expect", b"content-length", b"transfer-encoding"))
_OK = b"HTTP/1.1 200 OK\r\n"


class _Awaited(Enum):
    """What the client has begun to send and owes the rest of."""

    NOTHING = auto()
    HEAD = auto()
    BODY = auto()


_NOTHING, _HEAD, _BODY = _Awaited  # on the hot path a member of an Enum is slow to come by


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
        self._refusal: Refusal | None = None
        self._waiting = Timer(self.loop, self._waited)
        self._waited_for = _NOTHING
        self._leaving = Timer(self.loop, self._abort)

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
        self._waiting.call_off()
        self._leaving.call_off()
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
            self._refuse(too_many_connections())
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
        except Refusal as refusal:
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
            raise cause if isinstance(cause, Refusal) else malformed(piece) from None
        except httptools.HttpParserInvalidMethodError:
            raise unknown_method(piece) from None
        except httptools.HttpParserError:
            raise malformed(piece) from None
        if self._awaited is not _NOTHING:
            self._framing_bytes += len(piece)
            if self._framing_bytes > self._limits.head_bytes:
                raise head_too_long(self._limits.head_bytes)

    def _stay_with_http(self, rest: bytes) -> None:
        """Read on after a head that offered another protocol: its body may follow, and others.

        The parser takes a head with ``Upgrade`` for the end of HTTP. So another one is shown the
        part of that head that says how long the body is.
        """
        self.parser = httptools.HttpRequestParser(self)
        self._replays = True
        self.parser.feed_data(framing_alone(self.headers))
        self._replays = False
        if rest:
            self._parse_piece(rest)

    # What the parser finds

    def on_url(self, url: bytes) -> None:
        """Take a part of the request's target, with which the head begins."""
        self._awaited = _HEAD
        self.url += url
        if len(self.url) > self._limits.target_bytes:
            raise target_too_long(self._limits.target_bytes)

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
                self._check_body_bytes(int(value))
            case _:
                check_transfer_encoding(self.parser.get_http_version(), value)

    def _check_body_bytes(self, count: int) -> None:
        if count > self._limits.body_bytes:
            raise body_too_long(self._limits.body_bytes)

    def on_headers_complete(self) -> None:
        """Start the application, or queue the request, if the head is one."""
        if not self._replays:
            version = self.parser.get_http_version()
            check_head(version, self.headers, self._hosts, most_headers=self._limits.headers)
            self._hosts = 0
            if not self.url.startswith(b"/"):
                method = self.parser.get_method()
                self.url, self.headers[:] = in_origin_form(method, self.url, self.headers)
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

    def on_body(self, body: bytes) -> None:
        """Take a part of a body."""
        self._framing_bytes = 0
        self._body_bytes += len(body)
        self._check_body_bytes(self._body_bytes)
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
            self._leaving.set(self._limits.reading_seconds)
        elif self._refusal is not None:
            if not self._is_answering:
                self._say_goodbye(self._refusal)
        elif self._unparsed and not self.pipeline:
            waiting, self._unparsed = bytes(self._unparsed), bytearray()
            self._parse(waiting)

    def timeout_keep_alive_handler(self) -> None:
        """Close a connection that was idle for long."""
        super().timeout_keep_alive_handler()
        self._leaving.set(self._limits.reading_seconds)

    def eof_received(self) -> None:
        """Take a client that ends its side as gone (RFC 9112, section 9.6).

        Where it does not read either, what waits to be sent would keep the connection open.
        """
        if self.flow.write_paused:
            self.transport.abort()

    def pause_writing(self) -> None:
        """Wait for a client that does not read, but not for ever."""
        super().pause_writing()
        self._leaving.set(self._limits.reading_seconds)

    def resume_writing(self) -> None:
        """Go on: the client reads."""
        super().resume_writing()
        if self._refusal is None and not self.transport.is_closing():
            self._leaving.call_off()

    def _abort(self) -> None:
        self.transport.abort()

    # What the client owes

    def _mind_the_timer(self) -> None:
        """Have it run while the client owes something, from the time at which that began."""
        if self._awaited is _NOTHING and self._is_answering:
            if self._waiting.is_set:
                self._waiting.call_off()
        elif not self._waiting.is_set or self._waited_for is not self._awaited:
            self._wait()

    def _wait(self) -> None:
        self._waited_for = self._awaited
        self._body_bytes_before = self._body_bytes
        self._waiting.set(self._limits.head_seconds)

    def _waited(self) -> None:
        if self._awaited is _NOTHING:
            self.transport.close()
        elif self._awaited is _BODY and self._body_comes():
            self._wait()
        else:
            self._refuse(too_slow(self._limits.head_seconds))

    def _body_comes(self) -> bool:
        if self.cycle.response_complete:
            return False  # who has an answer need not go on
        came = self._body_bytes - self._body_bytes_before
        wanted = self._limits.body_bytes_per_second * self._limits.head_seconds
        return self.flow.read_paused or came >= wanted

    # The end

    def _refuse(self, refusal: Refusal) -> None:
        """Take nothing more from this client; say why, after the answers that are under way."""
        self._refusal = refusal
        self._waiting.call_off()
        self._unparsed.clear()
        told = {"status": refusal.status_code, "reason": refusal.detail, "client": self._address}
        _logger.info("request_refused", extra=told)
        if self._awaited is _BODY and not self._drop_request():
            self.transport.close()
            self._leaving.set(self._limits.goodbye_seconds)
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

    def _say_goodbye(self, refusal: Refusal) -> None:
        """Answer and close, in a way that also a client which is still sending reads why."""
        if self.transport.is_closing():
            return
        self.transport.write(as_http(refusal, self.server_state.default_headers))
        if self.transport.can_write_eof():
            self.transport.write_eof()
        else:
            self.transport.close()
        self._leaving.set(self._limits.goodbye_seconds)
