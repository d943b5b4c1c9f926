"""Writing in a home so that what was written is there after a power cut, or it is told why not."""

import os
import shutil
from collections import deque
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from clustergraph.errors import HomeNotWritable

__all__ = ["link_below", "link_file", "sync", "sync_below", "writing"]

_AT_ONCE: Final = 8


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


def link_below(source: Path, target: Path) -> None:
    """Make a folder that has all files of another one, each of them the same file.

    Takes some 20 microseconds a file, however long it is, and no room. So nothing may write into
    such a file; to change it is to put another in its place. Where the file system knows no hard
    links, they are copied.
    """
    shutil.copytree(source, target, copy_function=link_file)


def link_file(source: str | Path, target: str | Path) -> None:
    """Give a file another name; copy it where the file system knows no hard links."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)


def sync_below(folder: Path) -> None:
    """Bring everything below the folder, and itself, to the disk.

    A file that has another name too was taken over from a version, and is there already. Several
    are brought there at once: the disk takes them together.
    """
    found: list[Path] = []
    for parent, _, names in os.walk(folder):
        paths = (Path(parent, name) for name in names)
        found += (path for path in paths if path.stat().st_nlink == 1)
        found.append(Path(parent))
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        deque(pool.map(sync, found), maxlen=0)


def sync(path: Path) -> None:
    """Bring a file, or which files a folder has, to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
