"""Bring an answer to its client, as fast as both ends allow, and never cut short in silence."""

import asyncio
import logging
from collections.abc import Set as AbstractSet

from starlette.types import Scope, Send

from clustergraph.coding import Coding
from clustergraph.errors import QueryError
from clustergraph.operations.querying.answer import Answers, Prepared
from clustergraph.operations.querying.chunks import Chunks
from clustergraph.operations.querying.query_record import Outcome
from clustergraph.web.exchange.headers import COMMON, content_type
from clustergraph.web.serving.extensions import SendWhole, break_off

__all__ = ["Delivery", "break_off_for"]

_logger = logging.getLogger(__name__)

_VARY = b"Accept, Accept-Encoding"
_CLIENT_SECONDS = 60.0
"""How long a client may take for one piece of an answer before it loses its reader."""

RawHeaders = list[tuple[bytes, bytes]]


class Delivery:
    """The answer of one prepared query on its way.

    Args:
        send: takes ASGI messages.
        media_type: what the answer is, as the client asked for it.
        prepared: the query.
        needs_body: false where nobody will read more than the head.
        send_whole: takes the headers and body of a whole answer where the server has that
            extension, and tells whether it took them.
        standing: the headers that a 304 carries as well (RFC 9110, section 15.4.5), where they are
            not those of the answer to a public query; a tag among them is given to ``tag`` too.
        tag: the entity tag, in its quotes, where it is not the query's.

    Attributes:
        has_begun: whether a status was sent.
        bytes_sent: of the body.
    """

    def __init__(
        self,
        send: Send,
        media_type: str,
        prepared: Prepared,
        *,
        needs_body: bool = True,
        send_whole: SendWhole | None = None,
        standing: RawHeaders | None = None,
        tag: str | None = None,
    ) -> None:
        self.has_begun = False
        self.bytes_sent = 0
        self._send = send
        self._whole = send_whole
        self._media_type = media_type
        self._prepared = prepared
        self._needs_body = needs_body
        self._tag = tag or (f'"{prepared.tag}"' if prepared.tag else None)
        self._given = standing

    async def deliver_at_once(
        self, answers: Answers, known_tags: AbstractSet[str]
    ) -> Outcome | None:
        """Send what needs no reader: nothing new, what is kept, or a lookup; else return None.

        Raises:
            QueryError: when a lookup has no answer.
        """
        if self._tag in known_tags:
            await self._start(304, self._standing())
            await self._continue(b"", is_last=True)
            return Outcome.NOT_MODIFIED
        if (answer := answers.kept(self._prepared)) is not None:
            await self._send_whole(answer.body, answer.coding)
            return Outcome.KEPT
        if (answer := answers.look_up(self._prepared)) is not None:
            await self._send_whole(answer.body, answer.coding)
            return Outcome.ANSWERED
        return None

    async def deliver(self, answers: Answers, client: str) -> None:
        """Run the query and send what comes.

        The status line waits for the first bytes, so that a limit that is hit early is told as what
        it is. One that is hit later breaks the body off, in a way that the client notices. A whole
        answer is sent when its reader is free again: nobody waits for a client that does not read.

        Raises:
            QueryError: when it gets no answer; ``has_begun`` tells whether a part of it was sent.
            TimeoutError: when the client takes no more of it.
        """
        async with answers.open(self._prepared, client) as chunks:
            first = await chunks.next()
            if not chunks.is_complete:
                await self._stream(first, chunks)
                return
        await self._send_whole(first, chunks.coding)

    async def _stream(self, first: bytes, chunks: Chunks) -> None:
        async with asyncio.timeout(_CLIENT_SECONDS):
            await self._start(200, self._describing(chunks.coding))
            await self._continue(first, is_last=not self._needs_body)
        while self._needs_body and not chunks.is_complete:
            chunk = await chunks.next()
            async with asyncio.timeout(_CLIENT_SECONDS):
                await self._continue(chunk, is_last=chunks.is_complete)

    async def _send_whole(self, body: bytes, coding: Coding) -> None:
        headers = self._describing(coding)
        headers.append((b"content-length", str(len(body)).encode()))
        if self._whole is not None and self._whole(headers, body):
            self.has_begun = True
            self.bytes_sent = len(body)
            return
        await self._start(200, headers)
        await self._continue(body, is_last=True)

    def _describing(self, coding: Coding) -> RawHeaders:
        headers = self._standing()
        headers.append((b"content-type", content_type(self._media_type).encode()))
        if coding is not Coding.IDENTITY:
            headers.append((b"content-encoding", coding.value.encode()))
        return headers

    def _standing(self) -> RawHeaders:
        """Return the headers that a 304 carries as well."""
        if self._given is not None:
            return [*self._given]
        headers = [*COMMON, (b"vary", _VARY)]
        if self._prepared.is_of_version:
            headers.append((b"dataset-version", self._prepared.version.id.encode()))
        if self._tag is None:
            headers.append((b"cache-control", b"no-store"))
        else:
            headers.append((b"cache-control", b"no-cache"))
            headers.append((b"etag", f"W/{self._tag}".encode()))
        return headers

    async def _start(self, status: int, headers: RawHeaders) -> None:
        self.has_begun = True
        await self._send({"type": "http.response.start", "status": status, "headers": headers})

    async def _continue(self, body: bytes, *, is_last: bool) -> None:
        if not self._needs_body:
            body = b""
        self.bytes_sent += len(body)
        await self._send({"type": "http.response.body", "body": body, "more_body": not is_last})


def break_off_for(error: Exception, scope: Scope) -> None:
    """End an answer that has begun and can't go on; note an error that is none of the query's."""
    if not isinstance(error, QueryError | TimeoutError):
        _logger.error("answer_failed", exc_info=error)
    break_off(scope)
