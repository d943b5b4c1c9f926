"""The mixes on two servers in turn, A B A B, after both were seen to do the same work."""

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import mean, median

from bench.measuring.failures import NotTheSameWork
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.processes import processor_seconds
from bench.measuring.servers import Server
from bench.measuring.wrk import Drive
from bench.query_speed.driving import Driver

__all__ = ["Comparison", "against_oxigraph", "against_rdflib"]

_GOALS = {
    "repeat": Goal(3.0, is_least=True),
    "small": Goal(0.5, is_least=True),
    "medium": Goal(0.95, is_least=True),
    "heavy": Goal(0.95, is_least=True),
}
_GOAL_OF_RDFLIB = Goal(20.0, is_least=True)
_NOT_SLOWER = Goal(1.0, is_least=False)


@dataclass(frozen=True, slots=True)
class Comparison:
    """A mix on our server and on another, in so many rounds.

    Args:
        work: the seconds of processor time that each took for all of it.
    """

    mix: str
    ours: tuple[Drive, ...]
    theirs: tuple[Drive, ...]
    work: tuple[float, float]

    @property
    def ratio(self) -> float:
        """How many times as many requests a second ours answers."""
        return mean(d.per_second for d in self.ours) / mean(d.per_second for d in self.theirs)

    @property
    def ratio_of_p99(self) -> float:
        """How many times as long the slow answers of ours take."""
        return _p99(self.ours) / _p99(self.theirs)

    @property
    def details(self) -> str:
        """All that the ratios are made of."""
        rounds = [
            f"{a.per_second / b.per_second:.2f}"
            for a, b in zip(self.ours, self.theirs, strict=True)
        ]
        return (
            f"{_rate(self.ours)} beside {_rate(self.theirs)} a second ({', '.join(rounds)}); "
            f"p99 {rounded(_p99(self.ours))} beside {rounded(_p99(self.theirs))} ms; "
            f"processor {_each(self.ours, self.work[0])} beside "
            f"{_each(self.theirs, self.work[1])} ms a request; "
            f"errors {_errors(self.ours)} and {_errors(self.theirs)}"
        )


def against_oxigraph(
    driver: Driver, ours: Server, theirs: Server, *, rounds: int
) -> Iterable[Figure]:
    """Yield how fast each mix is beside Oxigraph's own server."""
    for mix, goal in _GOALS.items():
        found = _compare(driver, mix, ours, theirs, rounds)
        yield Figure(
            group=Group.OXIGRAPH, name=mix, value=found.ratio, goal=goal, details=found.details
        )
        if mix == "repeat":
            name = "repeat, p99 (less is better)"
            value = found.ratio_of_p99
            yield Figure(group=Group.OXIGRAPH, name=name, value=value, goal=_NOT_SLOWER)


def against_rdflib(
    driver: Driver, ours: Server, theirs: Server, *, rounds: int
) -> Iterable[Figure]:
    """Yield how fast two mixes are beside rdflib-endpoint."""
    for mix in ("small", "medium"):
        found = _compare(driver, mix, ours, theirs, rounds)
        yield Figure(
            group=Group.RDFLIB,
            name=mix,
            value=found.ratio,
            goal=_GOAL_OF_RDFLIB,
            details=found.details,
        )


def _compare(driver: Driver, mix: str, ours: Server, theirs: Server, rounds: int) -> Comparison:
    """Drive both in turn; what the check asks warms them.

    Raises:
        NotTheSameWork: when their answers differ.
    """
    run = driver.new_run()
    samples = driver.sample(mix, ours, run), driver.sample(mix, theirs, run)
    if samples[0] != samples[1] or samples[0].empty:
        raise NotTheSameWork(mix, *samples)
    before = _work(ours, theirs)
    pairs = []
    for _ in range(rounds):
        run = driver.new_run()
        pairs.append((driver.drive(mix, ours, run), driver.drive(mix, theirs, run)))
    after = _work(ours, theirs)
    return Comparison(
        mix,
        ours=tuple(drive for drive, _ in pairs),
        theirs=tuple(drive for _, drive in pairs),
        work=(after[0] - before[0], after[1] - before[1]),
    )


def _work(ours: Server, theirs: Server) -> tuple[float, float]:
    return processor_seconds(ours.pids), processor_seconds(theirs.pids)


def _p99(drives: Iterable[Drive]) -> float:
    return median(drive.p99_milliseconds for drive in drives)


def _rate(drives: Iterable[Drive]) -> str:
    return rounded(mean(drive.per_second for drive in drives))


def _each(drives: Iterable[Drive], seconds: float) -> str:
    return rounded(1000 * seconds / sum(drive.requests for drive in drives))


def _errors(drives: Iterable[Drive]) -> int:
    return sum(drive.errors for drive in drives)
