"""Clients leave, readers die, answers are large: nobody else notices, and nothing is left."""

import fcntl
import os
import shutil
import signal
import socket
import struct
import subprocess
import sys
import termios
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import ExitStack, closing
from http.client import HTTPConnection, IncompleteRead

import pytest
from httpx2 import RemoteProtocolError, stream

from given.homes import ENDLESS
from given.running import Service, asking, wait_for

COUNT = "SELECT (COUNT(*) AS ?n) { ?s ?p ?o }"
WITHOUT_END = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }"
TWENTY_MEGABYTES = "SELECT * { ?a ?b ?c . ?d ?e ?f }"
_SOON_SECONDS = 10.0
"""Well before a time limit would end a query."""
_PARTIAL_FILE = 18
"""What curl says of an answer that ends before its end (curl(1), exit codes)."""


def _is_well(service: Service) -> bool:
    reply = service.query(COUNT)
    return reply.status == 200 and b"300" in reply.body


def _kill_readers(service: Service) -> None:
    for reader in service.readers:
        os.kill(reader, signal.SIGKILL)


# -- Readers that die ------------------------------------------------------------------------------


def test_a_reader_that_dies_before_its_answer_began_is_a_503(plain: Service) -> None:
    plain.wait_until_quiet()
    with plain.send(ENDLESS) as line:
        wait_for(lambda: plain.is_at_work)
        _kill_readers(plain)
        answer = line.recv(10_000)
    assert answer.startswith(b"HTTP/1.1 503 ")
    assert b"application/problem+json" in answer
    wait_for(lambda: _is_well(plain), seconds=_SOON_SECONDS)


def _by_http_client(service: Service) -> None:
    with closing(HTTPConnection("127.0.0.1", service.port)) as line:
        line.request("GET", asking(WITHOUT_END))
        answer = line.getresponse()
        assert answer.read(100)
        _kill_readers(service)
        with pytest.raises(IncompleteRead):
            answer.read()


def _by_httpx(service: Service) -> None:
    with stream("GET", f"{service.address}{asking(WITHOUT_END)}") as answer:
        pieces = answer.iter_bytes()
        assert next(pieces)
        _kill_readers(service)
        with pytest.raises(RemoteProtocolError):
            deque(pieces, maxlen=0)


def _by_curl(service: Service) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    command = [curl, "-s", f"{service.address}{asking(WITHOUT_END)}"]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.read(100)
        _kill_readers(service)
        deque(process.stdout, maxlen=0)
        assert process.wait(timeout=20) == _PARTIAL_FILE


@pytest.mark.parametrize("read", [_by_http_client, _by_httpx, _by_curl])
def test_an_answer_whose_reader_dies_breaks_off_so_that_the_client_notices(
    plain: Service, read: Callable[[Service], None]
) -> None:
    read(plain)
    wait_for(lambda: _is_well(plain), seconds=_SOON_SECONDS)


# -- Clients that leave ----------------------------------------------------------------------------


def _close(line: socket.socket) -> None:
    line.close()


def _reset(line: socket.socket) -> None:
    line.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    line.close()


def _half_close(line: socket.socket) -> None:
    """HTTP gives it no meaning, and it looks as if the client were gone."""
    line.shutdown(socket.SHUT_WR)


@pytest.mark.parametrize("leave", [_close, _reset, _half_close])
@pytest.mark.parametrize("text", [ENDLESS, WITHOUT_END], ids=["computing", "sending"])
def test_a_client_that_leaves_ends_its_query(
    plain: Service, text: str, leave: Callable[[socket.socket], None]
) -> None:
    wait_for(lambda: _is_well(plain), seconds=_SOON_SECONDS)
    plain.wait_until_quiet()
    before = set(plain.readers)
    line = plain.send(text)
    if text == ENDLESS:
        wait_for(lambda: plain.is_at_work)
    else:
        assert line.recv(100)
    leave(line)
    wait_for(lambda: before.difference(plain.readers), seconds=_SOON_SECONDS)
    wait_for(lambda: _is_well(plain), seconds=_SOON_SECONDS)
    line.close()


def test_a_client_that_ends_its_side_and_reads_no_more_ends_its_query(plain: Service) -> None:
    wait_for(lambda: _is_well(plain), seconds=_SOON_SECONDS)
    before = set(plain.readers)
    line = plain.send(WITHOUT_END)
    wait_for(lambda: _is_stuck(line))
    _half_close(line)
    wait_for(lambda: before.difference(plain.readers), seconds=_SOON_SECONDS)
    line.close()


def _is_stuck(line: socket.socket) -> bool:
    """Tell whether something waits to be read, and for a while nothing more has come."""
    waiting = _waiting_bytes(line)
    time.sleep(0.3)
    return 0 < waiting == _waiting_bytes(line)


def _waiting_bytes(line: socket.socket) -> int:
    found = fcntl.ioctl(line, termios.FIONREAD, bytes(4))
    return int.from_bytes(found, sys.byteorder)


def test_two_hundred_clients_that_ask_and_leave_at_once_leave_nothing_behind(
    plain: Service,
) -> None:
    wait_for(lambda: plain.connections == 0)
    files = plain.open_files
    for number in range(200):
        line = plain.send((COUNT, ENDLESS, WITHOUT_END, "SELECT")[number % 4])
        (_reset if number % 3 else _close)(line)
    wait_for(lambda: plain.query(COUNT).status == 200, seconds=_SOON_SECONDS)
    wait_for(lambda: plain.connections == 0, seconds=_SOON_SECONDS)
    wait_for(lambda: plain.open_files <= files + 5, seconds=_SOON_SECONDS)
    wait_for(lambda: not plain.is_at_work, seconds=_SOON_SECONDS)


def test_clients_that_read_nothing_of_many_answers_hold_no_reader(plain: Service) -> None:
    """Each answer is small enough to be computed, and to wait, before any of it is sent."""
    text = "SELECT ?a ?b ?c { ?a ?b ?c . ?c ?d ?e } LIMIT 400"
    assert 16_000 < len(plain.query(text).body) < 65_536
    with ExitStack() as stack:
        for number in range(6):
            line = stack.enter_context(plain.connect())
            line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4_096)
            client = f"Host: x\r\nX-Forwarded-For: 198.51.{number}.1"
            address = asking(f"{text} #{number}")
            line.sendall(f"GET {address} HTTP/1.1\r\n{client}\r\n\r\n".encode() * 200)
        plain.wait_until_quiet(for_seconds=1.0)  # no more goes through to any of them
        wait_for(lambda: _is_well(plain), seconds=_SOON_SECONDS)


# -- Large answers ---------------------------------------------------------------------------------


def _count_bytes(service: Service, counts: list[int]) -> None:
    with service.send(TWENTY_MEGABYTES, format="csv") as line:
        count = 0
        last = b""
        while not last.endswith(b"\r\n0\r\n\r\n"):
            piece = line.recv(1 << 18)
            assert piece, "the answer breaks off"
            count += len(piece)
            last = (last + piece)[-7:]
        counts.append(count)


def test_large_answers_to_several_clients_take_little_memory(plain: Service) -> None:
    assert _is_well(plain)
    plain.forget_peak()
    before = plain.peak_bytes
    counts: list[int] = []
    crowd = [threading.Thread(target=_count_bytes, args=(plain, counts)) for _ in range(3)]
    for client in crowd:
        client.start()
    for client in crowd:
        client.join()
    assert len(counts) == 3
    assert min(counts) > 20_000_000
    assert plain.peak_bytes - before < 20_000_000
