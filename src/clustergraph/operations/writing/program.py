"""The program that writes, one process for each server worker; see ``main``.

It carries out one order after another, as ``write`` does for who calls that, and may be killed at
any time: nothing else can stop an update, and what it has not published then is not there. It ends
when its parent does. What the two say to each other is in ``messages``.
"""

import os
import signal
from typing import Final

from pyoxigraph import Store

from clustergraph.errors import ClusterGraphError
from clustergraph.operations.validating.validate import validate_nodes
from clustergraph.operations.writing.messages import (
    Setup,
    Task,
    pack_stop,
    pack_written,
    unpack_setup,
    unpack_task,
)
from clustergraph.operations.writing.options import WriteOptions
from clustergraph.operations.writing.write import write
from clustergraph.store.graph import GraphStore
from clustergraph.store.readers.confinement import confine, limit_memory
from clustergraph.store.readers.messages import Frame, pack
from clustergraph.store.readers.parent import end_with_parent, read_frame, write_frame
from clustergraph.store.versions import Home

__all__ = ["main"]

_NICENESS: Final = 5
"""Who reads goes first, a little."""
_STACKS_BYTES: Final = 1 << 28
"""To open a store takes some twenty threads, each with a stack of 8 MB that it hardly uses."""


def main() -> None:
    """Take the setup, say READY, and carry out orders until the parent closes the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # a terminal's Ctrl-C is for the parent to answer
    os.nice(_NICENESS)
    first = read_frame()
    if first is None:
        return
    setup = unpack_setup(first[1])
    confine(may_connect=setup.mirror is not None)
    limit_memory(setup.memory_bytes + _STACKS_BYTES)
    end_with_parent()
    write_frame(pack(Frame.READY))
    validate_nodes(GraphStore(Store()), ())  # reads the shapes, which takes longer than a write
    while (received := read_frame()) is not None:
        _carry_out(setup, unpack_task(received[1]))


def _carry_out(setup: Setup, task: Task) -> None:
    options = WriteOptions(wait_seconds=task.wait_seconds, kept_writes=setup.kept_writes)
    try:
        written = write(
            task.order, Home(setup.home), options=options, mirror=setup.mirror, id_=task.id
        )
    except ClusterGraphError as error:
        write_frame(pack_stop(error))
    else:
        write_frame(pack_written(written))


if __name__ == "__main__":
    main()
