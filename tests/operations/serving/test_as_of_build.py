"""What a build made is counted once for all versions that are written to it."""

from pathlib import Path

from clustergraph.operations.begin import begin
from clustergraph.operations.dataset import Dataset
from clustergraph.operations.serving.as_of_build import built_version, found_in_build
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.written_home import update_home, written_home


def test_it_is_found_once_however_often_somebody_writes(small_home: Home, tmp_path: Path) -> None:
    home = written_home(small_home, tmp_path)
    dataset, asked = Dataset(home), []

    def count(graph: GraphStore) -> int:
        asked.append(graph)
        return len(graph)

    first = found_in_build(dataset, dataset.current(), "size", count)
    update_home(home, tmp_path, "INSERT DATA { id:one-more-aaaaaaaa cg:partner id:x-aaaaaaaa }")
    assert found_in_build(dataset, dataset.current(), "size", count) == first
    assert len(asked) == 1
    assert first == len(GraphStore.open(small_home.current().store_path))


def test_where_the_build_is_kept_no_more_the_version_itself_counts(
    small_home: Home, tmp_path: Path
) -> None:
    home = written_home(small_home, tmp_path)
    current = home.current()
    home.remove(home.version(current.built_id))
    assert built_version(Dataset(home), current).id == current.id


def test_a_plain_home_is_counted_as_it_is(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    begin(home)
    update_home(home, tmp_path, "INSERT DATA { <urn:a> <urn:b> <urn:c> }")
    dataset = Dataset(home)
    assert found_in_build(dataset, dataset.current(), "size", len) == 1
