"""``clustergraph settings``."""

import argparse

from rich.markup import escape
from rich.table import Table

from clustergraph.cli.terminal import Terminal
from clustergraph.settings import load_settings

__all__ = ["add", "run"]


def add(_: argparse.ArgumentParser) -> None:
    """Say what the command is told: nothing."""


def run(_: argparse.Namespace) -> int:
    """Print the settings."""
    table = Table("variable", "value", "what it is")
    table.columns[0].no_wrap = True  # a name that is cut can't be copied
    for name, value, description in load_settings().rows():
        table.add_row(name, escape(value), escape(description))
    Terminal().print(table)
    return 0
