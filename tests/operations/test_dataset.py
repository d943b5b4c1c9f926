"""What is served follows the current version, and whoever reads an older one may finish."""

import json
import shutil
from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest

from clustergraph.errors import NotFound, StoreError, VersionMissing
from clustergraph.names import NameIndex
from clustergraph.operations.dataset import Dataset
from clustergraph.store.versions import Home
from given.homes import publish


def test_a_new_version_is_served_without_a_restart(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path))
    assert len(dataset.current().graph) == 1
    new = publish(tmp_path, 2)
    assert not dataset.is_fresh
    assert (dataset.current().version, len(dataset.current().graph)) == (new, 2)
    assert dataset.is_fresh


def test_while_nothing_changes_nothing_is_opened(tmp_path: Path) -> None:
    publish(tmp_path)
    dataset = Dataset(Home(tmp_path))
    assert dataset.current() is dataset.current()


def test_who_reads_an_older_version_reads_on(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path))
    older = dataset.current()
    publish(tmp_path, 2)
    dataset.current()
    assert len(older.graph) == 1


def test_an_old_version_closes_with_its_last_use(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path))
    first = dataset.current().version
    publish(tmp_path, 2)
    dataset.current()
    assert not _open_files_in(first.path)


def test_a_first_version_is_served_when_it_comes(tmp_path: Path) -> None:
    dataset = Dataset(Home(tmp_path))
    with pytest.raises(VersionMissing):
        dataset.current()
    publish(tmp_path, 4)
    assert len(dataset.current().graph) == 4


def _of_another_layout(version: Path) -> None:
    (version / "version.json").write_text(json.dumps({"layout": 0}))


def _without_store(version: Path) -> None:
    (version / "store" / "CURRENT").unlink()


def _with_broken_names(version: Path) -> None:
    (version / "names" / "meta.json").write_text("{")


_DAMAGES = (_of_another_layout, _without_store, _with_broken_names)


@pytest.mark.parametrize("damage", _DAMAGES)
def test_a_version_that_cannot_be_read_is_passed_over_and_logged_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, damage: Callable[[Path], None]
) -> None:
    served = publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path))
    dataset.current()
    damage(publish(tmp_path, 2).path)
    assert dataset.current().version == dataset.current().version == served
    assert dataset.is_fresh
    assert [record.getMessage() for record in caplog.records] == ["version_refused"]
    assert dataset.current().version != publish(tmp_path, 3) == dataset.current().version


def test_a_version_that_could_not_be_read_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("clustergraph.operations.dataset._TRY_AGAIN_AFTER_SECONDS", 0.0)
    first = publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path), open_names=_refusing(3))
    assert dataset.current().version == first
    second = publish(tmp_path, 2)
    assert dataset.current().version == dataset.current().version == first
    assert dataset.current().version == second
    assert [record.getMessage() for record in caplog.records] == ["version_refused"]


def _refusing(until: int) -> Callable[[Path, NameIndex | None], NameIndex]:
    """Open the first names and then none until so many calls, as where files have run out."""
    calls = count()

    def open_names(path: Path, _: NameIndex | None) -> NameIndex:
        if 0 < next(calls) < until:
            raise StoreError("Too many open files.")
        return NameIndex.open(path)

    return open_names


def test_a_version_that_is_replaced_and_removed_while_it_is_read_is_not_held_against_its_successor(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    publish(tmp_path, 1)
    home = Home(tmp_path)
    overtaken = count()

    def open_names(path: Path, _: NameIndex | None) -> NameIndex:
        if next(overtaken) == 1:
            publish(tmp_path, 3)
            home.prune(1)
        return NameIndex.open(path)

    dataset = Dataset(home, open_names=open_names)
    dataset.current()
    publish(tmp_path, 2)
    assert len(dataset.current().graph) == 3
    assert caplog.records == []


def test_a_first_version_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    _of_another_layout(publish(tmp_path).path)
    with pytest.raises(StoreError, match="another version of this software"):
        Dataset(Home(tmp_path)).current()


def test_kept_versions_are_found_by_their_names(tmp_path: Path) -> None:
    first = publish(tmp_path, 1)
    publish(tmp_path, 2)
    dataset = Dataset(Home(tmp_path))
    assert dataset.version(first.id) == first
    with pytest.raises(NotFound):
        dataset.version("20200101T000000Z-0000000000000000")


@pytest.mark.parametrize("damage", [_of_another_layout, shutil.rmtree])
def test_a_version_that_is_kept_no_more_or_cannot_be_read_is_not_found(
    tmp_path: Path, damage: Callable[[Path], None]
) -> None:
    older = publish(tmp_path, 1)
    publish(tmp_path, 2)
    damage(older.path)
    with pytest.raises(NotFound, match=older.id):
        Dataset(Home(tmp_path)).version(older.id)


def _open_files_in(folder: Path) -> list[str]:
    descriptors = Path("/proc/self/fd").iterdir()
    targets = [str(path.readlink()) for path in descriptors if path.is_symlink()]
    return [target for target in targets if target.startswith(str(folder))]
