"""A write is a version of its own: all of it is there, or nothing has changed."""

import gzip
import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyoxigraph import Store

from clustergraph.errors import (
    BadContent,
    BadUpdate,
    ContentTooLarge,
    GraphNotYours,
    KeyReused,
    OthersWrite,
    ProtectedGraph,
    StateChanged,
    VersionMissing,
)
from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.operations.writing import carrying_out
from clustergraph.operations.writing.options import WriteOptions
from clustergraph.operations.writing.order import Order, Written
from clustergraph.operations.writing.write import write
from clustergraph.store.versions import Home, Version
from given.orders import BASE as REQUEST
from given.orders import content_of, data_order, told, update_order

Update = Callable[..., Written]

MINE = Iri("urn:example:mine")
ONE = "INSERT DATA { <a> <b> <c> }"
OTHER = "INSERT DATA { <a> <b> <d> }"


def files_of(version: Version) -> dict[str, bytes]:
    """Return a hash of each file of a version."""
    paths = (path for path in version.path.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).digest() for path in paths}


# -- What a write leaves ---------------------------------------------------------------------------


def test_what_was_written_stands_in_the_version_that_is_current_now(
    built: Home, update: Update
) -> None:
    before = built.current()
    written = update(built, ONE)
    assert written == Written(version=built.current().id, previous=before.id, added=1)
    assert told(built) == {f"<{REQUEST}a> <{REQUEST}b> <{REQUEST}c>"}


def test_the_version_before_stays_as_it_was_to_the_last_byte(built: Home, update: Update) -> None:
    before = built.current()
    files = files_of(before)
    update(built, ONE)
    update(built, f"INSERT DATA {{ GRAPH <{MINE}> {{ <a> <b> <c> }} }}; CLEAR DEFAULT")
    assert files_of(before) == files


def test_a_version_that_was_written_knows_what_it_was_made_of(built: Home, update: Update) -> None:
    first = built.current()
    second = built.version(update(built, ONE).version)
    third = built.version(update(built, OTHER).version)
    assert (third.previous_id, third.built_id) == (second.id, first.id)
    assert first.previous_id is None
    assert first.created < second.created < third.created


def test_the_store_of_a_version_is_closed_when_it_is_published(built: Home, update: Update) -> None:
    update(built, ONE)
    Store(str(built.current().store_path))  # a store that is open can't be opened again


def test_what_adds_nothing_new_makes_no_version(built: Home, update: Update) -> None:
    first = update(built, ONE)
    assert update(built, ONE) == Written(version=first.version)
    assert len(built.versions()) == 2


def test_what_is_added_and_taken_away_again_is_no_change(built: Home, update: Update) -> None:
    before = built.current()
    assert update(built, f"{ONE}; DELETE DATA {{ <a> <b> <c> }}") == Written(version=before.id)


def test_the_same_write_after_a_rollback_is_another_version(built: Home, update: Update) -> None:
    before = built.current()
    first = built.version(update(built, ONE).version)
    built.switch(before)
    second = built.version(update(built, ONE).version)
    assert first.content_hash != second.content_hash


def test_texts_and_dumps_are_taken_over(built: Home, update: Update) -> None:
    before = built.current()
    update(built, ONE)
    current = built.current()
    texts = sorted(path.name for path in before.texts_path.iterdir())
    assert texts
    assert sorted(path.name for path in current.texts_path.iterdir()) == texts


def test_only_so_many_written_versions_stay_and_all_that_were_built(
    built: Home, tmp_path: Path
) -> None:
    first = built.current()
    options = WriteOptions(kept_writes=2)
    for number in range(5):
        order = update_order(tmp_path, f"INSERT DATA {{ <a> <b> {number} }}")
        write(order, built, options=options)
    kept = built.versions()
    assert len(kept) == 3
    assert kept[0].id == first.id
    assert kept[-1].id == built.current_id


# -- What stops a write leaves nothing -------------------------------------------------------------

_REFUSED: dict[str, tuple[type[Exception], dict[str, Any]]] = {
    "INSERT DATA { <a> <b> }": (BadUpdate, {}),
    f"{ONE}; INSERT DATA {{ GRAPH <{graph_iri('asserted')}> {{ <a> <b> <c> }} }}": (
        ProtectedGraph,
        {},
    ),
    f"{ONE}; CREATE GRAPH <{graph_iri('writes')}>": (ProtectedGraph, {}),
    f"INSERT DATA {{ GRAPH <{MINE}> {{ <a> <b> <c> }} }}": (
        GraphNotYours,
        {"graphs": ("urn:example:yours",)},
    ),
    ONE: (GraphNotYours, {"graphs": (MINE,)}),
    "INSERT DATA { GRAPH <https://a.example.net/> { <a> <b> 1 } }": (
        GraphNotYours,
        {"graphs": ("https://a.example", "")},
    ),
    "INSERT DATA { GRAPH <https://a.example:80@b.example/> { <a> <b> 1 } }": (
        GraphNotYours,
        {"graphs": ("https://a.example",)},
    ),
    "INSERT DATA { <x> <y> 1 }": (StateChanged, {"only_after": ("20260101T000000Z-0",)}),
}


