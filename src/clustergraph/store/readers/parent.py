"""The child's end of the pipe to its parent: standard input and output, frame by frame.

A child ends when its parent does, whatever it is at.
"""

import os
import select
import threading

from clustergraph.store.readers.messages import HEADER, Frame

__all__ = ["end_with_parent", "read_frame", "write_frame"]

_IN, _OUT = 0, 1
_READ_BYTES = 16_384
"""Blocks four times as large make the allocator tidy up after each (malloc_consolidate)."""


def end_with_parent() -> None:
    """From now on, end this process when its parent closes the pipe."""
    threading.Thread(target=_end_with_parent, daemon=True).start()


def read_frame() -> tuple[Frame, bytes] | None:
    """Read the next frame, mostly in one call; None where the pipe is closed.

    The parent sends one frame and waits for its answer.
    """
    content = os.read(_IN, _READ_BYTES)
    while len(content) < HEADER.size or len(content) < HEADER.size + HEADER.unpack_from(content)[1]:
        chunk = os.read(_IN, _READ_BYTES)
        if not chunk:
            return None
        content += chunk
    return Frame(content[:1]), content[HEADER.size :]


def write_frame(frame: bytes) -> None:
    """Send a frame to the parent."""
    view = memoryview(frame)
    try:
        while view:
            view = view[os.write(_OUT, view) :]
    except ConnectionError:  # the parent went before the watching thread saw it
        os._exit(0)


def _end_with_parent() -> None:
    """Wait until the parent closes its end; then end the process, in the middle of its work."""
    watch = select.poll()
    watch.register(_IN, 0)
    watch.poll()
    os._exit(0)
