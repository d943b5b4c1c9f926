"""The dataset is described to people and programs, and all of it can be had."""

import gzip
import hashlib

import pytest
from pyoxigraph import RdfFormat, parse
from rdflib import RDF, VOID, URIRef
from starlette.testclient import TestClient

from clustergraph.iris import dataset_iri
from clustergraph.store.versions import Version
from given.clients import BROWSER, FORMATS, graph_of

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

DATASET = URIRef(dataset_iri())
DESCRIBED = ("ttl", "nt", "jsonld", "rdf", "trig")
FILE = "clustergraph.nq.gz"


@pytest.mark.parametrize("extension", DESCRIBED)
def test_every_format_describes_the_same_dataset(files_site: TestClient, extension: str) -> None:
    _, syntax = FORMATS[extension]
    described = graph_of(files_site.get(f"/dataset.{extension}").content, syntax)
    assert set(described) == set(graph_of(files_site.get("/dataset.nt").content, "nt"))
    assert (DATASET, RDF.type, VOID.Dataset) in described


def test_a_program_gets_rdf_and_a_browser_a_page(files_site: TestClient) -> None:
    assert files_site.get("/dataset").headers["content-type"].startswith("text/turtle")
    page = files_site.get("/dataset", headers={"Accept": BROWSER})
    assert page.headers["content-type"].startswith("text/html")
    assert 'rel="alternate"' in page.text
    assert files_site.get("/dataset.csv").status_code == 404


def test_the_well_known_address_gives_the_same_rdf(files_site: TestClient) -> None:
    for accept in (BROWSER, "text/html", "text/turtle"):
        answer = files_site.get("/.well-known/void", headers={"Accept": accept})
        assert answer.headers["content-type"].startswith("text/turtle")
        assert answer.content == files_site.get("/dataset.ttl").content


def test_addresses_are_those_of_the_host_that_answers(files_site: TestClient) -> None:
    described = graph_of(files_site.get("/dataset.ttl").content, "turtle")
    assert described.value(DATASET, VOID.sparqlEndpoint) == URIRef("http://testserver/sparql")
    for address in described.objects(DATASET, VOID.dataDump):
        path = str(address).removeprefix("http://testserver")
        assert files_site.get(path).status_code == 200


def test_start_page_and_navigation_lead_to_it(files_site: TestClient) -> None:
    assert files_site.get("/", headers={"Accept": BROWSER}).text.count('href="/dataset"') == 2


def test_a_file_is_sent_whole_as_it_is(files_site: TestClient) -> None:
    answer = files_site.get(f"/dumps/{FILE}")
    assert answer.headers["content-type"] == "application/gzip"
    assert "content-encoding" not in answer.headers
    assert int(answer.headers["content-length"]) == len(answer.content)
    assert answer.headers["etag"] == f'"{hashlib.sha256(answer.content).hexdigest()}"'
    lines = gzip.decompress(answer.content)
    assert list(parse(lines, format=RdfFormat.N_QUADS))


def test_checksums_are_those_of_the_files(files_site: TestClient) -> None:
    answer = files_site.get("/dumps/SHA256SUMS")
    assert answer.headers["content-type"].startswith("text/plain")
    for line in answer.text.splitlines():
        sha256, name = line.split("  ")
        assert hashlib.sha256(files_site.get(f"/dumps/{name}").content).hexdigest() == sha256


