"""A thing is told in one sentence, which each language puts together in its own way."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from given.clients import BROWSER


def sentence(site: TestClient, address: str, language: str) -> str:
    """Return the sentence below the name of a thing."""
    page = site.get(f"{address}?lang={language}", headers={"Accept": BROWSER}).text
    found = re.search(r'<p class="lead">(.*?)</p>', page, re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", found[1])).split()) if found else ""


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Cluster, sector Agriculture, located in Bulgaria."),
        ("pl", "Klaster; branża: Rolnictwo; znajduje się w: Bułgaria."),
        ("bg", "Клъстер; сектор: Селско стопанство; намира се в: България."),
    ],
)
def test_no_language_inflects_a_name(site: TestClient, language: str, said: str) -> None:
    assert sentence(site, "/page/green-synergy-aaaaaaaa", language) == said


@pytest.mark.parametrize(
    ("language", "date"), [("en", "November 2016"), ("pl", "listopad 2016"), ("bg", "ноември 2016")]
)
def test_dates_are_written_in_the_language(site: TestClient, language: str, date: str) -> None:
    assert date in sentence(site, "/page/trace-kei-aaaaaaab", language)


def test_what_nothing_places_is_told_by_what_points_at_it(site: TestClient) -> None:
    assert sentence(site, "/page/bulgaria-aaaaaaaf", "en").startswith("Country")
