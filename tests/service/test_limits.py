"""Rates and lengths of bodies as clients meet them: behind a proxy, and on the wire."""

import socket
from collections.abc import Iterator

import pytest

from clustergraph.store.versions import Home
from given.running import Service, serve

LIMIT_BYTES = 5_000
PATH = "/context/v1.jsonld"


@pytest.fixture(scope="module")
def service(small_home: Home, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Service]:
    log = tmp_path_factory.mktemp("log") / "log"
    limits = {"request_bytes": str(LIMIT_BYTES), "request_rate": "3/hour", "query_rate": "2/hour"}
    with serve(small_home.path, log, workers=1, readers="1", **limits) as service:
        yield service


def _statuses(service: Service, client: str, path: str = PATH, *, times: int = 4) -> list[int]:
    return [service.get(path, x_forwarded_for=client).status for _ in range(times)]


def test_clients_behind_a_proxy_are_told_apart_by_the_addresses_that_it_names(
    service: Service,
) -> None:
    assert _statuses(service, "192.0.2.1") == [200, 200, 200, 429]
    assert _statuses(service, "192.0.2.2", times=1) == [200]


def test_nobody_becomes_another_by_naming_further_addresses(service: Service) -> None:
    names = (f"198.51.100.{number}, 192.0.2.3" for number in range(4))
    statuses = [service.get(PATH, x_forwarded_for=name).status for name in names]
    assert statuses == [200, 200, 200, 429]


def test_one_subscribers_network_is_one_client(service: Service) -> None:
    names = (f"2001:db8:0:1::{number}" for number in range(4))
    statuses = [service.get(PATH, x_forwarded_for=name).status for name in names]
    assert statuses == [200, 200, 200, 429]


def test_who_asks_for_nobody_else_from_this_machine_is_not_held(service: Service) -> None:
    assert {service.get(PATH).status for _ in range(9)} == {200}


def test_queries_are_held_before_they_reach_a_reader(service: Service) -> None:
    path = "/sparql?query=ASK%7B%7D"
    assert _statuses(service, "192.0.2.4", path) == [200, 200, 429, 429]
    assert service.counted("clustergraph_requests_refused_total") >= 2
    assert _statuses(service, "192.0.2.4", times=1) == [200]


# -- Bodies ----------------------------------------------------------------------------------------


def _received(line: socket.socket) -> bytes:
    """Read all that comes until the answer to one request is whole, or the connection ends."""
    received = b""
    while b"\r\n\r\n" not in received or not received.endswith(b"}"):
        piece = line.recv(65_536)
        if not piece:
            break
        received += piece
    return received


def _post(service: Service, head: str, body: bytes) -> bytes:
    with service.connect() as line:
        line.sendall(f"POST /api/lookup HTTP/1.1\r\nHost: x\r\n{head}\r\n\r\n".encode() + body)
        return _received(line)


def test_a_body_in_chunks_is_counted_as_it_comes(service: Service) -> None:
    chunk = b"%x\r\n%b\r\n" % (1_000, b" " * 1_000)
    answer = _post(service, "Transfer-Encoding: chunked", 6 * chunk)  # and it does not end
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"longer than 5000 bytes" in answer


def test_who_asks_before_sending_a_long_body_need_not_send_it(service: Service) -> None:
    head = f"Content-Length: {LIMIT_BYTES + 1}\r\nExpect: 100-continue"
    answer = _post(service, head, b"")
    assert answer.startswith(b"HTTP/1.1 413 ")
    assert b"100 Continue" not in answer


def test_a_connection_goes_on_after_a_body_that_was_too_long(service: Service) -> None:
    with service.connect() as line:
        head = f"POST /api/lookup HTTP/1.1\r\nHost: x\r\nContent-Length: {LIMIT_BYTES + 1}\r\n\r\n"
        line.sendall(head.encode())
        assert _received(line).startswith(b"HTTP/1.1 413 ")
        line.sendall(b" " * (LIMIT_BYTES + 1))
        line.sendall(b"GET /api/suggest?q=Karaganda HTTP/1.1\r\nHost: x\r\n\r\n")
        assert _received(line).startswith(b"HTTP/1.1 200 ")
