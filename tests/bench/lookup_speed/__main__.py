"""How fast lookups are: suggestions beside a constant answer, many names beside few, a large batch.

``make bench-lookups`` runs it; ``BENCH="--seconds 1 --rounds 1"`` takes less time. It needs wrk.
Nothing is asserted: it prints a table with the goals, and writes `lookups.json` and `lookups.svg`
to `.clustergraph/bench`, where it also keeps the names that it made up.

wrk and the servers share one machine, and only ratios are worth much: two equal servers differ by
about 0.05. The servers hold their clients to rates that none of them reaches, as they hold anybody.
"""

import argparse
import signal
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from bench.lookup_speed.batch import batch_of_all
from bench.lookup_speed.corpus import home_with
from bench.lookup_speed.driving import Visitor
from bench.lookup_speed.suggesting import FEW, beside_a_constant, many_beside_few
from bench.query_speed.failures import WrkMissing
from bench.query_speed.figures import Figure, table
from bench.query_speed.servers import Server, our_server
from bench.reporting import measured, write_report

_CACHE: Final = Path(".clustergraph") / "bench"
_NEVER_REACHED: Final = "1000000000/10 seconds"


@dataclass(frozen=True)
class Bench:
    """What is measured on, and with what."""

    options: argparse.Namespace
    visitor: Visitor

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
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # servers are stopped on the way out
    options = _options()
    try:
        visitor = Visitor(seconds=options.seconds, connections=options.connections)
    except WrkMissing as error:
        print(error, file=sys.stderr)
        return 1
    bench = Bench(options, visitor)
    figures = [
        figure for part in options.parts for figure in measured(part, partial(_PARTS[part], bench))
    ]
    print(table(figures))
    write_report(
        options.cache / "lookups",
        f"Lookups on {options.names:,} names",
        figures,
        options,
        size={"names": options.names},
        packages=("clustergraph", "tantivy"),
    )
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="lookup_speed", description=(__doc__ or "").split("\n")[0]
    )
    parser.add_argument("--names", type=int, default=100_000, metavar="N", help="how many are many")
    parser.add_argument("--seconds", type=int, default=5, help="how long is asked at a time")
    parser.add_argument("--rounds", type=int, default=3, help="how often, on each side")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--cache", type=Path, default=_CACHE, help="where names and figures are")
    parser.add_argument("--only", default=",".join(_PARTS), help="some of these, by comma")
    options = parser.parse_args()
    options.parts = options.only.split(",")
    if unknown := set(options.parts) - set(_PARTS):
        parser.error(f"there is no part {', '.join(unknown)}")
    if options.names < FEW:
        parser.error(f"{FEW} names are few, and many must be as many at least")
    return options


if __name__ == "__main__":
    sys.exit(main())
