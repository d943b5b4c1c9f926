"""What a page tells of a thing: facts, relations, what follows."""

import pytest
from starlette.testclient import TestClient

from given.read_pages import page, words

PROJECT = "/page/trace-kei-aaaaaaab"


TRAINING = "/page/4th-training-module-aaaaaaai"


CLUSTER = "/page/green-synergy-aaaaaaaa"


def test_incoming_links_stand_under_the_inverse_with_their_number(site: TestClient) -> None:
    assert "Partner in · project TRACE-KEI" in words(page(site, "/page/green-synergy-aaaaaaaa"))
    found = words(page(site, "/page/bulgaria-aaaaaaaf"))
    assert "Located in: Bulgaria · cluster Green Synergy Cluster" in found


def test_what_a_passage_adds_to_a_statement_is_said(site: TestClient) -> None:
    found = words(page(site, "/page/jordi-conejos-aaaaaaak"))
    assert "Government of Catalonia[1] (formerly, “former Director General”)" in found
    assert "at least 31[5] why?" in words(page(site, "/page/4th-training-module-aaaaaaai"))
    gold = words(page(site, "/page/green-synergy-aaaaaaaa"))
    assert "Cluster Management Excellence Gold Label[2] (planned)" in gold


def test_every_source_mark_leads_to_its_passage(site: TestClient) -> None:
    found = page(site, PROJECT)
    marks = {link for link in found.links() if link.startswith("#source-")}
    anchors = {f"#{attrs['id']}" for _, attrs in found.tags if attrs.get("id")}
    assert len(marks) == 5
    assert marks <= anchors


@pytest.mark.parametrize("address", [PROJECT, TRAINING, CLUSTER])
def test_every_value_leads_to_why_it_is_said(site: TestClient, address: str) -> None:
    links = {link for link in page(site, address).links() if link.startswith("/why?")}
    assert len(links) > 3
    for link in links:
        assert site.get(link, headers={"Accept": "text/html"}).status_code == 200, link


def test_key_facts_come_first_in_the_order_of_the_class(site: TestClient) -> None:
    found = words(page(site, TRAINING))
    order = ("Start date", "End date", "Located in", "Part of", "Number of participants")
    places = [found.index(f"{name} ", found.index("Report an error")) for name in order]
    assert places == sorted(places)
    assert places[-1] < found.index("Relations") < found.index("Taught by")
