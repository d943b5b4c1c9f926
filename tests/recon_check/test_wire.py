"""Whatever a server does, an exchange comes of it, and never an exception."""

import gzip
import json
import socket
import ssl
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeAlias

import pytest

from clustergraph.recon_check import Outcome, Specification, Wire, check
from clustergraph.recon_check.messages import Exchange, get, post_form
from clustergraph.recon_check.reading import json_of
from given.sound_service import Call, Reply, Sound

Raw: TypeAlias = Callable[[Callable[[socket.socket], None]], str]

_DEEP = b"[" * 100_000


@pytest.fixture
def brief(trust: ssl.SSLContext) -> Iterator[Wire]:
    """A way that waits no longer than a test may."""
    with Wire(timeout_seconds=0.3, trust=trust) as made:
        yield made


def _http(body: bytes, *headers: str, status: str = "200 OK") -> bytes:
    length = f"Content-Length: {len(body)}"
    head = "\r\n".join([f"HTTP/1.1 {status}", length, "Connection: close", *headers])
    return head.encode("latin-1") + b"\r\n\r\n" + body


def _sending(content: bytes) -> Callable[[socket.socket], None]:
    def act(connection: socket.socket) -> None:
        connection.sendall(content)

    return act


def _drip(connection: socket.socket) -> None:
    for byte in _http(b"x" * 50):
        connection.sendall(bytes([byte]))
        time.sleep(0.02)


def _hang(connection: socket.socket) -> None:
    connection.settimeout(2)
    connection.recv(1)


def _said(exchange: Exchange) -> str:
    return json_of(exchange)[1]


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "breaks off or is not HTTP"),
        (b"hello\r\n\r\n", "breaks off or is not HTTP"),
        (b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{}", "breaks off or is not HTTP"),
        (b"HTTP/1.1 999 Odd\r\nContent-Length: 0\r\n\r\n", "the status 999"),
        (_http(b"{}", "Content-Encoding: gzip"), "can't be decompressed"),
        (_http(gzip.compress(b"[1"), "Content-Encoding: gzip"), "the answer is not JSON"),
        (_http(b"<html>", "Content-Type: text/html"), "it says to be text/html"),
        (_http(b""), "the answer is not JSON"),
        (_http('{"name": "Müller"}'.encode("latin-1")), "it is not in UTF-8"),
        (_http(b'{"name": "\\ud800"}'), "half a character"),
        (_http(b'{"score": NaN}'), "NaN is no number of JSON"),
        (_http(b'{"score": 1' + b"0" * 5000 + b"}"), "the answer is not JSON"),
        (_http(_DEEP), "nested without end"),
        (_http(b"{}", status="503 Busy"), "the status 503"),
        (_http(b"{}", status="401 Unauthorized"), "it wants credentials (--header)"),
        (_http(b'"' + b"a" * 6_000_000 + b'"'), "longer than 5 million bytes"),
        (_http(b"", "Location: ftp://example.org/", status="302 Found"), "not of the web"),
        (_http(b"", "Location: http://[", status="302 Found"), "an address that is none"),
        (_http(b"", "Location: /reconcile", status="302 Found"), "redirects come to no end"),
        (_http(b"", status="302 Found"), "the status 302"),
    ],
)
def test_what_is_no_answer_is_told(raw: Raw, wire: Wire, content: bytes, problem: str) -> None:
    assert problem in _said(wire.ask(get(raw(_sending(content)))))


def test_an_answer_that_drips_is_cut_off(raw: Raw, brief: Wire) -> None:
    assert _said(brief.ask(get(raw(_drip)))) == "no whole answer within 0.3 seconds"


def test_nobody_there_is_told(wire: Wire) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    assert _said(wire.ask(get(f"http://127.0.0.1:{port}/"))).startswith("no connection (")


def test_a_server_without_tls_is_told(raw: Raw, wire: Wire) -> None:
    address = raw(_sending(_http(b"{}"))).replace("http:", "https:")
    assert _said(wire.ask(get(address))).startswith("no connection (")


@pytest.mark.parametrize(
    "address", ["http://a b/", "http://[::1", "http://x:99999/", "http://é..ü/"]
)
def test_an_address_that_is_none_is_told(wire: Wire, address: str) -> None:
    assert _said(wire.ask(get(address)))


def test_nothing_is_asked_twice(sound: Sound, wire: Wire) -> None:
    assert wire.ask(get(sound.endpoint)) is wire.ask(get(sound.endpoint))
    assert len(sound.calls) == 1


