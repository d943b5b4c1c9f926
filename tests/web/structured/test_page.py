import json
import re
from collections.abc import Callable
from typing import Any

import pytest
import rdflib
from httpx2 import Response
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from given.clients import BROWSER

# rdflib warns of its own calls while it parses.
pytestmark = pytest.mark.filterwarnings("ignore:(Dataset|ConjunctiveGraph):DeprecationWarning")

Read = Callable[[str], list[dict[str, Any]]]
HOST = "http://testserver"
LOCAL = "trace-kei-aaaaaaab"
ADDRESSES = [
    "/",
    "/queries",
    "/search?q=dare",
    f"/page/{LOCAL}",
    "/page/doc/71fb2550c3039bbf",
    "/page/ev/0000000000000001",
    "/page/voc/modality/fact",
    "/page/voc/modality",
    "/ns",
    "/ns/Cluster",
    "/ns/shapes",
    "/ns/rules",
    "/dataset",
    "/browse",
    "/browse/Organisation",
    f"/why?s={LOCAL}&p=cg:coordinatedBy&o=dare-aaaaaaae",
    "/problem",
    "/problem/gone",
    "/reconcile/about",
]
META = re.compile(r'<meta (?:name|property)="([^"]*)" content="([^"]*)">')


CANONICAL = re.compile(r'<link rel="canonical" href="([^"]*)">')


def page_at(site: TestClient, address: str, **headers: str) -> Response:
    page = site.get(address, headers={"Accept": BROWSER, **headers})
    assert page.status_code == 200
    return page


def head_of(site: TestClient, address: str, **headers: str) -> str:
    return page_at(site, address, **headers).text.partition("<body>")[0]


@pytest.mark.parametrize("address", [*ADDRESSES, "/sparql", "/docs"])
def test_each_page_names_its_own_address_and_itself_in_each_language(
    site: TestClient, address: str
) -> None:
    head = head_of(site, address)
    (canonical,) = CANONICAL.findall(head)
    assert canonical.startswith((BASE, f"{HOST}/", "/"))
    languages = re.findall(r'<link rel="alternate" hreflang="([^"]*)" href="([^"]*)">', head)
    assert [language for language, _ in languages] == ["en", "pl", "bg", "x-default"]
    for _, place in languages:
        assert site.get(place.replace("&amp;", "&"), headers={"Accept": BROWSER}).status_code == 200


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_canonical_address_is_the_same_in_the_page_and_in_its_headers(
    site: TestClient, address: str
) -> None:
    page = page_at(site, address)
    said = re.findall(r'<([^>]*)>; rel="canonical"', page.headers.get("link", ""))
    assert said in ([], CANONICAL.findall(page.text))


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_page_can_be_shared_as_a_card(site: TestClient, address: str) -> None:
    told = dict(META.findall(head_of(site, f"{address}{'&' if '?' in address else '?'}lang=pl")))
    assert told["og:title"]
    assert told["og:site_name"] == "ClusterGraph"
    assert told["og:locale"] == "pl_PL"
    assert told["og:url"] == f"{HOST}{address.replace('&', '&amp;')}".replace("cg:", "cg%3A")


@pytest.mark.parametrize("address", ADDRESSES)
def test_each_page_tells_itself_as_triples(told_by: Read, address: str) -> None:
    graph = told_by(address)
    context = {"@vocab": "https://schema.org/"}
    text = json.dumps({"@context": context, "@graph": graph})
    parsed = rdflib.Graph().parse(data=text, format="json-ld")
    page = graph[0]
    node = rdflib.URIRef(page["@id"])
    name = rdflib.URIRef("https://schema.org/name")
    assert [str(title) for title in parsed.objects(node, name)] == [page["name"]]
    assert page["about" if page["@type"] == "WebSite" else "isPartOf"]["@id"] == f"{BASE}dataset"


def test_the_start_page_says_how_the_site_is_searched(site: TestClient, told_by: Read) -> None:
    action = told_by("/?lang=pl")[0]["potentialAction"]
    assert action["target"]["urlTemplate"] == f"{HOST}/search?q={{words}}"
    address = action["target"]["urlTemplate"].replace("{words}", "dare")
    answer = site.get(address, headers={"Accept": BROWSER})
    assert answer.status_code == 200


def test_the_way_down_to_a_page_ends_with_it(told_by: Read) -> None:
    page, _ = told_by("/page/voc/modality/fact")
    steps = page["breadcrumb"]["itemListElement"]
    assert [step["position"] for step in steps] == [1, 2]
    assert steps[0]["item"]["@id"].endswith("/voc/modality")
    assert steps[-1] == {
        "@type": "ListItem",
        "position": 2,
        "name": page["name"],
        "item": {"@id": page["@id"]},
    }


def test_a_description_is_one_plain_sentence(site: TestClient, told_by: Read) -> None:
    told = dict(META.findall(head_of(site, f"/page/{LOCAL}")))
    page, thing = told_by(f"/page/{LOCAL}")
    assert told["description"] == told["og:description"] == page["description"]
    assert thing["description"] == page["description"]
    assert page["description"].startswith("Project")


def test_a_host_is_named_as_it_was_asked(site: TestClient) -> None:
    head = head_of(site, f"/page/{LOCAL}", Host="elsewhere.example")
    assert 'content="http://elsewhere.example/page/' in head


def test_a_page_in_another_host_s_words_has_another_tag(site: TestClient) -> None:
    here = site.get(f"/page/{LOCAL}").headers["etag"]
    there = site.get(f"/page/{LOCAL}", headers={"Host": "elsewhere.example"}).headers["etag"]
    assert here != there


def test_what_ends_a_script_in_a_name_does_not_end_it_on_the_page(site: TestClient) -> None:
    head = head_of(site, "/page/script-aaaaaaan")
    data = head.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert "<" not in data
    assert json.loads(data)["@graph"][1]["name"].count("<script>") == 1
