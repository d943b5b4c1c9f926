"""The program that runs public queries, one process each; see ``main`` for how it is called.

It opens one version read-only, answers one question after another from standard input on standard
output, and may be killed at any time: nothing else can stop a query. It ends when its parent does.
It turns to another version when it is told to, which takes a fifth of the time that it takes to
start.
What the two say to each other is in ``messages``; it imports no web framework, so that it is ready
in some ten milliseconds.
"""

import os
import signal
import sys
import time
from pathlib import Path

from pyoxigraph import NamedNode, Store

from clustergraph.coding import SMALLEST_BYTES, Coding, compressor
from clustergraph.errors import QueryError, QueryOutOfMemory
from clustergraph.store.engine import (
    UNION,
    QueryOptions,
    open_read_only,
    run_query,
    translated,
    write_answer,
)
from clustergraph.store.readers.confinement import confine, limit_memory
from clustergraph.store.readers.messages import (
    Dataset,
    Frame,
    Question,
    pack,
    pack_failure,
)
from clustergraph.store.readers.parent import end_with_parent, read_frame, write_frame

__all__ = ["main"]

_FRAME_BYTES = 65_536
_PATIENCE_SECONDS = 0.1
"""Bytes wait no longer than this for a frame to fill."""


def main() -> None:
    """Open the store, say READY, and answer questions until the parent closes the pipe.

    The program's arguments: the folder of the store, and the bytes of memory a query may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the parent to answer
    path, memory_bytes = sys.argv[1:]
    confine()
    store = _opened(path)
    limit_memory(int(memory_bytes))
    end_with_parent()
    write_frame(pack(Frame.READY))
    while (received := read_frame()) is not None:
        frame, content = received
        if frame is Frame.OPEN:
            del store  # nothing of the old one shall be left when it is told that this is ready
            store = _opened(os.fsdecode(content))
            limit_memory(int(memory_bytes))
            write_frame(pack(Frame.READY))
        else:
            _answer(store, Question.unpack(content))


def _opened(path: str) -> Store:
    store = open_read_only(Path(path))
    run_query(store, "ASK {}", {})
    return store


def _answer(store: Store, question: Question) -> None:
    try:
        with translated():
            options = _options(question)
        writer = _FrameWriter(question.coding)
        write_answer(store, question.text, options, question.format, writer)
        writer.end()
    except MemoryError:
        write_frame(pack_failure(QueryOutOfMemory()))
    except QueryError as error:
        write_frame(pack_failure(error))


def _options(question: Question) -> QueryOptions:
    match question.dataset:
        case Dataset.UNION:
            return UNION
        case Dataset.OWN:
            return {}
        case Dataset.GIVEN:
            return {
                "default_graph": [NamedNode(iri) for iri in question.default_graphs],
                "named_graphs": [NamedNode(iri) for iri in question.named_graphs],
            }


class _FrameWriter:
    """An output that gathers the engine's small writes into frames."""

    def __init__(self, coding: Coding) -> None:
        self._bytes = bytearray()
        self._last = time.monotonic()
        self._coding = coding
        self._compressor = compressor(coding)
        self._has_begun = False

    def write(self, chunk: bytes) -> int:
        """Take bytes; send them on when there are enough or they have waited long."""
        self._bytes += chunk
        if len(self._bytes) >= _FRAME_BYTES or time.monotonic() - self._last > _PATIENCE_SECONDS:
            self._send_on()
        return len(chunk)

    def flush(self) -> None:
        """Do nothing: the end is told by ``end``."""

    def end(self) -> None:
        """Send the rest; the answer is complete."""
        if self._coding is Coding.IDENTITY:
            write_frame(pack(Frame.END, self._bytes))
        elif self._has_begun or len(self._bytes) >= SMALLEST_BYTES:
            rest = self._compressor.compress(bytes(self._bytes)) + self._compressor.flush()
            write_frame(pack(Frame.END, rest))
        else:
            write_frame(pack(Frame.WHOLE, self._bytes))

    def _send_on(self) -> None:
        if coded := self._compressor.compress(bytes(self._bytes)):
            write_frame(pack(Frame.DATA, coded))
        self._has_begun = True
        self._bytes.clear()
        self._last = time.monotonic()


if __name__ == "__main__":
    main()
