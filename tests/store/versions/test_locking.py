"""A lock is held by one, for as long as its context lasts."""

from pathlib import Path

import pytest

from clustergraph.store.versions.locking import exclusive, exclusive_within, is_free, locked


def test_what_is_held_is_free_again_when_its_context_ends(tmp_path: Path) -> None:
    assert is_free(tmp_path)
    with exclusive(tmp_path):
        assert not is_free(tmp_path)
    assert is_free(tmp_path)


def test_a_lock_that_somebody_holds_is_not_waited_for_at_once(tmp_path: Path) -> None:
    with exclusive(tmp_path), pytest.raises(BlockingIOError):
        locked(tmp_path)


def test_a_lock_is_taken_before_its_context_begins(tmp_path: Path) -> None:
    held = locked(tmp_path)
    assert not is_free(tmp_path)
    with held:
        pass
    assert is_free(tmp_path)


def test_who_waits_in_vain_is_told(tmp_path: Path) -> None:
    with locked(tmp_path), pytest.raises(TimeoutError), exclusive_within(0.02, tmp_path):
        pass
    with exclusive_within(0, tmp_path):
        assert not is_free(tmp_path)


def test_a_lock_is_let_go_by_what_fails(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), exclusive(tmp_path):
        raise ZeroDivisionError
    assert is_free(tmp_path)
