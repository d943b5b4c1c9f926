"""What the page about the dataset says."""

import json
import re

from starlette.testclient import TestClient

from clustergraph.iris import dataset_iri
from clustergraph.operations.dumping.dump import dumps_in
from clustergraph.store.versions import Version
from given.clients import BROWSER

FILE = "clustergraph.nq.gz"


def test_the_page_says_what_is_in_it_and_how_to_get_and_cite_it(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    page = files_site.get("/dataset", headers={"Accept": BROWSER}).text
    for words in ("Downloads", "How to cite", "CC BY 4.0", "Cluster", "English", FILE):
        assert words in page
    assert all(version.id in page for version in kept)
    assert f"{dataset_iri(version=kept[1].id)}" in page


def test_the_page_is_in_the_language_asked_for(files_site: TestClient) -> None:
    page = files_site.get("/dataset?lang=pl", headers={"Accept": BROWSER}).text
    assert re.search('<[a-z]+[^>]* lang="pl"[^>]*>ClusterGraph: klastry gospodarcze', page)


def test_what_each_file_holds_is_said_in_the_language_asked_for(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    said = {
        language: files_site.get(f"/dumps/?lang={language}", headers={"Accept": BROWSER}).text
        for language in ("en", "pl", "bg")
    }
    for dump in dumps_in(kept[1].dumps_path):
        there = [dump.form.holds in text for text in said.values()]
        assert (dump.name, there) == (dump.name, [True, False, False])


def test_search_engines_find_the_same_in_schema_org(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    page = files_site.get("/dataset", headers={"Accept": BROWSER}).text
    found = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL)
    assert found
    (said,) = [node for node in json.loads(found[1])["@graph"] if node["@type"] == "Dataset"]
    assert said["version"] == kept[1].id
    assert {each["name"].split(":")[0] for each in said["distribution"]} >= {FILE, "Cluster.csv"}
