"""``/sparql`` keeps to the SPARQL 1.1 Protocol, whoever asks and however."""

import csv
import io
import json
from collections.abc import Mapping
from urllib.parse import quote
from xml.etree import ElementTree as ET

import pytest
from httpx2 import Response
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.rdf.formats import RDF_FORMATS, RESULT_FORMATS, Format
from clustergraph.store.versions import Home
from given.clients import BROWSER

SPARQL = "application/sparql-query"
ID = "https://w3id.org/clustergraph/id/"
LABELS = f"""PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?name {{ <{ID}karaganda-aaaaaaah> skos:prefLabel ?name }} ORDER BY ?name"""


def _ask(site: TestClient, text: str, accept: str = "*/*", **parameters: str) -> Response:
    return site.get("/sparql", params={"query": text, **parameters}, headers={"Accept": accept})


def _problem(response: Response) -> Mapping[str, object]:
    assert response.headers["content-type"] == "application/problem+json"
    found = response.json()
    assert found["status"] == response.status_code
    assert isinstance(found, dict)
    return found


# -- A query comes in ------------------------------------------------------------------------------


def test_a_query_is_asked_by_get(site: TestClient) -> None:
    rows = _ask(site, LABELS).json()["results"]["bindings"]
    assert [row["name"]["value"] for row in rows] == ["Karaganda", "Karaganda", "Караганда"]


def test_parameters_of_the_address_count_for_a_query_in_the_body(site: TestClient) -> None:
    answer = site.post(
        "/sparql?default-graph-uri=urn:none",
        content="ASK { ?s ?p ?o }",
        headers={"Content-Type": SPARQL},
    )
    assert answer.json()["boolean"] is False


# -- What comes back -------------------------------------------------------------------------------


def _names(answer: Response, format_: Format) -> list[str | None]:
    match format_.key:
        case "json":
            return [row["name"]["value"] for row in answer.json()["results"]["bindings"]]
        case "xml":
            return [
                literal.text
                for literal in ET.fromstring(answer.content).iter()
                if literal.tag.endswith("literal")
            ]
        case "csv":
            return [row["name"] for row in csv.DictReader(io.StringIO(answer.text))]
        case _:
            return [line.partition("@")[0].strip('"') for line in answer.text.splitlines()[1:]]


@pytest.mark.parametrize("format_", RESULT_FORMATS, ids=lambda format_: format_.key)
def test_rows_come_in_every_format(site: TestClient, format_: Format) -> None:
    answer = _ask(site, LABELS, format_.media_type)
    assert answer.headers["content-type"].partition(";")[0] == format_.media_type
    assert _names(answer, format_) == ["Karaganda", "Karaganda", "Караганда"]
    assert _ask(site, LABELS, format=format_.key).content == answer.content


@pytest.mark.parametrize("format_", RDF_FORMATS, ids=lambda format_: format_.key)
@pytest.mark.parametrize("text", ["CONSTRUCT WHERE { <%s> ?p ?o }", "DESCRIBE <%s>"])
def test_triples_come_in_every_format(site: TestClient, text: str, format_: Format) -> None:
    assert isinstance(format_.engine, RdfFormat)
    text %= f"{ID}dare-aaaaaaae"
    answer = _ask(site, text, format_.media_type)
    assert answer.headers["content-type"].partition(";")[0] == format_.media_type
    found = {quad.triple for quad in parse(answer.content, format_.engine)}
    expected = {quad.triple for quad in parse(_ask(site, text).content, RdfFormat.TURTLE)}
    assert found == expected != set()


@pytest.mark.parametrize(
    ("text", "key"), [("ASK {}", "ttl"), ("DESCRIBE <urn:x>", "csv"), ("ASK {}", "x")]
)
def test_a_format_that_cannot_hold_the_answer_is_refused(
    site: TestClient, text: str, key: str
) -> None:
    assert "format" in str(_problem(_ask(site, text, format=key))["detail"])


def test_a_format_with_no_triple_terms_says_so(site: TestClient) -> None:
    text = "CONSTRUCT { <urn:a> <urn:p> <<( <urn:a> <urn:p> <urn:b> )>> } {}"
    assert _ask(site, text).status_code == 200
    assert _problem(_ask(site, text, "application/ld+json"))["status"] == 400


