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
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from bench.measuring.figures import Figure
from bench.measuring.reporting import Report
from bench.measuring.running import at_least, options_of, run
from bench.measuring.servers import OXIGRAPH, our_server, oxigraph_server, rdflib_server
from bench.query_speed.comparing import against_oxigraph, against_rdflib
from bench.query_speed.corpus import LEAST_CLUSTERS, version_with
from bench.query_speed.driving import Driver
from bench.query_speed.footprint import memory, start
from bench.query_speed.large_answer import large_answer
from bench.query_speed.neighbours import beside_an_endless_query
from bench.query_speed.recovery import reader_back
from clustergraph.store.versions import Home, Version

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
        self.version = version_with(self.options.clusters, self.options.cache, OXIGRAPH)

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
        small = version_with(clusters, self.options.cache, OXIGRAPH)
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
    parser = options_of("query_speed", __doc__)
    enough = at_least(LEAST_CLUSTERS, f"some queries need {LEAST_CLUSTERS} clusters")
    parser.add_argument(
        "--clusters", type=enough, default=200_000, metavar="N", help="a ninth of the triples"
    )
    return run(parser, _PARTS, Bench, _report)


def _report(bench: Bench) -> Report:
    triples = 9 * bench.options.clusters
    return Report(
        name="queries",
        title=f"The SPARQL service beside others, {triples:,} triples",
        size={"triples": triples},
        packages=("clustergraph", *_PEERS),
    )


def _home(version: Version) -> Path:
    return Home(version.path.parents[1]).path


if __name__ == "__main__":
    sys.exit(main())