@pytest.mark.parametrize("text", _REFUSED)
def test_a_write_that_is_refused_changes_nothing(built: Home, update: Update, text: str) -> None:
    error, given = _REFUSED[text]
    before = built.current()
    with pytest.raises(error):
        update(built, text, **given)
    assert built.current_id == before.id
    assert [version.id for version in built.kept()] == [before.id]
    assert not list(built.drafts_path.iterdir())


@pytest.mark.parametrize("beginning", [MINE, f"{MINE}/", f"{MINE}/1", f"{MINE}/1-"])
def test_a_token_for_some_graphs_writes_to_those(
    built: Home, update: Update, beginning: str
) -> None:
    text = f"INSERT DATA {{ GRAPH <{beginning}> {{ <a> <b> <c> }} }}"
    assert update(built, text, graphs=(MINE, f"{MINE}/1-")).added == 1


def test_bytes_that_are_no_text_are_told_of_by_their_place(built: Home, tmp_path: Path) -> None:
    order = update_order(tmp_path, "")
    order.contents[0].path.write_bytes(b"INSERT DATA {\xff}")
    with pytest.raises(BadUpdate, match="byte 14 is not UTF-8"):
        write(order, built)


def test_a_packed_update_is_unpacked_and_no_farther_than_an_update_may_be_long(
    built: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def packed(text: bytes) -> Order:
        content = content_of(tmp_path, "", is_packed=True)
        content.path.write_bytes(text)
        return update_order(tmp_path, "", contents=(content,))

    assert write(packed(gzip.compress(ONE.encode())), built).added == 1
    for broken in (ONE.encode(), gzip.compress(ONE.encode())[:-9]):
        with pytest.raises(BadUpdate, match="packed"):
            write(packed(broken), built)
    monkeypatch.setattr(carrying_out, "_LONGEST_UPDATE", 1_000)
    with pytest.raises(ContentTooLarge):
        write(packed(gzip.compress(b" " * 1_000_000)), built)


def test_rdf_that_breaks_off_is_told_of_by_its_line(built: Home, tmp_path: Path) -> None:
    before = built.current_id
    good = "<a> <b> <c> .\n" * 3
    with pytest.raises(BadContent) as stopped:
        write(data_order(tmp_path, good, f"{good}<a> <b>"), built)
    assert stopped.value.line == 4
    assert built.current_id == before


def test_a_file_that_is_not_there_is_told_of_by_its_name(built: Home, tmp_path: Path) -> None:
    order = data_order(tmp_path, "")
    order.contents[0].path.unlink()
    with pytest.raises(BadContent, match=r"body of the request.*No such file"):
        write(order, built)


def test_a_home_without_a_graph_can_not_be_written_to(tmp_path: Path) -> None:
    with pytest.raises(VersionMissing):
        write(update_order(tmp_path, ONE), Home(tmp_path / "nothing"))
    assert not (tmp_path / "nothing").exists()


def test_who_finds_another_writing_waits_no_longer_than_is_said(
    built: Home, tmp_path: Path
) -> None:
    with built.alone(0), pytest.raises(OthersWrite):
        write(update_order(tmp_path, ONE), built, options=WriteOptions(wait_seconds=0.01))


# -- The state that a writer thinks of -------------------------------------------------------------


def test_a_write_goes_on_when_its_version_is_the_current_one(built: Home, update: Update) -> None:
    first = built.current().id
    second = update(built, ONE, only_after=("else", first)).version
    with pytest.raises(StateChanged) as stopped:
        update(built, OTHER, only_after=(first,))
    assert stopped.value.version == second


# -- Keys ------------------------------------------------------------------------------------------


def test_the_same_key_is_answered_again_and_nothing_is_written_again(
    built: Home, update: Update
) -> None:
    first = built.current_id
    answers = [update(built, ONE, key="k", only_after=(first,))]
    update(built, "DELETE DATA { <a> <b> <c> }")
    answers.append(update(built, ONE, key="k", only_after=(first,)))
    assert answers[0] == answers[1]
    assert told(built) == set()


def test_a_key_stands_for_one_request(built: Home, update: Update) -> None:
    update(built, ONE, key="k")
    for text, given in ((OTHER, {}), (ONE, {"is_checked": False}), (ONE, {"using": (MINE,)})):
        with pytest.raises(KeyReused):
            update(built, text, key="k", **given)


def test_a_key_is_its_senders_own(built: Home, update: Update) -> None:
    update(built, ONE, key="k")
    assert update(built, OTHER, key="k", by="bob").added == 1


def test_a_write_with_a_key_that_changes_nothing_is_answered_again_as_well(
    built: Home, update: Update
) -> None:
    update(built, ONE)
    first = update(built, ONE, key="k")
    assert first.previous is not None
    update(built, "DELETE DATA { <a> <b> <c> }")
    assert update(built, ONE, key="k") == first
