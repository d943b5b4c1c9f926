"""Settings come from the environment or a file, and nonsense is refused before anything starts."""

import os
from pathlib import Path

import pytest
from pydantic import ValidationError

from clustergraph.settings import Settings


@pytest.fixture(autouse=True)
def nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name in list(os.environ):
        if name.startswith("CLUSTERGRAPH_"):
            monkeypatch.delenv(name)


def test_everything_has_a_default() -> None:
    assert Settings().home == Path(".clustergraph")
    assert Settings().readers >= 1


def test_the_environment_wins_over_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "clustergraph.toml").write_text("readers = 7\nqueue_length = 5\n")
    monkeypatch.setenv("CLUSTERGRAPH_READERS", "3")
    assert (Settings().readers, Settings().queue_length) == (3, 5)


@pytest.mark.parametrize(
    "line", ["readers = 0", "raeders = 2", "query_timeout_seconds = -1", 'document_texts = "half"']
)
def test_nonsense_is_refused(tmp_path: Path, line: str) -> None:
    (tmp_path / "clustergraph.toml").write_text(line)
    with pytest.raises(ValidationError):
        Settings()


def test_every_setting_is_listed_with_what_it_is_for() -> None:
    rows = list(Settings().rows())
    assert {variable for variable, _, _ in rows} == {
        f"CLUSTERGRAPH_{name.upper()}" for name in Settings.model_fields
    }
    assert all(description.endswith(".") for _, _, description in rows)


def test_what_is_exported_is_read_again(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(os, "environ", dict(os.environ))
    settings = Settings(home=tmp_path, query_timeout_seconds=1.5)
    settings.export()
    assert Settings() == settings