# -- Datasets, versions, limits --------------------------------------------------------------------


def test_all_graphs_are_seen_as_one_unless_the_request_names_some(site: TestClient) -> None:
    asserted = "https://w3id.org/clustergraph/graph/asserted"
    text = f"ASK {{ <{ID}karaganda-aaaaaaah> ?p ?o }}"
    assert _ask(site, text).json()["boolean"] is True
    assert _ask(site, text, **{"default-graph-uri": asserted}).json()["boolean"] is True
    assert _ask(site, text, **{"default-graph-uri": "urn:none"}).json()["boolean"] is False
    assert _ask(site, text, **{"named-graph-uri": asserted}).json()["boolean"] is False
    named = text.replace("ASK {", "ASK { GRAPH ?g {") + "}"
    assert _ask(site, named, **{"named-graph-uri": asserted}).json()["boolean"] is True


def test_each_answer_names_its_version_which_can_be_asked_again(
    site: TestClient, small_home: Home
) -> None:
    version = _ask(site, "ASK {}").headers["dataset-version"]
    assert version == small_home.current().id
    assert _ask(site, "ASK {}", version=version).headers["dataset-version"] == version
    assert _problem(_ask(site, "ASK {}", version="../../etc"))["status"] == 404


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("timeout", "soon"),
        ("timeout", "0"),
        ("timeout", "-1"),
        ("timeout", "nan"),
        ("default-graph-uri", "not an IRI"),
        ("named-graph-uri", "graph"),
    ],
)
def test_a_parameter_that_cannot_be_is_refused(site: TestClient, name: str, value: str) -> None:
    problem = _problem(_ask(site, "ASK {}", **{name: value}))
    assert (problem["status"], problem["name"]) == (400, name)


def test_a_mistake_is_told_with_its_line_and_column(site: TestClient) -> None:
    problem = _problem(_ask(site, "SELECT *\nWHERE { ?s ?p }"))
    assert problem["line"] == 2
    assert isinstance(problem["column"], int)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("ASK { SERVICE <http://127.0.0.1/> {} }", 403),
        ("LOAD <http://127.0.0.1/>", 403),
        ("CLEAR ALL", 400),
        ("ASK {" + "{" * 3000 + "}" * 3000 + "}", 400),
        ("ASK { FILTER(<urn:unknown>(1)) }", 400),
    ],
)
def test_what_is_not_run_is_told_why(site: TestClient, text: str, status: int) -> None:
    answer = site.post("/sparql", data={"query": text})
    assert answer.status_code == status
    assert str(_problem(answer)["detail"]).endswith(".") or status == 400


# -- Caches ----------------------------------------------------------------------------------------


def test_an_answer_that_the_client_has_is_not_sent_again(site: TestClient) -> None:
    first = _ask(site, LABELS)
    assert first.headers["vary"] == "Accept, Accept-Encoding"
    tag = first.headers["etag"]
    for known in (tag, tag.removeprefix("W/"), f'"other", {tag}'):
        again = site.get("/sparql", params={"query": LABELS}, headers={"If-None-Match": known})
        assert (again.status_code, again.content) == (304, b"")
        assert again.headers["etag"] == tag


def test_another_format_is_another_answer(site: TestClient) -> None:
    tag = _ask(site, LABELS).headers["etag"]
    headers = {"Accept": "text/csv", "If-None-Match": tag}
    assert site.get("/sparql", params={"query": LABELS}, headers=headers).status_code == 200


def test_an_answer_that_varies_has_no_tag(site: TestClient) -> None:
    headers = _ask(site, "SELECT (RAND() AS ?x) {}").headers
    assert "etag" not in headers
    assert headers["cache-control"] == "no-store"


def test_a_mistake_has_no_tag(site: TestClient) -> None:
    assert "etag" not in _ask(site, "SELECT").headers


# -- HEAD, OPTIONS and other origins ---------------------------------------------------------------


