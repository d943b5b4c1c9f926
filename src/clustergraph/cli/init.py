"""``clustergraph init``."""

import argparse

from clustergraph.cli.options import add_home, home_of, refuse
from clustergraph.operations.begin import begin

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument(
        "--empty", action="store_true", help="without the ontology and any other graph of a build"
    )
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Make the home; 2 where it is not said what shall be in it."""
    if not options.empty:
        return refuse(
            "init", "say --empty, or make a graph of documents with `clustergraph build`."
        )
    home = home_of(options)
    version = begin(home)
    print(f"Version {version.id} is in {home.path} now, and empty.")
    return 0
