import re
from collections import Counter, deque
from pathlib import PurePosixPath
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from given.read_pages import Page, page, words

PROJECT = "/page/trace-kei-aaaaaaab"
ELSEWHERE = {"creativecommons.org", "purl.org", "www.w3.org"}
"""All that pages link to, beside the terms that the ontology is aligned with."""
MOST_OF_A_KIND = 12
"""Addresses of one kind are made in one place: some of them tell of all."""
PAGES = [
    "/",
    "/queries",
    PROJECT,
    "/page/script-aaaaaaan",
    "/page/doc/9aa47e5e7e1b7005",
    "/page/ev/0000000000000004",
    "/page/voc/modality/planned",
    "/page/voc/modality",
    "/search?q=%3Cscript%3Ealert(1)%3C/script%3E",
    "/search?q=qqqq&type=Cluster",
    "/search?q=cluster",
    "/browse",
    "/browse/Activity",
    "/browse/Training?year=2018&year=1900&place=Kazakhstan",
    "/ns",
    "/ns/Cluster",
    "/ns/shapes",
    "/ns/rules",
    "/ns/0.2.0",
    "/docs",
]


def is_data_or_ours(script: dict[str, str | None]) -> bool:
    """Tell whether a script is data, or comes from this host as a file of its own."""
    source = script.get("src") or ""
    return script.get("type") == "application/ld+json" or source.startswith("/assets/built/")


@pytest.mark.parametrize("address", PAGES)
def test_a_page_needs_no_script_and_loads_nothing_from_elsewhere(
    site: TestClient, address: str
) -> None:
    for tag, attrs in page(site, address).tags:
        assert tag not in {"style", "iframe"}
        assert tag != "script" or is_data_or_ours(attrs)
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


def test_links_of_every_kind_lead_somewhere_from_page_to_page(site: TestClient) -> None:
    waiting, followed = deque(PAGES), Counter[tuple[str, ...]]()
    seen = set(PAGES)
    while waiting:
        address = waiting.popleft()
        if followed[_kind(address)] >= MOST_OF_A_KIND:
            continue
        followed[_kind(address)] += 1
        answer = site.get(address, headers={"Accept": "text/html"}, follow_redirects=True)
        assert answer.status_code == 200, (answer.url, answer.text)
        if answer.headers["content-type"].startswith("text/html"):
            new = [link for link in _to_follow(Page(answer)) if link not in seen]
            seen.update(new)
            waiting.extend(new)
    assert len(followed) > 40


def _kind(address: str) -> tuple[str, ...]:
    """Return what addresses that are made alike have in common."""
    path, asks, _ = address.partition("?")
    return path.split("/")[1], PurePosixPath(path).suffix, asks


def _to_follow(found: Page) -> list[str]:
    """Return the links of a page but for those that lead robots into all ways to narrow a list."""
    links = [str(attrs["href"]) for tag, attrs in found.tags if tag == "a" and "rel" not in attrs]
    here = (link.partition("#")[0] for link in links if "lang=" not in link)
    return [link for link in dict.fromkeys(here) if link.startswith("/")]


@pytest.mark.parametrize(
    "address", [*PAGES, "/page/doc/71fb2550c3039bbf", "/page/ev/0000000000000001"]
)
def test_every_link_to_a_place_on_a_page_finds_it(site: TestClient, address: str) -> None:
    places: dict[str, set[str | None]] = {}
    for link in page(site, address).links():
        path, _, place = link.partition("#")
        if place and not urlsplit(path).netloc:
            where = path or address
            if where not in places:
                found = site.get(where, headers={"Accept": "text/html"}, follow_redirects=True)
                places[where] = {attrs.get("id") for _, attrs in Page(found).tags}
            assert place in places[where], link


def test_links_stay_on_this_host(site: TestClient) -> None:
    for address in PAGES:
        for link in page(site, address).links():
            assert not link.startswith(BASE)
            foreign = urlsplit(link).netloc
            assert not foreign or address in {"/ns", "/ns/Cluster"} or foreign in ELSEWHERE, link


def test_markup_in_a_document_shows_as_text(site: TestClient) -> None:
    for address in (PROJECT, "/page/script-aaaaaaan", "/search?q=<script>alert(1)</script>"):
        answer = site.get(address)
        assert "<script>alert(1)</script>" not in answer.text
        assert "<script>alert(1)</script>" in Page(answer).text


def test_the_language_goes_along_with_every_link_to_a_thing(site: TestClient) -> None:
    links = page(site, f"{PROJECT}?lang=pl").links()
    to_things = [link for link in links if re.match(r"/(id|ns|doc)/", link)]
    assert to_things
    assert all(link.endswith("?lang=pl") for link in to_things)


def test_the_start_page_counts_and_leads_on(site: TestClient) -> None:
    found = page(site, "/")
    assert "19 statements 21 passages 16 things 2 documents" in words(found)
    assert "added by a person 1 confirmed 1 read by machine 17" in words(found)
    assert "/browse/Organisation" in found.links()
    assert "/doc/71fb2550c3039bbf" in found.links()
    assert "/queries" in found.links()


def test_a_question_that_nobody_asks_is_not_found(site: TestClient) -> None:
    assert site.get("/queries/no-such-question").status_code == 404
    assert site.get("/queries/money-behind-a-training.exe", follow_redirects=True).is_client_error


def test_the_start_page_answers_a_question(site: TestClient) -> None:
    found = page(site, "/")
    assert "One question, answered" in found.text
    assert {"class": "answer"} in [attrs for tag, attrs in found.tags if tag == "table"]


def test_the_ontology_page_lists_every_term_with_its_definition(site: TestClient) -> None:
    found = page(site, "/ns")
    assert "A group of related firms and institutions in one field and area" in found.text
    assert "cg:fundedBy" in found.text
    assert "/ns/fundedBy" in found.links()
    assert "Range: one of cluster, organisation, person, programme, project" in words(found)


def test_a_term_page_tells_how_often_it_is_used(site: TestClient) -> None:
    assert "2 of this class" in words(page(site, "/ns/Country"))
    assert "2 statements" in words(page(site, "/ns/fundedBy"))


def test_a_term_is_explained_in_the_language_asked_for(site: TestClient) -> None:
    assert "Klaster" in words(page(site, "/ns/Cluster?lang=pl"))
