"""What is not HTTP, too much or too slow is told so and sent away; everybody else is served."""

import gc
import logging
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import pytest
from uvicorn.protocols.http.httptools_impl import RequestResponseCycle

from clustergraph.web.serving.refusals import WireLimits
from given.raw_http import FAREWELL, PATIENCE_SECONDS, answers, ask, connect, is_served, serving

LIMITS = WireLimits(
    target_bytes=8_192,
    head_bytes=16_384,
    headers=50,
    body_bytes=100_000,
)
HASTE = WireLimits(
    head_seconds=0.2, body_bytes_per_second=500, reading_seconds=0.5, goodbye_seconds=0.5
)


@pytest.fixture(scope="module")
def address() -> Iterator[tuple[str, int]]:
    with serving(LIMITS) as address:
        yield address


@pytest.fixture(scope="module")
def hasty() -> Iterator[tuple[str, int]]:
    """Where nobody is waited for long."""
    with serving(HASTE) as address:
        yield address


def get(target: bytes = b"/", *headers: bytes, host: bytes = b"Host: x") -> bytes:
    return b"\r\n".join((b"GET %b HTTP/1.1" % target, host, *headers, b"", b""))


def post(*headers: bytes, body: bytes = b"") -> bytes:
    return b"\r\n".join((b"POST / HTTP/1.1", b"Host: x", *headers, b"", body))


CHUNKED = b"Transfer-Encoding: chunked"

