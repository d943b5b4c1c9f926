"""A browser asks for a page anew when what pages are made of has changed."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient

from clustergraph.web.exchange.look_digest import digest_of, look_digest
from given.clients import BROWSER


def test_the_digest_changes_with_each_file_at_any_depth(tmp_path: Path) -> None:
    (tmp_path / "built").mkdir()
    (tmp_path / "page.html").write_text("<p>", "utf-8")
    before = digest_of(tmp_path)
    assert digest_of(tmp_path) == before
    (tmp_path / "built" / "site.js").write_text("1", "utf-8")
    with_script = digest_of(tmp_path)
    (tmp_path / "built" / "site.js").write_text("2", "utf-8")
    assert len({before, with_script, digest_of(tmp_path)}) == 3


def test_all_folders_of_pages_are_there() -> None:
    assert look_digest() != digest_of()


def test_a_page_that_looks_otherwise_now_is_sent_again_and_data_are_not(
    site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tags() -> tuple[str, str]:
        page = site.get("/ns/Cluster", headers={"Accept": BROWSER})
        return page.headers["etag"], site.get("/ns/Cluster.ttl").headers["etag"]

    before = tags()
    monkeypatch.setattr("clustergraph.web.visit.look_digest", lambda: "another")
    after = tags()
    assert before[0] != after[0]
    assert before[1] == after[1]
