"""A draft becomes a version whole or not at all, and leaves nothing behind."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest

from clustergraph.errors import HomeNotWritable
from clustergraph.names.writing.storing import build_names
from clustergraph.store.graph import GraphStore
from clustergraph.store.integrity import content_hash
from clustergraph.store.versions import Home, clear_drafts, drafting
from clustergraph.store.versions.locking import exclusive
from clustergraph.store.writing import write_store
from given.homes import numbered_quads, publish


def test_the_version_published_last_is_the_current_one(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    second = publish(tmp_path, 2)
    assert Home(tmp_path).current() == second


def test_the_same_content_publishes_nothing_new(tmp_path: Path) -> None:
    assert publish(tmp_path, 2) == publish(tmp_path, 2)
    assert len(Home(tmp_path).versions()) == 1


def test_content_that_comes_back_is_a_version_again(tmp_path: Path) -> None:
    publish(tmp_path, 1)
    publish(tmp_path, 2)
    assert publish(tmp_path, 1) == Home(tmp_path).current()


def test_a_home_that_is_no_folder_is_refused_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("")
    with pytest.raises(HomeNotWritable, match="home can't be written"):
        publish(tmp_path / "home")


def _give_up(home: Home) -> None:
    with drafting(home) as draft:
        draft.keep_report({})
        raise ZeroDivisionError


def test_a_draft_that_is_given_up_leaves_nothing(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with pytest.raises(ZeroDivisionError):
        _give_up(home)
    assert not list((tmp_path / "drafts").iterdir())
    assert home.versions() == []


_DIE_WHILE_BUILDING = """
import os, signal, sys
from pathlib import Path
from clustergraph.store.versions import Home, drafting
with drafting(Home(Path(sys.argv[1]))) as draft:
    draft.keep_report({})
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_the_draft_of_a_builder_that_died_goes_with_the_next_build(tmp_path: Path) -> None:
    builder = subprocess.run([sys.executable, "-c", _DIE_WHILE_BUILDING, tmp_path], check=False)
    assert builder.returncode == -signal.SIGKILL
    assert list((tmp_path / "drafts").iterdir())
    publish(tmp_path)
    assert not list((tmp_path / "drafts").iterdir())


def test_clearing_drafts_spares_those_of_living_builders(tmp_path: Path) -> None:
    home = Home(tmp_path)
    clear_drafts(home)
    with drafting(home) as draft:
        (home.drafts_path / "of-a-dead-builder").mkdir()
        clear_drafts(home)
        assert [each.name for each in home.drafts_path.iterdir()] == [draft.store_path.parent.name]


def test_the_draft_of_a_living_builder_stays(tmp_path: Path) -> None:
    with drafting(Home(tmp_path)) as draft:
        draft.keep_report({})
        publish(tmp_path)
        assert draft.store_path.parent.exists()


_MODULE = "clustergraph.store.versions.draft"


class _Hours(datetime):
    """A clock on which an hour passes between any two looks at it."""

    _looks = 0

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Hours":
        cls._looks += 1
        return cls(2026, 11, 22, tzinfo=tz or UTC) + timedelta(hours=cls._looks)


def test_two_builders_of_the_same_content_publish_it_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other one publishes while this one waits for its turn."""
    home = Home(tmp_path)

    @contextmanager
    def late(folder: Path) -> Iterator[None]:
        monkeypatch.setattr(f"{_MODULE}.exclusive", exclusive)
        other = publish(tmp_path)
        assert other.id == home.current_id
        with exclusive(folder):
            yield

    monkeypatch.setattr(f"{_MODULE}.datetime", _Hours)
    with drafting(home) as draft:
        write_store(draft.store_path, numbered_quads(3))
        build_names(draft.names_path, [])
        draft.adjacency_path.mkdir()
        content = content_hash(GraphStore.open(draft.store_path))
        monkeypatch.setattr(f"{_MODULE}.exclusive", late)
        published = draft.publish(content)
    assert [version.id for version in home.versions()] == [published.id]


@pytest.mark.parametrize("part", ["names", "adjacency"])
def test_the_same_content_indexed_otherwise_is_another_version(tmp_path: Path, part: str) -> None:
    home = Home(tmp_path)
    published = []
    for stamp in ("one", "one", "other"):
        with drafting(home) as draft:
            write_store(draft.store_path, numbered_quads(3))
            build_names(draft.names_path, [])
            draft.adjacency_path.mkdir()
            content = content_hash(GraphStore.open(draft.store_path))
            names, adjacency = (stamp if part == each else "" for each in ("names", "adjacency"))
            published.append(draft.publish(content, names=names, adjacency=adjacency))
    first, again, other = published
    assert first == again != other
    assert (other.stamps[part], home.current_id) == ("other", other.id)
