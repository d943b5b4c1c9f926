"""How soon an update is answered, and how soon after that every worker knows of it."""

import time
from collections.abc import Iterable, Sequence
from contextlib import ExitStack, closing
from http.client import HTTPConnection
from statistics import median, quantiles
from typing import Final

from bench.measuring.failures import NoAnswer
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.servers import Server
from bench.write_speed.sending import Sender, sending

__all__ = ["answered", "visible"]

_CHECKED: Final = Goal(1_000.0, is_least=False)
_UNCHECKED: Final = Goal(200.0, is_least=False)
_VISIBLE: Final = Goal(300.0, is_least=False)
_CONNECTIONS: Final = 40
"""As many as make it all but sure that each of a few workers has some."""
_PATIENCE_SECONDS: Final = 30.0
_ASKED: Final = "/api/suggest?q=cluster&limit=1"
_VERSION: Final = "Dataset-Version"


def answered(server: Server, *, triples: int, times: int) -> Iterable[Figure]:
    """Yield how long updates take, checked and not."""
    with sending(server, triples) as sender:
        sender.send(is_checked=True)  # starts the process that writes
        yield _figure("with the rules checked", _times(sender, times, is_checked=True), _CHECKED)
        yield _figure("unchecked", _times(sender, times, is_checked=False), _UNCHECKED)


def visible(server: Server, *, triples: int, times: int) -> Iterable[Figure]:
    """Yield how long after its answer all workers of a server tell of an update."""
    with sending(server, triples) as sender, ExitStack() as lines:
        connections = [lines.enter_context(_connected(server)) for _ in range(_CONNECTIONS)]
        sender.send(is_checked=False)
        waits = [_wait(server, sender, connections) for _ in range(times)]
    yield _figure("until every worker tells of it, after the answer", waits, _VISIBLE)


def _times(sender: Sender, times: int, *, is_checked: bool) -> list[float]:
    return [sender.send(is_checked=is_checked).milliseconds for _ in range(times)]


def _figure(name: str, waits: Sequence[float], goal: Goal) -> Figure:
    slow = quantiles(waits, n=20, method="inclusive")[-1] if len(waits) > 1 else waits[0]
    return Figure(
        group=Group.WRITES,
        name=name,
        value=median(waits),
        unit="ms",
        goal=goal,
        details=f"median of {len(waits)}; 95 of 100 {rounded(slow)}, at most {rounded(max(waits))}",
    )


def _connected(server: Server) -> "closing[HTTPConnection]":
    connection = HTTPConnection("127.0.0.1", server.port, timeout=_PATIENCE_SECONDS)
    connection.connect()
    return closing(connection)


def _wait(server: Server, sender: Sender, connections: Sequence[HTTPConnection]) -> float:
    """Write, and ask on all connections until each tells of it; return the milliseconds.

    Raises:
        NoAnswer: when one never does.
    """
    version = sender.send(is_checked=False).version
    start = time.perf_counter()
    waiting = list(connections)
    while waiting:
        waiting = [each for each in waiting if _version_on(each) != version]
        if time.perf_counter() - start > _PATIENCE_SECONDS:
            raise NoAnswer(server.name, f"a worker never tells of {version}")
    return 1_000 * (time.perf_counter() - start)


def _version_on(connection: HTTPConnection) -> str | None:
    connection.request("GET", _ASKED)
    answer = connection.getresponse()
    answer.read()
    return answer.getheader(_VERSION)
