"""The standard output of a command: its reader may go away, its disk may be full."""

import errno
import os
import sys
from typing import Final

from rich.console import Console

__all__ = ["Terminal", "drop_output", "is_of_output"]

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


class Terminal(Console):
    """Where tables and trees are printed; a reader that goes away ends a command as any other."""

    def on_broken_pipe(self) -> None:
        """Say what happened, where the framework would leave with an exit code of its own."""
        raise BrokenPipeError


def is_of_output(error: OSError) -> bool:
    """Tell whether a stream that is open already can't take more; opening one names its file."""
    return error.filename is None and error.errno in _NO_ROOM


def drop_output() -> None:
    """Let go of what could not be written, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
