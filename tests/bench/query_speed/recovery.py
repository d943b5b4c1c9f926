"""How soon a reader is back that was killed because its query took too long."""

import time
from collections.abc import Iterable
from statistics import median

from bench.measuring.asking import client
from bench.measuring.failures import NoAnswer
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.servers import Server
from given.homes import ENDLESS

__all__ = ["reader_back"]

_TIMES = 20
_LIMIT_SECONDS = "0.2"
_GOAL = Goal(100.0, is_least=False)


def reader_back(server: Server) -> Iterable[Figure]:
    """Yield how long after the end of a stopped query the next one is answered.

    The server must have one reader: then nothing else can answer.

    Raises:
        NoAnswer: when the endless query is not stopped, or the next one not answered.
    """
    waits = [_wait(server, number) for number in range(_TIMES)]
    yield Figure(
        group=Group.COST,
        name="a killed reader is back after",
        value=median(waits),
        unit="ms",
        goal=_GOAL,
        details=f"median of {_TIMES}; at most {rounded(max(waits))} ms",
    )


def _wait(server: Server, number: int) -> float:
    """Have a query stopped, then measure how many milliseconds the next one takes."""
    with client(server, "127.0.0.2") as guilty, client(server) as innocent:
        stopped = guilty.ask(ENDLESS, timeout=_LIMIT_SECONDS)
        start = time.perf_counter()
        answered = innocent.ask(f"ASK {{ <urn:nothing:{number}:{start}> ?p ?o }}")
        wait = time.perf_counter() - start
    if (stopped.status, answered.status) != (503, 200):
        statuses = f"{stopped.status} and {answered.status} instead of 503 and 200"
        raise NoAnswer(server.name, statuses)
    return 1000 * wait
