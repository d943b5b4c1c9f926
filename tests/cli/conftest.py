"""Commands as a user types them: through ``main``."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from clustergraph.cli import main

Run: TypeAlias = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command; gives the exit code, standard output and standard error."""

    def run_(*arguments: str | Path) -> tuple[int, str, str]:
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as stop:
            code = int(stop.code or 0)
        output = capfd.readouterr()
        return code, output.out, output.err

    return run_


@pytest.fixture
def documents(tmp_path: Path) -> Path:
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "news.txt").write_text(
        "The project Alpha is funded by the Government of Finland.\n", encoding="utf-8"
    )
    return folder
