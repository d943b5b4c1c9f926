"""The page of a passage shows its words in their place, and all that is known of them."""

import csv
import io
import re

from starlette.testclient import TestClient

from given.read_pages import page, words

PASSAGE = "/page/ev/0000000000000001"
CONFIRMED = "/page/ev/0000000000000009"
REJECTED = "/page/ev/0000000000000015"


def test_a_passage_page_says_how_it_was_read(site: TestClient) -> None:
    found = words(page(site, PASSAGE))
    assert "4th training module on Cluster Excellence Management number of participants" in found
    assert "at least 31" in found
    assert "Modality fact At least yes Confidence likely read rightly (90 in 100)" in found
    assert "Rule some-rule Review status read by machine" in found
    assert "alert(1)" in found


def test_a_passage_page_says_who_decided_when_and_why(site: TestClient) -> None:
    found = words(page(site, CONFIRMED))
    assert (
        "Review status confirmed Reviewed by A reader Reviewed on 22 November 2026 "
        "Review note It says so." in found
    )


def test_what_is_known_is_called_as_the_ontology_calls_it_in_each_language(
    site: TestClient,
) -> None:
    assert "Osoba weryfikująca A reader" in words(page(site, f"{CONFIRMED}?lang=pl"))
    assert "Проверяващо лице A reader" in words(page(site, f"{CONFIRMED}?lang=bg"))


def test_a_role_is_told_in_the_words_of_the_text(site: TestClient) -> None:
    found = page(site, "/page/ev/000000000000000b")
    assert "Former yes Role as written former Director General" in words(found)


def test_a_document_is_told_by_publisher_date_and_language(site: TestClient) -> None:
    assert "European Foundation for Cluster Excellence · 1 March 2018 · English" in words(
        page(site, PASSAGE)
    )


def test_the_quote_is_marked_within_its_text_and_the_language_said(site: TestClient) -> None:
    html = site.get(PASSAGE, headers={"Accept": "text/html"}).text
    (context,) = re.findall(r"<blockquote[^>]*>.*?</blockquote>", html, re.DOTALL)
    assert '<blockquote class="in-context" dir="auto" lang="en">' in context
    assert "<mark>more than 31 participants</mark>" in context
    assert "&lt;script&gt;" in context


def test_the_passage_leads_to_the_place_in_the_text(site: TestClient) -> None:
    (place, *_) = (it for it in page(site, PASSAGE).links() if "?at=430#at-430-455" in it)
    text = site.get(place, headers={"Accept": "text/html"}).text
    assert 'id="at-430-455"' in text


def test_other_words_that_say_the_same_are_shown(site: TestClient) -> None:
    found = words(page(site, "/page/ev/0000000000000004"))
    _, _, others = found.partition("Other words that say so")
    assert "Karanganda hosts the 4th training week" in others
    assert "was delivered in Karaganda" not in others.partition("characters")[0]


def test_what_was_rejected_is_stated_no_more_and_asks_no_why(site: TestClient) -> None:
    found = page(site, REJECTED)
    assert "It is no longer stated: no other words support it." in words(found)
    assert "Review note It pays, it is no partner." in words(found)
    assert not [link for link in found.links() if link.startswith("/why?")]


def test_the_query_of_a_passage_gives_its_one_row(site: TestClient) -> None:
    (query, *_) = (it for it in page(site, PASSAGE).links() if it.startswith("/sparql?query="))
    answer = site.get(query, headers={"Accept": "text/csv"}).text
    (row,) = csv.DictReader(io.StringIO(answer))
    assert (row["quote"], row["start"], row["note"]) == ("more than 31 participants", "430", "")


def test_a_passage_leads_to_why_and_to_a_report(site: TestClient) -> None:
    links = page(site, f"{PASSAGE}?lang=pl").links()
    assert "/report?statement=0000000000000001&lang=pl" in links
    assert [it for it in links if it.startswith("/why?") and "o=31" in it and "lang=pl" in it]


def test_no_more_than_an_excerpt_of_a_withheld_text_is_shown(site: TestClient) -> None:
    site.app.state.shows_whole_texts = False  # type: ignore[attr-defined]
    try:
        html = site.get(PASSAGE, headers={"Accept": "text/html"}).text
    finally:
        site.app.state.shows_whole_texts = True  # type: ignore[attr-defined]
    (context,) = re.findall(r"<blockquote[^>]*>(.*?)</blockquote>", html, re.DOTALL)
    plain = re.sub(r"<[^>]+>", "", context)
    assert len(plain) < len("more than 31 participants") + 2 * 120 + 60
