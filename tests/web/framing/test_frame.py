"""What stands round every page: the way to its content, its licence, and the version it shows."""

import pytest
from lxml import html
from starlette.testclient import TestClient

from clustergraph.store.versions import Home

PAGES = ("/", "/browse", "/search?q=cluster", "/page/trace-kei-aaaaaaab", "/ns", "/dataset")


@pytest.fixture(params=PAGES)
def found(request: pytest.FixtureRequest, site: TestClient) -> html.HtmlElement:
    answer = site.get(request.param, headers={"Accept": "text/html"})
    assert answer.status_code == 200
    return html.fromstring(answer.text)


def test_the_first_link_of_a_page_skips_to_its_content(found: html.HtmlElement) -> None:
    (target,) = found.xpath("(//body//a)[1]/@href")
    assert target == "#main"
    assert found.xpath("//main[@id='main']")


def test_a_page_ends_with_its_version_and_its_licence(
    found: html.HtmlElement, small_home: Home
) -> None:
    (foot,) = found.xpath("//footer")
    assert small_home.current().id in foot.text_content()
    assert foot.xpath(".//a[@rel='license']/@href") == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
