"""Locks on folders, which end with the process that holds them (flock(2))."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

__all__ = ["exclusive", "is_free", "locked"]


def locked(folder: Path) -> AbstractContextManager[None]:
    """Lock a folder at once; the context that is returned lets it go.

    Raises:
        BlockingIOError: when somebody else holds it.
    """
    return _held(_lock(folder, fcntl.LOCK_EX | fcntl.LOCK_NB))


@contextmanager
def exclusive(folder: Path) -> Iterator[None]:
    """Hold the lock on a folder, waiting for it as long as it takes."""
    with _held(_lock(folder, fcntl.LOCK_EX)):
        yield


def is_free(folder: Path) -> bool:
    """Tell whether nobody holds the folder's lock."""
    try:
        with locked(folder):
            return True
    except BlockingIOError:
        return False


def _lock(folder: Path, how: int) -> int:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(descriptor, how)
    except OSError:
        os.close(descriptor)
        raise
    return descriptor


@contextmanager
def _held(descriptor: int) -> Iterator[None]:
    try:
        yield
    finally:
        os.close(descriptor)
