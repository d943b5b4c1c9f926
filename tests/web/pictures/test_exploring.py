"""What the script that explores the graph gets."""

from typing import Any

import pytest
from starlette.testclient import TestClient

from clustergraph.iris import BASE
from clustergraph.web.exchange.root_path import UnderRootPath
from clustergraph.web.framing.bundles import bundle
from given.clients import BROWSER

PROJECT = f"{BASE}id/trace-kei-aaaaaaab"


def _network(site: TestClient, address: str) -> dict[str, Any]:
    answer = site.get(address)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/json"
    found: dict[str, Any] = answer.json()
    return found


@pytest.mark.parametrize("address", ["/network.json", "/network/trace-kei-aaaaaaab.json"])
def test_every_edge_joins_two_of_the_nodes(site: TestClient, address: str) -> None:
    found = _network(site, address)
    nodes = {node["id"] for node in found["nodes"]}
    assert found["edges"]
    for edge in found["edges"]:
        assert {edge["source"], edge["target"]} <= nodes


def test_each_node_leads_to_its_page_and_to_what_stands_round_it(site: TestClient) -> None:
    found = _network(site, "/network/trace-kei-aaaaaaab.json")
    assert found["middle"] == PROJECT
    for node in found["nodes"]:
        assert site.get(node["page"], follow_redirects=True).status_code == 200
        assert site.get(node["more"]).status_code == 200


def test_each_edge_leads_to_the_words_that_say_it(site: TestClient) -> None:
    for edge in _network(site, "/network/trace-kei-aaaaaaab.json")["edges"]:
        assert site.get(edge["why"]).status_code == 200


def test_names_are_in_the_language_that_is_asked_for_or_that_the_browser_prefers(
    site: TestClient,
) -> None:
    address = "/network/cluster-excellence-aaaaaaac.json"
    asked = _network(site, f"{address}?lang=pl")
    preferred = site.get(address, headers={"Accept-Language": "pl"})
    for found in (asked, preferred.json()):
        assert "Unia Europejska" in {node["label"] for node in found["nodes"]}
    assert "Accept-Language" in preferred.headers["vary"]


def test_what_was_merged_leads_to_the_survivor(site: TestClient) -> None:
    answer = site.get("/network/zelena-sinergiya-aaaaaaaz.json?lang=bg")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/network/green-synergy-aaaaaaaa.json?lang=bg"


@pytest.mark.parametrize(
    ("name", "status"), [("gone-aaaaaaay", 410), ("nobody-aaaaaaaa", 404), ("a b%3C", 404)]
)
def test_what_is_not_there_has_nothing_round_it(site: TestClient, name: str, status: int) -> None:
    assert site.get(f"/network/{name}.json").status_code == status


def test_who_has_it_already_gets_nothing_again(site: TestClient) -> None:
    tag = site.get("/network.json").headers["etag"]
    assert site.get("/network.json", headers={"If-None-Match": tag}).status_code == 304


def test_below_a_path_of_the_host_all_addresses_stand_there_too(site: TestClient) -> None:
    below = TestClient(UnderRootPath(site.app, "/kg"), follow_redirects=False)
    found = _network(below, "/kg/network/trace-kei-aaaaaaab.json")
    told = [node[key] for node in found["nodes"] for key in ("page", "more")]
    assert all(address.startswith("/kg/") for address in told)
    page = below.get("/kg/page/trace-kei-aaaaaaab", headers={"Accept": BROWSER}).text
    assert 'data-network="/kg/network/trace-kei-aaaaaaab.json"' in page
    assert 'data-suggest="/kg/api/suggest"' in page or not bundle("site.js")
