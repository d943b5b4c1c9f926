"""Where the service stands below a path of its host, all addresses in answers stand there too."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin

import pytest
from starlette.testclient import TestClient

from clustergraph.web.api.openapi.describing import examples_in, operations
from clustergraph.web.exchange.root_path import UnderRootPath

HOST = "http://testserver"


@pytest.fixture(scope="module")
def below(site: TestClient) -> TestClient:
    return TestClient(UnderRootPath(site.app, "/kg"), follow_redirects=False)


def addresses(value: Any) -> Iterator[str]:
    """Yield what begins with a slash in an answer: nothing in the graph does."""
    if isinstance(value, dict):
        value = [*value.values()]
    if isinstance(value, list):
        for each in value:
            yield from addresses(each)
    elif isinstance(value, str) and value.startswith("/"):
        yield value


def assert_below(below: TestClient, found: list[str]) -> None:
    for address in found:
        assert address.startswith("/kg/")
        assert below.get(urljoin(HOST, address)).status_code in {200, 303}


@pytest.mark.parametrize(
    "call",
    [
        "search?q=cluster&limit=1&facets=type",
        "suggest?q=clu",
        "entities/trace-kei-aaaaaaab?include=relations,documents",
        "documents?limit=1",
        "documents/71fb2550c3039bbf",
        "documents/71fb2550c3039bbf/passages?limit=1",
    ],
)
def test_addresses_in_answers_work(below: TestClient, call: str) -> None:
    found = list(addresses(below.get(f"/kg/api/{call}").json()))
    assert found
    assert_below(below, found)


@pytest.mark.parametrize(
    "address",
    [
        "browse/Organisation.json?limit=1",
        "search.json?q=cluster&limit=1",
        "page/trace-kei-aaaaaaab/related/partner.json?limit=1",
        "network/trace-kei-aaaaaaab.json",
    ],
)
def test_addresses_in_lists_for_programs_work(below: TestClient, address: str) -> None:
    found = list(addresses(below.get(f"/kg/{address}").json()))
    assert any("next=" in each or "/network/" in each for each in found)
    assert_below(below, found)


def test_addresses_in_reasons_work(below: TestClient) -> None:
    partners = "s=id:trace-kei-aaaaaaab&p=cg:partner&o=id:green-synergy-aaaaaaaa"
    found = list(addresses(below.get(f"/kg/why.json?{partners}").json()))
    assert found
    assert_below(below, found)


def test_the_description_and_its_examples_stand_below_it_too(below: TestClient) -> None:
    described = below.get("/kg/openapi.json").json()
    assert described["servers"] == [{"url": "/kg"}]
    answers = [value for _, _, call in operations(described) for _, _, value in examples_in(call)]
    assert answers
    for answer in answers:
        assert all(address.startswith("/kg/") for address in addresses(answer))
