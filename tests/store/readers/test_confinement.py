"""Who runs the texts of others has given up files, sockets and endless memory before."""

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux can forbid that much")

CONFINED = """
import mmap, os, resource, socket, sys
from pathlib import Path
from clustergraph.store.readers.confinement import confine, limit_memory
inherited = int(sys.argv[1])
confine(may_connect=sys.argv[2] == "may connect")
def told(action):
    try:
        action()
        return "done"
    except Exception as error:
        return type(error).__name__
print(told(lambda: os.fstat(inherited)))
print(told(lambda: socket.socket().close()))
print(resource.getrlimit(resource.RLIMIT_CORE)[0])
print(Path("/proc/self/oom_score_adj").read_text().strip())
limit_memory(1 << 25)
print(told(lambda: bytearray(1 << 20)), told(lambda: bytearray(1 << 27)))
set_aside = mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS
print(told(lambda: mmap.mmap(-1, 1 << 30, set_aside, prot=0)))
"""


@pytest.mark.parametrize(
    ("wish", "socket"), [("nothing", "PermissionError"), ("may connect", "done")]
)
def test_it_has_no_file_no_socket_no_core_and_not_all_memory(wish: str, socket: str) -> None:
    """Address space that is only set aside is no memory, and may be had."""
    with open("/dev/null", "rb") as inherited:  # noqa: PTH123  (its number is what counts)
        told = subprocess.run(
            [sys.executable, "-P", "-c", CONFINED, str(inherited.fileno()), wish],
            stdout=subprocess.PIPE,
            pass_fds=[inherited.fileno()],
            check=True,
            text=True,
        )
    assert told.stdout.splitlines() == ["OSError", socket, "0", "1000", "done MemoryError", "done"]
