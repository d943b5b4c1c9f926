"""``clustergraph settings``."""

import argparse

from rich.markup import escape
from rich.table import Table

from clustergraph.cli.options import Commands
from clustergraph.cli.terminal import Terminal
from clustergraph.settings import load_settings

__all__ = ["add", "run"]


def add(commands: Commands) -> None:
    """Add the command."""
    commands.add("settings", "List the settings with their values and what each is for.", run)


def run(_: argparse.Namespace) -> int:
    """Print the settings."""
    table = Table("variable", "value", "what it is")
    for name, value, description in load_settings().rows():
        table.add_row(name, escape(value), escape(description))
    Terminal().print(table)
    return 0
