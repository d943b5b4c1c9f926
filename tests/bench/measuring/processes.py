"""Processes as the kernel tells of them: who descends from whom, and what memory is theirs.

Only on Linux (proc(5)). Numbers of memory are bytes.
"""

import os
import re
import signal
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

__all__ = [
    "Peak",
    "alive",
    "is_reader",
    "kill",
    "peak_of",
    "processor_seconds",
    "proportional",
    "resident",
    "tree",
]

_PROC = Path("/proc")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")
_PROPORTIONAL = re.compile(r"^Pss:\s+(\d+) kB", re.MULTILINE)
_SAMPLE_SECONDS = 0.005
_GONE = (FileNotFoundError, ProcessLookupError)


def tree(root: int) -> list[int]:
    """List a process that lives and its descendants, parents first."""
    found = [root] if alive(root) else []
    parents = {pid: _parent(pid) for pid in _pids()}
    for ancestor in found:
        found += sorted(pid for pid, parent in parents.items() if parent == ancestor)
    return found


def alive(pid: int) -> bool:
    """Tell whether the process is there, and not only waits for its parent to notice its end."""
    stat = _stat(pid)
    return bool(stat) and stat[0] not in "ZX"


def is_reader(pid: int) -> bool:
    """Tell whether it is one of ours that run queries."""
    with suppress(*_GONE):
        return b"clustergraph.store.readers" in (_PROC / str(pid) / "cmdline").read_bytes()
    return False


def kill(pids: Iterable[int]) -> None:
    """End these processes at once."""
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


def resident(pids: Iterable[int]) -> int:
    """Add up what the processes hold in memory; what two of them share counts twice."""
    return sum(_resident(pid) for pid in pids)


def proportional(pids: Iterable[int]) -> int:
    """Add up what the processes hold in memory; what is shared is shared out among its holders."""
    return sum(_proportional(pid) for pid in pids)


def processor_seconds(pids: Iterable[int]) -> float:
    """Add up the processor time that the processes took, and those they started that have ended."""
    ticks = (int(part) for pid in pids for part in _stat(pid)[11:15])
    return sum(ticks) / os.sysconf("SC_CLK_TCK")


@dataclass(slots=True)
class Peak:
    """The most that some processes held in memory together, and what they held before."""

    before: int
    most: int

    @property
    def growth(self) -> int:
        """How much more it was."""
        return self.most - self.before


@contextmanager
def peak_of(pids: list[int]) -> Iterator[Peak]:
    """Watch what the processes hold in memory until the context ends."""
    before = resident(pids)
    peak = Peak(before, before)
    is_over = threading.Event()

    def watch() -> None:
        while not is_over.wait(_SAMPLE_SECONDS):
            peak.most = max(peak.most, resident(pids))

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield peak
    finally:
        is_over.set()
        watching.join()
        peak.most = max(peak.most, resident(pids))


def _pids() -> list[int]:
    return [int(path.name) for path in _PROC.iterdir() if path.name.isdecimal()]


def _parent(pid: int) -> int:
    stat = _stat(pid)
    return int(stat[1]) if stat else 0


def _stat(pid: int) -> list[str]:
    """Read what is told of a process, from its state on; nothing of one that is gone."""
    with suppress(*_GONE):
        return (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
    return []


def _resident(pid: int) -> int:
    with suppress(*_GONE):
        return int((_PROC / str(pid) / "statm").read_text().split()[1]) * _PAGE_BYTES
    return 0


def _proportional(pid: int) -> int:
    with suppress(*_GONE):
        found = _PROPORTIONAL.search((_PROC / str(pid) / "smaps_rollup").read_text())
        return int(found[1]) * 1024 if found else 0
    return 0
