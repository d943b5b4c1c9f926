"""A table that is brought along tells what was written since, and the one before what it told."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.model import Iri
from clustergraph.store.adjacency import (
    Adjacency,
    Bundle,
    Difference,
    Key,
    Members,
    Way,
    bring_along,
)
from clustergraph.store.versions.disk import link_below

POLAND, PLACE, SAID = (Iri(f"https://example.org/{name}") for name in ("poland", "in", "said"))
COMING: Key = (Way.INCOMING, PLACE, "")
TEXTS: Key = (Way.SAID, SAID, "")


def things(numbers: Iterable[int]) -> list[Iri]:
    return [Iri(f"https://example.org/thing/{number:04}") for number in numbers]


def rank(_way: Way, member: Iri) -> str:
    return member


def brought(folder: Path, *differences: Difference) -> str:
    return bring_along(folder, differences, rank)


def told(folder: Path, thing: Iri = POLAND) -> dict[Key, tuple[int, list[Iri]]]:
    return {
        (each.way, each.property, each.kind or ""): (each.total, list(each.members))
        for each in Adjacency.open(folder).of(thing)
    }


def layers(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "recent").glob("*")}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A table of every second thing."""
    members = things(range(0, 1_000, 2))
    bundles = [
        Bundle(thing=POLAND, way=Way.INCOMING, property=PLACE, total=500, members=members),
        Bundle(thing=POLAND, way=Way.SAID, property=SAID, total=3),
    ]
    Adjacency.made_of(bundles).write(tmp_path / "table")
    return tmp_path / "table"


def test_members_come_and_go_in_their_order(folder: Path) -> None:
    brought(folder, Difference(thing=POLAND, key=COMING, new=things([999, 3]), gone=things([4])))
    brought(folder, Difference(thing=POLAND, key=COMING, new=things([5]), gone=things([3, 998])))
    expected = things([*(0, 2, 5), *range(6, 998, 2), 999])
    assert told(folder)[COMING] == (500, expected)


def test_what_is_only_counted_is_counted_on(folder: Path) -> None:
    brought(folder, Difference(thing=POLAND, key=TEXTS, more=2))
    brought(folder, Difference(thing=POLAND, key=TEXTS, more=-1))
    assert told(folder)[TEXTS] == (4, [])
    brought(folder, Difference(thing=POLAND, key=TEXTS, more=-4))
    assert TEXTS not in told(folder)


def test_a_thing_that_the_table_does_not_know_has_its_own(folder: Path) -> None:
    (new,) = things([7_000])
    brought(folder, Difference(thing=new, key=COMING, new=[POLAND]))
    assert told(folder, new) == {COMING: (1, [POLAND])}
    brought(folder, Difference(thing=new, key=COMING, gone=[POLAND]))
    assert told(folder, new) == {}


def test_a_member_is_found_by_its_place_whether_it_was_built_or_written(folder: Path) -> None:
    brought(folder, Difference(thing=POLAND, key=COMING, new=things([1])))
    members = next(each for each in Adjacency.open(folder).of(POLAND) if each.members).members
    assert isinstance(members, Members)
    places = [members.place_of(each) for each in [*things([0, 1, 2, 3]), PLACE]]
    assert places == [0, 1, 2, None, None]
    assert list(members[1:3]) == things([1, 2])


def test_a_version_that_goes_on_leaves_the_one_before_as_it_was(folder: Path) -> None:
    brought(folder, Difference(thing=POLAND, key=COMING, new=things([1])))
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    next_ = folder.with_name("next")
    link_below(folder, next_)
    for number in range(3, 40, 2):
        brought(next_, Difference(thing=POLAND, key=COMING, new=things([number])))
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before
    assert told(next_)[COMING][0] == 520


def test_one_more_of_very_many_takes_little_room(folder: Path) -> None:
    brought(folder, Difference(thing=POLAND, key=COMING, new=things([1])))
    (content,) = layers(folder).values()
    assert len(content) < 400


def test_equal_writes_have_one_stamp_and_others_another(folder: Path) -> None:
    twin = folder.with_name("twin")
    link_below(folder, twin)
    one, other = (Difference(thing=POLAND, key=COMING, new=things([each])) for each in (1, 3))
    assert brought(folder, one) == brought(twin, one)
    assert brought(folder, other) != brought(twin)


def test_nothing_that_differs_needs_no_layer(folder: Path) -> None:
    brought(folder)
    assert layers(folder) == {}


def test_a_table_that_never_knew_a_member_does_not_lose_it(folder: Path) -> None:
    brought(folder, Difference(thing=POLAND, key=COMING, gone=things([1])))
    assert told(folder)[COMING][0] == 500


def test_without_a_table_nothing_is_brought_along(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="table of relations"):
        brought(tmp_path / "nowhere", Difference(thing=POLAND, key=COMING, new=things([1])))
