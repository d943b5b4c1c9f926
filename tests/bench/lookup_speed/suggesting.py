"""Suggestions beside a constant answer, and on many names beside few."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import Final
from urllib.parse import quote

from bench.lookup_speed.corpus import NAMES_EACH, beginnings, whole_names
from bench.measuring.failures import NotMeasured
from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.processes import processor_seconds
from bench.measuring.servers import Server
from bench.measuring.visiting import Visitor, answer_of
from bench.measuring.wrk import Drive

__all__ = ["FEW", "beside_a_constant", "many_beside_few"]

FEW: Final = 1_000
_CONSTANT: Final = ("/health/live",)
_PATHS: Final = 5_000
_CHECKED: Final = 20
_THROUGHPUT: Final = Goal(0.4, is_least=True)
_P99: Final = Goal(3.0, is_least=False)
_TIME: Final = Goal(2.0, is_least=False)


@dataclass(frozen=True, slots=True)
class _Side:
    """Some rounds of requests, and the processor time that they took altogether."""

    drives: tuple[Drive, ...]
    processor_seconds: float

    @property
    def per_second(self) -> float:
        return mean(drive.per_second for drive in self.drives)

    @property
    def p99(self) -> float:
        return median(drive.p99_milliseconds for drive in self.drives)

    @property
    def processor_milliseconds(self) -> float:
        """How long the processor works for one request: the least noisy number of all."""
        return 1_000 * self.processor_seconds / sum(drive.requests for drive in self.drives)

    def __str__(self) -> str:
        """Say all of it."""
        return (
            f"{self.per_second:.0f} a second, p99 {rounded(self.p99)} ms, "
            f"{1_000 * self.processor_milliseconds:.0f} µs of processor time each"
        )


class _Nothing(NotMeasured):
    """Too few of the questions find anything: the work would not be what is meant."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path

    def __str__(self) -> str:
        """Say which."""
        return f"{self.path} and others find nothing"


def beside_a_constant(
    visitor: Visitor, server: Server, names: int, *, rounds: int
) -> Iterable[Figure]:
    """Yield how suggestions on so many names stand to an answer that is always the same."""
    paths = _suggestions(server, names)
    constant, suggested = _in_turn(visitor, [(server, _CONSTANT), (server, paths)], rounds)
    details = f"{suggested}; constant: {constant}"
    yield Figure(
        group=Group.LOOKUPS,
        name=f"throughput on {names:,} names",
        value=suggested.per_second / constant.per_second,
        goal=_THROUGHPUT,
        details=details,
    )
    yield Figure(
        group=Group.LOOKUPS,
        name=f"p99 on {names:,} (less is better)",
        value=suggested.p99 / constant.p99,
        goal=_P99,
    )
    yield Figure(
        group=Group.LOOKUPS,
        name=f"processor time on {names:,}",
        value=suggested.processor_milliseconds / constant.processor_milliseconds,
        details="of all figures the one that other work on the machine changes least",
    )


def many_beside_few(
    visitor: Visitor, few: Server, many: Server, names: int, *, rounds: int
) -> Iterable[Figure]:
    """Yield how much longer lookups take on so many names than on few; one client asks."""
    for name, ask in (("suggest", _suggestions), ("search", _searches)):
        asked = [(few, ask(few, FEW)), (many, ask(many, names))]
        on_few, on_many = _in_turn(visitor, asked, rounds, connections=1)
        yield Figure(
            group=Group.NAMES,
            name=f"{name}, {names:,} names",
            value=on_few.per_second / on_many.per_second,
            goal=_TIME,
            details=f"{on_many}; {FEW:,} names: {on_few}",
        )


def _suggestions(server: Server, names: int) -> Sequence[str]:
    return _checked(
        server, [f"/api/suggest?q={text}" for text in beginnings(names // NAMES_EACH, _PATHS)]
    )


def _searches(server: Server, names: int) -> Sequence[str]:
    texts = whole_names(names // NAMES_EACH, _PATHS)
    return _checked(server, [f"/api/search?q={quote(text)}" for text in texts])


def _checked(server: Server, paths: Sequence[str]) -> Sequence[str]:
    """Return the paths.

    Raises:
        _Nothing: when what they ask is not there.
    """
    for path in paths[:_CHECKED]:
        if b'"iri"' not in answer_of(server, path) and b'"id"' not in answer_of(server, path):
            raise _Nothing(path)
    return paths


def _in_turn(
    visitor: Visitor,
    asked: Sequence[tuple[Server, Sequence[str]]],
    rounds: int,
    *,
    connections: int = 0,
) -> list[_Side]:
    """Visit each of them for some seconds, again and again."""
    drives: list[list[Drive]] = [[] for _ in asked]
    work = [0.0] * len(asked)
    for _ in range(rounds):
        for number, (server, paths) in enumerate(asked):
            before = processor_seconds(server.pids)
            drives[number].append(visitor.visit(server, paths, connections=connections))
            work[number] += processor_seconds(server.pids) - before
    return [_Side(tuple(one), seconds) for one, seconds in zip(drives, work, strict=True)]
