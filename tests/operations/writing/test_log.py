"""Who wrote what and when stands in the version itself, as lines and as data."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyoxigraph import NamedNode

from clustergraph.errors import StoreError
from clustergraph.iris import write_iri
from clustergraph.operations.writing.log import (
    LOG,
    Entry,
    add_entry,
    entries,
    find_entry,
    find_written,
)
from clustergraph.operations.writing.order import Kind, Written
from clustergraph.operations.writing.write import write
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.orders import update_order

Update = Callable[..., Written]

PROV = "http://www.w3.org/ns/prov#"


def _entry(**values: Any) -> Entry:
    usual = {
        "id": "1",
        "version": "v2",
        "previous": "v1",
        "when": datetime(2026, 1, 1, tzinfo=UTC),
        "by": "alice",
        "kind": Kind.UPDATE,
    }
    return Entry(**{**usual, **values})


@given(
    by=st.text(),
    graphs=st.lists(st.none() | st.text()).map(tuple),
    key=st.none() | st.text(),
    warnings=st.lists(st.dictionaries(st.text(), st.text())).map(tuple),
)
def test_a_line_holds_all_of_an_entry(**values: Any) -> None:
    entry = _entry(**values)
    assert Entry.of_line(entry.line) == entry
    assert "\n" not in entry.line


def test_names_with_line_ends_of_other_alphabets_part_no_line(tmp_path: Path) -> None:
    made = [_entry(by="a\u2028b\x85c\r\nd"), _entry(id="2")]
    for entry in made:
        add_entry(entry, tmp_path / "writes.jsonl")
    assert entries(tmp_path / "writes.jsonl") == made


def test_a_list_that_others_have_too_is_not_written_into(tmp_path: Path) -> None:
    path, other = tmp_path / "writes.jsonl", tmp_path / "other"
    add_entry(_entry(), path)
    other.hardlink_to(path)
    add_entry(_entry(id="2"), path)
    assert (len(entries(path)), len(entries(other))) == (2, 1)


def test_a_damaged_list_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "writes.jsonl").write_text('{"id": "1"}\n')
    with pytest.raises(StoreError, match="damaged"):
        entries(tmp_path / "writes.jsonl")


def test_where_nothing_was_written_there_is_nothing(tmp_path: Path) -> None:
    assert entries(tmp_path / "writes.jsonl") == []
    assert find_entry(tmp_path / "writes.jsonl", "1") is None


def test_a_write_is_found_by_its_id_or_key_and_by_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "writes.jsonl"
    add_entry(_entry(id="1", key="k", by="b"), path)
    assert find_entry(path, "1") == find_entry(path, "k") == entries(path)[0]
    assert find_entry(path, "b") is None


def test_each_write_is_a_line_in_the_version_that_it_made(built: Home, update: Update) -> None:
    first = update(built, "INSERT DATA { <a> <b> <c> . GRAPH <urn:g> { <a> <b> 1, 2 } }")
    second = update(built, "DELETE DATA { <a> <b> <c> }", by="bob", is_checked=False)
    found = entries(built.current().writes_path)
    assert [(each.by, each.version, each.previous) for each in found] == [
        ("alice", first.version, first.previous),
        ("bob", second.version, second.previous),
    ]
    assert [(each.added, each.removed, each.graphs) for each in found] == [
        (3, 0, (None, "urn:g")),
        (0, 1, (None,)),
    ]
    assert [each.is_checked for each in found] == [True, False]
    assert found[1].when == built.current().created
    assert len(entries(built.version(first.version).writes_path)) == 1


def test_a_key_is_not_written_down(built: Home, update: Update) -> None:
    update(built, "INSERT DATA { <a> <b> <c> }", key="my-secret-key")
    assert "my-secret-key" not in built.current().writes_path.read_text()


def test_writes_are_data_in_a_graph_of_their_own(built: Home, update: Update) -> None:
    update(built, "INSERT DATA { GRAPH <urn:g> { <a> <b> <c> } }")
    (entry,) = entries(built.current().writes_path)
    graph = GraphStore.open(built.current().store_path)
    activity = NamedNode(write_iri(entry.id))
    told = {quad.predicate.value: quad.object for quad in graph.quads(activity, graph=LOG)}
    assert told[f"{PROV}influenced"] == NamedNode("urn:g")
    agent = told[f"{PROV}wasAssociatedWith"]
    assert isinstance(agent, NamedNode)
    assert "alice" in {getattr(quad.object, "value", "") for quad in graph.quads(agent)}


def test_a_plain_home_has_the_lines_and_no_data_of_its_own(plain: Home, update: Update) -> None:
    update(plain, "INSERT DATA { <a> <b> <c> }")
    assert len(entries(plain.current().writes_path)) == 1
    assert len(GraphStore.open(plain.current().store_path)) == 1


def test_what_became_of_a_write_is_known_by_its_name(built: Home, tmp_path: Path) -> None:
    order = update_order(tmp_path, "INSERT DATA { <a> <b> <c> }")
    written = write(order, built, id_="my-write")
    assert find_written(built, "my-write") == written
    assert find_written(built, "another") is None
