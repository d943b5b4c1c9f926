"""How soon a write is answered and seen, what readers notice of it, and what versions take.

``make bench-writes`` runs it on two million triples; ``BENCH="--clusters 5000"`` makes it 5,000
clusters (45,000 triples) instead of 222,223, and ``BENCH="--times 5 --only answered,room"`` in less
time. It needs wrk. Nothing is asserted: it prints a table with the goals, and writes `writes.json`
and `writes.svg` to `.clustergraph/bench`, where it also keeps the graph that it made.
"""

import argparse
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final

from bench.measuring.figures import Figure
from bench.measuring.reporting import Report
from bench.measuring.running import at_least, options_of, run
from bench.measuring.servers import Server, our_server
from bench.query_speed.corpus import LEAST_CLUSTERS
from bench.query_speed.driving import Driver
from bench.write_speed.answered import answered, visible
from bench.write_speed.beside import reading_beside_writes
from bench.write_speed.corpus import fresh_home, version_to_write
from bench.write_speed.room import room
from bench.write_speed.sending import TOKEN
from clustergraph.store.versions import Home, Version

_CLUSTERS: Final = 222_223
_TRIPLES: Final = 100
_VERSIONS: Final = 40
_WORKERS: Final = 2


@dataclass
class Bench:
    """What is measured on, and with what."""

    options: argparse.Namespace
    driver: Driver = field(init=False)
    version: Version = field(init=False)

    def __post_init__(self) -> None:
        """Make the graph, where it is not made yet."""
        self.driver = Driver(
            clusters=self.options.clusters,
            seconds=self.options.seconds,
            connections=self.options.connections,
        )
        self.version = version_to_write(self.options.clusters, self.options.cache)

    def answered(self) -> Iterator[Figure]:
        """Send updates one after another."""
        with self._served() as (_, server):
            yield from answered(server, triples=_TRIPLES, times=self.options.times)

    def visible(self) -> Iterator[Figure]:
        """Look for updates in all workers."""
        with self._served("--workers", str(_WORKERS)) as (_, server):
            yield from visible(server, triples=_TRIPLES, times=self.options.times)

    def reading(self) -> Iterator[Figure]:
        """Ask beside updates."""
        with self._served() as (_, server):
            rounds = self.options.rounds
            yield from reading_beside_writes(self.driver, server, triples=_TRIPLES, rounds=rounds)

    def room(self) -> Iterator[Figure]:
        """Weigh what updates leave on the disk."""
        with self._served() as (home, server):
            yield from room(server, home, triples=_TRIPLES, versions=_VERSIONS)

    @contextmanager
    def _served(self, *options: str) -> Iterator[tuple[Home, Server]]:
        """Serve a home of its own, so that no part finds what another one wrote."""
        home = fresh_home(self.version, self.options.cache / "writing")
        try:
            with our_server(home.path, *options, token=TOKEN) as server:
                yield home, server
        finally:
            shutil.rmtree(home.path, ignore_errors=True)


_PARTS: Final[dict[str, Callable[[Bench], Iterable[Figure]]]] = {
    "answered": Bench.answered,
    "visible": Bench.visible,
    "reading": Bench.reading,
    "room": Bench.room,
}


def main() -> int:
    """Measure, print, write."""
    parser = options_of("write_speed", __doc__)
    enough = at_least(LEAST_CLUSTERS, f"some queries need {LEAST_CLUSTERS} clusters")
    parser.add_argument(
        "--clusters", type=enough, default=_CLUSTERS, metavar="N", help="a ninth of the triples"
    )
    parser.add_argument("--times", type=int, default=20, help="how many updates are timed")
    return run(parser, _PARTS, Bench, _report)


def _report(bench: Bench) -> Report:
    triples = 9 * bench.options.clusters
    return Report(
        name="writes",
        title=f"Writing to {triples:,} triples",
        size={"triples": triples, "written": _TRIPLES, "versions": _VERSIONS},
        packages=("clustergraph", "pyoxigraph"),
    )


if __name__ == "__main__":
    sys.exit(main())
