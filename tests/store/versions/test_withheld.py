"""What is told at addresses of which a version says nothing."""

from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.iris import BASE
from clustergraph.model import Iri, Withheld
from clustergraph.store.versions import Home, drafting
from clustergraph.store.versions.withheld import (
    read_withheld,
    told_of,
    withheld_hash,
    write_withheld,
)
from given.homes import publish

ANNA = Withheld(iri=Iri(f"{BASE}id/anna-aaaaaaaa"), why="she asked")
FUND = Withheld(iri=Iri(f"{BASE}id/anna-fund-bbbbbbbb"), replaced_by=Iri(f"{BASE}id/fund-bbbbbbbb"))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "withheld.json"
    write_withheld(path, [FUND, ANNA])
    return path


def test_what_was_written_is_told_again(path: Path) -> None:
    told = read_withheld(path)
    assert [told_of(each.iri, told) for each in (ANNA, FUND)] == [ANNA, FUND]
    assert told_of(Iri(f"{BASE}id/nobody-cccccccc"), told) is None


def test_no_address_can_be_read_in_the_file(path: Path) -> None:
    assert "anna" not in path.read_text(encoding="utf-8")


def test_the_order_of_addresses_changes_no_byte(path: Path, tmp_path: Path) -> None:
    write_withheld(tmp_path / "other.json", [ANNA, FUND])
    assert (tmp_path / "other.json").read_bytes() == path.read_bytes()


def test_without_a_file_nothing_is_withheld_and_the_hash_is_that_of_the_content(
    tmp_path: Path,
) -> None:
    assert read_withheld(tmp_path / "none.json") == {}
    assert withheld_hash("abc", tmp_path / "none.json", tmp_path) == "abc"


def test_a_damaged_list_is_not_taken_for_an_empty_one(path: Path) -> None:
    path.write_text("{", encoding="utf-8")
    with pytest.raises(StoreError, match=r"withheld\.json .* can't be read .*; build it again"):
        read_withheld(path)


def test_another_reason_or_other_hidden_words_make_another_version(
    path: Path, tmp_path: Path
) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    before = withheld_hash("abc", path, texts)
    (texts / "a.txt").write_text("words", encoding="utf-8")
    with_text = withheld_hash("abc", path, texts)
    write_withheld(path, [ANNA])
    assert len({"abc", before, with_text, withheld_hash("abc", path, texts)}) == 4


def test_a_version_tells_what_its_draft_withheld(tmp_path: Path) -> None:
    publish(tmp_path)
    home = Home(tmp_path)
    assert not home.current().withholds
    assert home.current().withheld(ANNA.iri) is None
    with drafting(home) as draft:
        draft.store_path.mkdir()
        draft.names_path.mkdir()
        draft.adjacency_path.mkdir()
        draft.withhold([ANNA])
        version = draft.publish(home.current().content_hash)
    assert version == home.current()
    assert version.withholds
    assert version.withheld(ANNA.iri) == ANNA
