"""Writing in a home so that what was written is there after a power cut, or it is told why not."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from clustergraph.errors import HomeNotWritable

__all__ = ["sync", "sync_below", "writing"]


@contextmanager
def writing(home: Path) -> Iterator[None]:
    """Do in the context what writes in a home.

    Raises:
        HomeNotWritable: when the system refuses something.
    """
    try:
        yield
    except OSError as error:
        raise HomeNotWritable(str(home), error.strerror or str(error)) from error


def sync_below(folder: Path) -> None:
    """Bring everything below the folder, and itself, to the disk."""
    for parent, _, names in os.walk(folder):
        for name in names:
            sync(Path(parent, name))
        sync(Path(parent))


def sync(path: Path) -> None:
    """Bring a file, or which files a folder has, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
