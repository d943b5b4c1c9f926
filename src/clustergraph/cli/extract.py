"""``clustergraph extract``."""

import argparse
import sys
from pathlib import Path

from clustergraph.cli.extracted import as_json, as_table, as_turtle, write_json
from clustergraph.cli.terminal import Terminal
from clustergraph.model import DocumentGraph
from clustergraph.operations.extract import extract_all

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("files", nargs="+", type=Path, metavar="FILE")
    command.add_argument("--format", choices=("json", "table", "turtle"), default="json")
    command.add_argument("--out", type=Path, metavar="DIR", help="write one JSON file a document")
    command.add_argument(
        "--all", action="store_true", help="finer relations and unsure candidates too"
    )


def run(options: argparse.Namespace) -> int:
    """Print or write what is in each document; a bad one keeps none of the others back."""
    graphs, bad = extract_all(options.files, candidates=options.all)
    for error in bad:
        print(f"clustergraph: {error}", file=sys.stderr)
    for graph in graphs:
        if options.out:
            write_json(graph, options.out, everything=options.all)
        else:
            _print_graph(graph, options)
    return 1 if bad else 0


def _print_graph(graph: DocumentGraph, options: argparse.Namespace) -> None:
    if options.format == "json":
        print(as_json(graph, everything=options.all))
    elif options.format == "turtle":
        print(as_turtle(graph))
    else:
        Terminal().print(as_table(graph))
