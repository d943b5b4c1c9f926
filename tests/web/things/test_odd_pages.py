"""Pages about things with odd names, with next to nothing on them, or with very much."""

import re

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words

LARGEST_PAGE = 60_000


def test_a_page_stays_small_whatever_points_to_its_thing(odd_site: TestClient) -> None:
    answer = odd_site.get("/page/busy-aaaaaaaa", headers={"Accept": "text/html"})
    assert answer.status_code == 200
    assert len(answer.content) <= LARGEST_PAGE


def test_every_group_shows_something_and_leads_to_all_of_it(odd_site: TestClient) -> None:
    found = page(odd_site, "/page/busy-aaaaaaaa")
    assert words(found).count("All 12") == 24
    assert len([link for link in found.links() if link.startswith("/page/busy-aaaaaaaa/inc")]) == 24


def test_marks_of_passages_that_are_not_shown_lead_to_the_pages_of_these(
    odd_site: TestClient,
) -> None:
    found = page(odd_site, "/page/busy-aaaaaaaa")
    marks = [
        attrs["href"]
        for tag, attrs in found.tags
        if (attrs.get("aria-label") or "")[:7] == "Source "
    ]
    here = [link for link in marks if str(link).startswith("#")]
    there = [link for link in marks if link not in here]
    assert here == [f"#source-{number}" for number in range(1, len(here) + 1)]
    assert len(here) > 5
    assert there
    assert all(re.fullmatch(r"/ev/[0-9a-f]{16}", str(link)) for link in there)
    assert f"{len(there)} more passages are cited above" in words(found)


def test_a_thing_of_which_nothing_is_said_has_a_page_that_says_so(odd_site: TestClient) -> None:
    found = words(page(odd_site, "/page/nothing-aaaaaaab"))
    assert "Its name is all that is known of it." in found
    assert "No passage of a document stands behind the statements on this page." in found


def test_a_very_long_name_is_cut_with_the_whole_at_hand(odd_site: TestClient) -> None:
    name = " ".join(["long name"] * 500)
    answer = odd_site.get("/page/long-aaaaaaac", headers={"Accept": "text/html"})
    (heading,) = re.findall(r"<h1>(.*?)</h1>", answer.text, re.DOTALL)
    assert 100 < len(heading) < 400
    assert "The whole name" in answer.text
    assert name in words(page(odd_site, "/page/long-aaaaaaac"))
    assert len(answer.content) <= LARGEST_PAGE
    assert max(map(len, page(odd_site, "/page/long-aaaaaaac").links())) < 4_000
    other = page(odd_site, "/page/turned-aaaaaaad")
    (link,) = [
        attrs
        for tag, attrs in other.tags
        if attrs.get("href") == "/id/long-aaaaaaac" and tag == "a" and "title" in attrs
    ][:1]
    assert len(str(link["title"])) == 500


def test_a_name_that_turns_the_direction_of_writing_ends_with_its_element(
    odd_site: TestClient,
) -> None:
    text = odd_site.get("/page/turned-aaaaaaad", headers={"Accept": "text/html"}).text
    assert '<bdi lang="en">\u202edetrevni\u202c &amp; &lt;b&gt;bold&lt;/b&gt; \x01</bdi>' in text
    assert "<b>" not in text
    assert (
        'dir="auto"'
        in odd_site.get("/page/turned-aaaaaaad?lang=he", headers={"Accept": "text/html"}).text
    )


def test_names_in_many_languages_are_folded(odd_site: TestClient) -> None:
    found = page(odd_site, "/page/haifa-aaaaaaae?lang=en")
    text = words(found)
    assert "8 languages" in text
    assert "Arabicحيفا" in text
    assert "Hebrewחיפה" in text
    assert ("bdi", {"lang": "ar"}) in found.tags


def test_sources_that_disagree_stand_side_by_side_with_their_words(odd_site: TestClient) -> None:
    answer = odd_site.get("/page/torn-aaaaaaal", headers={"Accept": "text/html"})
    (row,) = re.findall(r"(?s)<tbody>(.*?)</tbody>", answer.text.partition("Where sources")[2])[:1]
    sides = re.findall(r"(?s)<td>.*?<bdi>(\d+)</bdi>.*?<q[^>]*>(.*?)</q></td>", row)
    assert sides == [("2011", "over in 2011"), ("2012", "до края на 2012 г.")]
    assert "documents disagree about the value" in row
    above = answer.text.partition('id="disagreements"')[0]
    assert above.count('href="#disagreements">documents disagree</a>') == 2


def test_what_is_no_address_of_the_web_is_named_and_leads_nowhere(odd_site: TestClient) -> None:
    found = page(odd_site, "/page/astray-aaaaaaan")
    assert "javascript:alert(1)" in words(found)
    assert not [link for link in found.links() if str(link).startswith("javascript:")]


@pytest.mark.parametrize("place", ["/id/", "/page/", "/data/"])
@pytest.mark.parametrize("media_type", ["text/html,*/*;q=0.1", "text/turtle", "text/csv"])
def test_an_iri_outside_ascii_answers_in_every_form(
    odd_site: TestClient, place: str, media_type: str
) -> None:
    asked = {"Accept": media_type}
    answer = odd_site.get(f"{place}żółw-aaaaaaao", headers=asked, follow_redirects=True)
    assert answer.status_code == 200
    assert "Żółw" in answer.text
