"""The ontology answers whole, by term, by part and by version, in the form that is asked for."""

import pytest
import rdflib
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.rdf.ontology_documents import releases, vocabularies
from given.clients import BROWSER, FORMATS

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

OLDEST = list(releases())[-1]
DOCUMENTS = ["/ns", "/ns/shapes", f"/ns/{OLDEST}", "/ns/vocabularies/modality"]


def triples(content: bytes, syntax: str) -> int:
    dataset = rdflib.Dataset()
    dataset.parse(data=content, format=syntax)
    return sum(1 for _ in dataset.quads())


@pytest.mark.parametrize("key", FORMATS)
@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_comes_in_every_format_by_suffix_and_by_accept(
    site: TestClient, path: str, key: str
) -> None:
    type_, syntax = FORMATS[key]
    by_suffix = site.get(f"{path}.{key}")
    by_accept = site.get(path, headers={"Accept": type_})
    assert by_suffix.status_code == 200
    assert by_suffix.headers["content-type"].split(";")[0] == type_
    assert by_suffix.content == by_accept.content
    assert triples(by_suffix.content, syntax) > 10
    assert f'<{path}>; rel="alternate"; type="text/html"' in by_suffix.headers["link"]


@pytest.mark.parametrize("path", ["/ns", "/ns/shapes", "/ns/rules", f"/ns/{OLDEST}"])
def test_a_document_is_a_page_for_people(site: TestClient, path: str) -> None:
    answer = site.get(path, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["content-type"]) == (200, "text/html; charset=utf-8")


def test_the_version_of_today_is_the_ontology_under_another_address(site: TestClient) -> None:
    graph = rdflib.Graph().parse(data=site.get("/ns.ttl").content, format="turtle")
    (version,) = graph.objects(None, rdflib.OWL.versionInfo)
    assert str(version) not in releases()
    assert site.get(f"/ns/{version}").content == site.get("/ns").content
    page = site.get(f"/ns/{version}", headers={"Accept": BROWSER}).text
    assert f'<link rel="canonical" href="{BASE}ns">' in page


@pytest.mark.parametrize("version", releases())
def test_an_earlier_version_is_as_it_was(site: TestClient, version: str) -> None:
    graph = rdflib.Graph().parse(data=site.get(f"/ns/{version}.ttl").content, format="turtle")
    infos = graph.objects(rdflib.URIRef(f"{BASE}ns"), rdflib.OWL.versionInfo)
    assert [str(info) for info in infos] == [version]
    page = site.get(f"/ns/{version}", headers={"Accept": BROWSER}).text
    assert f"version {version}" in page
    assert "cg:fundedBy" in page


@pytest.mark.parametrize("path", ["/ns/9.9.9", "/ns/9.9.9.ttl", "/ns/9.9"])
def test_a_version_that_never_was_is_told_those_there_are(site: TestClient, path: str) -> None:
    problem = site.get(path)
    assert problem.status_code == 404
    assert set(releases()) < set(problem.json()["known"])
    page = site.get(path, headers={"Accept": BROWSER})
    assert page.status_code == 404
    assert OLDEST in page.text


@pytest.mark.parametrize(
    "path",
    [
        "/ns/shapes.exe",
        f"/ns/{OLDEST}.exe",
        "/ns/vocabularies/bananas",
        "/ns/vocabularies/modality.exe",
        "/ns/vocabularies/..%2Fclustergraph",
        "/ns/rules.exe",
    ],
)
def test_what_is_not_there_is_not_found(site: TestClient, path: str) -> None:
    assert site.get(path).status_code == 404


@pytest.mark.parametrize("name", vocabularies())
def test_a_vocabulary_holds_all_its_concepts(site: TestClient, name: str) -> None:
    graph = rdflib.Graph().parse(data=site.get(f"/ns/vocabularies/{name}.nt").content, format="nt")
    concepts = set(graph.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    assert concepts
    assert all((concept, rdflib.SKOS.prefLabel, None) in graph for concept in concepts)


def test_people_who_ask_for_a_vocabulary_are_led_to_its_page(site: TestClient) -> None:
    answer = site.get("/ns/vocabularies/modality", headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, "/page/voc/modality")


def test_they_keep_their_language_on_the_way_to_the_page(site: TestClient) -> None:
    answer = site.get("/ns/vocabularies/modality?lang=pl", headers={"Accept": BROWSER})
    assert answer.headers["location"] == "/page/voc/modality?lang=pl"


def test_the_rules_come_as_text(site: TestClient) -> None:
    answer = site.get("/ns/rules.txt")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "INSERT { GRAPH graph:inferred" in answer.text


def test_no_document_hides_a_term(site: TestClient) -> None:
    names = {"overview", "rules", "shapes", "vocabularies"}
    graph = rdflib.Graph().parse(data=site.get("/ns.ttl").content, format="turtle")
    terms = {str(term).removeprefix(f"{BASE}ns#") for term in graph.subjects()}
    assert "rule" in terms
    assert not names & terms


@pytest.mark.parametrize("path", [*DOCUMENTS, "/ns/fundedBy", "/ns/overview.svg", "/ns/rules.txt"])
def test_a_client_that_has_a_document_is_told_so(site: TestClient, path: str) -> None:
    tag = site.get(path).headers["etag"]
    assert site.get(path, headers={"If-None-Match": tag}).status_code == 304
