import gzip
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from urllib.robotparser import RobotFileParser
from xml.etree import ElementTree as ET

import pytest
from pyoxigraph import Literal, NamedNode, Quad
from starlette.testclient import TestClient

from clustergraph.iris import BASE, graph_iri
from clustergraph.store.versions import Home
from clustergraph.web.linked_data import sitemap
from given.clients import BROWSER, client_of
from given.homes import publish_quads

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def addresses(content: bytes) -> list[str]:
    return [loc.text or "" for loc in ET.fromstring(content).iterfind("*/s:loc", NAMES)]


@pytest.fixture
def large_site(tmp_path: Path) -> Iterator[TestClient]:
    """The service over more projects than a file of a sitemap may hold."""
    asserted = NamedNode(graph_iri("asserted"))
    type_ = NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    label = NamedNode("http://www.w3.org/2000/01/rdf-schema#label")

    def quads() -> Iterator[Quad]:
        for number in range(7):
            node = NamedNode(f"{BASE}id/p{number}-aaaaaaaa")
            yield Quad(node, type_, NamedNode(f"{BASE}ns#Project"), asserted)
            yield Quad(node, label, Literal(f"P{number}", language="en"), asserted)

    home = Home(tmp_path)
    publish_quads(home, quads())
    with client_of(home) as client:
        yield client


def test_the_index_leads_to_files_whose_pages_all_are_there(site: TestClient) -> None:
    (file,) = addresses(site.get("/sitemap.xml").content)
    assert file == "http://testserver/sitemap/1.xml"
    found = addresses(site.get(urlsplit(file).path).content)
    assert len(found) == len(set(found)) > 100
    parts = {urlsplit(each).path for each in found}
    assert {"/", "/ns/Cluster", "/page/voc/modality/fact", "/page/dare-aaaaaaae"} <= parts
    assert "/page/doc/71fb2550c3039bbf" in parts
    assert "/page/gone-aaaaaaay" not in parts
    for path in sorted(parts)[::9]:
        answer = site.get(path, headers={"Accept": BROWSER})
        assert (path, answer.status_code) == (path, 200)


def test_no_file_holds_more_than_it_may_and_none_is_lost(
    large_site: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = addresses(large_site.get("/sitemap/1.xml").content)
    monkeypatch.setattr(sitemap, "_MOST_ADDRESSES", 5)
    files = addresses(large_site.get("/sitemap.xml").content)
    parts = [addresses(large_site.get(urlsplit(file).path).content) for file in files]
    assert [address for part in parts for address in part] == whole
    assert max(map(len, parts)) == 5
    assert large_site.get(f"/sitemap/{len(files) + 1}.xml").status_code == 404


def test_a_file_comes_packed_where_its_address_says_so(site: TestClient) -> None:
    answer = site.get("/sitemap/1.xml.gz")
    assert answer.headers["content-type"] == "application/gzip"
    assert gzip.decompress(answer.content) == site.get("/sitemap/1.xml").content


@pytest.mark.parametrize("path", ["/sitemap/0.xml", "/sitemap/2.xml", "/sitemap/x.xml"])
def test_there_are_no_other_files(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404


def test_each_page_says_when_its_version_was_made(site: TestClient) -> None:
    root = ET.fromstring(site.get("/sitemap/1.xml").content)
    dates = {each.text for each in root.iterfind("*/s:lastmod", NAMES)}
    (date,) = dates
    assert date
    assert date.endswith("+00:00")


def test_a_sitemap_is_asked_for_again_without_being_made(site: TestClient) -> None:
    tag = site.get("/sitemap/1.xml").headers["etag"]
    assert site.get("/sitemap/1.xml", headers={"If-None-Match": tag}).status_code == 304
    elsewhere = site.get("/sitemap/1.xml", headers={"Host": "elsewhere.example"})
    assert elsewhere.headers["etag"] != tag
    assert addresses(elsewhere.content)[0] == "http://elsewhere.example/"


@pytest.mark.parametrize(
    ("path", "may_be_read"),
    [
        ("/", True),
        ("/page/dare-aaaaaaae?lang=pl", True),
        ("/data/dare-aaaaaaae.ttl", True),
        ("/browse/Cluster", True),
        ("/sparql?query=ASK{}", False),
        ("/search?q=x", False),
        ("/why?s=a", False),
        ("/api/search?q=x", False),
    ],
)
def test_crawlers_read_pages_and_run_no_queries(
    site: TestClient, path: str, may_be_read: bool
) -> None:
    answer = site.get("/robots.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    rules = RobotFileParser()
    rules.parse(answer.text.splitlines())
    assert rules.can_fetch("AnyBot", f"http://testserver{path}") is may_be_read
    assert rules.site_maps() == ["http://testserver/sitemap.xml"]
