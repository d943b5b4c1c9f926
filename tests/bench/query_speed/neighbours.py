"""One endless query after another, for ever: what everybody else notices of it."""

import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from http.client import HTTPException
from statistics import mean, median
from typing import Final

from bench.measuring.asking import Client, client
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.servers import Server
from bench.measuring.wrk import Drive
from bench.query_speed.driving import Driver
from given.homes import ENDLESS

__all__ = ["beside_an_endless_query"]

_MIXES: Final = ("small", "medium")
_GOAL: Final = Goal(2.0, is_least=False)
_SETTLING_SECONDS: Final = 0.5
_LIMIT_SECONDS: Final = 30
_ELSEWHERE: Final = "127.0.0.2"
_HERE: Final = "127.0.0.1"


@dataclass(frozen=True, slots=True)
class _Neighbour:
    """Somebody who asks without end: from where, and after how long the query is stopped."""

    name: str
    source: str
    seconds: float | None = None


_NEIGHBOURS: Final = (
    _Neighbour("from elsewhere", _ELSEWHERE),
    _Neighbour("from the same address", _HERE),
    _Neighbour("stopped each second", _ELSEWHERE, 1.0),
)


def beside_an_endless_query(driver: Driver, server: Server, *, rounds: int) -> Iterable[Figure]:
    """Yield how much slower the slow answers are beside each neighbour than beside none."""
    for mix in _MIXES:
        quiet: list[Drive] = []
        beside: dict[_Neighbour, list[Drive]] = {neighbour: [] for neighbour in _NEIGHBOURS}
        for _ in range(rounds):
            quiet.append(_drive(driver, mix, server, None))
            for neighbour, drives in beside.items():
                drives.append(_drive(driver, mix, server, neighbour))
        for neighbour, drives in beside.items():
            yield _figure(f"{mix}, {neighbour.name}", quiet, drives, _GOAL)


def _drive(driver: Driver, mix: str, server: Server, neighbour: _Neighbour | None) -> Drive:
    with nullcontext() if neighbour is None else _asking_for_ever(server, neighbour):
        time.sleep(_SETTLING_SECONDS)
        drive = driver.drive(mix, server, driver.new_run())
    time.sleep(_SETTLING_SECONDS)
    return drive


@contextmanager
def _asking_for_ever(server: Server, neighbour: _Neighbour) -> Iterator[None]:
    """Send the endless query, and again as soon as it is answered, until the context ends."""
    is_over = threading.Event()
    given = {} if neighbour.seconds is None else {"timeout": str(neighbour.seconds)}

    def ask_for_ever(asker: Client) -> None:
        with suppress(OSError, HTTPException):
            while not is_over.is_set():
                asker.ask(ENDLESS, **given)

    with client(server, neighbour.source) as asker:
        asking = threading.Thread(target=ask_for_ever, args=[asker])
        asking.start()
        try:
            yield
        finally:
            is_over.set()
            asker.leave()
            asking.join()


def _figure(name: str, quiet: list[Drive], beside: list[Drive], goal: Goal | None) -> Figure:
    before, after = (median(d.p99_milliseconds for d in side) for side in (quiet, beside))
    rates = [mean(d.per_second for d in side) for side in (quiet, beside)]
    return Figure(
        group=Group.NEIGHBOUR,
        name=name,
        value=after / before,
        goal=goal,
        details=(
            f"p99 {rounded(after)} after {rounded(before)} ms; {rounded(rates[1])} after "
            f"{rounded(rates[0])} a second; errors {sum(drive.errors for drive in beside)}"
        ),
    )
