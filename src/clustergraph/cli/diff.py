"""``clustergraph diff``."""

import argparse

from clustergraph.cli.options import add_home, home_of, print_json
from clustergraph.operations.comparing.diff import diff
from clustergraph.operations.comparing.tell_difference import tell_difference

__all__ = ["add", "run"]

_MOST = 20


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    place = "an id or its beginning, current or previous"
    command.add_argument("old", metavar="V1", nargs="?", default="previous", help=place)
    command.add_argument("new", metavar="V2", nargs="?", default="current", help=place)
    command.add_argument("--all", action="store_true", help="leave nothing out of long lists")
    command.add_argument("--format", choices=("text", "json"), default="text")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Print the difference."""
    home = home_of(options)
    difference = diff(home.find(options.old), home.find(options.new))
    if options.format == "json":
        print_json(difference.as_values())
    else:
        print(*tell_difference(difference, most=None if options.all else _MOST), sep="\n")
    return 0
