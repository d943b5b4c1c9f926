"""How a benchmark runs: its options, its parts one after another, its table and its files."""

import argparse
import signal
import sys
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from bench.measuring.failures import WrkMissing
from bench.measuring.figures import Figure, by_group, table
from bench.measuring.reporting import Report, measured, write_report

__all__ = ["CACHE", "HOME", "at_least", "options_of", "run"]

HOME: Final = Path(".clustergraph")
CACHE: Final = HOME / "bench"
Bench = TypeVar("Bench")
"""What its parts measure on, and with what."""


def options_of(name: str, doc: str | None) -> argparse.ArgumentParser:
    """Begin the options of a benchmark with those that all have."""
    parser = argparse.ArgumentParser(prog=name, description=(doc or "").split("\n")[0])
    parser.add_argument("--seconds", type=int, default=5, help="how long is asked at a time")
    parser.add_argument("--rounds", type=int, default=3, help="how often, on each side")
    parser.add_argument("--connections", type=int, default=8)
    parser.add_argument("--home", type=Path, default=HOME, help="the built graph")
    parser.add_argument("--cache", type=Path, default=CACHE, help="where data and figures are")
    parser.add_argument("--only", metavar="PART,…", help="some of its parts")
    return parser


def at_least(least: int, why: str) -> Callable[[str], int]:
    """Return what reads a number for argparse, and refuses one that is too small."""

    def read(written: str) -> int:
        if int(written) < least:
            raise argparse.ArgumentTypeError(why)
        return int(written)

    return read


def run(
    parser: argparse.ArgumentParser,
    parts: Mapping[str, Callable[[Bench], Iterable[Figure]]],
    prepare: Callable[[argparse.Namespace], Bench],
    report: Callable[[Bench], Report],
) -> int:
    """Measure, print, write; return the exit code.

    A part that can't be measured is told, and the others are measured all the same.
    """
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # servers are stopped on the way out
    options = parser.parse_args()
    chosen = options.only.split(",") if options.only else list(parts)
    if unknown := set(chosen) - set(parts):
        parser.error(f"there is no part {', '.join(unknown)}")
    try:
        bench = prepare(options)
    except WrkMissing as error:
        print(error, file=sys.stderr)
        return 1
    figures = by_group(
        figure for part in chosen for figure in measured(part, partial(parts[part], bench))
    )
    print(table(figures))
    write_report(options.cache, report(bench), figures, options)
    return 0
