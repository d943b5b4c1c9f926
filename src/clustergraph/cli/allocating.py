"""How the GNU C library gives out memory to a service: a choice that is made before it begins."""

import os
import platform
import sys
from typing import Final

__all__ = ["begin_with_quick_memory"]

_VARIABLE: Final = "GLIBC_TUNABLES"
_CHOICE: Final = "glibc.malloc.tcache_count=200:glibc.malloc.hugetlb=1"
"""The engine takes and gives back memory all the time. With more of it kept at hand, and in large
pages, lookups take about two thirds of the time and other queries about nine tenths."""


def begin_with_quick_memory() -> None:
    """Begin this process again with that choice, unless somebody made one or it means nothing.

    It can't be made later. The processes that this one starts have it too.
    """
    if _VARIABLE in os.environ or platform.libc_ver()[0] != "glibc":
        return
    os.environ[_VARIABLE] = _CHOICE
    os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606  (ourselves)
