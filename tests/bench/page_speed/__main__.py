"""How fast pages and data about things are, made anew and kept, and of things with many links.

``make bench-pages`` runs it; ``BENCH="--seconds 1 --rounds 1 --links 5000"`` takes less time. It
needs wrk. Nothing is asserted: it prints a table with the goals, and writes `pages.json` and
`pages.svg` to `.clustergraph/bench`, where it also keeps the hub that it made up; to make one of
100,000 links takes some minutes, once.

wrk and the servers share one machine, and only ratios are worth much. Oxigraph's server has both
its threads, and describes by what is said of a thing alone; our answers hold its evidence, what
points to it and the names of the rest too.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from pyoxigraph import NamedNode

from bench.measuring.figures import Figure
from bench.measuring.reporting import Report
from bench.measuring.running import options_of, run
from bench.measuring.servers import Server, our_server, oxigraph_server
from bench.measuring.visiting import Visitor
from bench.page_speed.corpus import home_with
from bench.page_speed.measuring import beside_describe, hub_beside_few, page_times, unchanged
from clustergraph.iris import BASE
from clustergraph.rdf.prefixes import expand
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home

_KEPT: Final = 1 << 26
_NEVER_REACHED: Final = "1000000000/10 seconds"
_TYPE: Final = NamedNode(expand("rdf:type"))
_ENTITY: Final = f"{BASE}id/"


@dataclass
class Bench:
    """What is measured on, and with what."""

    options: argparse.Namespace
    visitor: Visitor = field(init=False)
    things: list[str] = field(init=False)

    def __post_init__(self) -> None:
        """Look for wrk, and which pages there are."""
        seconds, connections = self.options.seconds, self.options.connections
        self.visitor = Visitor(seconds=seconds, connections=connections)
        self.things = things_of(self.options.home)

    def pages(self) -> Iterator[Figure]:
        """Time pages that are made anew, and such as are kept."""
        rounds = self.options.rounds
        for cache_bytes, name in ((0, "made anew"), (_KEPT, "kept")):
            with self._server(self.options.home, cache_bytes) as ours:
                yield from page_times(ours, name, self.things, rounds=rounds)

    def data(self) -> Iterator[Figure]:
        """Compare data that is made anew, and kept, with Oxigraph's own descriptions."""
        rounds, store = self.options.rounds, Home(self.options.home).current().store_path
        for cache_bytes, name in ((0, "made anew"), (_KEPT, "kept")):
            with ExitStack() as running:
                ours = running.enter_context(self._server(self.options.home, cache_bytes))
                theirs = running.enter_context(oxigraph_server(store))
                yield from beside_describe(
                    self.visitor, (ours, theirs), name, self.things, rounds=rounds
                )

    def hub(self) -> Iterator[Figure]:
        """Compare a thing of very many links with one of ten."""
        home = home_with(self.options.links, self.options.cache)
        with self._server(home, 0) as ours:
            yield from hub_beside_few(ours, self.options.links, rounds=self.options.rounds)

    def unchanged(self) -> Iterator[Figure]:
        """Compare what costs next to nothing with an answer that is always the same."""
        with self._server(self.options.home, _KEPT) as ours:
            yield from unchanged(self.visitor, ours, self.things)

    def _server(self, home: Path, cache_bytes: int) -> AbstractContextManager[Server]:
        """Run our server with the clients held to a rate that none of them reaches."""
        rate = {"trusted_proxies": "", "request_rate": _NEVER_REACHED}
        return our_server(home, cache_bytes=cache_bytes, **rate)


_PARTS: Final[dict[str, Callable[[Bench], Iterable[Figure]]]] = {
    "pages": Bench.pages,
    "data": Bench.data,
    "hub": Bench.hub,
    "unchanged": Bench.unchanged,
}


def main() -> int:
    """Measure, print, write."""
    parser = options_of("page_speed", __doc__)
    parser.add_argument("--links", type=int, default=100_000, metavar="N", help="of the hub")
    return run(parser, _PARTS, Bench, _report)


def _report(bench: Bench) -> Report:
    return Report(
        name="pages",
        title=f"Pages about {len(bench.things)} things",
        size={"things": len(bench.things), "links": bench.options.links},
        packages=("clustergraph", "pyoxigraph", "jinja2"),
    )


def things_of(home: Path) -> list[str]:
    """Return the last parts of all entities' IRIs, sorted."""
    graph = GraphStore.open(Home(home).current().store_path)
    subjects = {quad.subject for quad in graph.quads(predicate=_TYPE)}
    named = (each.value for each in subjects if isinstance(each, NamedNode))
    return sorted(iri.removeprefix(_ENTITY) for iri in named if iri.startswith(_ENTITY))


if __name__ == "__main__":
    sys.exit(main())
