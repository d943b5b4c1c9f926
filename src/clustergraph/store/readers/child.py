"""A reader process as its parent sees it: started, asked, listened to, killed."""

import asyncio
import logging
import os
import signal
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO, Self

from clustergraph.errors import (
    QueryError,
    QueryOutOfMemory,
    ReaderLost,
    StoreError,
    TooBusy,
    UnsupportedQuery,
)
from clustergraph.store.readers.messages import Frame, Question, pack
from clustergraph.store.readers.pipe import FramePipe
from clustergraph.store.readers.spawning import spawn

__all__ = ["SERVICE_ENDS", "ReaderProcess"]

SERVICE_ENDS = "The query was stopped, because the service ends."

_PROGRAM = "clustergraph.store.readers.program"
_KILLED = "The process that was to run the query was killed from outside; ask again."
_START_SECONDS = 30.0
_LOWEST_PRIORITY = 19
_OUT_OF_MEMORY_SIGNS = (b"memory allocation of", b"bad_alloc", b"MemoryError")
_DISORDER_SIGN = b"does not correctly implement a total order"
"""The engine compares numbers with numbers and years with years, and its sort panics of both."""
_NO_ORDER = "the engine can't put values of such different kinds in order; sort by STR(?x) instead."

_logger = logging.getLogger(__name__)


class ReaderProcess:
    """A process that holds one version open and runs one query at a time."""

    def __init__(
        self,
        store_path: Path,
        process: subprocess.Popen[bytes],
        pipe: FramePipe,
        last_words: BinaryIO,
    ) -> None:
        self.store_path = store_path
        self._process = process
        self._pipe = pipe
        self._last_words = last_words

    @classmethod
    async def start(cls, store_path: Path, *, memory_bytes: int) -> Self:
        """Start a process and wait until it is ready; nothing is left of one that fails.

        Raises:
            StoreError: when it can't open the store.
            ReaderLost: when it was killed from outside.
            TooBusy: when the machine has no process, file or memory left for it.
        """
        try:
            reader = cls(store_path, *await spawn(_PROGRAM, str(store_path), str(memory_bytes)))
        except OSError as error:
            _logger.warning("reader_not_started", extra={"reason": str(error)})
            raise TooBusy from error
        await reader._be_ready()
        return reader

    async def turn_to(self, store_path: Path) -> None:
        """Let it hold another version open, and wait until it is ready; it ends where it fails.

        Raises:
            StoreError: when it can't open the store.
            ReaderLost: when it was killed from outside.
        """
        self.store_path = store_path
        self._pipe.write(pack(Frame.OPEN, os.fsencode(store_path)))
        await self._be_ready()

    async def _be_ready(self) -> None:
        try:
            async with asyncio.timeout(_START_SECONDS):
                await self.receive()
        except (QueryError, TimeoutError) as error:
            was_killed = self.was_killed  # ``end`` kills as well
            await self.end()
            if was_killed:
                raise ReaderLost(_KILLED) from error
            message = f"No reader could open the store in {self.store_path}."
            raise StoreError(message) from error
        except BaseException:
            await self.end()
            raise

    @property
    def is_alive(self) -> bool:
        """Whether nothing tells that the process has ended; its closed end tells first."""
        return self._process.poll() is None and not self._pipe.is_closed

    @property
    def was_killed(self) -> bool:
        """Whether somebody ended it by force, such as the kernel when memory runs out."""
        return self._process.poll() == -signal.SIGKILL

    def ask(self, question: Question) -> None:
        """Send a question; its answer comes by ``receive``."""
        self._pipe.write(pack(Frame.QUESTION, question.packed))

    def step_back(self) -> None:
        """Let others run first from now on; there is no way back, so that it must end after that.

        On Linux it gets the time that nobody else wants, and gives it up at once (sched(7)), where
        one of low priority would finish its turn first. A process's number is its first thread's:
        the one that runs the query.
        """
        pid = self._process.pid
        with suppress(OSError):
            if sys.platform == "linux":
                os.sched_setscheduler(pid, os.SCHED_IDLE, os.sched_param(0))
            else:
                os.setpriority(os.PRIO_PROCESS, pid, _LOWEST_PRIORITY)

    async def receive(self) -> tuple[Frame, bytes]:
        """Wait for the next frame.

        Raises:
            QueryOutOfMemory: when the process died of its memory limit.
            UnsupportedQuery: when the engine died of the order that the query wants.
            ReaderLost: when it died of something else.
        """
        frame = await self._pipe.receive()
        if frame is None:
            raise await self._loss()
        return frame

    def interrupt(self, error: QueryError) -> None:
        """Raise an error where a frame is waited for."""
        self._pipe.interrupt(error)

    async def end(self) -> None:
        """Kill the process, whatever it does, and wait until it is gone."""
        self._process.kill()
        self._pipe.close()
        self._last_words.close()
        await asyncio.shield(self._exit())

    async def _exit(self) -> int:
        return await asyncio.to_thread(self._process.wait)

    async def _loss(self) -> QueryError:
        """Find out what the process died of, by its last words."""
        code = await self._exit()
        if self._last_words.closed:
            return ReaderLost(SERVICE_ENDS)
        self._last_words.seek(0)
        words = self._last_words.read()
        if any(sign in words for sign in _OUT_OF_MEMORY_SIGNS):
            return QueryOutOfMemory()
        told = {"code": code, "words": words[:1000].decode(errors="replace")}
        _logger.warning("reader_lost", extra=told)
        if _DISORDER_SIGN in words:
            return UnsupportedQuery(_NO_ORDER)
        return ReaderLost("The query ended the process that ran it; write it in a simpler way.")
