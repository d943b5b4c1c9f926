"""The application that the settings describe."""

import subprocess
import sys

import pytest
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from clustergraph.web.app import app_from_environment


def test_the_environment_makes_the_same_service(
    small_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLUSTERGRAPH_HOME", str(small_home.path))
    monkeypatch.setenv("CLUSTERGRAPH_READERS", "1")
    with TestClient(app_from_environment()) as client:
        assert client.get("/health/ready").json() == {"version": small_home.current().id}


def test_the_service_loads_no_language() -> None:
    code = (
        "import sys, clustergraph.web.app; "
        "print([name for name in sys.modules if name.startswith('clustergraph.languages')])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
