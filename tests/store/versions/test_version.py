"""A version tells what its build kept in it, and when it can't be read."""

import json
from pathlib import Path

import pytest

from clustergraph.errors import StoreError
from clustergraph.store.versions import Home, drafting
from given.homes import publish


def test_the_name_of_a_version_holds_its_time_and_its_content(tmp_path: Path) -> None:
    version = publish(tmp_path)
    assert version.id.startswith(f"{version.created:%Y%m%dT%H%M%SZ}-")
    assert version.content_hash.startswith(version.id.rpartition("-")[2])


def test_the_report_of_the_build_is_kept(tmp_path: Path) -> None:
    home = Home(tmp_path)
    with drafting(home) as draft:
        draft.store_path.mkdir()
        draft.names_path.mkdir()
        draft.adjacency_path.mkdir()
        draft.keep_report({"documents": 5})
        version = draft.publish("0" * 64)
    assert version.report == {"documents": 5}


def test_a_damaged_version_is_told_from_a_missing_one(tmp_path: Path) -> None:
    version = publish(tmp_path)
    (version.path / "version.json").write_text("{")
    with pytest.raises(StoreError, match=r"is damaged; build it again\.$"):
        Home(tmp_path).current()


def test_a_version_of_other_software_is_refused_in_one_sentence(tmp_path: Path) -> None:
    version = publish(tmp_path)
    (version.path / "version.json").write_text(json.dumps({"layout": 99}))
    with pytest.raises(StoreError, match="another version of this software"):
        Home(tmp_path).current()


@pytest.mark.parametrize("text", ["one\r\ntwo\n", "Клъстер 🎉\n\n", "\ufeffmark"])
def test_a_text_is_kept_as_it_was_read(tmp_path: Path, text: str) -> None:
    home = Home(tmp_path)
    with drafting(home) as draft:
        draft.store_path.mkdir()
        draft.names_path.mkdir()
        draft.adjacency_path.mkdir()
        draft.keep_texts([("0123456789abcdef", text)])
        version = draft.publish("a" * 64)
    assert version.text("0123456789abcdef") == text


@pytest.mark.parametrize("document_id", ["0123456789abcdef", "../version.json", "", "x" * 16])
def test_a_text_that_is_not_kept_is_empty(tmp_path: Path, document_id: str) -> None:
    assert publish(tmp_path).text(document_id) == ""
