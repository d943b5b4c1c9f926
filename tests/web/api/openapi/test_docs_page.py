"""The calls are described to people, on a page that loads nothing."""

import re
from typing import Any

import pytest
from starlette.testclient import TestClient

from clustergraph.web.api.openapi.describing import operations


def test_the_page_documents_every_call_parameter_and_shape(
    site: TestClient, described: dict[str, Any]
) -> None:
    page = site.get("/docs").text
    for path, method, operation in operations(described):
        assert f"{method.upper()} {path}" in page
        for parameter in operation.get("parameters", ()):
            assert f"<code>{parameter['name']}</code>" in page
    for name in described["components"]["schemas"]:
        assert f'id="shape-{name}"' in page


def test_the_page_leads_to_every_example_and_loads_nothing(
    site: TestClient, calls: list[Any]
) -> None:
    page = site.get("/docs").text
    links = [link.replace("&amp;", "&") for link in re.findall(r'class="iri" href="([^"]*)"', page)]
    assert len(links) == sum(call.method == "get" for call in calls)
    assert {site.get(link).status_code for link in links} <= {200, 303}
    assert not re.search(r"<script(?![^>]* src=\"/assets/)", page)
    assert not re.findall(r'(?:src|href)="(?:https?:)?//(?!creativecommons)', page)


@pytest.mark.parametrize(
    "anchor", ["get-api-search", "shape-SearchAnswer", "get-api-entities-local"]
)
def test_links_on_the_page_lead_somewhere_on_it(site: TestClient, anchor: str) -> None:
    page = site.get("/docs").text
    assert f'href="#{anchor}"' in page
    ids = re.findall(r'\sid="([^"]*)"', page)
    assert len(set(ids)) == len(ids)
    assert set(re.findall(r'href="#([^"]*)"', page)) <= {*ids}


def test_what_stands_between_backticks_is_shown_as_code(site: TestClient) -> None:
    page = re.sub(r"<pre.*?</pre>", "", site.get("/docs").text, flags=re.DOTALL)
    assert "<code>lang</code> does both" in page
    assert "`" not in page
