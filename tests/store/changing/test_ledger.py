"""A ledger tells what is otherwise than at the beginning, and nothing of what came and went."""

from pathlib import Path

import pytest
from pyoxigraph import Literal, Store

from clustergraph.store.changing import ledger
from given.changed_stores import PREFIX, changed_by


def test_what_one_operation_adds_and_the_next_removes_is_no_change(store: Store) -> None:
    text = "INSERT DATA { e:x e:p 1 } ; DELETE DATA { e:x e:p 1 }"

    assert not changed_by(PREFIX + text, store)


def test_what_is_removed_and_added_again_is_no_change(store: Store) -> None:
    text = "DELETE { ?s ?p ?o } INSERT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    again = "DELETE DATA { e:a e:p 'x' } ; INSERT DATA { e:a e:p 'x' }"

    assert not changed_by(PREFIX + text, store)
    assert not changed_by(PREFIX + again, store)


def test_what_stands_there_already_is_not_added(store: Store) -> None:
    change = changed_by(PREFIX + "INSERT DATA { e:a e:p 'x' , 'y' }", store)

    assert [quad.object for quad in change.added] == [Literal("y")]


def test_graphs_that_are_made_and_dropped_are_told_also_empty_ones(store: Store) -> None:
    change = changed_by(
        PREFIX
        + "CREATE GRAPH e:new ; DROP GRAPH e:empty ; DROP GRAPH e:g ;"
        + "CREATE GRAPH e:passing ; DROP GRAPH e:passing",
        store,
    )

    assert change.made == ("urn:e:new",)
    assert change.dropped == ("urn:e:empty", "urn:e:g")


def test_very_many_statements_are_written_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "MOST_AT_ONCE", 100)
    store = Store(str(tmp_path))
    text = "\n".join(f"<urn:s{number}> <urn:p> {number} ." for number in range(101))
    change = changed_by(f"INSERT DATA {{ {text} }}", store)

    assert len(change.added) == len(store) == 101
    assert len(changed_by("CLEAR DEFAULT", store).removed) == 101
