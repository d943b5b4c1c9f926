"""Bring an answer to its client, as fast as both ends allow, and never cut short in silence."""

import asyncio
import logging
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from starlette.types import Send

from clustergraph.errors import QueryError
from clustergraph.operations.answer import Answers, Chunks, Prepared

__all__ = ["Delivery"]

_CLIENT_SECONDS = 60.0
"""How long a client may take for one piece of an answer before it loses its reader."""

_logger = logging.getLogger(__name__)


class Delivery:
    """The answer of one prepared query on its way.

    Args:
        send: takes ASGI messages.
        media_type: what the answer is, as the client asked for it.
        prepared: the query.
        needs_body: false where nobody will read more than the head.
    """

    def __init__(
        self, send: Send, media_type: str, prepared: Prepared, *, needs_body: bool = True
    ) -> None:
        self._send = send
        self._prepared = prepared
        self._needs_body = needs_body
        self._tag = f'"{prepared.tag}"' if prepared.tag else None
        self._headers = {
            "content-type": _with_charset(media_type),
            "dataset-version": prepared.version.id,
            "vary": "Accept",
            "cache-control": "no-cache" if prepared.tag else "no-store",
            **({"etag": f"W/{self._tag}"} if self._tag else {}),
        }

    async def deliver(self, answers: Answers, known_tags: AbstractSet[str]) -> None:
        """Run the query and send what comes, unless the client has this very answer already.

        Raises:
            QueryError: as long as nothing was sent.
        """
        if self._tag in known_tags:
            await self._start(304, self._headers)
            await self._continue(b"", is_last=True)
            return
        async with answers.open(self._prepared) as chunks:
            await self._stream(chunks)

    async def _stream(self, chunks: Chunks) -> None:
        """Send the answer as it comes.

        The status line waits for the first bytes, so that a limit that is hit early is told as what
        it is. One that is hit later breaks the body off, in a way that the client notices.
        """
        first = await chunks.next()
        length = {"content-length": str(len(first))} if chunks.is_complete else {}
        await self._start(200, {**self._headers, **length})
        await self._continue(first, is_last=chunks.is_complete or not self._needs_body)
        if self._needs_body:
            await self._stream_rest(chunks)

    async def _stream_rest(self, chunks: Chunks) -> None:
        try:
            while not chunks.is_complete:
                chunk = await chunks.next()
                async with asyncio.timeout(_CLIENT_SECONDS):
                    await self._continue(chunk, is_last=chunks.is_complete)
        except (QueryError, TimeoutError) as error:
            # The body has no end now, so the server closes the connection in the middle of it.
            _logger.warning("answer_broken_off reason=%s", str(error) or "slow client")

    async def _start(self, status: int, headers: Mapping[str, str]) -> None:
        raw = [(name.encode(), value.encode("latin-1")) for name, value in headers.items()]
        await self._send({"type": "http.response.start", "status": status, "headers": raw})

    async def _continue(self, body: bytes, *, is_last: bool) -> None:
        await self._send({"type": "http.response.body", "body": body, "more_body": not is_last})


def _with_charset(media_type: str) -> str:
    return f"{media_type}; charset=utf-8" if media_type.startswith("text/") else media_type
