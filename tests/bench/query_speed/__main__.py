"""How fast, how fair and how heavy the SPARQL service is, beside others, in one run.

``make bench-queries`` runs it; ``make bench-queries N=5000`` with 5,000 clusters (45,000 triples)
instead of 200,000, and ``BENCH="--seconds 1 --rounds 1 --only speed,start"`` in less time. It needs
wrk, and a graph built by ``clustergraph build``. Nothing is asserted: it prints a table with the
goals, and writes `queries.json` and `queries.svg` to `.clustergraph/bench`, where it also keeps the
graphs that it made.

Both servers get the same queries in turn, wrk and all processes share one machine, and only ratios
are worth much: two equal servers differ by about 0.05.
"""

import argparse
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Final

from bench.query_speed.comparing import against_oxigraph, against_rdflib
from bench.query_speed.corpus import LEAST_CLUSTERS, version_with
from bench.query_speed.driving import Driver
from bench.query_speed.failures import WrkMissing
from bench.query_speed.figures import Figure, table
from bench.query_speed.footprint import memory, start
from bench.query_speed.large_answer import large_answer
from bench.query_speed.neighbours import beside_an_endless_query
from bench.query_speed.recovery import reader_back
from bench.query_speed.servers import OXIGRAPH, our_server, oxigraph_server, rdflib_server
from bench.reporting import measured, write_report
from clustergraph.store.versions import Home, Version

_CACHE: Final = Path(".clustergraph") / "bench"
_CLUSTERS_FOR_RDFLIB: Final = 11_111
_PEERS: Final = ("oxigraph", "rdflib-endpoint", "pyoxigraph")


@dataclass
class Bench:
    """What is measured on, and with what."""

    options: argparse.Namespace
    driver: Driver = field(init=False)
    version: Version = field(init=False)

    def __post_init__(self) -> None:
        """Make the graph, where it is not made yet."""
        self.driver = self._driver(self.options.clusters)
        self.version = version_with(self.options.clusters, _CACHE, OXIGRAPH)

    def speed(self) -> Iterator[Figure]:
        """Compare with Oxigraph's own server."""
        with ExitStack() as running:
            ours = running.enter_context(our_server(_home(self.version)))
            theirs = running.enter_context(oxigraph_server(self.version.store_path))
            yield from against_oxigraph(self.driver, ours, theirs, rounds=self.options.rounds)

    def large(self) -> Iterator[Figure]:
        """Compare one large answer, on servers that gave none before."""
        with ExitStack() as running:
            ours = running.enter_context(our_server(_home(self.version)))
            theirs = running.enter_context(oxigraph_server(self.version.store_path))
            yield from large_answer(ours, theirs)

    def rdflib(self) -> Iterator[Figure]:
        """Compare with rdflib-endpoint on a graph that it can hold."""
        clusters = min(_CLUSTERS_FOR_RDFLIB, self.options.clusters)
        small = version_with(clusters, _CACHE, OXIGRAPH)
        with our_server(_home(small)) as ours, rdflib_server(clusters) as theirs:
            driver = self._driver(clusters)
            yield from against_rdflib(driver, ours, theirs, rounds=self.options.rounds)

    def bad(self) -> Iterator[Figure]:
        """Ask beside an endless query."""
        rounds = self.options.rounds
        with our_server(_home(self.version)) as server:
            yield from beside_an_endless_query(self.driver, server, rounds=rounds)

    def killed(self) -> Iterator[Figure]:
        """Have the only reader killed."""
        with our_server(_home(self.version), readers=1) as server:
            yield from reader_back(server)

    def resident(self) -> Iterator[Figure]:
        """Weigh the service on the default graph."""
        yield from memory(self.options.home)

    def start(self) -> Iterator[Figure]:
        """Start the service on the default graph."""
        yield from start(self.options.home)

    def _driver(self, clusters: int) -> Driver:
        seconds, connections = self.options.seconds, self.options.connections
        return Driver(clusters=clusters, seconds=seconds, connections=connections)


_PARTS: Final[dict[str, Callable[[Bench], Iterable[Figure]]]] = {
    "speed": Bench.speed,
    "rdflib": Bench.rdflib,
    "bad": Bench.bad,
    "large": Bench.large,
    "killed": Bench.killed,
    "resident": Bench.resident,
    "start": Bench.start,
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
        _CACHE / "queries",
        f"The SPARQL service beside others, {triples:,} triples",
        figures,
        options,
        size={"triples": triples},
        packages=("clustergraph", *_PEERS),
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="query_speed", description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--clusters", type=int, default=200_000, metavar="N", help="a ninth of the triples"
    )
    parser.add_argument("--seconds", type=int, default=5, help="how long a mix is sent at a time")
    parser.add_argument("--rounds", type=int, default=3, help="how often, on each side")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--home", type=Path, default=Path(".clustergraph"), help="the built graph")
    parser.add_argument("--only", default=",".join(_PARTS), help="some of these, by comma")
    options = parser.parse_args()
    options.parts = options.only.split(",")
    if unknown := set(options.parts) - set(_PARTS):
        parser.error(f"there is no part {', '.join(unknown)}")
    if options.clusters < LEAST_CLUSTERS:
        parser.error(f"some queries find nothing in fewer than {LEAST_CLUSTERS} clusters")
    return options


def _home(version: Version) -> Path:
    return Home(version.path.parents[1]).path


if __name__ == "__main__":
    sys.exit(main())
