"""``clustergraph validate``."""

import argparse
from pathlib import Path

from clustergraph.cli.options import add_home, home_of, print_json
from clustergraph.cli.terminal import Terminal
from clustergraph.errors import RegistryError
from clustergraph.operations.building.withhold import given_addresses
from clustergraph.operations.validating.validate import validate
from clustergraph.resolving import Registry
from clustergraph.store.graph import GraphStore

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
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
    version = home_of(options).current()
    registry = _registry(options.registry) if options.registry else None
    registered = given_addresses(registry, version) if registry else None
    validation = validate(GraphStore.open(version.store_path), registered)
    match options.format:
        case "json":
            print_json(validation.as_rows())
        case "turtle":
            print(validation.as_turtle(), end="")
        case _:
            table = validation.as_table() if validation.results else ""
            Terminal().print(table, validation.summary)
    return 1 if validation.violations else 0


def _registry(path: Path) -> Registry:
    """Read a registry that somebody names: only a build may begin without one."""
    if not path.exists():
        raise RegistryError(str(path), "it is not there; give another with --registry.")
    return Registry.read(path)
