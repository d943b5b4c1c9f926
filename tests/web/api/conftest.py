from collections.abc import Iterator
from typing import Any

import pytest
from starlette.testclient import TestClient

from clustergraph.web.api.openapi.describing import address_of, examples_in, operations
from clustergraph.web.api.openapi.examples import Example
from given.clients import client_of
from given.linked_home import linked_home

Said = tuple[Example, int, Any]


class Call:
    """An example of the description: what is said to come back, and what does."""

    def __init__(self, client: TestClient, path: str, method: str, said: Said) -> None:
        example, self.status, self.value = said
        self.path, self.method = path, method
        self.answer: Any = client.request(method, address_of(path, example), json=example.body)


@pytest.fixture(scope="session")
def described(site: TestClient) -> dict[str, Any]:
    """The OpenAPI description of the service over the small graph."""
    content: dict[str, Any] = site.get("/openapi.json").json()
    return content


@pytest.fixture(scope="session")
def calls(site: TestClient, described: dict[str, Any]) -> list[Call]:
    """All examples of the description."""
    return list(_calls(site, described))


def _calls(site: TestClient, described: dict[str, Any]) -> Iterator[Call]:
    for path, method, operation in operations(described):
        for said in examples_in(operation):
            yield Call(site, path, method, said)


@pytest.fixture(scope="session")
def linked_site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """The service over a graph whose things bear identifiers of others."""
    with client_of(linked_home(tmp_path_factory.mktemp("linked"))) as client:
        yield client
