"""A version may lie among the others before, or without, being the current one."""

from pathlib import Path

import pytest

from clustergraph.errors import StateChanged
from clustergraph.store.versions import Home, Version, drafting, scratch
from given.homes import publish


def _lay_by(home: Home) -> Version:
    with drafting(home) as draft:
        for part in (draft.store_path, draft.names_path, draft.adjacency_path):
            part.mkdir()
        return draft.publish("ab" * 32, is_current=False)


def _write_after(home: Home, previous: Version, *, instead_of: Version) -> Version:
    with drafting(home) as draft:
        draft.take_over(previous)
        draft.store_path.mkdir()
        return draft.publish_after(previous, "cd" * 32, instead_of=instead_of)


def test_a_version_that_is_laid_by_leaves_the_current_one(tmp_path: Path) -> None:
    current, home = publish(tmp_path), Home(tmp_path)
    laid_by = _lay_by(home)
    assert home.current() == current
    assert home.versions() == [current, laid_by]


def test_what_is_written_onto_it_takes_the_place_of_the_current_one(tmp_path: Path) -> None:
    current, home = publish(tmp_path), Home(tmp_path)
    laid_by = _lay_by(home)
    written = _write_after(home, laid_by, instead_of=current)
    assert home.current() == written
    assert (written.previous_id, written.built_id) == (laid_by.id, laid_by.id)


def test_it_does_not_take_the_place_of_another_one(tmp_path: Path) -> None:
    old, home = publish(tmp_path, 1), Home(tmp_path)
    laid_by = _lay_by(home)
    current = publish(tmp_path, 2)
    with pytest.raises(StateChanged, match=current.id):
        _write_after(home, laid_by, instead_of=old)
    assert home.current() == current


def test_a_version_from_elsewhere_is_taken_in_and_is_not_current(tmp_path: Path) -> None:
    other = publish(tmp_path / "other", 1)
    current, home = publish(tmp_path / "home", 2), Home(tmp_path / "home")
    with scratch(home) as folder:
        other.path.rename(folder / "version")
        taken = home.take_in(Version(other.id, folder / "version"))
    assert taken == home.version(other.id)
    assert home.current() == current
