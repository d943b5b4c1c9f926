"""What those who read notice of somebody who writes all the time."""

import time
from collections.abc import Iterable
from contextlib import nullcontext
from statistics import mean, median
from typing import Final

from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.servers import Server
from bench.measuring.wrk import Drive
from bench.query_speed.driving import Driver
from bench.write_speed.sending import writing_for_ever

__all__ = ["reading_beside_writes"]

_MIXES: Final = ("small", "medium")
_GOAL: Final = Goal(2.0, is_least=False)
_SETTLING_SECONDS: Final = 3.0
"""What a stream of writes leaves to be done is done by then, and no quiet side bears it."""
_STREAMS: Final = (("an update a second", 1.0), ("one update after another", 0.0))
"""How they are called, and how long they rest between an answer and the next update."""


def reading_beside_writes(
    driver: Driver, server: Server, *, triples: int, rounds: int
) -> Iterable[Figure]:
    """Yield how much slower the slow answers are beside each stream of updates."""
    for mix in _MIXES:
        quiet: list[Drive] = []
        beside: dict[str, list[Drive]] = {name: [] for name, _ in _STREAMS}
        for _ in range(rounds):
            quiet.append(_drive(driver, mix, server))
            for name, pause in _STREAMS:
                beside[name].append(_drive(driver, mix, server, triples, pause))
        for name, drives in beside.items():
            yield _figure(f"{mix}, beside {name}", quiet, drives)


def _drive(
    driver: Driver, mix: str, server: Server, triples: int = 0, pause_seconds: float = 0.0
) -> Drive:
    stream = writing_for_ever(server, triples, pause_seconds) if triples else nullcontext()
    with stream:
        drive = driver.drive(mix, server, driver.new_run())
    time.sleep(_SETTLING_SECONDS)
    return drive


def _figure(name: str, quiet: list[Drive], beside: list[Drive]) -> Figure:
    before, after = (median(each.p99_milliseconds for each in side) for side in (quiet, beside))
    rates = [mean(each.per_second for each in side) for side in (quiet, beside)]
    return Figure(
        group=Group.BESIDE_WRITES,
        name=name,
        value=after / before,
        goal=_GOAL,
        details=(
            f"{rounded(after)} ms instead of {rounded(before)}; "
            f"{rates[1]:.0f} answers a second instead of {rates[0]:.0f}, "
            f"{sum(each.errors for each in beside)} errors"
        ),
    )
