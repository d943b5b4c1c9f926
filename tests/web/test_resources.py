import re
from typing import Any

import pytest
import rdflib
from pyoxigraph import RdfFormat, parse
from rdflib.compare import isomorphic
from starlette.testclient import TestClient

from clustergraph.iris import BASE, is_note
from clustergraph.store.versions import Home
from clustergraph.web.addresses import path_of
from given.clients import BROWSER, FORMATS, client_of, graph_of

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

LOCAL = "trace-kei-aaaaaaab"
ONE_OF_EACH_KIND = f"""
SELECT (SAMPLE(?thing) AS ?one) WHERE {{
  ?thing a ?class FILTER(STRSTARTS(STR(?thing), "{BASE}"))
  BIND(REPLACE(STR(?thing), "^{BASE}([^/#]*).*", "$1") AS ?kind)
}} GROUP BY ?kind
"""


def media_type(answer: Any) -> str:
    return str(answer.headers["content-type"].split(";")[0])


@pytest.mark.parametrize(
    ("accept", "place"),
    [
        (BROWSER, f"/page/{LOCAL}"),
        ("*/*", f"/data/{LOCAL}.ttl"),
        (None, f"/data/{LOCAL}.ttl"),
        ("text/turtle;q=0.2, application/ld+json", f"/data/{LOCAL}.jsonld"),
        ("application/json", f"/data/{LOCAL}.json"),
        ("application/*;q=0.1, text/html;q=0", f"/data/{LOCAL}.nt"),
        ("text/turtle;version=1.2", f"/data/{LOCAL}.ttl?rdf=1.2"),
    ],
)
def test_an_iri_leads_to_the_form_that_suits_the_client(
    site: TestClient, accept: str | None, place: str
) -> None:
    headers = {"Accept": accept} if accept else {"Accept": ""}
    answer = site.get(f"/id/{LOCAL}", headers=headers)
    assert (answer.status_code, answer.headers["location"]) == (303, place)
    assert answer.headers["vary"] == "Accept"


@pytest.mark.parametrize(
    ("path", "page"),
    [
        ("/doc/71fb2550c3039bbf", "/page/doc/71fb2550c3039bbf"),
        ("/ev/0000000000000001", "/page/ev/0000000000000001"),
        ("/voc/modality/fact", "/page/voc/modality/fact"),
        ("/voc/modality", "/page/voc/modality"),
    ],
)
def test_documents_passages_and_concepts_answer_as_entities_do(
    site: TestClient, path: str, page: str
) -> None:
    answer = site.get(path, headers={"Accept": BROWSER})
    assert (answer.status_code, answer.headers["location"]) == (303, page)
    assert site.get(page).status_code == 200
    data = site.get(path, headers={"Accept": "text/turtle"}, follow_redirects=True)
    assert data.status_code == 200
    assert (rdflib.URIRef(f"{BASE}{path[1:]}"), None, None) in graph_of(data.content, "turtle")


def test_whatever_is_of_a_class_answers_at_its_iri(our_home: Home) -> None:
    with client_of(our_home) as client:
        asked = client.get("/sparql", params={"query": ONE_OF_EACH_KIND})
        found = [row["one"]["value"] for row in asked.json()["results"]["bindings"]]
        kinds = {iri.removeprefix(BASE).partition("/")[0] for iri in found}
        assert {"coordinate", "doc", "ev", "id", "link", "run", "voc"} <= kinds
        for iri in found:
            path = path_of(iri).partition("#")[0]
            answer = client.get(path, headers={"Accept": "text/turtle"}, follow_redirects=True)
            assert (iri, answer.status_code) == (iri, 200)
            told = graph_of(answer.content, "turtle")
            assert (rdflib.URIRef(iri), None, None) in told, iri
            shown = client.get(path, headers={"Accept": BROWSER}, follow_redirects=True)
            assert (iri, shown.status_code) == (iri, 200)
            assert not is_note(shown.url.path.replace("/page/", BASE))


@pytest.mark.parametrize("path", ["/id/", "/void", "/data"])
def test_an_address_of_nothing_is_named_and_shown_the_way(site: TestClient, path: str) -> None:
    answer = site.get(path, headers={"Accept": "text/turtle"})
    assert answer.status_code == 404
    assert answer.json()["detail"] == (
        f"Nothing answers at {path}. Begin at /.well-known/void for data, at /docs for calls."
    )


def test_what_is_not_offered_is_refused_with_what_is(site: TestClient) -> None:
    answer = site.get(f"/id/{LOCAL}", headers={"Accept": "image/png"})
    assert answer.status_code == 406
    assert media_type(answer) == "application/problem+json"
    assert "text/turtle" in answer.json()["detail"]


