"""What the commands share: commands of their own, the home, kinds of arguments, JSON."""

import argparse
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from clustergraph.settings import Settings, load_settings
from clustergraph.store.versions import Home

__all__ = [
    "Commands",
    "add_home",
    "home_of",
    "positive",
    "print_json",
    "refuse",
    "settings_of",
]

_WRONG_USE: Final = 2


class Commands:
    """The commands of a command."""

    def __init__(self, parser: argparse.ArgumentParser) -> None:
        self._commands = parser.add_subparsers(metavar="COMMAND", required=True)

    def add(
        self, name: str, text: str, run: Callable[[argparse.Namespace], int]
    ) -> argparse.ArgumentParser:
        """Add a command; ``run`` returns its exit code."""
        added = self._commands.add_parser(name, help=text, description=text)
        added.set_defaults(run=run)
        return added


def add_home(command: argparse.ArgumentParser) -> None:
    """Let a command be told where the versions lie."""
    command.add_argument("--home", type=Path, metavar="DIR", help="where the versions lie")


def settings_of(options: argparse.Namespace) -> Settings:
    """Return the settings, with the home that the command was told."""
    return load_settings(home=options.home) if options.home else load_settings()


def home_of(options: argparse.Namespace) -> Home:
    """Return the home that the command, or else the settings, name."""
    return Home(settings_of(options).home)


def positive(text: str) -> int:
    """Read a number of one or more, as a type of arguments."""
    if not text.isdecimal() or int(text) < 1:
        message = f"{text} is not a whole number above zero"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def print_json(values: object) -> None:
    """Print plain values for programs."""
    print(json.dumps(values, ensure_ascii=False, indent=1))


def refuse(command: str, message: object) -> int:
    """Say what is wrong with how a command was called, and return the exit code for that."""
    print(f"clustergraph {command}: {message}", file=sys.stderr)
    return _WRONG_USE
