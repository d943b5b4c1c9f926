"""The page of the dataset tells what was written since the build whose files and numbers it has."""

import re

from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.read_pages import page, words

HTML = {"Accept": "text/html"}


def test_it_says_of_which_build_the_numbers_are(written_site: TestClient, small_home: Home) -> None:
    found = words(page(written_site, "/dataset"))
    assert f"Built as {small_home.current().id}" in found


def test_the_numbers_are_those_of_the_build(site: TestClient, written_site: TestClient) -> None:
    counted = [
        re.findall(r"Triples ([0-9,]+)", words(page(each, "/dataset")))
        for each in (site, written_site)
    ]
    assert counted[0] == counted[1] != []


def test_writes_are_listed_the_newest_first(written_site: TestClient) -> None:
    found = words(page(written_site, "/dataset")).partition("What was written")[2]
    assert found.index("bobSPARQL Update") < found.index("aliceSPARQL Update")
    assert "(not checked)" in found


def test_where_nobody_wrote_there_is_no_list(site: TestClient) -> None:
    found = words(page(site, "/dataset"))
    assert "What was written" not in found
    assert "Built as" not in found


def test_the_list_tells_no_secret(written_site: TestClient) -> None:
    assert "digest" not in written_site.get("/dataset", headers=HTML).text


def test_a_version_that_was_written_leads_to_the_files_of_its_build(
    written_site: TestClient, small_home: Home
) -> None:
    version = written_site.get("/dataset").headers["dataset-version"]
    assert version != small_home.current().id
    answer = written_site.get(f"/dataset/{version}")
    assert answer.headers["location"] == f"/dumps/{small_home.current().id}/"


def test_the_start_page_counts_what_was_built(site: TestClient, written_site: TestClient) -> None:
    counted = [
        re.findall(r"([0-9,]+) statements", words(page(each, "/"))) for each in (site, written_site)
    ]
    assert counted[0] == counted[1] != []
