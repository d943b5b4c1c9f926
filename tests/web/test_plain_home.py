"""A home without any graph of the build has pages that make sense, whatever was written to it."""

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from given.read_pages import page, words

HTML = {"Accept": "text/html"}
PAGES = (
    *("/", "/browse", "/browse/Cluster", "/search?q=acme", "/dataset", "/queries", "/sparql"),
    *("/ns", "/ns/Cluster", "/ns/shapes", "/ns/rules", "/voc/modality/fact", "/docs"),
    *("/reconcile/about", "/id/acme-aaaaaaaa", "/page/acme-aaaaaaaa", "/page/voc/modality/fact"),
    *("/page/voc/modality", f"/report?about={BASE}voc/modality/fact"),
)
DATA = (
    *("/health/live", "/health/ready", "/sitemap.xml", "/sitemap/1.xml", "/robots.txt", "/metrics"),
    *("/api/search?q=acme", "/api/suggest?q=ac", "/api/documents", "/api/entities/acme-aaaaaaaa"),
    *("/api/changes.atom", "/dataset.ttl", "/.well-known/void", "/ns.ttl", "/ns/Cluster.ttl"),
    *(f"/data/acme-aaaaaaaa.{it}" for it in ("ttl", "nt", "jsonld", "rdf", "trig", "nq", "csv")),
    *("/data/acme-aaaaaaaa.json", "/linkset/acme-aaaaaaaa.json", "/linkset/voc/modality/fact.json"),
    *("/cite/acme-aaaaaaaa.bib", "/reconcile", "/browse/Cluster.csv", "/openapi.json"),
    *("/data/acme-aaaaaaaa.ttl?rdf=1.2", "/map.geojson", "/reconcile/v1"),
)


@pytest.mark.parametrize("address", PAGES)
def test_every_page_is_there(plain_site: TestClient, address: str) -> None:
    answer = plain_site.get(address, headers=HTML, follow_redirects=True)
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/html")


@pytest.mark.parametrize("address", DATA)
def test_programs_get_an_answer(plain_site: TestClient, address: str) -> None:
    assert plain_site.get(address, follow_redirects=True).status_code == 200


@pytest.mark.parametrize("address", ["/", "/browse/Cluster", "/search?q=acme", "/dataset"])
def test_pages_say_that_it_is_plain(plain_site: TestClient, site: TestClient, address: str) -> None:
    said = "This dataset is plain: it holds what people write, and no documents."
    assert said in words(page(plain_site, address))
    assert said not in words(page(site, address))


@pytest.mark.parametrize("address", ["/", "/dataset"])
def test_pages_claim_no_documents_and_no_licence(plain_site: TestClient, address: str) -> None:
    found = words(page(plain_site, address)).partition("no documents.")[2]
    assert "A dataset that people write" in found
    for claim in ("the words behind every statement", "CC BY", "0 documents", "documents speak of"):
        assert claim not in found


def test_there_are_no_files_to_download(plain_site: TestClient) -> None:
    assert "so it has no files to download" in words(page(plain_site, "/dataset"))
    assert plain_site.get("/dumps/").status_code == 404


def test_what_was_written_is_listed(plain_site: TestClient) -> None:
    assert "aliceSPARQL Update" in words(page(plain_site, "/dataset"))


def test_a_thing_of_ours_has_a_page_that_leads_to_its_data(plain_site: TestClient) -> None:
    found = page(plain_site, "/page/acme-aaaaaaaa")
    assert "Acme" in words(found)
    assert "What is said of it is in the data, not on this page." in words(found)
    assert "/data/acme-aaaaaaaa.ttl" in found.links()


def test_blank_nodes_stand_in_json_ld(plain_site: TestClient) -> None:
    (acme,) = (
        node
        for node in plain_site.get("/data/acme-aaaaaaaa.jsonld").json()["@graph"]
        if node["@id"] == "id:acme-aaaaaaaa"
    )
    assert any(str(each).startswith("_:") for each in acme["partner"])
    assert "says" not in str(acme), "RDF 1.1 has no triples of triples"


def test_our_terms_are_explained_but_are_no_data(plain_site: TestClient) -> None:
    assert "Cluster" in words(page(plain_site, "/ns/Cluster"))
    asked = plain_site.get("/sparql", params={"query": "ASK { ?c a owl:Class }"})
    assert asked.status_code == 400  # no prefix
    text = "ASK { ?c a <http://www.w3.org/2002/07/owl#Class> }"
    answer = plain_site.get("/sparql", params={"query": text}, headers={"Accept": "text/csv"})
    assert "false" in answer.text