def test_head_tells_the_length_of_what_get_would_bring(site: TestClient) -> None:
    get = _ask(site, LABELS)
    head = site.head("/sparql", params={"query": LABELS})
    assert (head.status_code, head.content) == (200, b"")
    for name in ("content-type", "content-length", "etag", "dataset-version"):
        assert head.headers[name] == get.headers[name]


def test_head_of_a_long_answer_ends_at_once(site: TestClient) -> None:
    text = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
    assert site.head("/sparql", params={"query": text}).status_code == 200


def test_every_origin_may_read(site: TestClient) -> None:
    headers = _ask(site, "ASK {}").headers
    assert headers["access-control-allow-origin"] == "*"
    assert "Dataset-Version" in headers["access-control-expose-headers"]


# -- Without a query, and for people ---------------------------------------------------------------


def test_without_a_query_programs_get_the_description_of_the_service(site: TestClient) -> None:
    answer = site.get("/sparql")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert b"http://testserver/sparql" in answer.content
    assert site.get("/sparql", headers={"Accept": "application/rdf+xml"}).status_code == 200
    assert _problem(site.get("/sparql", headers={"Accept": "text/csv"}))["status"] == 406


def test_without_a_query_browsers_get_a_form_with_examples(site: TestClient) -> None:
    page = site.get("/sparql", headers={"Accept": BROWSER})
    assert page.headers["content-type"].startswith("text/html")
    assert "<textarea" in page.text
    assert "Policy makers" in page.text
    assert "Who pays directly for a project" in page.text


def test_browsers_see_the_rows(site: TestClient) -> None:
    page = _ask(site, LABELS, BROWSER).text
    assert "3 rows." in page
    assert '<span lang="bg">Караганда</span>' in page
    assert "skos:prefLabel ?name" in page


def test_what_is_ours_leads_to_its_page_on_this_host(site: TestClient) -> None:
    page = _ask(site, f"SELECT ?x {{ BIND(<{ID}x-aaaaaaaa> AS ?x) }}", BROWSER).text
    assert '<a href="/id/x-aaaaaaaa">id:x-aaaaaaaa</a>' in page


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("ASK {}", '<pre tabindex="0">yes</pre>'),
        ("ASK { FILTER(false) }", '<pre tabindex="0">no</pre>'),
        ("CONSTRUCT { <urn:a> <urn:p> 1 } {}", "&lt;urn:a&gt; &lt;urn:p&gt; 1"),
        ("CONSTRUCT { } {}", "No triples."),
        ("SELECT * { FILTER(false) }", "No rows."),
        ("SELECT (<javascript:alert(1)> AS ?x) {}", "<span>javascript:alert(1)</span>"),
        ("SELECT ('<script>' AS ?x) {}", "<span>&lt;script&gt;</span>"),
        ("SELECT (<<( <urn:a> <urn:p> 1 )>> AS ?x) {}", "&lt;&lt;( urn:a urn:p 1 )&gt;&gt;"),
        ("SELECT (BNODE('x') AS ?b) {}", "<span>_:"),
        ("SELECT ?x { VALUES ?x { UNDEF } }", "<td><span></span></td>"),
        ("SELECT * { VALUES ?x { " + "1 " * 600 + "} }", "600 rows, of which the first 500"),
        ("SELECT", "not SPARQL at line 1, column 7"),
        ("ASK { SERVICE <urn:x> {} }", "SERVICE is not run here"),
    ],
)
def test_browsers_see_the_answer_or_what_is_wrong(site: TestClient, text: str, shown: str) -> None:
    page = _ask(site, text, BROWSER)
    assert page.headers["content-type"].startswith("text/html")
    assert shown in page.text


def test_an_answer_too_large_for_a_page_is_offered_as_a_file(site: TestClient) -> None:
    page = _ask(site, "SELECT * { ?a ?b ?c . ?d ?e ?f }", BROWSER).text
    assert "too large for a page" in page
    assert "format=csv" in page


def test_the_downloads_of_a_page_give_the_same_answer(site: TestClient) -> None:
    assert (
        f"?query={quote('ASK {}', safe='')}".replace("%20", "+")
        in _ask(site, "ASK {}", BROWSER).text
    )
    assert json.loads(_ask(site, "ASK {}", BROWSER, format="json").text)["boolean"] is True
