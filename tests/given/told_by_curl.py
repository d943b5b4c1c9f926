"""curl as a reader of the documents runs it: as it is shown, but to a service of the tests."""

import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from given.shown import ADDRESS

__all__ = ["sent"]


def sent(command: str, address: str, folder: Path | None = None) -> str:
    """Send a request that a document shows to a service, from a folder; return the answer."""
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl: apt-get install curl")
    words = shlex.split(command.replace(ADDRESS, address).replace("\\\n", " "))[1:]
    return subprocess.run(
        [curl, "--fail-with-body", *words], capture_output=True, text=True, check=True, cwd=folder
    ).stdout
