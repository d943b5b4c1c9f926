"""``clustergraph query``."""

import argparse
import sys

from clustergraph.cli.options import add_home, home_of, positive
from clustergraph.cli.terminal import Terminal
from clustergraph.operations.querying.ask import (
    SERVICE_SECONDS,
    TABLE,
    ask,
    ask_for_table,
    query_text,
)

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("query", metavar="FILE|-|NAME", help="a file, standard input, or a name")
    command.add_argument("--format", default="table", help="table, json, csv, tsv, xml, ttl, nt …")
    command.add_argument("--allow-service", action="store_true", help="let SERVICE call others")
    command.add_argument(
        "--timeout",
        type=positive,
        default=SERVICE_SECONDS,
        metavar="SECONDS",
        help="for a query that may call others; 60 unless given",
    )
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Print the answer."""
    text = query_text(options.query, sys.stdin)
    version = home_of(options).current()
    calls = {"allow_service": options.allow_service, "seconds": options.timeout}
    if options.format != TABLE:
        ask(version, text, options.format, sys.stdout.buffer, **calls)
        return 0
    answer = ask_for_table(version, text, **calls)
    if isinstance(answer, str):
        print(answer)
    else:
        Terminal().print(answer)
    return 0
