"""``/why`` shows the steps to a statement, to people and to programs."""

import csv
import io
import re

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words

PAGE = {"Accept": "text/html"}
MONEY = "s=id:4th-training-module-aaaaaaai&p=cg:fundingSource&o=id:european-union-aaaaaaad"
DATE = "s=id:4th-training-module-aaaaaaai&p=cg:startDate&o=2018-02-19"
PLACE = "s=id:4th-training-module-aaaaaaai&p=cg:locatedIn&o=id:karaganda-aaaaaaah"
REJECTED = "s=id:kazakhstan-sme-project-aaaaaaaj&p=cg:partner&o=id:european-union-aaaaaaad"


def test_a_page_shows_the_steps_with_their_quotes(site: TestClient) -> None:
    found = page(site, f"/why?{MONEY}")
    assert "No document says it in these words" in words(found)
    assert "a European Union initiative" in found.text
    assert "gives “source of funding”" in found.text
    assert "#way-1-step-2" in found.links()
    assert "/ns/rules#chains" in found.links()


def test_programs_get_json_by_accept_and_by_extension(site: TestClient) -> None:
    answer = site.get(f"/why?{MONEY}")
    assert answer.headers["content-type"] == "application/json"
    assert answer.json() == site.get(f"/why.json?{MONEY}", headers=PAGE).json()
    assert answer.json()["ways"][0]["steps"][0]["because"] == [2, 3]


def test_what_follows_on_the_page_of_a_thing_leads_to_why(site: TestClient) -> None:
    assert f"/why?{MONEY}" in page(site, "/page/4th-training-module-aaaaaaai").links()


def test_the_language_of_names_is_kept_on_the_way(site: TestClient) -> None:
    links = page(site, "/page/4th-training-module-aaaaaaai?lang=pl").links()
    assert f"/why?{MONEY}&lang=pl" in links
    assert "Unia Europejska" in site.get(f"/why?{MONEY}&lang=pl", headers=PAGE).text


def test_the_page_leads_to_a_query_for_the_same_quotes(site: TestClient) -> None:
    links = page(site, f"/why?{MONEY}").links()
    assert [link for link in links if link.startswith("/sparql?query=%23+Which+statements")]


# -- What a passage makes --------------------------------------------------------------------------


def test_a_date_is_explained_by_its_words(site: TestClient) -> None:
    found = page(site, f"/why?{DATE}")
    assert "4th training module on Cluster Excellence Management start date 19 February 2018" in (
        words(found)
    )
    assert "1 document says so." in words(found)
    assert "between the 19 and 23 February 2018" in words(found)
    assert "Rule some-rule" in words(found)
    assert "No document says it" not in words(found)


def test_a_page_says_how_many_documents_and_passages_there_are(site: TestClient) -> None:
    found = words(page(site, f"/why?{PLACE}"))
    assert "1 document says so. There are 2 passages." in found


def test_each_passage_leads_on(site: TestClient) -> None:
    links = page(site, f"/why?{DATE}").links()
    for link in ("/ev/0000000000000006", "/report?statement=0000000000000006"):
        assert link in links
    assert [link for link in links if link.endswith("?at=190#at-190-225")]
    assert [link for link in links if link.startswith("/report?s=") and "o=2018-02-19" in link]


def test_the_json_says_what_the_page_says(site: TestClient) -> None:
    (step,) = site.get(f"/why.json?{DATE}").json()["ways"][0]["steps"]
    assert (step["documents"], step["passages"], step["objections"]) == (1, 1, [])
    (evidence,) = step["evidence"]
    assert (evidence["rule"], evidence["confidence"]) == ("some-rule", 0.9)
    assert evidence["source"] == {
        "publisher": "European Foundation for Cluster Excellence",
        "issued": "2018-03-01",
        "language": "en",
    }
    assert evidence["report"] == "/report?statement=0000000000000006"
    context = evidence["context"]
    text = f"{context['before']}{evidence['quote']}{context['after']}"
    assert len(text) == context["end"] - context["start"]
    assert " ".join(text.split()) in words(page(site, f"/why?{DATE}"))


