"""Previews in a frame; version 0.2, section 5."""

import re

import pytest
from starlette.testclient import TestClient


def test_a_preview_shows_the_thing_with_the_words_of_a_document(service: TestClient) -> None:
    page = service.get("/reconcile/preview", params={"id": "autumn-school-aaaaaaah"})
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    for words in ("Autumn School", "training", "Cracow, Poland", "31 people came", "2018-10-01"):
        assert words in page.text


def test_a_preview_may_be_framed_and_nothing_else_may(service: TestClient) -> None:
    preview = service.get("/reconcile/preview", params={"id": "ruse-aaaaaaad"})
    (policy,) = preview.headers.get_list("content-security-policy")
    assert "frame-ancestors *" in policy
    assert "default-src 'none'" in policy
    for address in (
        "/",
        "/reconcile/about",
        "/id/ruse-aaaaaaad",
        "/reconcile/preview?id=nobody-aaaaaaaa",
    ):
        (other,) = service.get(address).headers.get_list("content-security-policy")
        assert "frame-ancestors 'none'" in other


def test_a_preview_runs_nothing_and_its_links_leave_the_frame(service: TestClient) -> None:
    text = service.get("/reconcile/preview", params={"id": "autumn-school-aaaaaaah"}).text
    assert "<script" not in text
    links = re.findall(r"<a [^>]*>", text)
    assert links
    assert all('target="_blank"' in link and 'rel="noopener"' in link for link in links)


def test_a_preview_is_in_the_language_of_its_path(service: TestClient) -> None:
    text = service.get("/reconcile/pl/preview", params={"id": "krakow-aaaaaaac"}).text
    assert "Polska" in text
    assert '<html lang="pl">' in text


def test_what_was_merged_is_previewed_as_what_it_became(service: TestClient) -> None:
    text = service.get("/reconcile/preview", params={"id": "gec-aaaaaaaz"}).text
    assert "Green Energy Cluster" in text


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "cluster policy"), ("pl", "polityka klastrowa")]
)
def test_what_is_said_in_several_languages_is_shown_in_the_readers(
    service: TestClient, language: str, shown: str
) -> None:
    text = service.get(f"/reconcile/{language}/preview?id=autumn-school-aaaaaaah").text
    value = rf'<dd><(\w+) lang="{language}">{shown}</\1> <span class="more">\+1</span>'
    assert re.search(value, text)


def test_a_preview_tells_what_a_thing_is_in_other_registers(service: TestClient) -> None:
    text = service.get("/reconcile/preview?id=krakow-aaaaaaac").text
    assert re.search(r'<a href="https://sws.geonames.org/3094802/"[^>]*>(<bdi>)?[^<]*3094802', text)
    assert "sws.geonames.org</span>" in text
