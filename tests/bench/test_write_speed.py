"""What the benchmark of writes sends and counts; nothing here asks how fast it is."""

from pathlib import Path

import pytest
from pyoxigraph import Store

from bench.write_speed.corpus import fresh_home, update, version_to_write
from bench.write_speed.room import bytes_below
from clustergraph.operations.writing.write import write
from clustergraph.store.versions import Home
from given.orders import update_order

CLUSTERS = 20


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the graph is kept that is written to."""
    return tmp_path_factory.mktemp("cache")


def test_an_update_adds_as_many_triples_as_it_says() -> None:
    store = Store()
    store.update(update("New project 1", count=100).decode())
    assert len(store) == 100


def test_each_update_is_about_other_things() -> None:
    store = Store()
    for name in ("New project 1", "New project 2"):
        store.update(update(name, count=100).decode())
    assert len(store) == 200


def test_what_is_written_keeps_the_rules(cache: Path, tmp_path: Path) -> None:
    home = fresh_home(version_to_write(CLUSTERS, cache), cache)
    text = update("New project 1", count=100).decode()
    assert write(update_order(tmp_path, text), home).added == 100


def test_the_graph_is_made_once(cache: Path) -> None:
    assert version_to_write(CLUSTERS, cache).id == version_to_write(CLUSTERS, cache).id


def test_a_fresh_home_is_served_alone_and_takes_no_room(cache: Path) -> None:
    version = version_to_write(CLUSTERS, cache)
    before = bytes_below(cache)
    home = fresh_home(version, cache)
    assert [each.id for each in Home(home.path).versions()] == [version.id]
    assert home.current().id == version.id
    assert bytes_below(cache) == before


def test_a_file_of_two_names_is_counted_once(tmp_path: Path) -> None:
    (tmp_path / "one").write_bytes(bytes(100_000))
    alone = bytes_below(tmp_path)
    (tmp_path / "other").hardlink_to(tmp_path / "one")
    assert bytes_below(tmp_path) == alone > 0
