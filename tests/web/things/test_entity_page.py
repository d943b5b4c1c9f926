"""The page of an entity, over the small graph."""

import csv
import html
import re
from collections.abc import Iterator
from io import StringIO
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.rdf.prefixes import expand
from given.read_pages import page, words

PROJECT = "/page/trace-kei-aaaaaaab"
TRAINING = "/page/4th-training-module-aaaaaaai"
CLUSTER = "/page/green-synergy-aaaaaaaa"
_SECTIONS = (
    *("facts", "disagreements", "relations", "incoming", "consequences"),
    *("network", "funding", "map", "timeline"),
    *("names", "elsewhere", "sources", "cite", "machines"),
)
"""In the order in which they stand on every page, where there is something in them."""
_ON_NO_PAGE = ("#type", "mentionedIn", "sameAs", "Match")
"""Properties of which a page makes no list of values: they are its class, sources and registers."""


def test_an_entity_page_tells_what_how_and_whence(site: TestClient) -> None:
    found = words(page(site, PROJECT))
    assert "TRACE-KEI" in found
    assert "Start date November 2016[1] why?" in found
    assert "Coordinated by DARE it[3] why?" in found
    assert "Partner (3) Alfa GmbH de[4] why? Green Synergy Cluster[4] why?" in found
    assert "Source of funding European Union" in found
    assert "DARE. от Италия – координатор на проекта" in found
    assert "characters 340–380" in found
    assert f"{BASE}id/trace-kei-aaaaaaab" in found


def test_names_carry_their_language(site: TestClient) -> None:
    found = page(site, "/page/green-synergy-aaaaaaaa?lang=bg")
    (heading,) = [attrs for tag, attrs in found.tags if tag == "bdi" and "lang" in attrs][:1]
    assert heading["lang"] == "bg"
    quotes = [attrs for tag, attrs in found.tags if tag == "blockquote"]
    assert quotes
    assert {attrs["lang"] for attrs in quotes} == {"bg"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", "Located in Bulgaria"),
        ("pl", "Bułgaria"),
        ("bg", "България"),
    ],
)
def test_a_page_is_read_in_the_language_asked_for(
    site: TestClient, language: str, expected: str
) -> None:
    assert expected in words(page(site, f"/page/green-synergy-aaaaaaaa?lang={language}"))


def test_a_name_in_another_language_is_marked(site: TestClient) -> None:
    found = words(page(site, f"{PROJECT}?lang=pl"))
    assert found.partition("TRACE-KEI")[2]
    assert "DARE it" in found
    english = words(page(site, f"{PROJECT}?lang=fr"))
    assert "There is no name in the language asked for. Language of this one: English." in english


@pytest.mark.parametrize("address", [PROJECT, TRAINING, CLUSTER, "/page/karaganda-aaaaaaah"])
def test_the_query_of_a_page_gives_the_statements_on_it_and_no_others(
    site: TestClient, address: str
) -> None:
    text = site.get(address, headers={"Accept": "text/html"}).text
    stated = re.split('<h2 id="(?:consequences|network|funding)"', text)[0]
    shown = {_statement(link) for link in re.findall(r'class="why" href="([^"]*)"', stated)}
    rows = set(_rows(site, address))
    names = {row for row in rows if row[1].endswith(("prefLabel", "altLabel", "#label"))}
    assert {row for row in rows - names if not row[1].endswith(_ON_NO_PAGE)} == shown
    assert all(row[2] in text for row in names)


def test_what_follows_is_a_query_too(site: TestClient) -> None:
    text = site.get(TRAINING, headers={"Accept": "text/html"}).text
    (following,) = re.findall(r'(?s)<h2 id="consequences".*?<h2', text)
    shown = {_statement(link) for link in re.findall(r'class="why" href="([^"]*)"', following)}
    (query,) = re.findall(r'href="(/sparql[^"]*)"[^>]*>Open what follows as a query', text)
    answer = site.get(html.unescape(query), headers={"Accept": "text/csv"}).text
    rows = {
        (row["entity"], row["property"], row["other"]) for row in csv.DictReader(StringIO(answer))
    }
    assert rows == shown


