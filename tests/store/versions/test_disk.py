"""Files are taken over as the same files, and only what is new is brought to the disk."""

import os
from pathlib import Path

import pytest

from clustergraph.errors import HomeNotWritable
from clustergraph.store.versions import disk
from clustergraph.store.versions.disk import link_below, link_file, sync_below, writing


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "old" / "deep").mkdir(parents=True)
    (tmp_path / "old" / "deep" / "file").write_text("x")
    return tmp_path / "old"


def test_a_folder_that_is_linked_has_the_same_files(folder: Path) -> None:
    new = folder.with_name("new")
    link_below(folder, new)
    assert (new / "deep" / "file").samefile(folder / "deep" / "file")


def test_where_there_are_no_hard_links_files_are_copied(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(os, "link", refuse)
    link_file(folder / "deep" / "file", folder / "other")
    assert (folder / "other").read_text() == "x"
    assert not (folder / "other").samefile(folder / "deep" / "file")


def test_what_another_version_has_too_is_on_the_disk_already(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[Path] = []
    monkeypatch.setattr(disk, "sync", synced.append)
    link_file(folder / "deep" / "file", folder / "taken")
    (folder / "new").touch()
    sync_below(folder)
    assert sorted(synced) == [folder, folder / "deep", folder / "new"]


def test_what_the_system_refuses_is_told_with_the_home(tmp_path: Path) -> None:
    with pytest.raises(HomeNotWritable, match="No such file"), writing(tmp_path):
        (tmp_path / "none" / "file").touch()
