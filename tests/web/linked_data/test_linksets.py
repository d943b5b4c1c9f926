import re
from typing import Any
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from given.clients import BROWSER

LOCAL = "trace-kei-aaaaaaab"
HOST = "http://testserver"
PLACES = [
    LOCAL,
    "doc/71fb2550c3039bbf",
    "ev/0000000000000001",
    "voc/modality/fact",
    "voc/modality",
]
LINK = re.compile(r'<([^>]*)>((?:; [a-z-]+="[^"]*")*)')
PARAMETER = re.compile(r'; ([a-z-]+)="([^"]*)"')


def links_of(answer: Any) -> dict[str, list[tuple[str, str]]]:
    """Read a Link header: targets with their media types, by relation."""
    found: dict[str, list[tuple[str, str]]] = {}
    for target, rest in LINK.findall(answer.headers["link"]):
        parameters = dict(PARAMETER.findall(rest))
        place = (urljoin(str(answer.url), target), parameters.get("type", ""))
        found.setdefault(parameters["rel"], []).append(place)
    return found


def page_of(site: TestClient, place: str) -> Any:
    return site.get(f"/page/{place}", headers={"Accept": BROWSER})


def iri_of(place: str) -> str:
    return f"{BASE}{place}" if "/" in place else f"{BASE}id/{place}"


@pytest.mark.parametrize("place", PLACES)
def test_a_page_says_how_to_cite_it_what_it_is_and_what_describes_it(
    site: TestClient, place: str
) -> None:
    links = links_of(page_of(site, place))
    assert links["cite-as"] == [(iri_of(place), "")]
    assert ("https://schema.org/AboutPage", "") in links["type"]
    assert len(links["type"]) == 3
    for target, media_type in links["describedby"]:
        answer = site.get(target)
        assert answer.status_code == 200
        assert answer.headers["content-type"].startswith(media_type)


@pytest.mark.parametrize(
    ("place", "collection"),
    [
        (LOCAL, "/dataset"),
        ("doc/71fb2550c3039bbf", "/dataset"),
        ("ev/0000000000000001", "/doc/71fb2550c3039bbf"),
        ("voc/modality/fact", "/voc/modality"),
        ("voc/modality", "/dataset"),
    ],
)
def test_a_page_says_what_the_thing_belongs_to(
    site: TestClient, place: str, collection: str
) -> None:
    assert links_of(page_of(site, place))["collection"] == [(f"{HOST}{collection}", "")]


@pytest.mark.parametrize(
    ("place", "is_licensed"), [(LOCAL, True), (PLACES[1], False), (PLACES[2], False)]
)
def test_facts_are_licensed_and_the_words_of_others_are_not(
    site: TestClient, place: str, *, is_licensed: bool
) -> None:
    assert ("license" in links_of(page_of(site, place))) is is_licensed
    assert "license" in links_of(site.get(f"/data/{place}.ttl"))


@pytest.mark.parametrize("place", PLACES)
def test_data_say_which_page_they_describe(site: TestClient, place: str) -> None:
    links = links_of(site.get(f"/data/{place}.jsonld"))
    assert links["describes"] == [(f"{HOST}/page/{place}", "text/html")]
    assert links["cite-as"] == [(iri_of(place), "")]
    assert (f"{HOST}/data/{place}.jsonld", "application/ld+json") not in links["alternate"]
    assert (f"{HOST}/data/{place}.csv", "text/csv") in links["alternate"]


@pytest.mark.parametrize("place", [*PLACES, "dataset"])
def test_a_linkset_holds_what_the_page_s_header_says(site: TestClient, place: str) -> None:
    path = "/dataset" if place == "dataset" else f"/page/{place}"
    header = links_of(site.get(path, headers={"Accept": BROWSER}))
    ((address, media_type),) = header["linkset"]
    answer = site.get(address)
    assert (answer.status_code, media_type) == (200, "application/linkset+json")
    assert answer.headers["content-type"] == media_type
    own, *others = answer.json()["linkset"]
    assert own["anchor"] == f"{HOST}{path}"
    for relation in ("cite-as", "type", "describedby", "collection", "license"):
        told = [(each["href"], each.get("type", "")) for each in own.get(relation, [])]
        assert (relation, told) == (relation, header.get(relation, []))
    describing = [each for each in others if "describes" in each]
    assert {each["describes"][0]["href"] for each in describing} == {own["anchor"]}
    assert {target for target, _ in header["describedby"]} <= {each["anchor"] for each in others}


