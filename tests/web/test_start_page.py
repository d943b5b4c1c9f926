import re
from pathlib import Path

import pytest
from pyoxigraph import RdfFormat, parse
from starlette.testclient import TestClient

from clustergraph.store.versions import Home
from given.clients import BROWSER, client_of
from given.homes import publish_quads

LONE_DOCUMENT = """
PREFIX cg: <https://w3id.org/clustergraph/ns#>
PREFIX dcterms: <http://purl.org/dc/terms/>
BASE <https://w3id.org/clustergraph/>
GRAPH <graph/doc/aaaaaaaaaaaaaaaa> {
    <doc/aaaaaaaaaaaaaaaa> a cg:Document ; dcterms:identifier "lone.txt" .
}
"""


def _start(site: TestClient, query: str = "") -> str:
    answer = site.get(f"/{query}", headers={"Accept": BROWSER})
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("picture", ["network overview", "timeline"])
def test_the_start_page_shows_pictures_of_it_all(site: TestClient, picture: str) -> None:
    assert f'<figure class="{picture}"' in _start(site)


def test_the_overview_says_the_same_in_words(site: TestClient) -> None:
    (figure,) = re.findall(r'<figure class="network overview".*?</figure>', _start(site), re.DOTALL)
    drawing, _, words = figure.partition("<details>")
    drawn = set(re.findall(r'href="(/id/[^"]+)"', drawing))
    assert drawn
    assert drawn == set(re.findall(r'href="(/id/[^"]+)"', words))


def test_each_class_is_counted_as_in_the_list_that_it_leads_to(site: TestClient) -> None:
    (numbers,) = re.findall(r'<ul class="numbers">(.*?)</ul>', _start(site), re.DOTALL)
    classes = re.findall(r'href="(/browse/\w+)"[^>]*>.*?<strong>(\d+)</strong>', numbers, re.DOTALL)
    assert len(classes) > 5
    for address, count in classes:
        assert site.get(f"{address}.json").json()["total"] == int(count)


def test_all_its_links_keep_the_language_that_the_address_asked_for(site: TestClient) -> None:
    links = re.findall(r"<main.*?</main>", _start(site, "?lang=bg"), re.DOTALL)[0]
    own = re.findall(r'<a href="(/(?:id|browse|page|queries|ns|dataset|doc)[^"]*)"', links)
    assert own
    assert [link for link in own if "lang=bg" not in link and "." not in link] == []


def test_it_names_one_thing_of_each_of_some_classes_to_begin_with(site: TestClient) -> None:
    (tries,) = re.findall(r'<p class="tries">(.*?)</p>', _start(site), re.DOTALL)
    things = re.findall(r'href="(/id/[^"]+)"', tries)
    answers = [site.get(f"/api/entities/{thing.removeprefix('/id/')}").json() for thing in things]
    kinds = [answer["type"] for answer in answers]
    assert 2 <= len(kinds) == len(set(kinds)) <= 5


def test_the_search_of_the_start_page_keeps_the_language(site: TestClient) -> None:
    assert '<input type="hidden" name="lang" value="bg">' in _start(site, "?lang=bg")


def test_a_graph_in_which_nothing_is_said_yet_has_a_start_page_without_pictures(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path)
    publish_quads(home, parse(LONE_DOCUMENT, format=RdfFormat.TRIG))
    with client_of(home) as client:
        page = _start(client)
    assert "lone.txt" in page
    assert "<figure" not in page
