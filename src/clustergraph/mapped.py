"""Files of a version that are read where they lie: nothing is loaded, and processes share them."""

import mmap
from pathlib import Path

__all__ = ["mapped"]


def mapped(path: Path) -> memoryview:
    """Map a file into memory, for reading; it may be removed meanwhile.

    Raises:
        OSError: when it is not there.
    """
    with path.open("rb") as file:
        if not path.stat().st_size:  # which can't be mapped
            return memoryview(b"")
        return memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
