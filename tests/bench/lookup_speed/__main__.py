"""How fast lookups are: suggestions beside a constant answer, many names beside few, a large batch.

``make bench-lookups`` runs it; ``BENCH="--seconds 1 --rounds 1"`` takes less time. It needs wrk.
Nothing is asserted: it prints a table with the goals, and writes `lookups.json` and `lookups.svg`
to `.clustergraph/bench`, where it also keeps the names that it made up.

wrk and the servers share one machine, and only ratios are worth much: two equal servers differ by
about 0.05. The servers hold their clients to rates that none of them reaches, as they hold anybody.
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass, field
from typing import Final

from bench.lookup_speed.batch import batch_of_all
from bench.lookup_speed.corpus import home_with
from bench.lookup_speed.suggesting import FEW, beside_a_constant, many_beside_few
from bench.measuring.figures import Figure
from bench.measuring.reporting import Report
from bench.measuring.running import at_least, options_of, run
from bench.measuring.servers import Server, our_server
from bench.measuring.visiting import Visitor

_NEVER_REACHED: Final = "1000000000/10 seconds"


@dataclass
class Bench:
    """What is measured on, and with what."""

    options: argparse.Namespace
    visitor: Visitor = field(init=False)

    def __post_init__(self) -> None:
        """Look for wrk."""
        seconds, connections = self.options.seconds, self.options.connections
        self.visitor = Visitor(seconds=seconds, connections=connections)

    def constant(self) -> Iterator[Figure]:
        """Compare suggestions with an answer that is always the same, on few names and on many."""
        for names in (FEW, self.options.names):
            with self._server(names) as server:
                rounds = self.options.rounds
                yield from beside_a_constant(self.visitor, server, names, rounds=rounds)

    def many(self) -> Iterator[Figure]:
        """Compare lookups on many names with such on few."""
        names, rounds = self.options.names, self.options.rounds
        with ExitStack() as running:
            few, many = (running.enter_context(self._server(each)) for each in (FEW, names))
            yield from many_beside_few(self.visitor, few, many, names, rounds=rounds)

    def batch(self) -> Iterator[Figure]:
        """Look up as many things at once as one may."""
        with self._server(self.options.names) as server:
            yield from batch_of_all(server, self.options.names)

    def _server(self, names: int) -> AbstractContextManager[Server]:
        home = home_with(names, self.options.cache)
        return our_server(home, trusted_proxies="", request_rate=_NEVER_REACHED)


_PARTS: Final[dict[str, Callable[[Bench], Iterable[Figure]]]] = {
    "constant": Bench.constant,
    "many": Bench.many,
    "batch": Bench.batch,
}


def main() -> int:
    """Measure, print, write."""
    parser = options_of("lookup_speed", __doc__)
    many = at_least(FEW, f"{FEW} names are few, and many must be as many at least")
    parser.add_argument("--names", type=many, default=100_000, metavar="N", help="how many is many")
    return run(parser, _PARTS, Bench, _report)


def _report(bench: Bench) -> Report:
    names = bench.options.names
    return Report(
        name="lookups",
        title=f"Lookups on {names:,} names",
        size={"names": names},
        packages=("clustergraph", "tantivy"),
    )


if __name__ == "__main__":
    sys.exit(main())
