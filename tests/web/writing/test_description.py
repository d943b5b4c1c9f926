"""The service tells where it is written to, and only where it is."""

import rdflib
from starlette.testclient import TestClient

from given.writers import update

SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
TURTLE = {"Accept": "text/turtle"}


def languages(site: TestClient, address: str) -> set[rdflib.term.Node]:
    described = rdflib.Graph().parse(site.get("/sparql", headers=TURTLE).content, format="turtle")
    return set(described.objects(rdflib.URIRef(address), SD.supportedLanguage))


def test_a_service_that_is_written_to_tells_where(plain: TestClient, built: TestClient) -> None:
    for site in (plain, built):
        assert languages(site, "http://testserver/update") == {SD.SPARQL11Update}
        assert languages(site, "http://testserver/sparql") == {SD.SPARQL11Query}


def test_a_service_that_is_only_read_tells_of_no_updates(site: TestClient) -> None:
    assert not languages(site, "http://testserver/update")


def test_the_description_changes_with_what_is_written(plain: TestClient) -> None:
    before = plain.get("/sparql", headers=TURTLE)
    update(plain, "INSERT DATA { GRAPH <https://example.org/described> { <s:x> <p:x> 1 } }")
    after = plain.get("/sparql", headers=TURTLE)
    assert before.headers["ETag"] != after.headers["ETag"]
    assert b"https://example.org/described" in after.content
