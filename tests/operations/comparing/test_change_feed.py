"""The feed tells what changed up to the version that is served, from the versions that are kept."""

from pathlib import Path

import pytest

from clustergraph.errors import UnknownVersion, VersionPruned
from clustergraph.operations.comparing.change_feed import ChangeFeed
from clustergraph.operations.dataset import Dataset
from clustergraph.store.versions import Home
from given.drawn_versions import draw_version, thing

CITIES = [thing(name, "City") for name in ("ruse", "brno", "lviv", "cluj", "bari", "metz")]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    """Six versions, each with a city more than the one before."""
    folder = tmp_path_factory.mktemp("cities")
    for count in range(1, len(CITIES) + 1):
        draw_version(folder, *CITIES[:count])
    return Home(folder)


def _feed(home: Home) -> ChangeFeed:
    dataset = Dataset(home)
    return ChangeFeed(dataset, dataset.current())


def test_each_version_that_is_kept_is_compared_with_the_current_one(home: Home) -> None:
    feed = _feed(home)
    counts = [len(feed.since(version.id).entities) for version in home.versions()]
    assert counts == [5, 4, 3, 2, 1, 0]
    assert len(feed.since(home.versions()[0].id).entities) == 5


def test_steps_go_back_as_far_as_wanted(home: Home) -> None:
    steps = list(_feed(home).steps(most=2))
    assert [step.new.id for step in steps] == [it.id for it in home.versions()[:-3:-1]]
    assert "new: City metz" in " ".join(steps[0].told)


def test_steps_begin_after_a_version(home: Home) -> None:
    third = home.versions()[2].id
    assert [step.old.id for step in _feed(home).steps(most=10, after=third)][-1] == third


def test_steps_end_at_the_version_that_is_served_though_later_ones_are_kept(tmp_path: Path) -> None:
    versions = [draw_version(tmp_path, *CITIES[:count]) for count in range(1, 4)]
    Home(tmp_path).switch(versions[1])
    (step,) = _feed(Home(tmp_path)).steps(most=10)
    assert (step.old, step.new) == (versions[0], versions[1])


def test_a_version_that_was_pruned_is_told_from_one_that_never_was(home: Home) -> None:
    with pytest.raises(VersionPruned) as pruned:
        _feed(home).since("20200101T000000Z-0123456789abcdef")
    assert pruned.value.known == tuple(version.id for version in home.versions())
    with pytest.raises(UnknownVersion):
        _feed(home).since("20200101")


def test_more_than_are_told_are_counted_and_said_to_be_elsewhere(tmp_path: Path) -> None:
    draw_version(tmp_path, CITIES[0])
    draw_version(tmp_path, *(thing(f"city-{number}", "City") for number in range(30)))
    (step,) = _feed(Home(tmp_path)).steps(most=10)
    assert "… and 11 more; the link of this entry lists them." in " ".join(step.told)