@pytest.mark.parametrize(
    ("place", "item"),
    [
        ("doc/71fb2550c3039bbf", f"{HOST}/ev/0000000000000001"),
        ("voc/modality", f"{HOST}/voc/modality/fact"),
    ],
)
def test_a_linkset_names_what_belongs_to_the_thing(site: TestClient, place: str, item: str) -> None:
    own, *others = site.get(f"/linkset/{place}.json").json()["linkset"]
    assert item in {each["href"] for each in own["item"]}
    (back,) = [each for each in others if each["anchor"] == item]
    assert back["collection"] == [{"href": own["anchor"], "type": "text/html"}]


def test_a_linkset_comes_as_text_too(site: TestClient) -> None:
    answer = site.get(f"/linkset/{LOCAL}", headers={"Accept": "application/linkset"})
    assert answer.headers["content-type"] == "application/linkset"
    assert f'<{BASE}id/{LOCAL}>; rel="cite-as"; anchor="{HOST}/page/{LOCAL}"' in answer.text


def test_a_linkset_of_what_was_merged_removed_or_never_there_is_told_as_the_thing_itself(
    site: TestClient,
) -> None:
    merged = site.get("/linkset/zelena-sinergiya-aaaaaaaz.json")
    assert merged.status_code == 301
    assert merged.headers["location"] == "/linkset/green-synergy-aaaaaaaa.json"
    assert site.get("/linkset/gone-aaaaaaay.json").status_code == 410
    assert site.get("/linkset/nobody-aaaaaaaa.json").status_code == 404
    assert site.get(f"/linkset/{LOCAL}.exe").status_code == 404


def test_terms_say_which_ontology_they_are_of(site: TestClient) -> None:
    links = links_of(site.get("/ns/Cluster", headers={"Accept": BROWSER}))
    assert links["collection"] == [(f"{HOST}/ns", "")]
    assert links["cite-as"] == [(f"{BASE}ns#Cluster", "")]
    assert "linkset" not in links


@pytest.mark.parametrize("accept", [BROWSER, "text/turtle", "*/*"])
def test_where_page_and_data_share_an_address_both_lead_to_the_same(
    site: TestClient, accept: str
) -> None:
    links = links_of(site.get("/dataset", headers={"Accept": accept}))
    assert (f"{HOST}/dataset.jsonld", "application/ld+json") in links["describedby"]
    assert ("https://schema.org/Dataset", "") in links["type"]
    assert "describes" in links_of(site.get("/dataset.ttl"))


def test_a_client_that_has_the_answer_is_not_told_its_links_again(site: TestClient) -> None:
    tag = page_of(site, LOCAL).headers["etag"]
    again = site.get(f"/page/{LOCAL}", headers={"Accept": BROWSER, "If-None-Match": tag})
    assert again.status_code == 304
    assert "link" not in again.headers


@pytest.mark.parametrize(
    ("path", "accept", "place"),
    [
        (f"/data/{LOCAL}", "text/turtle", f"/data/{LOCAL}.ttl"),
        (f"/data/{LOCAL}?rdf=1.2", "text/turtle", f"/data/{LOCAL}.ttl?rdf=1.2"),
        (f"/data/{LOCAL}?format=csv", "*/*", f"/data/{LOCAL}.csv"),
        ("/ns", "text/turtle", "/ns.ttl"),
        ("/ns/Cluster", "application/ld+json", "/ns/Cluster.jsonld"),
        ("/dataset", "application/n-triples", "/dataset.nt"),
        ("/.well-known/void", "*/*", "/dataset.ttl"),
    ],
)
def test_what_was_negotiated_says_which_address_it_has(
    site: TestClient, path: str, accept: str, place: str
) -> None:
    answer = site.get(path, headers={"Accept": accept})
    assert answer.headers["content-location"] == place
    named = site.get(place)
    assert "content-location" not in named.headers
    assert named.content == answer.content
