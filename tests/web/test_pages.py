import re
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qs, urlsplit
from urllib.request import urlopen

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.operations.questionnaire import federated_questions, questions
from clustergraph.web.addresses import path_of

PROJECT = "/page/trace-kei-aaaaaaab"
ELSEWHERE = {"creativecommons.org", "purl.org", "www.w3.org"}
"""All that pages link to, beside the terms that the ontology is aligned with."""
LONG_DOCUMENT = "/page/doc/aaaaaaaaaaaaaaaa"
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
    "/ns",
    "/ns/Cluster",
    "/ns/shapes",
    "/ns/rules",
    "/ns/0.2.0",
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


def test_an_entity_page_tells_what_how_and_whence(site: TestClient) -> None:
    found = words(page(site, PROJECT))
    assert "TRACE-KEI" in found
    assert "Start date 2016-11[1]" in found
    assert "Coordinated by DARE" in found
    assert "Partner Alfa GmbH de[4] Green Synergy Cluster[4]" in found
    assert "Source of funding European Union" in found
    assert "DARE. от Италия – координатор на проекта" in found
    assert "characters 340–380" in found
    assert f"{BASE}id/trace-kei-aaaaaaab" in found


def test_incoming_links_stand_under_the_inverse_with_their_number(site: TestClient) -> None:
    assert "Partner in · project TRACE-KEI" in words(page(site, "/page/green-synergy-aaaaaaaa"))
    found = words(page(site, "/page/bulgaria-aaaaaaaf"))
    assert "Located in: Bulgaria · cluster Green Synergy Cluster" in found


def test_what_a_passage_adds_to_a_statement_is_said(site: TestClient) -> None:
    found = words(page(site, "/page/jordi-conejos-aaaaaaak"))
    assert "Government of Catalonia[1] (formerly, “former Director General”)" in found
    assert "at least 31[4]" in words(page(site, "/page/4th-training-module-aaaaaaai"))
    gold = words(page(site, "/page/green-synergy-aaaaaaaa"))
    assert "Cluster Management Excellence Gold Label[2] (planned)" in gold


def test_every_source_mark_leads_to_its_passage(site: TestClient) -> None:
    found = page(site, PROJECT)
    marks = {link for link in found.links() if link.startswith("#source-")}
    anchors = {f"#{attrs['id']}" for _, attrs in found.tags if attrs.get("id")}
    assert len(marks) == 5
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


def test_an_entity_is_told_in_one_sentence(site: TestClient) -> None:
    training = words(page(site, "/page/4th-training-module-aaaaaaai"))
    expected = "located in Karaganda, 19–23 February 2018."
    assert f"Training, part of Kazakhstan SME Competitiveness Project, {expected}" in training
    union = words(page(site, "/page/european-union-aaaaaaad"))
    assert "Organisation, funds Cluster Excellence." in union


def test_a_passage_tells_who_stands_for_it(site: TestClient) -> None:
    found = words(page(site, "/page/karaganda-aaaaaaah"))
    assert "located in Kazakhstan confirmed by A reader, 2026-11-22: It says so." in found
    assert "Kazachstan potwierdzone by A reader" in words(
        page(site, "/page/karaganda-aaaaaaah?lang=pl")
    )
    assert "sector Agriculture added by a person" in words(
        page(site, "/page/green-synergy-aaaaaaaa")
    )


def test_a_document_is_shown_with_its_quotes_marked(site: TestClient) -> None:
    answer = site.get("/page/doc/71fb2550c3039bbf")
    marked = re.findall(r'<mark class="q(\d+)" id="at-(\d+)-(\d+)">', answer.text)
    numbers = [int(number) for number, _, _ in marked]
    assert numbers == list(range(1, 10))
    spans = [(int(start), int(end)) for _, start, end in marked]
    assert spans == sorted(spans)
    assert (167, 188) in spans
    assert "The end, of which nobody says anything." in answer.text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; nobody" in answer.text
    assert "<script>" not in answer.text