@pytest.mark.parametrize("key", FORMATS)
def test_every_format_is_what_it_says_and_holds_the_same(site: TestClient, key: str) -> None:
    type_, syntax = FORMATS[key]
    answer = site.get(f"/data/{LOCAL}.{key}")
    assert (answer.status_code, media_type(answer)) == (200, type_)
    expected = graph_of(site.get(f"/data/{LOCAL}.nt").content, "nt")
    assert len(expected) > 100
    assert isomorphic(graph_of(answer.content, syntax), expected)


@pytest.mark.parametrize("key", FORMATS)
def test_a_format_may_be_named_in_the_query(site: TestClient, key: str) -> None:
    answer = site.get(f"/data/{LOCAL}?format={key}", headers={"Accept": "text/html"})
    assert media_type(answer) == FORMATS[key][0]


@pytest.mark.parametrize("key", ["ttl", "nt", "trig", "nq"])
def test_triple_terms_are_only_given_where_they_are_asked_for(site: TestClient, key: str) -> None:
    formats = {
        "ttl": RdfFormat.TURTLE,
        "nt": RdfFormat.N_TRIPLES,
        "trig": RdfFormat.TRIG,
        "nq": RdfFormat.N_QUADS,
    }

    def reifiers(address: str) -> int:
        content = site.get(address).content
        return sum("#reifies" in str(quad) for quad in parse(content, format=formats[key]))

    assert reifiers(f"/data/{LOCAL}.{key}") == 0
    assert reifiers(f"/data/{LOCAL}.{key}?rdf=1.2") == 6
    assert "version=1.2" in site.get(f"/data/{LOCAL}.{key}?rdf=1.2").headers["content-type"]


def test_json_is_the_shape_of_the_api(site: TestClient) -> None:
    found = site.get(f"/data/{LOCAL}.json").json()
    assert found["label"] == "TRACE-KEI"
    assert {group["property"] for group in found["relations"]} == {
        "cg:partOf",
        "cg:partner",
        "cg:coordinatedBy",
    }


def test_json_ld_uses_our_bare_terms(site: TestClient) -> None:
    graph = site.get(f"/data/{LOCAL}.jsonld").json()["@graph"]
    (node,) = [node for node in graph if node["@id"] == f"id:{LOCAL}"]
    assert node["@type"] == "Project"
    assert node["coordinatedBy"] == "id:dare-aaaaaaae"
    assert node["startDate"] == {"@value": "2016-11", "@type": "xsd:gYearMonth"}


@pytest.mark.parametrize(
    ("path", "place"),
    [
        ("/id/zelena-sinergiya-aaaaaaaz", "/id/green-synergy-aaaaaaaa"),
        ("/page/zelena-sinergiya-aaaaaaaz", "/page/green-synergy-aaaaaaaa"),
        ("/data/zelena-sinergiya-aaaaaaaz.nt", "/data/green-synergy-aaaaaaaa.nt"),
        ("/api/entities/zelena-sinergiya-aaaaaaaz", "/api/entities/green-synergy-aaaaaaaa"),
    ],
)
def test_what_was_merged_leads_to_the_survivor(site: TestClient, path: str, place: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.headers["location"]) == (301, place)


@pytest.mark.parametrize("path", ["/id/{}", "/page/{}", "/data/{}.ttl", "/api/entities/{}"])
def test_what_was_removed_is_gone_with_the_reason(site: TestClient, path: str) -> None:
    answer = site.get(path.format("gone-aaaaaaay"))
    assert answer.status_code == 410
    assert "removed" in answer.json()["detail"]


@pytest.mark.parametrize(
    "path",
    [
        "/id/nobody-aaaaaaaa",
        "/page/nobody-aaaaaaaa",
        "/data/nobody-aaaaaaaa.ttl",
        f"/data/{LOCAL}.exe",
        "/id/a%20b",
        "/page/%3Cscript%3E",
        "/data/%22.ttl",
        "/page/",
        "/page/graph/asserted",
        "/doc/0000000000000000",
        "/ns/Banana",
        "/ns/Banana.ttl",
        "/ns.exe",
    ],
)
def test_what_was_never_there_is_a_problem_for_programs_and_a_page_for_people(
    site: TestClient, path: str
) -> None:
    for accept, type_ in (("*/*", "application/problem+json"), (BROWSER, "text/html")):
        answer = site.get(path, headers={"Accept": accept})
        assert (answer.status_code, media_type(answer)) == (404, type_)


