"""What an operator says on the command line wins over the settings, and reaches the workers."""

import json
from pathlib import Path

import pytest

from clustergraph.cli import main
from clustergraph.store.versions import Home
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
