"""A body that is too long is refused, whether it says how long it is or just comes."""

from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.testclient import TestClient

from clustergraph.web.limiting.bodies import LimitBodies, is_written_to
from clustergraph.web.problems.telling import NoBugEscapes, install

LIMIT = 2_000
READERS = ["/body", "/form", "/json", "/stream"]
FORM = {"Content-Type": "application/x-www-form-urlencoded"}
JSON = {"Content-Type": "application/json"}


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    """An application that reads bodies in all ways, and says how long each was."""
    app = FastAPI()
    install(app)

    @app.post("/body")
    async def body(request: Request) -> Response:
        return PlainTextResponse(str(len(await request.body())))

    @app.post("/form")
    async def form(request: Request) -> Response:
        return PlainTextResponse(str(len(str((await request.form())["a"])) + 2))

    @app.post("/json")
    def json(value: Annotated[Any, Body()]) -> Response:
        return PlainTextResponse(str(len(value) + 2))

    @app.post("/stream")
    async def stream(request: Request) -> Response:
        return PlainTextResponse(str(sum([len(piece) async for piece in request.stream()])))

    @app.post("/unread")
    @app.get("/unread")
    async def unread() -> Response:
        return PlainTextResponse("0")

    app.add_middleware(LimitBodies, limit_bytes=LIMIT)
    app.add_middleware(NoBugEscapes)
    with TestClient(app) as client:
        yield client


def _body(reader: str, length: int) -> bytes:
    if reader == "/json":
        return b'"' + b"x" * (length - 2) + b'"'
    return b"a=" + b"x" * (length - 2)


def _headers(reader: str) -> dict[str, str]:
    return JSON if reader == "/json" else FORM


def _in_pieces(content: bytes) -> Iterator[bytes]:
    for start in range(0, len(content), 300):
        yield content[start : start + 300]


@pytest.mark.parametrize("comes_in_pieces", [False, True])
@pytest.mark.parametrize("reader", READERS)
def test_a_body_as_long_as_one_may_be_is_read(
    client: TestClient, reader: str, comes_in_pieces: bool
) -> None:
    body = _body(reader, LIMIT)
    content = _in_pieces(body) if comes_in_pieces else body
    answer = client.post(reader, content=content, headers=_headers(reader))
    assert (answer.status_code, answer.text) == (200, str(LIMIT))


@pytest.mark.parametrize("comes_in_pieces", [False, True])
@pytest.mark.parametrize("reader", READERS)
def test_a_longer_one_is_refused_however_it_is_read(
    client: TestClient, reader: str, comes_in_pieces: bool
) -> None:
    body = _body(reader, LIMIT + 1)
    content = _in_pieces(body) if comes_in_pieces else body
    answer = client.post(reader, content=content, headers=_headers(reader))
    assert answer.status_code == 413
    assert answer.headers["content-type"] == "application/problem+json"
    assert f"longer than {LIMIT} bytes" in answer.json()["detail"]


def test_one_that_says_it_is_too_long_is_refused_before_anybody_reads(client: TestClient) -> None:
    assert client.post("/unread", content=b"x" * (LIMIT + 1)).status_code == 413


def test_what_comes_with_get_is_never_read_and_so_not_too_long(client: TestClient) -> None:
    answer = client.request("GET", "/unread", content=b"x" * (LIMIT + 1))
    assert answer.status_code == 200


def test_a_compressed_one_is_refused_and_told_why(client: TestClient) -> None:
    answer = client.post("/body", content=b"x", headers={"Content-Encoding": "gzip"})
    assert (answer.status_code, answer.headers["accept-encoding"]) == (415, "identity")
    plain = client.post("/body", content=b"x", headers={"Content-Encoding": "Identity"})
    assert (plain.status_code, plain.text) == (200, "1")


@pytest.mark.parametrize(
    ("path", "is_one"),
    [
        ("/update", True),
        ("/store", True),
        ("/store/a/b", True),
        ("/kg/store/a", True),
        ("/stores", False),
        ("/updates", False),
        ("/api/lookup", False),
        ("/a/store", False),
    ],
)
def test_only_where_the_graph_is_written_bodies_count_for_themselves(
    path: str, *, is_one: bool
) -> None:
    root_path = "/kg" if path.startswith("/kg") else ""
    assert is_written_to({"path": path, "root_path": root_path}) is is_one
