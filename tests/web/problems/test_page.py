"""What went wrong is told to people in their language, with a way on."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from given.clients import BROWSER

LANGUAGES = {
    "en": "There is nothing at this address",
    "pl": "Pod tym adresem nic nie ma",
    "bg": "На този адрес няма нищо",
}


def ask(site: TestClient, address: str, **headers: str) -> tuple[int, str]:
    answer = site.get(address, headers={"Accept": BROWSER, **headers})
    assert answer.headers["content-type"].startswith("text/html")
    return answer.status_code, answer.text


def text(page: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", " ", page)).split())


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_error_is_told_in_the_language_of_the_address_or_of_the_browser(
    site: TestClient, language: str
) -> None:
    address = "/id/klaster-metali-aaaaaaaa"
    for asked, header in ((f"{address}?lang={language}", "fr"), (address, language)):
        answer = site.get(asked, headers={"Accept": BROWSER, "Accept-Language": header})
        assert answer.status_code == 404
        assert f"<h1>{LANGUAGES[language]}</h1>" in answer.text
        assert f'<html lang="{language}">' in answer.text
        assert answer.headers["content-language"] == language
        assert answer.headers["vary"].startswith("Accept, Accept-Language")


def test_what_the_error_itself_says_is_marked_as_english(site: TestClient) -> None:
    _, page = ask(site, "/id/x-aaaaaaaz?lang=pl")
    said = re.search(r'<div class="told" lang="en">(.*?)</div>', page, re.DOTALL)
    assert said
    assert f"Nothing here is called {BASE}id/x-aaaaaaaz." in said[1]


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/id/klaster-obrobki-metali-aaaaaaaz", "klaster obrobki metali"),
        ("/page/green_synergy", "green synergy"),
        ("/data/green-synergy-aaaaaaaz.ttl", "green synergy"),
        ("/id/%D0%BA%D0%BB%D1%8A%D1%81%D1%82%D0%B5%D1%80", "клъстер"),
    ],
)
def test_what_is_not_there_may_be_searched_for_by_the_words_of_its_address(
    site: TestClient, address: str, words: str
) -> None:
    status, page = ask(site, address)
    assert status == 404
    assert f'<input type="search" name="q" value="{words}"' in page


@pytest.mark.parametrize("address", ["/doc/0123456789abcdef", "/ns/9.9", "/ns?lang=%20"])
def test_no_search_is_offered_where_the_address_has_no_words(
    site: TestClient, address: str
) -> None:
    assert "search-large" not in ask(site, address)[1]


def test_the_search_and_the_ways_on_keep_the_language_of_the_address(site: TestClient) -> None:
    _, page = ask(site, "/id/green-aaaaaaaz?lang=bg")
    assert page.count('<input type="hidden" name="lang" value="bg">') == 2
    assert 'href="/queries?lang=bg"' in page
    assert 'href="/problem/not-found?lang=bg"' in page


def test_a_page_about_an_error_has_a_switch_of_languages(site: TestClient) -> None:
    _, page = ask(site, "/id/green-aaaaaaaz?at=1&lang=en")
    assert 'href="/id/green-aaaaaaaz?at=1&amp;lang=pl"' in page


@pytest.mark.parametrize("address", ["//evil.example/x", "/%2Fevil.example/x"])
def test_no_link_leads_to_a_host_that_an_address_names(site: TestClient, address: str) -> None:
    page = site.get(f"http://testserver{address}", headers={"Accept": BROWSER}).text
    assert 'href="//' not in page


@pytest.mark.parametrize("language", ["%20", "polski", "x" * 5_000, "<script>", "%00"])
def test_a_language_that_is_none_is_told_in_that_of_the_browser(
    site: TestClient, language: str
) -> None:
    status, page = ask(site, f"/ns?lang={language}", **{"Accept-Language": "pl"})
    assert status == 400
    assert "<h1>Nie można zrozumieć części adresu</h1>" in page
    assert "a language tag, such as en, pl or bg" in page
    assert "<script>alert" not in page


def test_what_is_not_allowed_says_what_is(site: TestClient) -> None:
    answer = site.post("/dataset?lang=pl", headers={"Accept": BROWSER})
    assert answer.status_code == 405
    assert "Tego nie można tu zrobić" in answer.text
    assert answer.headers["allow"] == "GET, HEAD, OPTIONS"
    assert "This address takes GET, HEAD, OPTIONS, and no other method." in answer.text


def test_a_query_that_fails_is_explained_beside_it(site: TestClient) -> None:
    status, page = ask(site, "/sparql?query=SELEC&lang=bg")
    assert status == 400
    assert "<strong>Заявката не е на SPARQL</strong>" in page
    assert '<span lang="en">The query is not SPARQL' in page


def test_a_format_that_is_none_is_told_as_a_page_too(site: TestClient) -> None:
    status, page = ask(site, "/sparql?query=ASK{}&format=ttl&lang=pl")
    assert status == 400
    assert '<html lang="pl">' in page


def test_the_sparql_page_is_in_the_language_of_its_reader(site: TestClient) -> None:
    for address in ("/sparql", "/sparql?query=ASK{}"):
        answer = site.get(address, headers={"Accept": BROWSER, "Accept-Language": "pl"})
        assert answer.headers["content-language"] == "pl"
        assert answer.headers["vary"].startswith("Accept, Accept-Language")
        assert ">Zapytanie</label>" in answer.text
    assert "tak" in text(ask(site, "/sparql?query=ASK{}&lang=pl")[1])
    rows = ask(site, "/sparql?query=SELECT ?x { VALUES ?x { 1 2 } }&lang=pl")[1]
    assert "2 wiersze." in text(rows)
    assert '<input type="hidden" name="lang" value="pl">' in rows


def test_a_question_leads_to_its_query_in_the_same_language(site: TestClient) -> None:
    assert site.get("/queries/who-taught?lang=pl").headers["location"].endswith("&lang=pl")
    assert "lang=pl" not in site.get("/queries/who-taught.csv?lang=pl").headers["location"]
