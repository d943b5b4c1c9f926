"""Versions are whole or not there, never change, and exactly one of them is current."""

import shutil
from pathlib import Path
from threading import Thread

import pytest

from clustergraph.errors import VersionMissing, VersionNeeded
from clustergraph.store.versions import Home
from clustergraph.store.versions.locking import exclusive
from given.homes import publish


def test_all_versions_are_kept_in_the_order_of_their_making(tmp_path: Path) -> None:
    made = [publish(tmp_path, count) for count in (3, 1, 2)]
    assert Home(tmp_path).versions() == made


def test_an_older_version_can_be_made_current_again(tmp_path: Path) -> None:
    first, _ = publish(tmp_path, 1), publish(tmp_path, 2)
    Home(tmp_path).switch(first)
    assert Home(tmp_path).current() == first


def test_the_link_stays_right_when_the_home_is_moved(tmp_path: Path) -> None:
    version = publish(tmp_path / "here")
    shutil.move(tmp_path / "here", tmp_path / "there")
    assert Home(tmp_path / "there").current().id == version.id


def test_a_home_without_a_version_says_how_to_get_one(tmp_path: Path) -> None:
    with pytest.raises(VersionMissing, match="clustergraph build"):
        Home(tmp_path).current()


@pytest.mark.parametrize("id_", ["", "..", "../versions", "20260101T000000Z-0123456789abcdef", "x"])
def test_a_name_that_is_no_version_leads_nowhere(tmp_path: Path, id_: str) -> None:
    publish(tmp_path)
    with pytest.raises(VersionMissing):
        Home(tmp_path).version(id_)


def test_a_version_is_found_by_the_beginning_of_its_id_or_of_its_hash(tmp_path: Path) -> None:
    first, second = publish(tmp_path, 1), publish(tmp_path, 2)
    home = Home(tmp_path)
    assert home.find(first.id) == first
    assert home.find(first.id[:-1]) == first
    assert home.find(second.content_hash[:6]) == second


def test_a_version_is_found_by_its_place(tmp_path: Path) -> None:
    first, second = publish(tmp_path, 1), publish(tmp_path, 2)
    assert Home(tmp_path).find("current") == second
    assert Home(tmp_path).find("previous") == first
    Home(tmp_path).switch(first)
    with pytest.raises(VersionMissing, match="no version before"):
        Home(tmp_path).find("previous")


@pytest.mark.parametrize("name", ["", "x", "..", "2025"])
def test_a_name_that_means_no_version_is_one_sentence(tmp_path: Path, name: str) -> None:
    publish(tmp_path)
    with pytest.raises(VersionMissing, match="There is no version"):
        Home(tmp_path).find(name)


def test_a_name_that_may_mean_several_versions_lists_them(tmp_path: Path) -> None:
    made = [publish(tmp_path, count) for count in (1, 2)]
    with pytest.raises(VersionMissing, match="give more of the id") as caught:
        Home(tmp_path).find("20")
    assert all(version.id in str(caught.value) for version in made)


def test_a_version_that_is_removed_is_gone(tmp_path: Path) -> None:
    first, second = publish(tmp_path, 1), publish(tmp_path, 2)
    Home(tmp_path).remove(first)
    assert Home(tmp_path).versions() == [second]
    assert not list((tmp_path / "drafts").iterdir())


def test_the_current_version_cannot_be_removed(tmp_path: Path) -> None:
    version = publish(tmp_path)
    with pytest.raises(VersionNeeded, match="rollback"):
        Home(tmp_path).remove(version)
    assert Home(tmp_path).current() == version


def test_pruning_keeps_the_newest_and_the_current_version(tmp_path: Path) -> None:
    first, second, third, fourth = (publish(tmp_path, count) for count in (1, 2, 3, 4))
    home = Home(tmp_path)
    home.switch(first)
    assert sorted(home.prune(1)) == sorted([second.id, third.id])
    assert home.versions() == [first, fourth]
    assert home.prune(1) == []


def test_pruning_removes_what_cannot_be_read_too(tmp_path: Path) -> None:
    damaged, version = publish(tmp_path, 1), publish(tmp_path, 2)
    (damaged.path / "version.json").unlink()
    assert Home(tmp_path).prune(5) == [damaged.id]
    assert Home(tmp_path).current() == version


def test_pruning_a_home_that_is_not_there_removes_nothing(tmp_path: Path) -> None:
    assert Home(tmp_path / "none").prune(1) == []
    (tmp_path / "file").touch()
    assert Home(tmp_path / "file").prune(1) == []


def test_a_builder_that_publishes_is_waited_for_before_anything_is_removed(tmp_path: Path) -> None:
    """Between its folder's coming and the link's, a version is not current, but it is needed."""
    publish(tmp_path, 1)
    home = Home(tmp_path)
    removed: list[str] = []
    with exclusive(home.versions_path):  # as a builder holds it
        pruning = Thread(target=lambda: removed.extend(home.prune(1)))
        pruning.start()
        pruning.join(0.2)
        assert pruning.is_alive()
    pruning.join()
    assert removed == []


def test_a_version_that_was_removed_cannot_be_made_current(tmp_path: Path) -> None:
    first, second = publish(tmp_path, 1), publish(tmp_path, 2)
    Home(tmp_path).remove(first)
    with pytest.raises(VersionMissing):
        Home(tmp_path).switch(first)
    assert Home(tmp_path).current() == second