def test_a_statement_that_somebody_rejected_is_told_with_the_reason(site: TestClient) -> None:
    answer = site.get(f"/why?{REJECTED}")
    assert answer.status_code == 404
    assert "It pays, it is no partner" in answer.json()["detail"]


def test_no_more_than_excerpts_stand_round_a_quote_where_the_operator_wants_it(
    site: TestClient,
) -> None:
    site.app.state.shows_whole_texts = False  # type: ignore[attr-defined]
    try:
        answer = site.get(f"/why.json?{PLACE}").json()
    finally:
        site.app.state.shows_whole_texts = True  # type: ignore[attr-defined]
    for each in answer["ways"][0]["steps"][0]["evidence"]:
        assert len(each["context"]["before"]) <= 120
        assert len(each["context"]["after"]) <= 120


@pytest.mark.parametrize("asked", [DATE, PLACE])
def test_the_query_of_what_passages_make_gives_the_passages_of_the_page(
    site: TestClient, asked: str
) -> None:
    found = page(site, f"/why?{asked}")
    (query,) = {link for link in found.links() if link.startswith("/sparql?query=")}
    rows = csv.DictReader(io.StringIO(site.get(query, headers={"Accept": "text/csv"}).text))
    passages = {row["evidence"].partition("clustergraph")[2] for row in rows}
    assert passages == {link for link in found.links() if link.startswith("/ev/")}


def test_the_header_of_a_page_leads_to_its_json(site: TestClient) -> None:
    link = site.get(f"/why?{DATE}&lang=pl", headers=PAGE).headers["link"]
    (address,) = re.findall(r'<([^>]*)>; rel="alternate"; type="application/json"', link)
    assert site.get(address).json()["statement"]["predicate"]["label"] == "data rozpoczęcia"


def test_a_page_speaks_the_language_of_its_reader(site: TestClient) -> None:
    found = site.get(f"/why?{DATE}&lang=pl", headers=PAGE)
    assert found.headers["content-language"] == "pl"
    assert "19 lutego 2018" in found.text
    assert "Why do we say this?" not in found.text


@pytest.mark.parametrize("lang", ["en", "pl", "bg"])
def test_the_main_part_of_a_page_stands_by_itself(site: TestClient, lang: str) -> None:
    html = site.get(f"/why?{DATE}&lang={lang}", headers=PAGE).text
    (main,) = re.findall(r"<main.*?</main>", html, re.DOTALL)
    assert "<h1>" in main
    assert "between the 19 and 23 February 2018" in main
    assert "style=" not in main
    assert "<script" not in main


@pytest.mark.parametrize(
    ("query", "status", "problem"),
    [
        (MONEY.replace("cg:fundingSource", "cg:partner"), 404, "does-not-hold"),
        (MONEY.replace("european-union-aaaaaaad", "nobody-aaaaaaaz"), 404, "not-found"),
        (MONEY.replace("id:european-union-aaaaaaad", "Nobody"), 404, "not-found"),
        ("s=id:a-aaaaaaaa", 400, "invalid-parameter"),
        (MONEY.replace("id:european-union-aaaaaaad", "<x y>"), 404, "not-found"),
        (MONEY.replace("id:european-union-aaaaaaad", "cg:x y"), 404, "not-found"),
    ],
)
def test_what_has_no_answer_is_a_problem(
    site: TestClient, query: str, status: int, problem: str
) -> None:
    answer = site.get(f"/why?{query}")
    assert answer.status_code == status
    assert answer.json()["type"].endswith(f"/{problem}")


def test_a_form_that_is_not_offered_is_not_found(site: TestClient) -> None:
    assert site.get(f"/why.ttl?{MONEY}").status_code == 404
