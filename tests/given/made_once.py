"""What takes long to make and is made once for all processes that run tests side by side."""

import fcntl
import os
import pickle
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

__all__ = ["made_once"]

_Made = TypeVar("_Made")


def made_once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], _Made]
) -> tuple[Path, _Made]:
    """Return the folder in which it was made, and what it is, which must be able to be pickled.

    The processes of one run have it together: a test must leave it as it is.
    """
    base = factory.getbasetemp()
    kept = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / f"{name}.pickle"
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            folder = factory.mktemp(name)
            kept.write_bytes(pickle.dumps((folder, make(folder))))
    found: tuple[Path, _Made] = pickle.loads(kept.read_bytes())
    return found
