import json
import re
from urllib.parse import urlsplit

import pytest
from starlette.testclient import TestClient

from clustergraph.web.exchange.root_path import UnderRootPath
from given.clients import BROWSER

LOCAL = "trace-kei-aaaaaaab"


@pytest.fixture(scope="module")
def below(site: TestClient) -> TestClient:
    return TestClient(UnderRootPath(site.app, "/kg"), follow_redirects=False)


def ours(addresses: list[str]) -> list[str]:
    """Leave out IRIs, and the terms of others."""
    return [each for each in addresses if "testserver" in each or each.startswith("/")]


def test_a_linkset_leads_below_the_path(below: TestClient) -> None:
    answer = below.get(f"/kg/linkset/{LOCAL}.json")
    targets = ours(re.findall(r'"(?:href|anchor)": "([^"]*)"', answer.text))
    assert targets
    for target in targets:
        assert urlsplit(target).path.startswith("/kg/")
        assert below.get(target).status_code in {200, 303}


def test_a_sitemap_leads_below_the_path(below: TestClient) -> None:
    (file,) = re.findall("<loc>(.*?)</loc>", below.get("/kg/sitemap.xml").text)
    assert file == "http://testserver/kg/sitemap/1.xml"
    pages = re.findall("<loc>(.*?)</loc>", below.get(file).text)
    assert all(page.startswith("http://testserver/kg/") for page in pages)
    assert "Disallow: /kg/search" in below.get("/kg/robots.txt").text


def test_an_untidy_address_leads_below_the_path(below: TestClient) -> None:
    answer = below.get(f"/kg//page/{LOCAL}/")
    assert (answer.status_code, answer.headers["location"]) == (308, f"/kg/page/{LOCAL}")


def test_a_page_names_its_addresses_below_the_path(below: TestClient) -> None:
    page = below.get(f"/kg/page/{LOCAL}", headers={"Accept": BROWSER})
    head = page.text.partition("<body>")[0]
    targets = ours(re.findall(r'(?:href|content)="([^"]*)"', head))
    told = json.loads(re.findall(r'ld\+json">(.*?)</script>', head)[0])["@graph"][0]
    steps = [step["item"]["@id"] for step in told["breadcrumb"]["itemListElement"]]
    for target in [*targets, *ours(steps), told["url"]]:
        assert urlsplit(target).path.startswith("/kg/")
