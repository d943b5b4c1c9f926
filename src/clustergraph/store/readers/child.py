"""A reader process as its parent sees it: started, asked, listened to, killed."""

import asyncio
import logging
import socket
import sys
import tempfile
from asyncio.subprocess import Process
from pathlib import Path
from typing import BinaryIO, Self

from clustergraph.errors import QueryError, QueryOutOfMemory, ReaderLost, StoreError
from clustergraph.store.readers.messages import HEADER, Frame, Question, pack

__all__ = ["ReaderProcess"]

_BUFFER_BYTES = 131_072
"""Past twice this nothing is taken and the reader waits: memory stays flat for any answer."""
_START_SECONDS = 30.0
_OUT_OF_MEMORY_SIGNS = (b"memory allocation of", b"bad_alloc", b"MemoryError")

_logger = logging.getLogger(__name__)


class ReaderProcess:
    """A process that holds one version open and runs one query at a time."""

    def __init__(
        self,
        store_path: Path,
        process: Process,
        streams: tuple[asyncio.StreamReader, asyncio.StreamWriter],
        last_words: BinaryIO,
    ) -> None:
        self.store_path = store_path
        self._process = process
        self._output, self._input = streams
        self._last_words = last_words

    @classmethod
    async def start(cls, store_path: Path, *, memory_bytes: int) -> Self:
        """Start a process and wait until it is ready; nothing is left of one that fails.

        Raises:
            StoreError: when it can't open the store.
        """
        reader = await cls._spawn(store_path, memory_bytes)
        try:
            async with asyncio.timeout(_START_SECONDS):
                await reader.receive()
        except (QueryError, TimeoutError) as error:
            await reader.end()
            message = f"No reader could open the store in {store_path}."
            raise StoreError(message) from error
        except BaseException:
            await reader.end()
            raise
        return reader

    @classmethod
    async def _spawn(cls, store_path: Path, memory_bytes: int) -> Self:
        program = (sys.executable, "-P", "-m", "clustergraph.store.readers.program")
        ours, its = socket.socketpair()
        streams = await asyncio.open_connection(sock=ours, limit=_BUFFER_BYTES)
        last_words = tempfile.TemporaryFile()  # noqa: SIM115  (``end`` closes it)
        try:
            process = await asyncio.create_subprocess_exec(
                *program,
                str(store_path),
                str(memory_bytes),
                stdin=its.fileno(),
                stdout=its.fileno(),
                stderr=last_words,
            )
        except BaseException:
            streams[1].close()
            last_words.close()
            raise
        finally:
            its.close()
        return cls(store_path, process, streams, last_words)

    @property
    def is_alive(self) -> bool:
        """Whether nothing tells that the process has ended; its closed end tells first."""
        return self._process.returncode is None and not self._output.at_eof()

    def ask(self, question: Question) -> None:
        """Send a question; its answer comes by ``receive``."""
        self._input.write(pack(Frame.QUESTION, question.to_bytes()))

    async def receive(self) -> tuple[Frame, bytes]:
        """Wait for the next frame.

        Raises:
            QueryOutOfMemory: when the process died of its memory limit.
            ReaderLost: when it died of something else.
        """
        try:
            kind, length = HEADER.unpack(await self._output.readexactly(HEADER.size))
            return Frame(kind), await self._output.readexactly(length)
        except (asyncio.IncompleteReadError, ConnectionError):
            raise await self._loss() from None

    async def end(self) -> None:
        """Kill the process, whatever it does, and wait until it is gone."""
        if self._process.returncode is None:
            self._process.kill()
        self._input.close()
        self._last_words.close()
        await asyncio.shield(self._process.wait())

    async def _loss(self) -> QueryError:
        """Find out what the process died of, by its last words."""
        code = await self._process.wait()
        if self._last_words.closed:
            return ReaderLost("The query was stopped, because the service ends.")
        self._last_words.seek(0)
        words = self._last_words.read()
        if any(sign in words for sign in _OUT_OF_MEMORY_SIGNS):
            return QueryOutOfMemory()
        _logger.warning(
            "reader_lost code=%s words=%r", code, words[-1000:].decode(errors="replace")
        )
        return ReaderLost("The query ended the process that ran it; write it in a simpler way.")
