"""The process that writes, as its parent sees it: started, given tasks, listened to, killed."""

import asyncio
import logging
from typing import Final, Self

from clustergraph.errors import ClusterGraphError, WriterLost
from clustergraph.operations.writing.messages import (
    Setup,
    Task,
    pack_setup,
    pack_task,
    unpack_stop,
    unpack_written,
)
from clustergraph.operations.writing.order import Written
from clustergraph.store.readers.messages import Frame
from clustergraph.store.readers.spawning import Spawned, spawn

__all__ = ["WriterProcess"]

_PROGRAM: Final = "clustergraph.operations.writing.program"
_NOT_STARTED: Final = "The process that writes can't be started now; send the same again later."
_START_SECONDS: Final = 60.0
_LAST_WORDS_BYTES: Final = 4_000

_logger = logging.getLogger(__name__)


class WriterProcess:
    """A process that carries out one order at a time."""

    def __init__(self, spawned: Spawned) -> None:
        self._process, self._pipe, self._last_words = spawned

    @classmethod
    async def start(cls, setup: Setup) -> Self:
        """Start a process and wait until it is ready; nothing is left of one that fails.

        Raises:
            WriterLost: when it can't be started, is not ready in time, or dies before.
        """
        try:
            process = cls(await spawn(_PROGRAM))
        except OSError as error:
            _logger.warning("writer_not_started", extra={"reason": str(error)})
            raise WriterLost(_NOT_STARTED) from error
        try:
            async with asyncio.timeout(_START_SECONDS):
                process._pipe.write(pack_setup(setup))
                await process._receive()
        except TimeoutError:
            await process.end()
            raise WriterLost(_NOT_STARTED) from None
        except BaseException:
            await process.end()
            raise
        return process

    @property
    def is_alive(self) -> bool:
        """Whether nothing tells that the process has ended."""
        return self._process.poll() is None and not self._pipe.is_closed

    async def carry_out(self, task: Task) -> Written:
        """Have an order carried out.

        Raises:
            WriterLost: when the process dies of it.
            ClusterGraphError: as ``write`` raises it there.
        """
        self._pipe.write(pack_task(task))
        frame, content = await self._receive()
        if frame is Frame.FAILURE:
            raise unpack_stop(content)
        return unpack_written(content)

    async def end(self) -> None:
        """Kill the process, whatever it does, and wait until it is gone."""
        self._process.kill()
        self._pipe.close()
        await asyncio.shield(asyncio.to_thread(self._process.wait))
        self._last_words.close()

    async def _receive(self) -> tuple[Frame, bytes]:
        frame = await self._pipe.receive()
        if frame is None:
            raise await self._loss()
        return frame

    async def _loss(self) -> ClusterGraphError:
        """Write down what the process died of, for who runs the service."""
        code = await asyncio.to_thread(self._process.wait)
        if self._last_words.closed:  # it was ended here
            return WriterLost()
        self._last_words.seek(0)
        words = self._last_words.read()[-_LAST_WORDS_BYTES:].decode(errors="replace")
        _logger.warning("writer_lost", extra={"code": code, "words": words})
        return WriterLost()
