"""The program that runs public queries, one process each; see ``main`` for how it is called.

It opens one version read-only, answers one question after another from standard input on standard
output, and may be killed at any time: nothing else can stop a query. It ends when its parent does.
What the two say to each other is in ``messages``; it imports no web framework, so that it is ready
in some ten milliseconds.
"""

import os
import select
import signal
import sys
import threading
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
    HEADER,
    Dataset,
    Frame,
    Question,
    pack,
    pack_failure,
)

__all__ = ["main"]

_IN, _OUT = 0, 1
_FRAME_BYTES = 65_536
_READ_BYTES = 16_384
"""Blocks four times as large make the allocator tidy up after each (malloc_consolidate)."""
_PATIENCE_SECONDS = 0.1
"""Bytes wait no longer than this for a frame to fill."""


def main() -> None:
    """Open the store, say READY, and answer questions until the parent closes the pipe.

    The program's arguments: the folder of the store, and the bytes of memory a query may take.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the parent to answer
    path, memory_bytes = sys.argv[1:]
    confine()
    store = open_read_only(Path(path))
    run_query(store, "ASK {}", {})
    limit_memory(int(memory_bytes))
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _write(pack(Frame.READY))
    while (content := _read_frame()) is not None:
        _answer(store, Question.unpack(content))


def _end_with_parent() -> None:
    """Wait until the parent closes its end; then end the process, in the middle of its query."""
    watch = select.poll()
    watch.register(_IN, 0)
    watch.poll()
    os._exit(0)


def _answer(store: Store, question: Question) -> None:
    try:
        with translated():
            options = _options(question)
        writer = _FrameWriter(question.coding)
        write_answer(store, question.text, options, question.format, writer)
        writer.end()
    except MemoryError:
        _write(pack_failure(QueryOutOfMemory()))
    except QueryError as error:
        _write(pack_failure(error))


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
            _write(pack(Frame.END, self._bytes))
        elif self._has_begun or len(self._bytes) >= SMALLEST_BYTES:
            rest = self._compressor.compress(bytes(self._bytes)) + self._compressor.flush()
            _write(pack(Frame.END, rest))
        else:
            _write(pack(Frame.WHOLE, self._bytes))

    def _send_on(self) -> None:
        if coded := self._compressor.compress(bytes(self._bytes)):
            _write(pack(Frame.DATA, coded))
        self._has_begun = True
        self._bytes.clear()
        self._last = time.monotonic()


def _write(frame: bytes) -> None:
    view = memoryview(frame)
    try:
        while view:
            view = view[os.write(_OUT, view) :]
    except ConnectionError:  # the parent went before the watching thread saw it
        os._exit(0)


def _read_frame() -> bytes | None:
    """Read what the parent asks, mostly in one call; None where it closed the pipe."""
    content = os.read(_IN, _READ_BYTES)
    while len(content) < HEADER.size or len(content) < HEADER.size + HEADER.unpack_from(content)[1]:
        chunk = os.read(_IN, _READ_BYTES)
        if not chunk:
            return None
        content += chunk
    return content[HEADER.size :]


if __name__ == "__main__":
    main()
