"""A passage as its page shows it: where it is from, and all that is known of it, in order."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words

PROJECT = "/page/trace-kei-aaaaaaab"


@pytest.fixture(scope="module")
def passage(site: TestClient) -> str:
    """The address of a passage that a program read."""
    answer = site.get("/api/entities/trace-kei-aaaaaaab?include=evidence").text
    return f"/page/ev/{answer.partition('/ev/')[2][:16]}"


def test_a_passage_tells_its_document_and_what_is_known_of_it(
    site: TestClient, passage: str
) -> None:
    found = words(page(site, passage))
    order = [found.find(name) for name in ("Modality", "Confidence", "Rule", "Review status")]
    assert -1 not in order
    assert order == sorted(order)
    assert "Reviewed by" not in found


def test_an_error_in_a_passage_is_reported_by_its_name(site: TestClient, passage: str) -> None:
    name = passage.rpartition("/")[2]
    links = page(site, passage).links()
    assert any(link.startswith("/report?") and name in link for link in links)
