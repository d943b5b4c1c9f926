"""A parameter in another coding is refused, instead of looked for without its letters."""

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient

from clustergraph.web.limiting.addresses import ReadableAddresses
from clustergraph.web.problems.telling import NoBugEscapes


@pytest.fixture(scope="module")
def client() -> TestClient:
    async def echo(request: Request) -> Response:
        return PlainTextResponse(request.query_params["q"])

    app = Starlette(routes=[Route("/", echo)])
    app.add_middleware(ReadableAddresses)
    app.add_middleware(NoBugEscapes)
    return TestClient(app)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("q=Krakow", "Krakow"),
        ("q=Krak%C3%B3w", "Kraków"),
        ("q=%D0%93%d0%b0", "Га"),
        ("q=100%25", "100%"),
        ("q=%zz%", "%zz%"),
        ("q=a+b", "a b"),
        ("q=%F0%9F%98%80", "😀"),
        ("q=%EF%BF%BD", "\ufffd"),
    ],
)
def test_what_is_in_utf_8_is_passed_on(client: TestClient, written: str, read: str) -> None:
    assert client.get(f"/?{written}").text == read


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("q=Krak%F3w", "byte 7 of its parameters is 0xF3"),
        ("q=%ed%a0%80", "is 0xED"),
        ("q=%C3", "is 0xC3"),
        ("a=%c0%af&q=x", "is 0xC0"),
    ],
)
def test_what_is_not_is_refused_with_its_place(client: TestClient, written: str, told: str) -> None:
    answer = client.get(f"/?{written}")
    assert (answer.status_code, told in answer.json()["detail"]) == (400, True)
