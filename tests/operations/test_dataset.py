"""What is served follows the current version, and whoever reads an older one may finish."""

import json
from pathlib import Path

import pytest

from clustergraph.errors import NotFound, StoreError, VersionMissing
from clustergraph.operations.dataset import Dataset
from clustergraph.store.versions import Home
from homes import publish


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


def test_a_version_that_cannot_be_read_is_passed_over(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    served = publish(tmp_path, 1)
    dataset = Dataset(Home(tmp_path))
    dataset.current()
    _damage(publish(tmp_path, 2).path)
    assert dataset.current().version == dataset.current().version == served
    assert [record.getMessage().partition(" ")[0] for record in caplog.records] == [
        "version_refused"
    ]
    assert dataset.current().version != publish(tmp_path, 3) == dataset.current().version


def test_a_first_version_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    _damage(publish(tmp_path).path)
    with pytest.raises(StoreError, match="another version of this software"):
        Dataset(Home(tmp_path)).current()


def test_kept_versions_are_found_by_their_names(tmp_path: Path) -> None:
    first = publish(tmp_path, 1)
    publish(tmp_path, 2)
    dataset = Dataset(Home(tmp_path))
    assert dataset.version(first.id) == first
    with pytest.raises(NotFound):
        dataset.version("20200101T000000Z-0000000000000000")


def _damage(version: Path) -> None:
    (version / "version.json").write_text(json.dumps({"layout": 0}))


def _open_files_in(folder: Path) -> list[str]:
    descriptors = Path("/proc/self/fd").iterdir()
    targets = [str(path.readlink()) for path in descriptors if path.is_symlink()]
    return [target for target in targets if target.startswith(str(folder))]
