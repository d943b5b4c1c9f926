"""A version that was written onto another one has its files in common with it, and follows it."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

import pytest

from clustergraph.errors import HomeNotWritable, OthersWrite, StateChanged
from clustergraph.store.versions import Home, Version, drafting
from clustergraph.store.versions.disk import link_file, sync_below
from given.homes import publish


def _write_after(home: Home, previous: Version) -> Version:
    with drafting(home) as draft:
        draft.take_over(previous)
        draft.store_path.mkdir()
        return draft.publish_after(previous, sha256(previous.id.encode()).hexdigest())


def test_what_was_written_follows_the_version_before(tmp_path: Path) -> None:
    built = publish(tmp_path)
    home = Home(tmp_path)
    first = _write_after(home, built)
    second = _write_after(home, first)
    assert home.current() == second
    assert (first.previous_id, second.previous_id) == (built.id, first.id)
    assert (built.previous_id, built.built_id) == (None, built.id)
    assert first.built_id == second.built_id == built.id


def test_all_but_the_store_is_taken_over_as_the_same_files(tmp_path: Path) -> None:
    built = publish(tmp_path)
    (built.path / "report.json").write_text("{}")
    written = _write_after(Home(tmp_path), built)
    files = [path for path in built.names_path.rglob("*") if path.is_file()]
    for file in (*files, built.path / "report.json"):
        assert file.samefile(written.path / file.relative_to(built.path))
    assert list(written.store_path.iterdir()) == []


def test_nothing_is_written_onto_a_version_that_is_not_current_any_more(tmp_path: Path) -> None:
    built = publish(tmp_path, 1)
    now = publish(tmp_path, 2)
    with pytest.raises(StateChanged, match=now.id):
        _write_after(Home(tmp_path), built)
    assert Home(tmp_path).current() == now


def test_a_plain_version_stays_plain_when_it_is_written_to(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with drafting(home) as draft:
        for part in (draft.store_path, draft.names_path, draft.adjacency_path):
            part.mkdir()
        plain = draft.publish("00" * 32, is_plain=True)
    assert plain.is_plain
    assert _write_after(home, plain).is_plain
    assert not publish(tmp_path).is_plain


@pytest.mark.parametrize("clock", [timedelta(days=-30), timedelta(days=+30)])
def test_versions_follow_each_other_though_the_clock_jumps(
    tmp_path: Path, clock: timedelta
) -> None:
    home = Home(tmp_path)
    built = publish(tmp_path)
    manifest = json.loads((built.path / "version.json").read_text())
    manifest["created"] = (datetime.now(UTC) - clock).isoformat()
    (built.path / "version.json").write_text(json.dumps(manifest))
    written = _write_after(home, home.current())
    assert [version.id for version in home.versions()] == [built.id, written.id]
    assert home.find("previous") == built


def test_only_one_changes_what_is_current(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with home.alone(1), pytest.raises(OthersWrite), Home(tmp_path).alone(0.02):
        pytest.fail("two at once")
    with home.alone(0):
        pass


def test_who_wrote_alone_and_died_holds_nobody_up(tmp_path: Path) -> None:
    die = """
import os, signal, sys
from pathlib import Path
from clustergraph.store.versions import Home
with Home(Path(sys.argv[1])).alone(0):
    os.kill(os.getpid(), signal.SIGKILL)
"""
    subprocess.run([sys.executable, "-c", die, tmp_path], check=False)
    with Home(tmp_path).alone(0):
        pass


def test_a_home_that_is_no_folder_can_t_be_held(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(HomeNotWritable), Home(tmp_path / "home").alone(0):
        pass


def test_a_file_is_copied_where_it_can_t_be_linked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    (tmp_path / "one").write_text("text")
    monkeypatch.setattr(os, "link", refuse)
    link_file(tmp_path / "one", tmp_path / "other")
    assert (tmp_path / "other").read_text() == "text"
    assert not (tmp_path / "other").samefile(tmp_path / "one")


def test_only_files_of_its_own_are_brought_to_the_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought: list[Path] = []
    real = os.fsync

    def noting(descriptor: int) -> None:
        brought.append(Path(f"/proc/self/fd/{descriptor}").readlink())
        real(descriptor)

    (tmp_path / "version").mkdir()
    (tmp_path / "elsewhere").write_text("")
    link_file(tmp_path / "elsewhere", tmp_path / "version" / "taken-over")
    (tmp_path / "version" / "own").write_text("")
    monkeypatch.setattr(os, "fsync", noting)
    sync_below(tmp_path / "version")
    assert sorted(brought) == [tmp_path / "version", tmp_path / "version" / "own"]
