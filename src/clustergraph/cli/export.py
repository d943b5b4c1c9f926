"""``clustergraph export``."""

import argparse
import sys
from pathlib import Path

from clustergraph.cli.options import add_home, home_of, refuse
from clustergraph.operations.dumping.dump import write_files
from clustergraph.operations.dumping.export import CSV, FORMS, exports
from clustergraph.store.graph import GraphStore

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    keys = tuple(form.key for form in FORMS)
    command.add_argument("--format", choices=keys, default=keys[0])
    command.add_argument(
        "--out", type=Path, metavar="FILE|DIR", help="packed when it ends in .gz; DIR for csv"
    )
    command.add_argument(
        "--of", default="current", metavar="VERSION", help="an id or its beginning, or previous"
    )
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Write to the standard output, or say which files were written."""
    graph = GraphStore.open(home_of(options).find(options.of).store_path)
    if options.out:
        print(*write_files(graph, options.format, options.out), sep="\n")
        return 0
    files = exports(graph, options.format)
    if options.format == CSV.key:
        return refuse("export", "csv is a file for each class: say where with --out DIR.")
    for file in files:
        file.write(sys.stdout.buffer)
    return 0
