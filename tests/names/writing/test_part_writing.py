"""A part of an index is written, with all that stands beside it."""

import subprocess
import sys
from pathlib import Path

_ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from clustergraph.names.writing.storing import build_names
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (100, 100))
build_names(Path(sys.argv[1]), ())
"""


def test_a_disk_that_takes_no_more_is_told_as_that(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _ON_A_FULL_DISK, str(tmp_path / "names")]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    assert "HomeNotWritable" in ended.stderr.splitlines()[-1]
