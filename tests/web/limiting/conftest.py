"""The service as strangers meet it: each test comes from an address of its own."""

from collections.abc import Callable, Iterator
from itertools import count
from typing import Any

import pytest
from httpx2 import Response
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from clustergraph.operations.dataset import Dataset
from clustergraph.sparql.gate import Limits
from clustergraph.store.readers.pool import ReaderPool
from clustergraph.store.versions import Home
from clustergraph.web.app import create_app
from clustergraph.web.limiting.options import LimitOptions

RATES = LimitOptions(request_rate="3/hour", query_rate="2/hour", proxies="10.0.0.0/24, ::1")
Ask = Callable[..., Response]


class _FromAddress:
    """Takes a client's address from a header, as a server takes it from the socket."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        for name, value in scope.get("headers", ()):
            if name == b"x-address":
                scope = {**scope, "client": (value.decode(), 50_000)}
        await self._app(scope, receive, send)


@pytest.fixture(scope="session")
def held_site(small_home: Home) -> Iterator[TestClient]:
    """The service over the small graph, where a client may ask three times an hour."""
    app = create_app(
        Dataset(small_home),
        ReaderPool(readers=1, queue_length=4, memory_bytes=2**30),
        limits=Limits(),
        seconds=10,
        cache_bytes=0,
        limiting=RATES,
    )
    with TestClient(_FromAddress(app), follow_redirects=False) as client:
        yield client


@pytest.fixture(scope="session")
def ask_from(held_site: TestClient) -> Callable[[str], Ask]:
    """Ask from an address: give it a method, a path and what httpx takes beside."""

    def from_address(address: str) -> Ask:
        def ask(method: str, path: str, **options: Any) -> Response:
            headers = {**options.pop("headers", {}), "X-Address": address}
            return held_site.request(method, path, headers=headers, **options)

        return ask

    return from_address


@pytest.fixture(scope="session")
def _addresses() -> Iterator[str]:
    return (f"198.51.100.{number}" for number in count())


@pytest.fixture
def ask(ask_from: Callable[[str], Ask], _addresses: Iterator[str]) -> Ask:
    """Ask from an address that nobody has used before."""
    return ask_from(next(_addresses))