@pytest.mark.parametrize(
    "path",
    [
        "/",
        f"/page/{LOCAL}",
        f"/data/{LOCAL}.ttl",
        f"/data/{LOCAL}.json",
        "/ns",
        "/ns/Cluster.ttl",
        "/search?q=dare",
        "/api/search?q=dare",
        f"/api/entities/{LOCAL}",
    ],
)
def test_a_client_that_has_an_answer_is_told_so(site: TestClient, path: str) -> None:
    headers = {"Accept": BROWSER}
    answer = site.get(path, headers=headers)
    assert answer.headers["dataset-version"]
    assert answer.headers["access-control-allow-origin"] == "*"
    tag = answer.headers["etag"]
    again = site.get(path, headers={**headers, "If-None-Match": f'"other", {tag}'})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["etag"] == tag
    assert site.get(path, headers={**headers, "If-None-Match": '"other"'}).status_code == 200


def test_tags_differ_by_format_language_and_thing(site: TestClient) -> None:
    addresses = (
        f"/data/{LOCAL}.ttl",
        f"/data/{LOCAL}.ttl?rdf=1.2",
        f"/data/{LOCAL}.nt",
        f"/page/{LOCAL}",
        f"/page/{LOCAL}?lang=pl",
        "/page/dare-aaaaaaae",
    )
    tags = [site.get(address).headers["etag"] for address in addresses]
    assert len(set(tags)) == len(tags)


@pytest.mark.parametrize("path", [f"/id/{LOCAL}", f"/data/{LOCAL}.ttl", f"/page/{LOCAL}", "/ns"])
def test_head_is_get_without_its_body(site: TestClient, path: str) -> None:
    head, get = site.head(path), site.get(path)
    assert head.content == b""
    assert head.status_code == get.status_code
    assert head.headers.get("etag") == get.headers.get("etag")
    assert head.headers.get("location") == get.headers.get("location")


@pytest.mark.parametrize("key", ["ttl", "nt", "jsonld", "rdf"])
def test_the_ontology_comes_in_every_format_by_suffix_and_by_accept(
    site: TestClient, key: str
) -> None:
    type_, syntax = FORMATS[key]
    by_suffix = site.get(f"/ns.{key}")
    by_accept = site.get("/ns", headers={"Accept": type_})
    assert media_type(by_suffix) == media_type(by_accept) == type_
    assert by_suffix.content == by_accept.content
    graph = graph_of(by_suffix.content, syntax)
    owl_class = rdflib.URIRef("http://www.w3.org/2002/07/owl#Class")
    assert (rdflib.URIRef(f"{BASE}ns#Cluster"), rdflib.RDF.type, owl_class) in graph


def test_a_term_is_a_page_for_people_and_triples_for_programs(site: TestClient) -> None:
    page = site.get("/ns/fundedBy", headers={"Accept": BROWSER})
    assert media_type(page) == "text/html"
    data = site.get("/ns/fundedBy")
    assert media_type(data) == "text/turtle"
    term = rdflib.URIRef(f"{BASE}ns#fundedBy")
    assert (term, rdflib.RDFS.label, rdflib.Literal("funded by", "en")) in graph_of(
        data.content, "turtle"
    )


@pytest.mark.parametrize(
    ("address", "reason"),
    [
        (f"/id/{LOCAL}?format=exe", "format is 'exe'; it must be one of ttl, nt, jsonld"),
        (f"/data/{LOCAL}.ttl?rdf=2", "rdf is '2'; it must be 1.1 or 1.2"),
        (f"/page/{LOCAL}?lang=<b>", "lang is '<b>'; it must be a language tag"),
    ],
)
def test_a_wrong_parameter_is_refused_with_what_is_right(
    site: TestClient, address: str, reason: str
) -> None:
    answer = site.get(address, headers={"Accept": "application/json"})
    assert answer.status_code == 400
    assert reason in answer.json()["detail"]


@pytest.mark.parametrize("path", ["/search?q=dare", "/browse", "/browse/Organisation", "/problem"])
def test_a_list_links_to_its_other_forms_and_each_is_there(site: TestClient, path: str) -> None:
    links = site.get(path, headers={"Accept": BROWSER}).headers["link"]
    others = re.findall(r'<([^>]+)>; rel="alternate"; type="([^"]+)"', links)
    assert others
    for address, type_ in others:
        answer = site.get(address)
        assert (address, answer.status_code, media_type(answer)) == (address, 200, type_)
    assert "<>" not in links
