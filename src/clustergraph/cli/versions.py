"""``clustergraph versions``."""

import argparse

from rich.box import SIMPLE
from rich.table import Column, Table

from clustergraph.cli.options import Commands, add_home, home_of, positive, print_json
from clustergraph.cli.terminal import Terminal
from clustergraph.operations.forgetting.roll_back import roll_back
from clustergraph.operations.list_versions import Kept, all_kept, kept

__all__ = ["add", "run"]

_KEPT = 5
_COUNTS = ("documents", "entities", "statements")
_VERSION = "an id or its beginning, current or previous"


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command can do."""
    actions = Commands(command)
    listing = actions.add("list", "List the versions, the newest first.", run)
    listing.add_argument("--format", choices=("table", "json"), default="table")
    show = actions.add("show", "Say what is known of a version.", _show)
    show.add_argument("version", metavar="VERSION", nargs="?", default="current", help=_VERSION)
    show.add_argument("--format", choices=("table", "json"), default="table")
    back = actions.add("rollback", "Make another version the current one.", _rollback)
    back.add_argument("version", metavar="VERSION", nargs="?", default="previous", help=_VERSION)
    prune = actions.add("prune", "Remove all versions but the newest and the current one.", _prune)
    prune.add_argument("--keep", type=positive, default=_KEPT, metavar="N", help="how many stay")
    for action in (listing, show, back, prune):
        add_home(action)


def run(options: argparse.Namespace) -> int:
    """List the versions."""
    found = all_kept(home_of(options))
    if options.format == "json":
        print_json([each.as_values() for each in found])
    elif found:
        Terminal().print(_table(found))
    else:
        print("There are no versions yet; `clustergraph build` makes one.")
    return 0


def _show(options: argparse.Namespace) -> int:
    home = home_of(options)
    found = kept(home, home.find(options.version))
    if options.format == "json":
        print_json(found.as_values())
        return 0
    Terminal().print(_table([found]))
    print(f"Published {found.created:%Y-%m-%d %H:%M:%S} UTC, {found.passages or 'no'} passages.")
    for dump in found.dumps:
        print(f"{dump.sha256}  {dump.name}  {dump.byte_size} bytes")
    return 0


def _rollback(options: argparse.Namespace) -> int:
    home = home_of(options)
    version = home.find(options.version)
    if version.id == home.current_id:
        print(f"Version {version.id} is the current one already.")
        return 0
    roll_back(home, version)
    print(f"Version {version.id} is the current one now; a service of this home follows at once.")
    return 0


def _prune(options: argparse.Namespace) -> int:
    removed = home_of(options).prune(options.keep)
    lines = [f"Removed {id_}." for id_ in removed] or ["There is nothing to remove."]
    print(*lines, sep="\n")
    return 0


def _table(versions: list[Kept]) -> Table:
    """Narrow enough for any terminal; the ids begin with the time."""
    table = Table(Column("version", no_wrap=True), *_COUNTS, "", box=SIMPLE, pad_edge=False)
    for each in versions:
        counts = (str(getattr(each, name) or "–") for name in _COUNTS)
        table.add_row(each.id, *counts, "current" if each.is_current else "")
    return table
