"""The parent's end of the pipe to a reader: what the reader writes, cut into frames."""

import asyncio
from collections import deque
from typing import cast

from clustergraph.store.readers.messages import HEADER, Frame

__all__ = ["FramePipe"]

_MOST_WAITING_BYTES = 262_144
"""Past this nothing more is taken and the reader waits: memory stays flat for any answer."""


class FramePipe(asyncio.Protocol):
    """Holds the frames that came until they are taken, one waiting taker at most."""

    def __init__(self) -> None:
        self.is_closed = False
        self._transport: asyncio.Transport | None = None
        self._buffer = bytearray()
        self._frames: deque[tuple[Frame, bytes]] = deque()
        self._waiting_bytes = 0
        self._taker: asyncio.Future[None] | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Take the transport."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Cut what came into frames."""
        buffer = self._buffer
        buffer += data
        while len(buffer) >= HEADER.size:
            kind, length = HEADER.unpack_from(buffer)
            end = HEADER.size + length
            if len(buffer) < end:
                break
            self._frames.append((Frame(kind), bytes(buffer[HEADER.size : end])))
            self._waiting_bytes += length
            del buffer[:end]
        if self._waiting_bytes > _MOST_WAITING_BYTES and self._transport is not None:
            self._transport.pause_reading()
        self._wake()

    def connection_lost(self, _: Exception | None) -> None:
        """Note that nothing more will come."""
        self.is_closed = True
        self._wake()

    async def receive(self) -> tuple[Frame, bytes] | None:
        """Wait for the next frame; None when the other end is closed and all were taken."""
        while not self._frames:
            if self.is_closed:
                return None
            self._taker = asyncio.get_running_loop().create_future()
            await self._taker
        frame = self._frames.popleft()
        self._waiting_bytes -= len(frame[1])
        if not self._frames and self._transport is not None and not self.is_closed:
            self._transport.resume_reading()
        return frame

    def interrupt(self, error: Exception) -> None:
        """Raise an error where a frame is waited for; nothing happens where none is."""
        if self._taker is not None and not self._taker.done():
            self._taker.set_exception(error)

    def write(self, frame: bytes) -> None:
        """Send a frame; where the other end is closed, ``receive`` will tell."""
        if self._transport is not None and not self.is_closed:
            self._transport.write(frame)

    def close(self) -> None:
        """Close this end."""
        if self._transport is not None:
            self._transport.abort()

    def _wake(self) -> None:
        if self._taker is not None and not self._taker.done():
            self._taker.set_result(None)