def test_the_facts_of_a_document_lead_to_their_marks_and_the_marks_to_them(
    site: TestClient,
) -> None:
    found = page(site, "/page/doc/71fb2550c3039bbf")
    anchors = [attrs["id"] for _, attrs in found.tags if attrs.get("id")]
    assert len(anchors) == len(set(anchors))
    inside = {link for link in found.links() if re.match(r"#(at-|f\d)", link)}
    assert {link[1:] for link in inside} <= set(anchors)
    assert {f"#f{number}" for number in range(1, 10)} <= inside
    for link in ("/id/jordi-conejos-aaaaaaak", "/ns/taughtBy", "/ev/0000000000000008"):
        assert link in found.links()


def test_a_rejected_passage_is_no_fact_of_its_document(site: TestClient) -> None:
    text = words(page(site, "/page/doc/71fb2550c3039bbf"))
    said, _, rejected = text.partition("Rejected by a reader (1)")
    assert "partner European Union" not in said
    assert "partner European Union rejected by A reader, 2026-11-22: It pays" in rejected
    assert "Partner European Union" not in words(
        page(site, "/page/kazakhstan-sme-project-aaaaaaaj")
    )


def test_a_version_without_texts_shows_the_quotes_alone(site: TestClient) -> None:
    found = page(site, "/page/doc/9aa47e5e7e1b7005")
    assert "This version keeps no texts" in found.text
    assert "DARE. от Италия – координатор на проекта" in found.text
    assert {"lang": "bg", "class": "text"} in [attrs for _, attrs in found.tags]


def test_only_excerpts_are_shown_where_the_operator_wants_it(
    site: TestClient,
) -> None:
    site.app.state.shows_whole_texts = False  # type: ignore[attr-defined]
    try:
        document = page(site, "/page/doc/71fb2550c3039bbf").text
        passage = page(site, "/page/ev/0000000000000001").text
        tag = site.get("/page/doc/71fb2550c3039bbf").headers["etag"]
    finally:
        site.app.state.shows_whole_texts = True  # type: ignore[attr-defined]
    assert tag != site.get("/page/doc/71fb2550c3039bbf").headers["etag"]
    assert "Only what stands round the quotes is shown" in document
    assert "more than 31 participants" in document
    assert "The end, of which nobody says anything." not in document
    assert len(" ".join(passage.split())) < 1000


def test_a_long_document_is_read_page_by_page(long_site: TestClient) -> None:
    first = page(long_site, LONG_DOCUMENT)
    (following,) = {link for link in first.links() if re.fullmatch(r".*\?at=[1-9]\d*", link)}
    last = page(long_site, f"{LONG_DOCUMENT}?at=4999999")
    assert len(long_site.get(LONG_DOCUMENT).content) < 100_000
    assert "Page 2 of 251" in words(first)
    assert "Page 250 of 251" in words(last)
    assert "line 0 " in first.text
    assert "line 0 " not in page(long_site, following).text


def test_a_passage_page_says_how_it_was_read_and_what_stands_round_it(site: TestClient) -> None:
    found = words(page(site, "/page/ev/0000000000000001"))
    assert "Status read by machine Modality fact Found by rule some-rule Confidence 0.9" in found
    assert "alert(1)" in found
    decided = words(page(site, "/page/ev/0000000000000009"))
    assert "Status confirmed Decided by A reader On 2026-11-22 Because It says so." in decided


def test_the_start_page_counts_and_leads_on(site: TestClient) -> None:
    found = page(site, "/")
    assert "19 statements 21 passages 16 things 2 documents" in words(found)
    assert "added by a person 1 confirmed 1 read by machine 17" in words(found)
    assert "/search?type=Organisation" in found.links()
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


def test_a_concept_is_defined_and_placed(site: TestClient) -> None:
    found = page(site, "/page/voc/modality/planned?lang=pl")
    assert "zaplanowane" in words(found)
    assert "Notation planned" in words(found)
    assert "/voc/modality?lang=pl" in found.links()


def test_a_vocabulary_lists_its_concepts(site: TestClient) -> None:
    links = page(site, "/page/voc/modality").links()
    assert {"/voc/modality/fact", "/voc/modality/planned", "/voc/modality/reported"} <= set(links)
    assert "/voc/modality" in page(site, "/ns").links()


def test_what_justifies_a_link_is_no_thing_that_points_to_a_vocabulary(served: str) -> None:
    with urlopen(f"{served}/page/voc/sectors") as answer:
        assert "/link/" not in answer.read().decode()


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
    assert "/search.csv?type=Cluster&place=Bulgaria" in found.links()
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
