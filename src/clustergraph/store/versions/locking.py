"""Locks on folders, which end with the process that holds them (flock(2))."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Final

__all__ = ["exclusive", "exclusive_within", "is_free", "locked"]


_LOOK_AGAIN_SECONDS: Final = 0.005


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


@contextmanager
def exclusive_within(seconds: float, folder: Path) -> Iterator[None]:
    """Hold the lock on a folder, waiting for it no longer than that.

    Raises:
        TimeoutError: when somebody else holds it all the time.
    """
    with _locked_before(time.monotonic() + seconds, folder):
        yield


def _locked_before(end: float, folder: Path) -> AbstractContextManager[None]:
    while True:
        try:
            return locked(folder)
        except BlockingIOError:
            if time.monotonic() >= end:
                raise TimeoutError from None
            time.sleep(_LOOK_AGAIN_SECONDS)


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
