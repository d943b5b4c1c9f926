"""The switch of languages: those of the interface as they are, those of names alone folded."""

import re

import pytest
from starlette.testclient import TestClient

from clustergraph.web.framing.switching import languages_at
from given.clients import BROWSER

PROJECT = "/page/trace-kei-aaaaaaab"


def switch(site: TestClient, address: str) -> tuple[str, str]:
    """Return the open part of the switch, and the folded one."""
    page = site.get(address, headers={"Accept": BROWSER}).text
    (whole,) = re.findall(r'<nav class="languages".*?</nav>', page, re.DOTALL)
    shown, _, folded = whole.partition("<details")
    return shown, folded


@pytest.mark.parametrize(
    "address", ["/", PROJECT, "/sparql", "/docs", "/nothing", "/ns", "/dataset"]
)
def test_every_page_leads_to_itself_in_all_languages_of_the_interface(
    site: TestClient, address: str
) -> None:
    shown, _ = switch(site, f"{address}?lang=pl")
    assert re.findall(r'hreflang="(\w+)"', shown) == ["en", "bg"]
    assert 'title="polski" lang="pl">pl</strong>' in shown
    for code in ("en", "bg"):
        assert f'href="{address}?lang={code}"' in shown


def test_a_language_of_names_alone_is_folded_and_says_which_is_chosen(site: TestClient) -> None:
    shown, folded = switch(site, f"{PROJECT}?lang=de")
    assert "<strong" not in shown
    assert "<summary>Names: Deutsch</summary>" in folded
    assert '<strong aria-current="true" lang="de">Deutsch</strong>' in folded


def test_nothing_is_folded_where_names_are_in_the_languages_of_the_interface(
    site: TestClient,
) -> None:
    assert switch(site, f"{PROJECT}?lang=bg")[1] == ""


def test_the_rest_of_the_address_stays(site: TestClient) -> None:
    shown, _ = switch(site, "/sparql?query=ASK%7B%7D&lang=bg")
    assert 'href="/sparql?query=ASK%7B%7D&amp;lang=pl"' in shown


@pytest.mark.parametrize(
    ("method", "path"), [("POST", "/sparql"), ("GET", "//evil.example/x"), ("GET", "///x")]
)
def test_what_was_posted_or_names_another_host_has_no_switch(method: str, path: str) -> None:
    assert languages_at({"method": method, "path": path, "query_string": b""}) == ()


def test_signs_in_an_address_stay_signs() -> None:
    scope = {"method": "GET", "path": '/id/a?b"<c>', "query_string": b"q=%22%3Cb%3E"}
    assert {link.href.partition("lang=")[0] for link in languages_at(scope)} == {
        "/id/a%3Fb%22%3Cc%3E?q=%22%3Cb%3E&"
    }
