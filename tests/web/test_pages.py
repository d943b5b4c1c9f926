import re
from collections import Counter, deque
from pathlib import PurePosixPath
from urllib.parse import urlsplit
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.operations.questionnaire import federated_questions, questions
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


def test_every_question_is_shown_with_its_answer_or_that_there_is_none(site: TestClient) -> None:
    found = page(site, "/queries")
    asked = [question for group in questions().values() for question in group]
    assert all(question.question in found.text for question in asked)
    folds = [attrs for tag, attrs in found.tags if tag == "details"]
    shown = [question.name for question in [*asked, *federated_questions()]]
    assert [attrs["id"] for attrs in folds] == shown
    assert len([attrs for attrs in folds if "open" in attrs]) == len(questions())
    assert "Nothing in these documents answers this question." in found.text
    assert "no rows" in found.text


def test_a_question_that_answers_with_a_graph_shows_how_it_begins(served: str) -> None:
    with urlopen(f"{served}/queries") as answer:
        text = answer.read().decode()
    assert re.search(r"The answer is a graph of \d+ triples", text)
    assert "cg:issues" in text
    with urlopen(f"{served}/queries/everything-about-one.jsonld") as answer:
        assert answer.headers["content-type"] == "application/ld+json"


def test_what_asks_another_endpoint_is_shown_to_be_run_at_home(site: TestClient) -> None:
    found = page(site, "/queries")
    assert "asks another endpoint; run it at home" in found.text
    for question in federated_questions():
        assert question.endpoint in found.text
        assert f"clustergraph query {question.name} --allow-service" in found.text
        assert f"/queries/{question.name}" not in found.links()


def test_all_questions_are_there_for_tools(site: TestClient) -> None:
    assert "/queries.ttl" in page(site, "/queries").links()
    answer = site.get("/queries.ttl")
    assert answer.headers["content-type"].startswith("text/turtle")
    assert "a sh:SPARQLExecutable , sh:SPARQLSelectExecutable" in answer.text


def test_a_question_is_offered_in_the_query_form_and_as_data(site: TestClient) -> None:
    links = [link for link in page(site, "/queries").links() if link.startswith("/queries/")]
    assert len(links) == 3 * sum(map(len, questions().values()))
    accept = {"Accept": "text/html"}
    form, csv, json = (site.get(link, headers=accept, follow_redirects=True) for link in links[:3])
    assert "<textarea" in form.text
    assert csv.headers["content-type"] == "text/csv; charset=utf-8"
    assert json.headers["content-type"] == "application/sparql-results+json"


def test_a_question_that_nobody_asks_is_not_found(site: TestClient) -> None:
    assert site.get("/queries/no-such-question").status_code == 404
    assert site.get("/queries/money-behind-a-training.exe", follow_redirects=True).is_client_error


def test_the_start_page_answers_a_question(site: TestClient) -> None:
    found = page(site, "/")
    assert "One question, answered" in found.text
    assert {"class": "answer"} in [attrs for tag, attrs in found.tags if tag == "table"]


def test_search_tells_what_was_found_as_what(site: TestClient) -> None:
    found = words(page(site, "/search?q=klaster+zielona+synergia"))
    assert "Green Synergy Cluster cluster found as Klaster Zielona Synergia" in found


def test_a_search_is_narrowed_by_what_its_hits_differ_in(site: TestClient) -> None:
    found = page(site, "/search?q=cluster")
    narrower = [link for link in found.links() if link.startswith("/search?q=cluster&type=")]
    assert len(narrower) > 1
    for link in narrower:
        shown = page(site, link)
        assert [each for each in shown.links() if each.startswith(("/id/", "/doc/", "/voc/"))]
        assert "/search?q=cluster" in shown.links()


def test_a_search_in_a_place_keeps_what_lies_there(site: TestClient) -> None:
    found = page(site, "/search?place=Bulgaria&type=Cluster")
    assert "/id/green-synergy-aaaaaaaa" in found.links()
    assert "/search.csv?type=Cluster&place=bulgaria-aaaaaaaf" in found.links()
    assert site.get("/search?place=Atlantis").status_code == 400


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
    (json,) = [link for link in found.links() if link.startswith("/search.json?")]
    urls = [result["url"] for result in site.get(json).json()["results"]]
    assert urls == [link for link in found.links() if link.startswith("/id/")]


@pytest.mark.parametrize("text", ["", "(", "\x00", "x" * 2_000, "🎉", "a&b=c#d"])
def test_odd_questions_get_a_page(site: TestClient, text: str) -> None:
    assert site.get("/search", params={"q": text}).status_code == 200


def test_a_question_that_is_too_long_is_told_so(site: TestClient) -> None:
    answer = site.get("/search", params={"q": "x" * 2_001}, headers={"Accept": "text/html"})
    assert (answer.status_code, "no longer than 2,000 characters" in answer.text) == (400, True)


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
