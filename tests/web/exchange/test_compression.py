"""What is text is coded as the client likes it, and stays the same answer (RFC 9110, 8.4)."""

import gzip
from collections.abc import AsyncIterator, Iterator, Mapping
from pathlib import Path

import pytest
import zstandard
from httpx2 import Response as Answer
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from clustergraph.web.exchange.compression import Compression
from clustergraph.web.exchange.methods import AllMethods

TEXT = "".join(f"line {number} of a text that is worth it\n" for number in range(1_000)).encode()
LARGE = TEXT * 50
"""Coded beside the event loop."""


def decoded(answer: Answer, raw: bytes) -> bytes:
    match answer.headers.get("content-encoding"):
        case "gzip":
            return gzip.decompress(raw)
        case "zstd":
            return zstandard.ZstdDecompressor().decompressobj().decompress(raw)
        case None:
            return raw
        case other:
            raise AssertionError(other)


class Asking:
    """Asks for one answer, and sees its bytes as they came."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self.response: Response = Response(TEXT, media_type="text/plain")

    def __call__(
        self,
        accept_encoding: str | None = "gzip, zstd",
        *,
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
    ) -> tuple[Answer, bytes]:
        app = Starlette(routes=[Route("/", self._respond)])
        app.add_middleware(AllMethods)
        app.add_middleware(Compression)
        client = TestClient(app)
        del client.headers["accept-encoding"]
        asked = dict(headers or {})
        if accept_encoding is not None:
            asked["Accept-Encoding"] = accept_encoding
        with client.stream(method, "/", headers=asked) as answer:
            return answer, b"".join(answer.iter_raw())

    def file(self, name: str, content: bytes) -> None:
        path = self._folder / name
        path.write_bytes(content)
        self.response = FileResponse(path)

    async def _respond(self, _: Request) -> Response:
        return self.response


@pytest.fixture
def ask(tmp_path: Path) -> Asking:
    return Asking(tmp_path)


# -- Which coding ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("accept_encoding", "coding"),
    [
        (None, None),
        ("", None),
        ("gzip", "gzip"),
        ("zstd", "zstd"),
        ("gzip, deflate, br, zstd", "zstd"),
        ("gzip, zstd;q=0.9", "gzip"),
        ("gzip;q=0, zstd;q=0", None),
        ("br", None),
        ("*", "gzip"),
        ("identity;q=0", None),
    ],
)
def test_text_comes_in_the_coding_that_the_client_likes_best(
    ask: Asking, accept_encoding: str | None, coding: str | None
) -> None:
    answer, raw = ask(accept_encoding)

    assert answer.headers.get("content-encoding") == coding
    assert answer.headers["content-length"] == str(len(raw))
    assert decoded(answer, raw) == TEXT
    assert (len(raw) < len(TEXT) / 5) == (coding is not None)


def test_lines_of_the_header_count_together(ask: Asking) -> None:
    answer, _ = ask(None, headers={"Accept-Encoding": "br"})
    assert "content-encoding" not in answer.headers

    app = Starlette(routes=[Route("/", lambda _: Response(TEXT, media_type="text/plain"))])
    app.add_middleware(Compression)
    lines = [("Accept-Encoding", "br"), ("Accept-Encoding", "gzip;q=0.1")]
    headers = TestClient(app).get("/", headers=lines).headers
    assert headers["content-encoding"] == "gzip"


@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_a_large_body_comes_whole(ask: Asking, coding: str) -> None:
    ask.response = Response(LARGE, media_type="text/turtle")

    answer, raw = ask(coding)

    assert decoded(answer, raw) == LARGE


# -- What is coded ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "media_type",
    [
        "text/html",
        "text/css; charset=utf-8",
        "Text/Turtle",
        "application/json",
        "application/ld+json",
        "application/problem+json",
        "application/sparql-results+xml",
        "application/rdf+xml",
        "application/n-triples",
        "application/trig",
        "application/x-ndjson",
        "application/javascript",
        "image/svg+xml",
    ],
)
def test_text_of_any_name_is_coded(ask: Asking, media_type: str) -> None:
    ask.response = Response(TEXT, headers={"Content-Type": media_type})
    assert ask()[0].headers["content-encoding"] == "zstd"


@pytest.mark.parametrize(
    ("status", "headers"),
    [
        (200, {"Content-Type": "image/png"}),
        (200, {"Content-Type": "font/woff2"}),
        (200, {"Content-Type": "application/gzip"}),
        (200, {"Content-Type": "application/octet-stream"}),
        (200, {"Content-Type": "text/event-stream"}),
        (200, {}),
        (200, {"Content-Type": "text/plain", "Content-Encoding": "br"}),
        (200, {"Content-Type": "text/plain", "Cache-Control": "public, No-Transform"}),
        (206, {"Content-Type": "text/plain", "Content-Range": "bytes 0-9/20"}),
    ],
)
def test_what_a_coding_cannot_help_passes_unchanged(
    ask: Asking, status: int, headers: dict[str, str]
) -> None:
    ask.response = Response(TEXT, status, {**headers, "ETag": '"a"', "Accept-Ranges": "bytes"})

    answer, raw = ask()

    assert raw == TEXT
    assert answer.headers.get("content-encoding") == headers.get("Content-Encoding")
    assert answer.headers["content-length"] == str(len(TEXT))
    assert answer.headers["etag"] == '"a"'
    assert answer.headers["accept-ranges"] == "bytes"
    assert "vary" not in answer.headers


@pytest.mark.parametrize(("size", "is_coded"), [(0, False), (1_023, False), (1_024, True)])
def test_what_is_small_is_not_coded_but_told_to_vary(
    ask: Asking, size: int, is_coded: bool
) -> None:
    ask.response = Response(TEXT[:size], headers={"Vary": "Accept"}, media_type="text/plain")

    answer, raw = ask()

    assert ("content-encoding" in answer.headers) is is_coded
    assert answer.headers["vary"] == "Accept, Accept-Encoding"
    assert decoded(answer, raw) == TEXT[:size]


@pytest.mark.parametrize("status", [400, 404, 500, 503])
def test_problems_are_coded_too(ask: Asking, status: int) -> None:
    ask.response = Response(TEXT, status, media_type="application/problem+json")

    answer, raw = ask()

    assert answer.status_code == status
    assert decoded(answer, raw) == TEXT
    assert len(raw) < len(TEXT)


def test_an_answer_without_a_body_stays_without(ask: Asking) -> None:
    ask.response = Response(status_code=204)

    answer, raw = ask()

    assert (answer.status_code, raw) == (204, b"")
    assert "content-encoding" not in answer.headers


# -- Streams ---------------------------------------------------------------------------------------


async def _pieces() -> AsyncIterator[bytes]:
    for start in range(0, len(LARGE), 100_003):
        yield LARGE[start : start + 100_003]
        yield b""


@pytest.mark.parametrize("coding", ["gzip", "zstd", "br"])
def test_what_comes_in_pieces_is_decoded_whole(ask: Asking, coding: str) -> None:
    ask.response = StreamingResponse(_pieces(), media_type="text/csv")

    answer, raw = ask(coding)

    assert "content-length" not in answer.headers
    assert decoded(answer, raw) == LARGE


def test_a_stream_that_breaks_off_has_no_end(ask: Asking) -> None:
    async def pieces() -> AsyncIterator[bytes]:
        yield TEXT
        raise ConnectionError

    ask.response = StreamingResponse(pieces(), media_type="text/csv")
    with pytest.raises(ConnectionError):
        ask()


# -- Tags, parts and HEAD --------------------------------------------------------------------------


@pytest.mark.parametrize(("tag", "coded"), [('"a"', 'W/"a"'), ('W/"a"', 'W/"a"')])
def test_a_tag_speaks_for_the_content_in_any_coding(ask: Asking, tag: str, coded: str) -> None:
    ask.response = Response(TEXT, headers={"ETag": tag}, media_type="text/plain")

    assert ask()[0].headers["etag"] == coded
    assert ask("br")[0].headers["etag"] == tag


@pytest.mark.parametrize("known", ['"a"', 'W/"a"', '"b", W/"a"'])
def test_an_answer_that_the_client_has_keeps_the_tag_that_it_came_with(
    ask: Asking, known: str
) -> None:
    ask.response = Response(status_code=304, headers={"ETag": '"a"', "Vary": "Accept"})

    answer, raw = ask(headers={"If-None-Match": known})

    assert (answer.status_code, raw) == (304, b"")
    assert answer.headers["etag"] == known.removeprefix('"b", ')
    assert answer.headers["vary"] == "Accept, Accept-Encoding"


def test_a_file_is_sent_in_parts_only_as_it_is(ask: Asking) -> None:
    ask.file("a.txt", TEXT)
    whole, raw = ask()
    assert decoded(whole, raw) == TEXT
    assert "accept-ranges" not in whole.headers
    plain, _ = ask("br")
    assert plain.headers["accept-ranges"] == "bytes"

    part, raw = ask(headers={"Range": "bytes=5-9"})
    assert (part.status_code, raw) == (206, TEXT[5:10])

    same, raw = ask(headers={"Range": "bytes=5-9", "If-Range": plain.headers["etag"]})
    assert (same.status_code, raw) == (206, TEXT[5:10])

    other, raw = ask(headers={"Range": "bytes=5-9", "If-Range": whole.headers["etag"]})
    assert (other.status_code, raw) == (200, TEXT)


@pytest.mark.parametrize("accept_encoding", ["zstd", "br"])
def test_head_tells_what_get_would(ask: Asking, accept_encoding: str) -> None:
    ask.response = Response(TEXT, headers={"ETag": '"a"'}, media_type="text/plain")
    get, _ = ask(accept_encoding)
    head, raw = ask(accept_encoding, method="HEAD")

    assert raw == b""
    left_out = {"content-length"} if accept_encoding == "zstd" else set()
    assert dict(head.headers).items() == {
        (name, value) for name, value in get.headers.items() if name not in left_out
    }


# -- The whole service -----------------------------------------------------------------------------

PATHS = ["/", "/dataset", "/dataset.ttl", "/ns", "/queries", "/assets/style.css"]


@pytest.fixture
def plain(site: TestClient) -> Iterator[TestClient]:
    """The service, to a client that names no coding by itself."""
    codings = site.headers.pop("accept-encoding")
    yield site
    site.headers["accept-encoding"] = codings


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("coding", ["gzip", "zstd"])
def test_every_address_is_coded_and_says_the_same(
    plain: TestClient, path: str, coding: str
) -> None:
    uncoded = plain.get(path, headers={"Accept": "text/html"})
    with plain.stream(
        "GET", path, headers={"Accept": "text/html", "Accept-Encoding": coding}
    ) as answer:
        raw = b"".join(answer.iter_raw())

    assert answer.headers["content-encoding"] == coding
    assert decoded(answer, raw) == uncoded.content
    assert "Accept-Encoding" in uncoded.headers["vary"]


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("then", ["gzip", "zstd", "identity"])
def test_a_client_that_has_an_answer_in_one_coding_has_it_in_all(
    plain: TestClient, path: str, then: str
) -> None:
    first = plain.get(path, headers={"Accept": "text/html", "Accept-Encoding": "gzip"})

    again = plain.get(
        path,
        headers={
            "Accept": "text/html",
            "Accept-Encoding": then,
            "If-None-Match": first.headers["etag"],
        },
    )

    assert (again.status_code, again.content) == (304, b"")
