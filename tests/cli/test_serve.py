"""What an operator says on the command line wins over the settings, and reaches the workers."""

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from clustergraph.cli import main
from clustergraph.settings import Settings
from clustergraph.store.versions import Home
from clustergraph.web.serving.server import ServerConfig
from given.running import serve


@pytest.mark.parametrize(
    "wrong",
    [
        ["--root-path", "kg"],
        ["--trusted-proxies", "everybody"],
    ],
)
def test_nonsense_is_refused_before_anything_starts(
    small_home: Home, wrong: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["serve", "--home", str(small_home.path), *wrong]) == 1
    assert f"CLUSTERGRAPH_{wrong[0][2:].upper().replace('-', '_')}" in capsys.readouterr().err


def test_every_line_of_a_service_is_json_where_that_is_wanted(
    small_home: Home, tmp_path: Path
) -> None:
    with serve(
        small_home.path, tmp_path / "log", log_format="json", log_level="info", readers="1"
    ) as service:
        service.query("ASK {}")
        service.get("/nowhere")
    _, *lines = (tmp_path / "log").read_text().splitlines()  # the first is for whoever started it
    told = [json.loads(line) for line in lines]
    assert {"query", "request", "message"} <= {each["event"] for each in told}
    assert all({"time", "level", "pid", "logger"} <= each.keys() for each in told)


@pytest.mark.parametrize("port", ["65536", "http"])
def test_a_port_that_cannot_be_is_wrong_use(
    small_home: Home, port: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        main(["serve", "--home", str(small_home.path), "--port", port])
    assert f"{port} is no port" in capsys.readouterr().err


def test_who_is_told_the_address_may_come_at_once(small_home: Home) -> None:
    with socket.create_server(("127.0.0.1", 0)) as free:
        address: tuple[str, int] = free.getsockname()
    command = [sys.executable, "-m", "clustergraph", "serve", "--home", str(small_home.path)]
    with subprocess.Popen([*command, "--port", str(address[1])], stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        try:
            assert process.stdout.readline().startswith(b"ClusterGraph on http://127.0.0.1:")
            with socket.create_connection(address, timeout=20) as line:
                line.sendall(b"GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n")
                assert line.recv(100).startswith(b"HTTP/1.1 200 ")
        finally:
            process.terminate()


def test_a_worker_that_starts_slowly_is_not_replaced_by_one_that_does_too(
    small_home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Uvicorn waits for five seconds, which are too few on a machine that has other work."""
    told: list[ServerConfig] = []

    def begin(config: ServerConfig, _: socket.socket) -> bool:
        told.append(config)
        return True

    monkeypatch.setattr("clustergraph.cli.serve.serve", begin)
    monkeypatch.setattr(Settings, "export", lambda _: None)
    assert main(["serve", "--home", str(small_home.path), "--port", "0"]) == 0
    assert told[0].timeout_worker_healthcheck >= 20
