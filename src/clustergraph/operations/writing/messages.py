"""What the process that writes and its parent say to each other: Python's own values, pickled.

Both are the same program; nothing from outside is unpickled. The parent sends ``Setup`` once, then
one ``Task`` after the other; the answer to each is what was written, or the error that stopped it.
"""

import pickle
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from clustergraph.errors import ClusterGraphError
from clustergraph.operations.writing.mirroring import Mirror
from clustergraph.operations.writing.order import Order, Written
from clustergraph.store.readers.messages import Frame, pack

__all__ = [
    "Setup",
    "Task",
    "pack_setup",
    "pack_stop",
    "pack_task",
    "pack_written",
    "unpack_setup",
    "unpack_stop",
    "unpack_task",
    "unpack_written",
]

_Told: TypeAlias = "tuple[type[ClusterGraphError], tuple[object, ...], dict[str, object]]"


@dataclass(frozen=True, slots=True, kw_only=True)
class Setup:
    """For which home the process writes, and how; ``memory_bytes`` is what an order may take."""

    home: Path
    kept_writes: int
    memory_bytes: int
    mirror: Mirror | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An order, what it is called in the list, and how long others may still be waited for."""

    order: Order
    id: str
    wait_seconds: float


def pack_setup(setup: Setup) -> bytes:
    """Write the first frame for the process."""
    return pack(Frame.QUESTION, pickle.dumps(setup))


def unpack_setup(content: bytes) -> Setup:
    """Read what ``pack_setup`` wrote."""
    setup: Setup = pickle.loads(content)  # noqa: S301  (our own parent's)
    return setup


def pack_task(task: Task) -> bytes:
    """Write the frame that wants something written."""
    return pack(Frame.QUESTION, pickle.dumps(task))


def unpack_task(content: bytes) -> Task:
    """Read what ``pack_task`` wrote."""
    task: Task = pickle.loads(content)  # noqa: S301  (our own parent's)
    return task


def pack_written(written: Written) -> bytes:
    """Write the frame that tells what became of an order."""
    return pack(Frame.END, pickle.dumps(written))


def unpack_written(content: bytes) -> Written:
    """Read what ``pack_written`` wrote."""
    written: Written = pickle.loads(content)  # noqa: S301  (our own child's)
    return written


def pack_stop(error: ClusterGraphError) -> bytes:
    """Write the frame that tells of an error, with all that it holds."""
    told: _Told = (type(error), error.args, dict(vars(error)))
    return pack(Frame.FAILURE, pickle.dumps(told))


def unpack_stop(content: bytes) -> ClusterGraphError:
    """Make the error again that ``pack_stop`` wrote, as it was raised there."""
    told: _Told = pickle.loads(content)  # noqa: S301  (our own child's)
    kind, arguments, attributes = told
    error = kind.__new__(kind, *arguments)
    error.args = arguments
    vars(error).update(attributes)
    return error
