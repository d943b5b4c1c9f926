"""How soon a write is answered and seen, what readers notice of it, and what versions take.

``make bench-writes`` runs it on two million triples; ``make bench-writes N=5000`` with 5,000
clusters (45,000 triples) instead of 222,223, and ``BENCH="--times 5 --only answered,room"`` in less
time. It needs wrk. Nothing is asserted: it prints a table with the goals, and writes `writes.json`
and `writes.svg` to `.clustergraph/bench`, where it also keeps the graph that it made.
"""

import argparse
import shutil
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from bench.query_speed.corpus import LEAST_CLUSTERS
from bench.query_speed.driving import Driver
from bench.query_speed.failures import WrkMissing
from bench.query_speed.figures import Figure, table
from bench.query_speed.servers import Server, our_server
from bench.reporting import measured, write_report
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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # servers are stopped on the way out
    options = _options()
    try:
        bench = Bench(options)
    except WrkMissing as error:
        print(error, file=sys.stderr)
        return 1
    figures = [
        figure for part in options.parts for figure in measured(part, partial(_PARTS[part], bench))
    ]
    figures.sort(key=lambda figure: list(type(figure.group)).index(figure.group))
    print(table(figures))
    triples = 9 * options.clusters
    write_report(
        options.cache / "writes",
        f"Writing to {triples:,} triples",
        figures,
        options,
        size={"triples": triples, "written": _TRIPLES, "versions": _VERSIONS},
        packages=("clustergraph", "pyoxigraph"),
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="write_speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--clusters", type=int, default=_CLUSTERS, metavar="N", help="a ninth of the triples"
    )
    parser.add_argument("--times", type=int, default=20, help="how many updates are timed")
    parser.add_argument("--seconds", type=int, default=5, help="how long a mix is sent at a time")
    parser.add_argument("--rounds", type=int, default=3, help="how often")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--cache", type=Path, default=Path(".clustergraph") / "bench")
    parser.add_argument("--only", default=",".join(_PARTS), help="some of these, by comma")
    options = parser.parse_args()
    options.parts = options.only.split(",")
    if unknown := set(options.parts) - set(_PARTS):
        parser.error(f"there is no part {', '.join(unknown)}")
    if options.clusters < LEAST_CLUSTERS:
        parser.error(f"some queries find nothing in fewer than {LEAST_CLUSTERS} clusters")
    return options


if __name__ == "__main__":
    sys.exit(main())
