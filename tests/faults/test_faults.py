"""Whatever ends, fills up, goes away or goes wrong: nothing that was acknowledged is lost."""

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

import pytest
from pyoxigraph import Literal, NamedNode

from clustergraph.errors import NotFound, StoreError
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.moving.pack import pack_into
from clustergraph.operations.moving.unpack import unpack_from
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home, Version
from faults.doing import ACTIONS, home_of, property_of
from faults.killing import Killing, surroundings
from given.homes import numbered_quads, publish, publish_quads


def _numbers(version: Version) -> set[int]:
    """Return what was written by the updates of ``faults.doing``."""
    said = GraphStore.open(version.store_path).quads(None, NamedNode(property_of("update")))
    return {int(quad.object.value) for quad in said if isinstance(quad.object, Literal)}


def test_whoever_is_killed_loses_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    killing = Killing(folder=tmp_path, chance=random.Random(7), hurry=4)
    killing.begin()
    for action in ACTIONS:
        killing.kill(action)
    assert killing.wrong == []
    assert sum(killing.kills.values()) == len(ACTIONS)


@contextmanager
def _updating(folder: Path, first: int) -> Iterator["subprocess.Popen[str]"]:
    command = [sys.executable, "-m", "faults.doing", "update", str(folder), str(first)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, env=surroundings(), start_new_session=True
    ) as process:
        yield process


def test_two_who_write_at_once_both_find_their_own(tmp_path: Path) -> None:
    publish(tmp_path / "home")
    acknowledged: set[int] = set()
    with _updating(tmp_path, 1) as one, _updating(tmp_path, 1_000) as other:
        for process in (one, other):
            assert process.stdout is not None
            for _ in range(6):  # the first line says that it is ready
                acknowledged.update(int(n) for n in [process.stdout.readline()] if n != "ready\n")
        for process in (one, other):
            os.killpg(process.pid, signal.SIGKILL)
            assert process.stdout is not None
            acknowledged.update(int(line) for line in process.stdout if line.endswith("\n"))
    assert min(acknowledged) < 1_000 <= max(acknowledged)
    assert acknowledged <= _numbers(home_of(tmp_path).current())


def test_a_reader_of_a_version_that_is_pruned_reads_it_to_its_end(tmp_path: Path) -> None:
    home = home_of(tmp_path)
    old = publish_quads(home, numbered_quads(5_000))
    held = Dataset(home).current()
    reading = held.graph.quads()
    next(reading)
    for number in (1, 2):
        ACTIONS["update"](tmp_path, number)
    home.prune(1)
    assert not old.path.exists()
    assert sum(1 for _ in reading) + 1 == sum(1 for _ in held.graph.quads()) >= 5_000
    assert held.names.search("anything").hits == ()
    with pytest.raises(NotFound):
        Dataset(home).version(old.id)


class _Jumping(datetime):
    """A clock that jumps by years, forth and back, whenever somebody looks at it."""

    jumps = iter(())

    @classmethod
    def now(cls, tz: tzinfo | None = None) -> "_Jumping":
        return cls(2026, 11, 22, tzinfo=tz or UTC) + timedelta(days=next(cls.jumps))


def test_a_clock_that_jumps_loses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    home = home_of(tmp_path)
    publish(home.path)
    days = random.Random(3).choices(range(-3_000, 3_000), k=100)
    monkeypatch.setattr(_Jumping, "jumps", iter(days))
    monkeypatch.setattr("clustergraph.store.versions.draft.datetime", _Jumping)
    made = [home.current()]
    for number in range(8):
        ACTIONS["update"](tmp_path, number)
        made.append(home.current())
        assert home.find("previous") == made[-2]
    assert home.versions() == made
    assert _numbers(home.current()) == set(range(8))
    home.prune(1)
    assert home.versions() == made[-1:]


# -- A disk that is full ---------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MB, on which a home lies."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounting = ["mount", "-t", "tmpfs", "-o", "size=24m", "tmpfs", str(disk)]
    if os.geteuid() or subprocess.run(mounting, check=False, capture_output=True).returncode:
        pytest.skip("only root may mount a small disk, and not everywhere")
    try:
        yield disk
    finally:
        subprocess.run(["umount", "--lazy", str(disk)], check=True)


def test_a_full_disk_loses_nothing_and_the_next_write_is_fine(small_disk: Path) -> None:
    home = home_of(small_disk)
    publish(home.path)
    done = refused = 0
    for room in (0, 10_000, 40_000, 100_000, 300_000, 1_000_000):
        with _full(small_disk, room):
            before = home.current()
            try:
                ACTIONS["update"](small_disk, done)
                done += 1
            except StoreError:
                assert home.current() == before
                refused += 1
        assert _numbers(home.current()) == set(range(done))
        for version in home.versions():
            version.check()
    assert refused
    ACTIONS["update"](small_disk, done)
    assert _numbers(home.current()) == set(range(done + 1))
    assert not list(home.drafts_path.iterdir())


@contextmanager
def _full(disk: Path, room: int) -> Iterator[None]:
    """Fill a disk until there is only so much room in bytes."""
    ballast = disk / "ballast"
    (disk / f"{os.getpid()}.rq").write_bytes(b" " * 4_096)  # what is sent has its place
    free = os.statvfs(disk)
    with ballast.open("wb") as file:
        os.posix_fallocate(file.fileno(), 0, max(1, free.f_bavail * free.f_frsize - room))
    try:
        yield
    finally:
        ballast.unlink()


def test_a_full_disk_takes_no_version_in(small_disk: Path, tmp_path: Path) -> None:
    pack_into(publish(tmp_path / "other", 3_000), tmp_path / "file")
    home = Home(small_disk / "home")
    with _full(small_disk, 40_000), pytest.raises(StoreError, match="No space"):
        unpack_from(tmp_path / "file", home)
    assert home.versions() == []
    assert unpack_from(tmp_path / "file", home) in home.versions()
