import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.web.addresses import path_of

PROJECT = "/page/trace-kei-aaaaaaab"
PAGES = [
    "/",
    PROJECT,
    "/page/script-aaaaaaan",
    "/page/doc/9aa47e5e7e1b7005",
    "/page/ev/0000000000000004",
    "/page/voc/modality/planned",
    "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/search?q=qqqq&type=Cluster",
    "/ns",
    "/ns/Cluster",
    "/docs",
]


class Page(HTMLParser):
    """The tags and the text of a page."""

    def __init__(self, answer: Any) -> None:
        super().__init__()
        assert answer.status_code == 200, answer.text
        assert answer.headers["content-type"] == "text/html; charset=utf-8"
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(answer.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data

    def links(self) -> list[str]:
        return [attrs["href"] or "" for tag, attrs in self.tags if tag == "a"]


def page(site: TestClient, address: str) -> Page:
    return Page(site.get(address, headers={"Accept": "text/html"}))


def words(found: Page) -> str:
    return " ".join(found.text.split())


@pytest.mark.parametrize("address", PAGES)
def test_a_page_needs_no_script_and_loads_nothing_from_elsewhere(
    site: TestClient, address: str
) -> None:
    for tag, attrs in page(site, address).tags:
        assert tag not in {"script", "style", "iframe"}
        assert not {name for name in attrs if name == "style" or name.startswith("on")}
        loaded = {"link": "href", "img": "src"}.get(tag)
        if loaded and attrs.get("rel") in {None, "stylesheet", "icon"}:
            assert str(attrs[loaded]).startswith("/")


def test_what_a_page_loads_is_there(site: TestClient) -> None:
    loaded = [attrs for tag, attrs in page(site, "/").tags if tag == "link"]
    own = [str(attrs["href"]) for attrs in loaded if attrs["rel"] in {"stylesheet", "icon"}]
    assert len(own) == 2
    for address in own:
        assert site.get(address).status_code == 200


def test_every_link_of_every_page_leads_somewhere(site: TestClient) -> None:
    waiting, seen = list(PAGES), set(PAGES)
    while waiting:
        answer = site.get(waiting.pop(), headers={"Accept": "text/html"}, follow_redirects=True)
        assert answer.status_code == 200, (answer.url, answer.text)
        if not answer.headers["content-type"].startswith("text/html"):
            continue
        links = [link.partition("#")[0] for link in Page(answer).links() if "lang=" not in link]
        new = {link for link in links if link.startswith("/") and link not in seen}
        seen |= new
        waiting += new
    assert len(seen) > 500


def test_links_stay_on_this_host(site: TestClient) -> None:
    for address in PAGES:
        for link in page(site, address).links():
            assert not link.startswith(BASE)
            foreign = urlsplit(link).netloc
            assert foreign in {"", "creativecommons.org", "purl.org", "www.w3.org"}, link


def test_an_entity_page_tells_what_how_and_whence(site: TestClient) -> None:
    found = words(page(site, PROJECT))
    assert "TRACE-KEI" in found
    assert "Start date 2016-11[1]" in found
    assert "Coordinated by (1) DARE" in found
    assert "Partner (3) Alfa GmbH de[4] Green Synergy Cluster[5]" in found
    assert "Source of funding (1) European Union" in found
    assert "DARE. от Италия – координатор на проекта" in found
    assert "characters 340–380, confidence 0.9" in found
    assert f"{BASE}id/trace-kei-aaaaaaab" in found


def test_incoming_links_stand_under_the_inverse_with_their_number(site: TestClient) -> None:
    assert "Partner in · project (1) TRACE-KEI" in words(page(site, "/page/green-synergy-aaaaaaaa"))
    found = words(page(site, "/page/bulgaria-aaaaaaaf"))
    assert "Located in: Bulgaria · cluster (1) Green Synergy Cluster" in found


def test_what_a_passage_adds_to_a_statement_is_said(site: TestClient) -> None:
    found = words(page(site, "/page/jordi-conejos-aaaaaaak"))
    assert "Government of Catalonia[1] (formerly, “former Director General”)" in found
    assert "31[5] (at least)" in words(page(site, "/page/4th-training-module-aaaaaaai"))
    gold = words(page(site, "/page/green-synergy-aaaaaaaa"))
    assert "Cluster Management Excellence Gold Label[3] (planned)" in gold


def test_every_source_mark_leads_to_its_passage(site: TestClient) -> None:
    found = page(site, PROJECT)
    marks = {link for link in found.links() if link.startswith("#source-")}
    anchors = {f"#{attrs['id']}" for _, attrs in found.tags if attrs.get("id")}
    assert len(marks) == 6
    assert marks <= anchors


def test_markup_in_a_document_shows_as_text(site: TestClient) -> None:
    for address in (PROJECT, "/page/script-aaaaaaan", "/search?q=<script>alert(1)</script>"):
        answer = site.get(address)
        assert "<script>alert(1)</script>" not in answer.text
        assert "<script>alert(1)</script>" in Page(answer).text


def test_names_carry_their_language(site: TestClient) -> None:
    found = page(site, "/page/green-synergy-aaaaaaaa?lang=bg")
    (heading,) = [attrs for tag, attrs in found.tags if tag == "span" and "lang" in attrs][:1]
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


def test_the_language_goes_along_with_every_link_to_a_thing(site: TestClient) -> None:
    links = page(site, f"{PROJECT}?lang=pl").links()
    to_things = [link for link in links if re.match(r"/(id|ns|doc)/", link)]
    assert to_things
    assert all(link.endswith("?lang=pl") for link in to_things)


def test_a_name_in_another_language_is_marked(site: TestClient) -> None:
    found = words(page(site, f"{PROJECT}?lang=pl"))
    assert "There is no name in the language asked for; this one is in en." in found
    assert "DARE it" in found


def test_the_query_of_a_page_gives_what_the_page_shows(site: TestClient) -> None:
    found = page(site, PROJECT)
    (link,) = [each for each in found.links() if "stated-of" in each or "is+stated" in each]
    query = parse_qs(urlsplit(link).query)["query"][0]
    rows = site.get("/sparql", params={"query": query}, headers={"Accept": "text/csv"}).text
    for other in ("cluster-excellence-aaaaaaac", "dare-aaaaaaae", "script-aaaaaaan", "2016-11"):
        assert other in rows
    things = {path for row in rows.split() for cell in row.split(",") if (path := path_of(cell))}
    section = [each for each in found.links() if each.startswith("/id/")]
    stated = set(section) - {"/id/european-union-aaaaaaad", "/id/trace-kei-aaaaaaab"}
    assert stated <= things


def test_a_document_page_lists_what_it_says_beside_its_words(site: TestClient) -> None:
    found = words(page(site, "/page/doc/71fb2550c3039bbf"))
    assert "000_71fb2550c3039bbf.txt" in found
    assert "European Foundation for Cluster Excellence" in found
    assert "taught by Jordi Conejos “" not in found
    assert "taught by Jordi Conejos Jordi Conejos, former Director General" in found
    starts = [int(start) for start in re.findall(r"characters (\d+)–", found)]
    assert len(starts) == 11
    assert starts == sorted(starts)


def test_a_document_can_be_read_from_a_place_on(site: TestClient) -> None:
    found = words(page(site, "/page/doc/71fb2550c3039bbf?from=900"))
    assert re.findall(r"characters (\d+)–", found) == ["900", "1000"]


def test_a_passage_page_says_how_it_was_read(site: TestClient) -> None:
    found = words(page(site, "/page/ev/0000000000000001"))
    assert "Modality fact Review read by machine Found by rule some-rule" in found


def test_the_start_page_counts_and_leads_on(site: TestClient) -> None:
    found = page(site, "/")
    assert "read from 2 documents: 19 statements" in words(found)
    assert "/search?type=Organisation" in found.links()
    assert "/doc/71fb2550c3039bbf" in found.links()
    (question,) = [link for link in found.links() if link.startswith("/sparql?query=")]
    assert site.get(question, headers={"Accept": "text/csv"}).status_code == 200


def test_search_tells_what_was_found_as_what(site: TestClient) -> None:
    found = words(page(site, "/search?q=klaster+zielona+synergia"))
    assert "Green Synergy Cluster cluster found as Klaster Zielona Synergia" in found


def test_search_with_an_address_goes_straight_there(site: TestClient) -> None:
    answer = site.get("/search", params={"q": "http://localhost:8000/page/dare-aaaaaaae"})
    assert (answer.status_code, answer.headers["location"]) == (303, "/id/dare-aaaaaaae")


def test_search_finds_nothing_in_words(site: TestClient) -> None:
    assert "Nothing is called qqqqqq." in words(page(site, "/search?q=qqqqqq"))


def test_a_kind_alone_lists_all_of_it(site: TestClient) -> None:
    found = page(site, "/search?type=Country")
    assert [link for link in found.links() if link.startswith("/id/")] == [
        "/id/bulgaria-aaaaaaaf",
        "/id/kazakhstan-aaaaaaag",
    ]


def test_the_json_of_a_search_has_the_rows_of_the_page(site: TestClient) -> None:
    found = page(site, "/search?q=cluster&type=Activity")
    (json,) = [link for link in found.links() if link.startswith("/search.json")]
    urls = [result["url"] for result in site.get(json).json()["results"]]
    assert urls == [link for link in found.links() if link.startswith("/id/")]


@pytest.mark.parametrize("text", ["", "(", "\x00", "x" * 10_000, "🎉", "a&b=c#d"])
def test_odd_questions_get_a_page(site: TestClient, text: str) -> None:
    assert site.get("/search", params={"q": text}).status_code == 200


def test_the_ontology_page_lists_every_term_with_its_definition(site: TestClient) -> None:
    found = page(site, "/ns")
    assert "A group of related firms and institutions in one field and area" in found.text
    assert "cg:fundedBy" in found.text
    assert "/ns/fundedBy" in found.links()
    assert "Range cluster organisation person programme project" in words(found)


def test_a_term_page_tells_how_often_it_is_used(site: TestClient) -> None:
    assert "2 of this class" in words(page(site, "/ns/Country"))
    assert "2 statements" in words(page(site, "/ns/fundedBy"))


def test_a_term_is_explained_in_the_language_asked_for(site: TestClient) -> None:
    assert "Klaster" in words(page(site, "/ns/Cluster?lang=pl"))
