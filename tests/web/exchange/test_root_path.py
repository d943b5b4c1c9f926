"""Below a path of a proxy every address of ours has it, once, and no other has."""

import asyncio

import pytest
from starlette.responses import PlainTextResponse, Response
from starlette.types import Message, Receive, Scope, Send

from clustergraph.web.exchange.root_path import (
    UnderRootPath,
    path_below_root,
    rooted,
    rooted_address,
)


def _asked(path: str, response: Response | None = None) -> tuple[list[Scope], list[Message]]:
    """Ask an application below ``/kg``; return what it saw and what was sent."""
    seen: list[Scope] = []
    sent: list[Message] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope)
        page = rooted('<a href="/ns">') + rooted_address("/search")
        await (response or PlainTextResponse(page))(scope, receive, send)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    scope = {"type": "http", "method": "GET", "path": path, "headers": [], "query_string": b""}
    asyncio.run(UnderRootPath(app, "/kg")(scope, receive, send))
    return seen, sent


@pytest.mark.parametrize("path", ["/kg/ns", "/ns"])
def test_a_proxy_may_keep_the_path_or_strip_it(path: str) -> None:
    (scope,), _ = _asked(path)
    assert (scope["path"], scope["root_path"]) == ("/kg/ns", "/kg")
    assert path_below_root(scope) == "/ns"


def test_the_bare_path_leads_to_the_start_page() -> None:
    seen, sent = _asked("/kg")
    assert seen == []
    assert (sent[0]["status"], dict(sent[0]["headers"])[b"location"]) == (308, b"/kg/")


def test_pages_and_addresses_have_the_path() -> None:
    _, sent = _asked("/")
    assert sent[1]["body"] == b'<a href="/kg/ns">/kg/search'


def test_without_a_path_nothing_is_put_before() -> None:
    assert rooted('<a href="/ns">') == '<a href="/ns">'
    assert rooted_address("/ns") == "/ns"
    assert path_below_root({"path": "/ns"}) == "/ns"


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("location", "/id/x", "/kg/id/x"),
        ("location", "/kg/id/x", "/kg/id/x"),
        ("location", "https://w3id.org/x", "https://w3id.org/x"),
        ("location", "//elsewhere/x", "//elsewhere/x"),
        ("content-location", "/data/x.ttl", "/kg/data/x.ttl"),
        ("link", "</a>; rel=x, <https://e.org/b>", "</kg/a>; rel=x, <https://e.org/b>"),
        ("etag", '"/a"', '"/a"'),
    ],
)
def test_headers_that_hold_addresses_of_ours_have_it(name: str, value: str, told: str) -> None:
    _, sent = _asked("/", Response(headers={name: value}))
    assert dict(sent[0]["headers"])[name.encode()].decode() == told
