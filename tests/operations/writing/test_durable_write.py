"""What is acknowledged is on the disk: all of it before the link is switched, and then the link."""

import os
from pathlib import Path

import pytest

from clustergraph.operations.writing.write import write
from clustergraph.store.versions import Home
from given.orders import update_order


def test_all_that_is_new_is_on_the_disk_before_it_is_current_and_the_link_before_it_is_told(
    built: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = built.current_id
    synced: list[tuple[str, bool]] = []
    fsync = os.fsync

    def noting(descriptor: int) -> None:
        fsync(descriptor)
        path = str(Path(f"/proc/self/fd/{descriptor}").readlink())
        synced.append((path, built.current_id == before))

    monkeypatch.setattr(os, "fsync", noting)
    written = write(update_order(tmp_path, "INSERT DATA { <a> <b> <c> }"), built)
    early = [path for path, is_before in synced if is_before]
    version = built.version(written.version)
    own = {path.name for path in version.path.rglob("*") if path.is_file() and _is_own(path)}
    assert {"version.json", "writes.jsonl", "CURRENT"} <= own
    folders = {path.name for path in version.path.rglob("*") if path.is_dir()}
    assert own | folders <= {Path(path).name for path in early}
    assert early[-1] == str(built.versions_path)
    assert synced[-1] == (str(built.path), False)


def _is_own(path: Path) -> bool:
    return path.stat().st_nlink == 1
