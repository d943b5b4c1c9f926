"""``clustergraph validate``."""

import argparse
import json
from pathlib import Path

from rich.console import Console

from clustergraph.cli.options import Commands, add_home, home_of
from clustergraph.operations.validate import validate
from clustergraph.resolving import Registry
from clustergraph.store.graph import GraphStore

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Add the command."""
    command = commands.add(
        "validate", "Check the current version against the rules of the graph.", run
    )
    command.add_argument("--registry", type=Path, metavar="FILE", help="check IRIs against it too")
    command.add_argument(
        "--format",
        choices=("table", "json", "turtle"),
        default="table",
        help="turtle is the report as SHACL has it, for other tools",
    )
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Print what is wrong; 1 when a rule is broken."""
    graph = GraphStore.open(home_of(options).current().store_path)
    registered = Registry.read(options.registry).iris if options.registry else None
    validation = validate(graph, registered)
    match options.format:
        case "json":
            print(json.dumps(validation.as_rows(), ensure_ascii=False, indent=1))
        case "turtle":
            print(validation.as_turtle(), end="")
        case _:
            table = validation.as_table() if validation.results else ""
            Console().print(table, validation.summary)
    return 1 if validation.violations else 0
