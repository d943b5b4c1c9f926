"""An empty home is a plain dataset: nothing stands in it that nobody wrote."""

from pathlib import Path

import pytest

from clustergraph.errors import HomeInUse
from clustergraph.names import NameIndex
from clustergraph.operations.begin import begin
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.homes import publish


def test_an_empty_home_holds_nothing_and_all_of_it_can_be_opened(tmp_path: Path) -> None:
    home = Home(tmp_path)
    begin(home)
    version = home.current()
    assert version.is_plain
    assert len(GraphStore.open(version.store_path)) == 0
    NameIndex.open(version.names_path)
    Adjacency.open(version.adjacency_path)


def test_a_home_with_a_graph_is_left_as_it_is(tmp_path: Path) -> None:
    before = publish(tmp_path)
    with pytest.raises(HomeInUse, match="already"):
        begin(Home(tmp_path))
    assert Home(tmp_path).current_id == before.id
