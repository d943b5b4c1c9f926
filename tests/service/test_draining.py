"""A service that is told to stop takes no more work, and ends what it has with grace."""

import json
import signal
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from given.homes import ENDLESS
from given.running import Reply, Service, asking, serve, wait_for

TWENTY_MEGABYTES = "SELECT * { ?a ?b ?c . ?d ?e ?f }"


@contextmanager
def _while_asked(service: Service, timeout: str, *, by: int = 1) -> Iterator[list[Reply]]:
    """Have so many ask a query that only its time limit ends; gives the replies in the end."""
    replies: list[Reply] = []

    def ask() -> None:
        with suppress(OSError):
            replies.append(service.get(asking(ENDLESS, timeout=timeout)))

    service.wait_until_quiet()
    asking_it = [threading.Thread(target=ask) for _ in range(by)]
    for client in asking_it:
        client.start()
    wait_for(lambda: service.is_at_work)
    yield replies
    for client in asking_it:
        client.join(timeout=20)
        assert not client.is_alive()


def _ready(line: socket.socket) -> bytes:
    line.sendall(b"GET /health/ready HTTP/1.1\r\nHost: x\r\n\r\n")
    return line.recv(65_536)


def _is_not_ready(line: socket.socket) -> bool:
    """Tell whether readiness says so, or the connection was closed before it could."""
    try:
        answer = _ready(line)
    except ConnectionError:
        return True
    return answer == b"" or b" 503 " in answer


def _is_closed(line: socket.socket) -> bool:
    return line.recv(65_536) == b""


@pytest.mark.parametrize("workers", [1, 2])
def test_what_is_being_answered_is_answered_and_nothing_else_is_taken(
    home: Path, tmp_path: Path, workers: int
) -> None:
    """The client decides when its answer ends: it is too long for what the system holds."""
    with (
        serve(home, tmp_path / "log", workers=workers, readers="1", drain_seconds="60") as service,
        service.send(TWENTY_MEGABYTES, format="csv") as reading,
        service.connect() as idle,
    ):
        answer = bytearray(reading.recv(100))
        assert b" 200 " in _ready(idle)
        with service.connect() as late:
            service.process.send_signal(signal.SIGTERM)
            wait_for(lambda: _is_not_ready(late))
        wait_for(lambda: _is_closed(idle))
        wait_for(lambda: _is_refused(service))
        assert service.process.poll() is None
        while piece := reading.recv(1 << 20):
            answer += piece
        assert answer.endswith(b"\r\n0\r\n\r\n")
        assert answer.count(b"/next") == 2 * 300 * 300
        assert service.process.wait(timeout=20) == 0


def test_what_runs_too_long_is_cut_off_and_told_why(home: Path, tmp_path: Path) -> None:
    with serve(home, tmp_path / "log", readers="1", drain_seconds="1") as service:
        with _while_asked(service, "30") as replies:
            service.process.send_signal(signal.SIGTERM)
        problem = json.loads(replies[0].body)
        assert (replies[0].status, "the service ends" in problem["detail"]) == (503, True)
        assert service.process.wait(timeout=10) == 0
        assert "Traceback" not in service.log.read_text()


def test_equal_queries_are_cut_off_alike(home: Path, tmp_path: Path) -> None:
    """They wait for the one that runs, and none begins to run when that one is cut off."""
    with serve(home, tmp_path / "log", readers="2", drain_seconds="1") as service:
        with _while_asked(service, "30", by=2) as replies:
            wait_for(lambda: service.connections == 2)
            service.process.send_signal(signal.SIGTERM)
        assert [reply.status for reply in replies] == [503, 503]
        assert service.process.wait(timeout=10) == 0
        assert "Traceback" not in service.log.read_text()


def test_a_second_signal_ends_all_workers_at_once(home: Path, tmp_path: Path) -> None:
    """What it does to a single process is tested where that is decided."""
    with serve(home, tmp_path / "log", workers=2, readers="1", drain_seconds="60") as service:
        with _while_asked(service, "60") as replies:
            service.process.send_signal(signal.SIGTERM)
            wait_for(lambda: _is_refused(service))
            service.process.send_signal(signal.SIGTERM)
            service.process.wait(timeout=10)
        assert replies == []
        wait_for(lambda: not service.pids)


def _is_refused(service: Service) -> bool:
    try:
        service.connect().close()
    except ConnectionRefusedError:
        return True
    return False
