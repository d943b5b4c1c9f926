"""Where a thing stands: the way down to it, and the places that it lies in."""

import re

from starlette.testclient import TestClient

from given.read_pages import page, words

TRAINING = "/page/4th-training-module-aaaaaaai"


CLUSTER = "/page/green-synergy-aaaaaaaa"


def test_the_way_down_leads_by_the_class_to_the_whole_or_the_country(site: TestClient) -> None:
    for address, above in (
        (TRAINING, "/id/kazakhstan-sme-project-aaaaaaaj"),
        (CLUSTER, "/id/bulgaria-aaaaaaaf"),
    ):
        text = site.get(address, headers={"Accept": "text/html"}).text
        (crumbs,) = re.findall(r'<p class="crumbs">(.*?)</p>', text)
        first, kind, last = re.findall(r'href="([^"]*)"', crumbs)
        assert (first, last) == ("/", above)
        assert f'class="chip"><a href="{kind}"' in text


def test_a_place_is_shown_with_the_country_that_follows(site: TestClient) -> None:
    assert "Ended Karaganda, Kazakhstan" in words(page(site, TRAINING))