def test_a_part_of_a_file_can_be_asked_for(files_site: TestClient) -> None:
    whole = files_site.get(f"/dumps/{FILE}").content
    part = files_site.get(f"/dumps/{FILE}", headers={"Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, whole[10:20])
    assert part.headers["content-range"] == f"bytes 10-19/{len(whole)}"
    beyond = files_site.get(f"/dumps/{FILE}", headers={"Range": f"bytes={len(whole)}-"})
    assert beyond.status_code == 416
    assert beyond.headers["content-range"] == f"bytes */{len(whole)}"


@pytest.mark.parametrize("asked", ["lines=1-2", "bytes", "bytes=", "bytes=9-5", "bytes=a-b", "x"])
def test_a_part_that_means_nothing_is_the_whole_file(files_site: TestClient, asked: str) -> None:
    """RFC 9110, section 14.2: what is no range of bytes is ignored."""
    answer = files_site.get(f"/dumps/{FILE}", headers={"Range": asked})
    assert (answer.status_code, len(answer.content)) == (200, int(answer.headers["content-length"]))


def test_the_folder_of_a_version_is_found_without_its_last_slash(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    answer = files_site.get(f"/dumps/{kept[0].id}")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/dumps/{kept[0].id}/")
    answer = files_site.get("/dumps")
    assert (answer.status_code, answer.headers["location"]) == (308, "/dumps/")


def test_head_tells_what_a_download_is_called(files_site: TestClient) -> None:
    told = files_site.head(f"/dumps/{FILE}").headers["content-disposition"]
    assert told == files_site.get(f"/dumps/{FILE}").headers["content-disposition"]


def test_the_rest_of_a_file_that_changed_is_the_whole_file(files_site: TestClient) -> None:
    headers = {"Range": "bytes=10-", "If-Range": '"another"'}
    assert files_site.get(f"/dumps/{FILE}", headers=headers).status_code == 200


def test_a_client_that_has_the_file_is_told_so(files_site: TestClient) -> None:
    tag = files_site.get(f"/dumps/{FILE}").headers["etag"]
    answer = files_site.get(f"/dumps/{FILE}", headers={"If-None-Match": tag})
    assert (answer.status_code, answer.content) == (304, b"")


def test_head_tells_the_length_and_sends_nothing(files_site: TestClient) -> None:
    length = len(files_site.get(f"/dumps/{FILE}").content)
    answer = files_site.head(f"/dumps/{FILE}")
    assert (answer.headers["content-length"], answer.content) == (str(length), b"")
    assert answer.headers["accept-ranges"] == "bytes"


def test_a_kept_version_has_its_own_files_that_never_change(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    first, _ = kept
    old = files_site.get(f"/dumps/{first.id}/{FILE}")
    assert "immutable" in old.headers["cache-control"]
    assert old.headers["dataset-version"] == first.id
    assert old.content == (first.dumps_path / FILE).read_bytes()
    assert old.content != files_site.get(f"/dumps/{FILE}").content
    assert "no-cache" in files_site.get(f"/dumps/{FILE}").headers["cache-control"]


def test_the_iri_of_a_version_leads_to_its_files(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    for version in kept:
        answer = files_site.get(f"/dataset/{version.id}")
        assert (answer.status_code, answer.headers["location"]) == (303, f"/dumps/{version.id}/")
        page = files_site.get(f"/dumps/{version.id}/", headers={"Accept": BROWSER})
        assert page.status_code == 200
        assert f'href="/dumps/{version.id}/{FILE}"' in page.text


def test_the_iri_of_a_version_leads_to_its_description_in_rdf(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    for version in kept:
        asked = files_site.get(f"/dataset/{version.id}", headers={"Accept": "text/turtle"})
        assert asked.status_code == 303
        told = graph_of(files_site.get(asked.headers["location"]).content, "turtle")
        assert (URIRef(dataset_iri(version=version.id)), None, None) in told


@pytest.mark.parametrize(
    "path",
    [
        "/dumps/none.gz",
        "/dumps/..%2fversion.json",
        "/dumps/version.json",
        "/dumps/20200101T000000Z-0000000000000000/",
        "/dumps/20200101T000000Z-0000000000000000/clustergraph.nq.gz",
        "/dumps/%2e%2e/store",
        "/dataset/nonsense",
    ],
)
def test_what_is_not_there_is_404(files_site: TestClient, path: str) -> None:
    assert files_site.get(path).status_code == 404


@pytest.mark.parametrize("path", ["/dumps/", f"/dumps/{FILE}", "/dumps/SHA256SUMS"])
def test_a_version_without_files_says_how_to_get_them(site: TestClient, path: str) -> None:
    answer = site.get(path)
    assert answer.status_code == 404
    assert "clustergraph build" in answer.json()["detail"]


def test_a_version_without_files_is_described_all_the_same(site: TestClient) -> None:
    described = graph_of(site.get("/dataset.ttl").content, "turtle")
    assert (DATASET, RDF.type, VOID.Dataset) in described
    assert not list(described.objects(DATASET, VOID.dataDump))
    assert "no files to download" in site.get("/dataset", headers={"Accept": BROWSER}).text


def test_what_versions_are_kept_is_told_anew_when_one_is_removed(
    files_site: TestClient, kept: tuple[Version, Version]
) -> None:
    """The description of the same version changes when another one goes."""
    tag = files_site.get("/dataset.ttl").headers["etag"]
    extra, _ = kept
    moved = extra.path.with_name("elsewhere")
    extra.path.rename(moved)
    try:
        answer = files_site.get("/dataset.ttl", headers={"If-None-Match": tag})
        assert answer.status_code == 200
        assert extra.id not in answer.text
    finally:
        moved.rename(extra.path)
