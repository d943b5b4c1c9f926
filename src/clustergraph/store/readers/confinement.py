"""What a process that runs others' texts gives up at first: files, network, endless memory.

The gate refuses SERVICE before a reader sees it; this holds where the gate errs.
"""

import ctypes
import os
import resource
import struct
import sys
from contextlib import suppress
from pathlib import Path

__all__ = ["confine", "limit_memory"]

_SOCKET_CALL = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}
"""By machine: the kernel's name of the architecture, and the number of its call ``socket``."""
_PR_SET_NO_NEW_PRIVS = 38
_PR_SET_SECCOMP = 22
_SECCOMP_MODE_FILTER = 2
_ALLOW = 0x7FFF0000
_FAIL_WITH_EACCES = 0x0005000D

_DATA = 5
"""Where proc(5), statm, tells how many pages the process may write to."""
_FIRST_TO_GO = "1000"
"""Out of memory, the kernel shall end a reader before anything else (proc(5), oom_score_adj)."""


def confine(*, may_connect: bool = False) -> None:
    """Let go of the parent's files, write no core files, go first out of memory, open no socket.

    Each holds where the platform has it, the last one where it may not connect to anything. To be
    called before anything is opened.
    """
    _close_inherited_files()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text(_FIRST_TO_GO)
    if may_connect:
        return
    if sys.platform == "linux" and os.uname().machine in _SOCKET_CALL:
        _forbid_sockets(*_SOCKET_CALL[os.uname().machine])


def _close_inherited_files() -> None:
    """Close all but the three standard streams: not every event loop closes them for its children.

    A reader must not hold the server's listening socket, nor a client's connection.
    """
    for name in os.listdir("/dev/fd"):  # noqa: PTH208  (numbers, no paths)
        if int(name) > 2:
            with suppress(OSError):
                os.close(int(name))


def limit_memory(spare_bytes: int) -> None:
    """Let the process take that many more bytes of memory than it has now, on Linux.

    Address space that is only set aside does not count: how much of it the allocator wants, which
    is 64 MB and more for a thread, depends on which threads meet (setrlimit(2), RLIMIT_DATA).
    """
    if sys.platform != "linux":
        return
    pages = int(Path("/proc/self/statm").read_text().split()[_DATA])
    limit = pages * os.sysconf("SC_PAGE_SIZE") + spare_bytes
    _, most = resource.getrlimit(resource.RLIMIT_DATA)
    if most != resource.RLIM_INFINITY:
        limit = min(limit, most)
    resource.setrlimit(resource.RLIMIT_DATA, (limit, most))


def _forbid_sockets(architecture: int, call: int) -> None:
    """Make the kernel answer ``socket`` with EACCES (seccomp(2)).

    The filter: load the architecture, let it pass unless it is ours; load the call's number; let it
    pass unless it is ``socket``.
    """
    load, equal, give = 0x20, 0x15, 0x06
    instructions = b"".join(
        struct.pack("=HBBI", *instruction)
        for instruction in (
            (load, 0, 0, 4),
            (equal, 0, 3, architecture),
            (load, 0, 0, 0),
            (equal, 0, 1, call),
            (give, 0, 0, _FAIL_WITH_EACCES),
            (give, 0, 0, _ALLOW),
        )
    )
    program = ctypes.create_string_buffer(instructions, len(instructions))
    header = struct.pack("@HP", len(instructions) // 8, ctypes.addressof(program))
    libc = ctypes.CDLL(None)
    libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, header, 0, 0)