def test_after_three_requests_without_answer_no_more_is_asked(raw: Raw, wire: Wire) -> None:
    address = raw(_sending(b""))
    said = [wire.ask(get(f"{address}/{number}")).trouble for number in range(4)]
    assert said[-1] == "not asked: 3 requests in a row had no answer"
    assert wire.sent == 3


def test_a_service_that_hangs_does_not_hold_a_check_for_long(raw: Raw, brief: Wire) -> None:
    found = check(raw(_hang), brief, Specification.V0_2)
    assert [one.requirement.key for one in found.broken_musts] == ["manifest"]
    assert brief.sent == 1


def _busy_once(wait: str) -> Callable[[Call, Reply], Reply | None]:
    calls: list[Call] = []

    def spoil(call: Call, reply: Reply) -> Reply | None:
        calls.append(call)
        headers = {**reply.headers, "retry-after": wait}
        return replace(reply, status=429, headers=headers) if len(calls) == 1 else None

    return spoil


@pytest.mark.parametrize(
    ("wait", "status", "waited"),
    [("2", 200, [2.0, 0]), ("3600", 429, []), ("tomorrow", 429, []), ("²", 429, [])],
)
def test_a_busy_service_is_asked_again_after_the_time_it_wants(
    sound: Sound, trust: ssl.SSLContext, wait: str, status: int, waited: list[float]
) -> None:
    sound.spoil = _busy_once(wait)
    slept: list[float] = []
    with Wire(trust=trust, sleep=slept.append) as wire:
        answer = wire.ask(get(sound.endpoint)).answer
    assert answer is not None
    assert answer.status == status
    assert slept == waited


def test_between_two_requests_there_is_a_pause(sound: Sound, trust: ssl.SSLContext) -> None:
    slept: list[float] = []
    with Wire(trust=trust, sleep=slept.append, pause_seconds=0.5) as wire:
        for number in range(3):
            wire.ask(get(f"{sound.endpoint}?x={number}"))
    assert slept == [0.5, 0.5]


def test_what_the_user_adds_is_sent_to_the_service(sound: Sound, trust: ssl.SSLContext) -> None:
    with Wire(trust=trust, headers={"X-Key": "secret"}) as wire:
        exchange = wire.ask(get(sound.endpoint))
    assert sound.calls[0].headers["x-key"] == "secret"
    assert "secret" not in repr(exchange)


def test_what_the_user_adds_goes_to_no_other_host(
    sound: Sound, raw: Raw, trust: ssl.SSLContext
) -> None:
    location = f"Location: {sound.endpoint}"
    elsewhere = raw(_sending(_http(b"", location, status="307 Moved")))
    with Wire(trust=trust, headers={"X-Key": "secret"}) as wire:
        wire.ask(get(elsewhere))
    assert "x-key" not in sound.calls[0].headers


def test_a_post_stays_a_post_or_is_not_sent_on(sound: Sound, wire: Wire) -> None:
    def spoil(call: Call, reply: Reply) -> Reply | None:
        if call.path != "/reconcile":
            return None
        return replace(reply, status=301, headers={**reply.headers, "location": "/reconcile/"})

    sound.spoil = spoil
    exchange = wire.ask(post_form(sound.endpoint, {"queries": "{}"}))
    assert _said(exchange).startswith("the post is redirected (301)")


def test_cookies_are_not_kept(sound: Sound, wire: Wire) -> None:
    def spoil(call: Call, reply: Reply) -> Reply:
        del call
        return replace(reply, headers={**reply.headers, "set-cookie": "who=you"})

    sound.spoil = spoil
    wire.ask(get(sound.endpoint))
    wire.ask(get(f"{sound.endpoint}?again"))
    assert "cookie" not in sound.calls[1].headers


@pytest.mark.parametrize("specification", Specification)
@pytest.mark.parametrize(
    "body", [b"", b"<p>", b"{}", b"[]", b"null", b"7", b'{"results": [], "result": [], "rows": 1}']
)
def test_a_service_that_always_says_the_same_is_checked_to_the_end(
    sound: Sound, wire: Wire, specification: Specification, body: bytes
) -> None:
    sound.spoil = lambda call, reply: replace(reply, body=body)  # noqa: ARG005
    assert check(sound.endpoint, wire, specification).count(Outcome.FAILED)


def test_json_is_read_as_it_is(sound: Sound, wire: Wire) -> None:
    value, problem = json_of(wire.ask(get(sound.endpoint)))
    assert problem == ""
    assert json.loads(json.dumps(value)) == value
