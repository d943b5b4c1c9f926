"""``clustergraph query``."""

import argparse
import sys

from rich.console import Console

from clustergraph.cli.options import Commands, add_home, home_of
from clustergraph.operations.ask import TABLE, ask, ask_for_table, query_text

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add("query", "Ask the current version in SPARQL.", run)
    command.add_argument("query", metavar="FILE|-|NAME", help="a file, standard input, or a name")
    command.add_argument("--format", default="table", help="table, json, csv, tsv, xml, ttl, nt …")
    command.add_argument("--allow-service", action="store_true", help="let SERVICE call others")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Print the answer."""
    text = query_text(options.query, sys.stdin)
    version = home_of(options).current()
    if options.format == TABLE:
        Console().print(ask_for_table(version, text, allow_service=options.allow_service))
    else:
        output = sys.stdout.buffer
        ask(version, text, options.format, output, allow_service=options.allow_service)
    return 0
