"""HEAD and OPTIONS are answered for every address, and a refused method names the others."""

from collections.abc import Iterator

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from clustergraph.web.exchange.methods import IS_HEAD, AllMethods


def _read(request: Request) -> Response:
    return PlainTextResponse(f"{request.method} {request.scope.get(IS_HEAD, False)}")


def _written(_: Request) -> Response:
    return PlainTextResponse("written", status_code=201)


@pytest.fixture
def site() -> Iterator[TestClient]:
    routes = [
        Route("/both", _read, methods=["GET"]),
        Route("/both", _written, methods=["PUT"]),
        Route("/asked", _written, methods=["POST"]),
    ]
    with TestClient(Starlette(routes=routes, middleware=[Middleware(AllMethods)])) as client:
        yield client


def test_head_is_get_without_its_body(site: TestClient) -> None:
    whole, head = site.get("/both"), site.head("/both")
    assert whole.text == "GET False"
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["content-length"] == str(len("GET True"))


@pytest.mark.parametrize(
    ("path", "methods"), [("/both", "GET, PUT, HEAD, OPTIONS"), ("/asked", "POST, OPTIONS")]
)
def test_options_lists_the_methods_of_all_routes_at_an_address(
    site: TestClient, path: str, methods: str
) -> None:
    answer = site.options(path)
    assert (answer.status_code, answer.headers["allow"]) == (204, methods)
    assert answer.headers["access-control-allow-methods"] == methods


def test_a_refused_method_is_told_all_others(site: TestClient) -> None:
    answer = site.delete("/both")
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, PUT, HEAD, OPTIONS")


@pytest.mark.parametrize("method", ["OPTIONS", "HEAD", "DELETE"])
def test_no_method_finds_anything_where_no_route_is(site: TestClient, method: str) -> None:
    assert site.request(method, "/nowhere").status_code == 404