def test_sections_stand_in_one_order_on_every_page_and_its_head_leads_to_each(
    site: TestClient,
) -> None:
    shown = set()
    for address in (PROJECT, TRAINING, CLUSTER, "/page/european-union-aaaaaaad"):
        found = page(site, address)
        sections = [attrs["id"] for tag, attrs in found.tags if tag == "h2" and "id" in attrs]
        assert sections == [each for each in _SECTIONS if each in sections]
        led_to = [link[1:] for link in found.links() if link[1:] in sections and link[0] == "#"]
        assert set(led_to) == set(sections)
        shown |= set(sections)
    assert {"relations", "incoming", "consequences", "network", "timeline", "names"} <= shown


def test_the_actions_lead_to_what_they_say(site: TestClient) -> None:
    found = page(site, f"{CLUSTER}?lang=en")
    about = f"{BASE}id/green-synergy-aaaaaaaa".replace(":", "%3A").replace("/", "%2F")
    assert f"/report?about={about}&lang=en" in found.links()
    anchors = {attrs.get("id") for _, attrs in found.tags}
    assert {"cite", "machines", "sources", "names"} <= anchors
    assert (
        "code",
        {"class": "iri whole", "data-copy": "Copy", "data-copied": "Copied"},
    ) in found.tags


def test_a_page_leads_on_to_what_stands_beside_its_thing_in_the_list(site: TestClient) -> None:
    text = site.get("/page/bulgaria-aaaaaaaf", headers={"Accept": "text/html"}).text
    (turns,) = re.findall(r'<nav class="turns".*?</nav>', text)
    assert re.findall(r'href="([^"]*)"', turns) == ["/id/kazakhstan-aaaaaaag"]


def test_programs_find_their_ways_in(site: TestClient) -> None:
    links = page(site, CLUSTER).links()
    for address in (
        "/api/entities/green-synergy-aaaaaaaa",
        "/reconcile/preview?id=green-synergy-aaaaaaaa",
        "/linkset/green-synergy-aaaaaaaa.json",
        "/api/changes.atom",
    ):
        assert address in links
        assert site.get(address).status_code == 200


def test_an_entity_is_told_in_one_sentence(site: TestClient) -> None:
    training = words(page(site, "/page/4th-training-module-aaaaaaai"))
    expected = "located in Karaganda, 19–23 February 2018."
    assert f"Training, part of Kazakhstan SME Competitiveness Project, {expected}" in training
    union = words(page(site, "/page/european-union-aaaaaaad"))
    assert "Organisation, funds Cluster Excellence." in union


def test_a_passage_tells_who_stands_for_it(site: TestClient) -> None:
    found = words(page(site, "/page/karaganda-aaaaaaah"))
    assert "located in Kazakhstan confirmed by A reader, 22 November 2026: It says so." in found
    assert "Kazachstan potwierdzone" in words(page(site, "/page/karaganda-aaaaaaah?lang=pl"))
    assert "sector Agriculture added by a person" in words(
        page(site, "/page/green-synergy-aaaaaaaa")
    )


def _statement(address: str) -> tuple[str, str, str]:
    """Read the statement that a link to why it holds names."""
    query = parse_qs(urlsplit(html.unescape(address)).query)
    subject, property_, value = (query[name][0] for name in ("s", "p", "o"))
    return expand(subject), expand(property_), expand(value) if ":" in value else value


def _rows(site: TestClient, address: str) -> Iterator[tuple[str, str, str]]:
    """Run the query of a page and yield its statements."""
    text = site.get(address, headers={"Accept": "text/html"}).text
    (query, *_) = re.findall(r'href="(/sparql[^"]*)"[^>]*>Open this as a query', text)
    answer = site.get(html.unescape(query), headers={"Accept": "text/csv"})
    for row in csv.DictReader(StringIO(answer.text)):
        subject, value = row["subject"] or row["entity"], row["value"] or row["entity"]
        yield subject, row["property"], value
