"""The process that writes needs nobody to end it."""

import subprocess
import sys


def test_the_program_ends_when_its_parent_does() -> None:
    command = [sys.executable, "-m", "clustergraph.operations.writing.program"]
    ended = subprocess.run(command, stdin=subprocess.DEVNULL, timeout=60, check=False)
    assert ended.returncode == 0
