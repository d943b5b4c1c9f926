"""``clustergraph mcp`` where it can't begin; what it does otherwise is tested with its server."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from clustergraph.store.versions import Home

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def without_mcp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let it seem as if the package ``mcp`` were not installed."""
    for name in [name for name in sys.modules if name.startswith("clustergraph.mcp_server")]:
        monkeypatch.delitem(sys.modules, name)
    for name in [name for name in sys.modules if name.partition(".")[0] == "mcp"]:
        monkeypatch.setitem(sys.modules, name, None)
    monkeypatch.setitem(sys.modules, "mcp", None)


@pytest.mark.usefixtures("without_mcp")
def test_without_its_package_the_way_to_it_is_told_in_one_sentence(run: Run) -> None:
    code, out, err = run("mcp", "--url", "http://127.0.0.1:8000")
    assert (code, out) == (1, "")
    assert err == (
        "clustergraph: A server for language models needs mcp; install it with: "
        "pip install 'clustergraph[mcp]'\n"
    )


def test_what_is_no_address_is_refused(run: Run) -> None:
    code, out, err = run("mcp", "--url", "localhost:8000")
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "such as http://127.0.0.1:8000" in err


def test_a_home_without_a_version_is_told(run: Run, tmp_path: Path) -> None:
    code, out, err = run("mcp", "--home", tmp_path)
    assert (code, out, err.count("\n")) == (1, "", 1)
    assert "clustergraph build" in err


def test_a_service_and_a_home_are_not_asked_together(run: Run, tmp_path: Path) -> None:
    code, _, err = run("mcp", "--home", tmp_path, "--url", "http://127.0.0.1:8000")
    assert code == 2
    assert "not allowed with" in err


def test_it_ends_when_its_host_goes_away_and_writes_nothing_of_its_own(small_home: Home) -> None:
    command = [sys.executable, "-m", "clustergraph", "mcp", "--home", str(small_home.path)]
    ended = subprocess.run(command, check=False, stdin=subprocess.DEVNULL, capture_output=True)
    assert (ended.returncode, ended.stdout, ended.stderr) == (0, b"", b"")