REFUSED = [
    ("binary", bytes(range(256)), 400),
    ("TLS", bytes.fromhex("1603010200010001fc0303") + b"a" * 50, 400),
    ("HTTP/2", b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", 400),
    ("HTTP/2.0 by name", b"GET / HTTP/2.0\r\nHost: x\r\n\r\n", 505),
    ("HTTP/0.9", b"GET /\r\n\r\n", 505),
    ("line feeds alone", b"GET / HTTP/1.1\nHost: x\n\n", 400),
    ("NUL in a header", get(b"/", b"X: a\0b"), 400),
    ("NUL in the target", get(b"/\0"), 400),
    ("raw letters in the target", get("/é".encode()), 400),
    ("a space in the target", get(b"/sparql?query=ASK {}"), 400),
    ("a target without slash", get(b"sparql"), 400),
    ("no host", get(host=b"X: x"), 400),
    ("two hosts", get(b"/", b"Host: y"), 400),
    ("a folded header", get(b"/", b"X: a\r\n b"), 400),
    ("a header without colon", get(b"/", b"Foo"), 400),
    ("a space before the colon", get(b"/", b"Foo : x"), 400),
    ("an unknown method", b"BREW / HTTP/1.1\r\nHost: x\r\n\r\n", 501),
    ("CONNECT", b"CONNECT x:80 HTTP/1.1\r\nHost: x\r\n\r\n", 400),
    ("two lengths", post(b"Content-Length: 2", b"Content-Length: 3", body=b"abc"), 400),
    ("a length and chunks", post(b"Content-Length: 5", CHUNKED, body=b"0\r\n\r\n"), 400),
    ("chunks and a length", post(CHUNKED, b"Content-Length: 5", body=b"0\r\n\r\n"), 400),
    ("a signed length", post(b"Content-Length: +2", body=b"ab"), 400),
    ("a hexadecimal length", post(b"Content-Length: 0x2", body=b"ab"), 400),
    ("an endless length", post(b"Content-Length: " + b"9" * 30), 400),
    ("a large length", post(b"Content-Length: 100001"), 413),
    ("large chunks", post(CHUNKED, body=(b"ffff\r\n" + b"a" * 65535 + b"\r\n") * 2), 413),
    ("a chunk without size", post(CHUNKED, body=b"zz\r\n"), 400),
    ("a chunk of endless size", post(CHUNKED, body=b"f" * 20 + b"\r\n"), 400),
    ("a long trailer", post(CHUNKED, body=b"0\r\nX: " + b"a" * 20_000), 431),
    ("a long chunk extension", post(CHUNKED, body=b"1;" + b"a" * 20_000), 431),
    ("another coding", post(b"Transfer-Encoding: gzip, chunked", body=b"0\r\n\r\n"), 501),
    ("no coding", post(b"Transfer-Encoding: identity"), 501),
    ("a coding before HTTP/1.1", b"POST / HTTP/1.0\r\n" + CHUNKED + b"\r\n\r\n0\r\n\r\n", 400),
    ("a long target", get(b"/" + b"a" * 9_000), 414),
    ("a target without end", b"GET /" + b"a" * 200_000, 414),
    ("a long header", get(b"/", b"X: " + b"a" * 30_000), 431),
    ("a header without end", b"GET / HTTP/1.1\r\nHost: x\r\nX: " + b"a" * 200_000, 431),
    ("many headers", get(b"/", *[b"a: b"] * 60), 431),
    ("headers without end", b"GET / HTTP/1.1\r\nHost: x\r\n" + b"a: b\r\n" * 50_000, 431),
]


@pytest.mark.parametrize(
    ("request_", "status"), [case[1:] for case in REFUSED], ids=[case[0] for case in REFUSED]
)
def test_a_bad_request_is_told_what_is_wrong_and_its_connection_closed(
    address: tuple[str, int], request_: bytes, status: int
) -> None:
    (answer,) = ask(address, request_)
    assert answer.status == answer.told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["connection"] == "close"
    assert answer.told["detail"].endswith(".")
    assert is_served(address)


LATE = [
    ("half a head", b"GET / HTTP/1.1\r\nHost: x\r\nX: "),
    ("half a body", post(b"Content-Length: 5", body=b"abc")),
    ("half a chunk", post(CHUNKED, body=b"5\r\nab")),
    ("a chunk of many", post(CHUNKED, body=b"1\r\na\r\n" * 99)),
]


@pytest.mark.parametrize("request_", [case[1] for case in LATE], ids=[case[0] for case in LATE])
def test_a_request_that_does_not_come_is_not_waited_for(
    hasty: tuple[str, int], request_: bytes
) -> None:
    (answer,) = ask(hasty, request_)
    assert answer.status == answer.told["status"] == 408
    assert is_served(hasty)


SERVED = [
    ("plain", get(b"/a?b=c"), {"path": "/a", "query": "b=c"}),
    ("empty lines before", b"\r\n\r\n" + get(), {"path": "/"}),
    ("percent signs", get(b"/a%2Fb%zz"), {"path": "/a/b%zz"}),
    ("dots", get(b"/a/../b"), {"path": "/a/../b"}),
    ("letters in a header", get(b"/", b"X: \xe9"), {"path": "/"}),
    ("a whole address", get(b"http://y:8/a?b"), {"path": "/a", "query": "b", "host": "y:8"}),
    ("an address without path", get(b"http://y"), {"path": "/", "host": "y"}),
    ("of a server", b"OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", {"method": "OPTIONS", "path": "/"}),
    ("a body", post(b"Content-Length: 5", body=b"abcde"), {"size": 5}),
    (
        "chunks",
        post(CHUNKED, body=b"5;x=y\r\nabcde\r\n0\r\nHost: z\r\n\r\n"),
        {"size": 5, "host": "x"},
    ),
    (
        "a body of the greatest length",
        post(b"Content-Length: 100000", body=b"a" * 10**5),
        {"size": 10**5},
    ),
    ("a target of the greatest length", get(b"/" + b"a" * 8_191), {"method": "GET"}),
    (
        "an offer of websockets",
        get(b"/", b"Connection: Upgrade", b"Upgrade: websocket"),
        {"path": "/"},
    ),
    (
        "an offer of HTTP/2",
        post(b"Connection: Upgrade", b"Upgrade: h2c", b"Content-Length: 5", body=b"abcde"),
        {"size": 5},
    ),
    (
        "an offer of HTTP/2 before chunks",
        post(b"Connection: Upgrade", b"Upgrade: h2c", CHUNKED, body=b"5\r\nabcde\r\n0\r\n\r\n"),
        {"size": 5},
    ),
]


@pytest.mark.parametrize(
    ("request_", "told"), [case[1:] for case in SERVED], ids=[case[0] for case in SERVED]
)
def test_what_is_http_is_served_and_so_is_what_follows(
    address: tuple[str, int], request_: bytes, told: dict[str, Any]
) -> None:
    first, last = ask(address, request_ + FAREWELL)
    assert first.told.items() >= told.items()
    assert last.told["path"] == "/last"


@pytest.mark.parametrize("case", [SERVED[0], SERVED[9], SERVED[14]], ids=lambda case: case[0])
def test_a_request_may_come_letter_by_letter(
    address: tuple[str, int], case: tuple[str, bytes, dict[str, Any]]
) -> None:
    with connect(address) as line:
        for letter in case[1] + FAREWELL:
            line.sendall(bytes((letter,)))
        first, last = answers(line)
    assert first.told.items() >= case[2].items()
    assert last.told["path"] == "/last"


def test_a_body_that_follows_an_offer_of_http_2_is_no_request(address: tuple[str, int]) -> None:
    smuggled = get(b"/smuggled")
    length = b"Content-Length: %d" % len(smuggled)
    with connect(address) as line:
        line.sendall(post(b"Connection: Upgrade", b"Upgrade: h2c", length))
        time.sleep(0.05)
        line.sendall(smuggled + FAREWELL)
        first, last = answers(line)
    assert first.told["size"] == len(smuggled)
    assert last.told["path"] == "/last"


def test_a_body_waits_for_permission_where_it_asks(address: tuple[str, int]) -> None:
    with connect(address) as line:
        line.sendall(post(b"Content-Length: 5", b"Expect: 100-continue"))
        assert line.recv(1_000) == b"HTTP/1.1 100 Continue\r\n\r\n"
        line.sendall(b"abcde" + FAREWELL)
        assert answers(line)[0].told["size"] == 5


def test_a_body_that_is_too_large_gets_no_permission(address: tuple[str, int]) -> None:
    (answer,) = ask(address, post(b"Content-Length: 100001", b"Expect: 100-continue"))
    assert answer.status == 413


def test_old_clients_are_served_and_closed(address: tuple[str, int]) -> None:
    (answer,) = ask(address, b"GET / HTTP/1.0\r\n\r\n")
    assert answer.status == 200


def test_many_requests_at_once_are_answered_in_their_order(address: tuple[str, int]) -> None:
    requests = b"".join(get(b"/%d" % number) for number in range(1_000))
    with connect(address) as line:
        sending = threading.Thread(target=line.sendall, args=(requests + FAREWELL,))
        sending.start()
        found = answers(line)
        sending.join()
    assert [a.told["path"] for a in found] == [*(f"/{n}" for n in range(1_000)), "/last"]


def test_a_request_is_forgotten_when_it_is_answered(address: tuple[str, int]) -> None:
    gc.collect()
    gc.disable()
    try:
        before = requests_in_memory()
        assert len(ask(address, get() * 50 + FAREWELL)) == 51
        assert requests_in_memory() - before <= 2  # a connection knows its last one
    finally:
        gc.enable()


def requests_in_memory() -> int:
    return sum(type(thing) is RequestResponseCycle for thing in gc.get_objects())


@pytest.mark.parametrize(
    "wrong", [b"\0", post(b"Content-Length: 999999"), post(CHUNKED, body=b"z")]
)
def test_a_wrong_request_waits_for_the_answers_before_it(
    address: tuple[str, int], wrong: bytes
) -> None:
    found = ask(address, get(b"/slow") + get(b"/after") + wrong)
    assert [a.told.get("path") for a in found] == ["/slow", "/after", None]
    assert found[-1].status in (400, 413)


def test_a_client_that_says_nothing_is_closed(hasty: tuple[str, int]) -> None:
    with connect(hasty) as line:
        assert answers(line) == []


def test_a_client_that_only_sends_empty_lines_is_closed(hasty: tuple[str, int]) -> None:
    with connect(hasty) as line:
        with suppress(ConnectionError):
            for _ in range(40):
                line.sendall(b"\r\n")
                time.sleep(0.02)
        assert _read(line) == 0


def _read(line: socket.socket) -> int:
    """Read until the server closes, with or without a good-bye; count the bytes."""
    count = 0
    with suppress(ConnectionError):
        while chunk := line.recv(1_000_000):
            count += len(chunk)
    return count


def test_a_head_that_trickles_is_not_waited_for(hasty: tuple[str, int]) -> None:
    with connect(hasty) as line:
        line.sendall(b"GET / HTTP/1.1\r\n")
        start = time.monotonic()
        line.settimeout(0.05)
        while not _came(line):
            line.sendall(b"X: y\r\n")
            assert time.monotonic() - start < PATIENCE_SECONDS
        line.settimeout(PATIENCE_SECONDS)
        assert answers(line)[0].status == 408


def _came(line: socket.socket) -> bool:
    try:
        return bool(line.recv(1, socket.MSG_PEEK))
    except TimeoutError:
        return False


def test_a_body_may_take_long_if_it_comes(hasty: tuple[str, int]) -> None:
    with connect(hasty) as line:
        line.sendall(post(b"Content-Length: 800"))
        for _ in range(8):
            line.sendall(b"a" * 100)
            time.sleep(0.05)
        line.sendall(FAREWELL)
        assert answers(line)[0].told["size"] == 800


def test_a_body_that_nobody_wants_does_not_keep_its_connection(hasty: tuple[str, int]) -> None:
    with connect(hasty) as line:
        line.sendall(b"POST /early HTTP/1.1\r\nHost: x\r\nContent-Length: 90000\r\n\r\n")
        assert [answer.status for answer in answers(line)] == [200]


def test_a_client_that_does_not_read_is_let_go(hasty: tuple[str, int]) -> None:
    with connect(hasty) as line:
        line.sendall(get(b"/large"))
        time.sleep(1.0)
        assert _read(line) < 20_000_000
    assert is_served(hasty)


def test_a_client_that_reads_late_has_everything(address: tuple[str, int]) -> None:
    with connect(address) as line:
        line.sendall(get(b"/large") + FAREWELL)
        time.sleep(0.3)
        assert [len(answer.body) > 20_000_000 for answer in answers(line)] == [True, False]


def test_an_answer_that_is_under_way_is_not_hurt_by_what_follows(hasty: tuple[str, int]) -> None:
    found = ask(hasty, get(b"/slow") + b"GET / HTTP/1.1\r\nX: ")
    assert [answer.status for answer in found] == [200, 408]


def test_nothing_of_all_that_is_logged_as_trouble(
    address: tuple[str, int], caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "clustergraph"):
        for _, request, _ in REFUSED[:8]:
            ask(address, request)
        ask(address, SERVED[12][1] + FAREWELL)
    assert {record.levelname for record in caplog.records} <= {"INFO"}
    assert len([r for r in caplog.records if r.message == "request_refused"]) == 8
