"""The standard output of a command, where its reader went away or its disk is full."""

import errno
import os
import sys
from typing import Final

__all__ = ["drop_output", "is_of_output"]

_NO_ROOM: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


def is_of_output(error: OSError) -> bool:
    """Tell whether a stream that is open already can't take more; opening one names its file."""
    return error.filename is None and error.errno in _NO_ROOM


def drop_output() -> None:
    """Let go of what could not be written, so that the end of the process does not try again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
