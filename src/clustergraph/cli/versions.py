"""``clustergraph versions``."""

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from rich.box import SIMPLE
from rich.markup import escape
from rich.table import Column, Table

from clustergraph.cli.options import (
    Commands,
    add_home,
    home_of,
    positive,
    print_json,
    settings_of,
)
from clustergraph.cli.publish import publish_where_set
from clustergraph.cli.terminal import Terminal
from clustergraph.operations.forgetting.roll_back import roll_back
from clustergraph.operations.listing.list_versions import Kept, all_kept, kept
from clustergraph.operations.moving.pack import pack, pack_into
from clustergraph.operations.moving.unpack import unpack, unpack_from
from clustergraph.operations.writing.log import Entry, entries

__all__ = ["add", "run"]

_KEPT = 5
_COUNTS = ("documents", "entities", "statements")
_WRITES_SHOWN = 20
_WIDTH = 40
_STREAM = "-"
_FOLLOWED = "Version {} is the current one now; a service of this home follows at once."
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
    out = actions.add("export", "Write a version into one file, for another home.", _export)
    out.add_argument("version", metavar="VERSION", help=_VERSION)
    out.add_argument("file", metavar="FILE", type=Path, help="where to; - for standard output")
    taken = actions.add("import", "Take in a version that another home exported.", _import)
    taken.add_argument("file", metavar="FILE", type=Path, help="its file; - for standard input")
    taken.add_argument("--current", action="store_true", help="make it the current one, too")
    for action in (listing, show, back, prune, out, taken):
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
    writes = entries(home.version(found.id).writes_path)
    if options.format == "json":
        print_json({**found.as_values(), "writes": [write.as_values() for write in writes]})
        return 0
    Terminal().print(_table([found]))
    print(f"Published {found.created:%Y-%m-%d %H:%M:%S} UTC, {found.passages or 'no'} passages.")
    if found.built != found.id:
        print(f"Written since {found.built} was built; its counts and files are of then.")
    for dump in found.dumps:
        print(f"{dump.sha256}  {dump.name}  {dump.byte_size} bytes")
    print(*_lines(writes), sep="", end="")
    return 0


def _rollback(options: argparse.Namespace) -> int:
    home = home_of(options)
    version = home.find(options.version)
    if version.id == home.current_id:
        print(f"Version {version.id} is the current one already.")
        return 0
    roll_back(home, version, wait_seconds=settings_of(options).write_wait_seconds)
    print(_FOLLOWED.format(version.id))
    publish_where_set(options, home)
    return 0


def _export(options: argparse.Namespace) -> int:
    version = home_of(options).find(options.version)
    if str(options.file) == _STREAM:
        pack(version, sys.stdout.buffer)
        return 0
    size = pack_into(version, options.file)
    print(f"Version {version.id} is in {options.file} ({size} bytes).")
    return 0


def _import(options: argparse.Namespace) -> int:
    home = home_of(options)
    if str(options.file) == _STREAM:
        version = unpack(sys.stdin.buffer, home, name="standard input")
    else:
        version = unpack_from(options.file, home)
    print(f"Version {version.id} is in {home.path}.")
    if options.current or home.current_id is None:
        roll_back(home, version, wait_seconds=settings_of(options).write_wait_seconds)
        print(_FOLLOWED.format(version.id))
        publish_where_set(options, home)
    return 0


def _prune(options: argparse.Namespace) -> int:
    removed = home_of(options).prune(options.keep)
    lines = [f"Removed {id_}." for id_ in removed] or ["There is nothing to remove."]
    print(*lines, sep="\n")
    return 0


def _lines(writes: list[Entry]) -> Iterator[str]:
    """Yield a line for each of the latest writes, the newest first."""
    if writes:
        latest = ", the latest" if len(writes) > _WRITES_SHOWN else ""
        yield f"{len(writes)} write{'s' * (len(writes) > 1)}{latest}:\n"
    for write in writes[: -_WRITES_SHOWN - 1 : -1]:
        places = ", ".join(graph or "the default graph" for graph in write.graphs)
        yield f"{write.when:%Y-%m-%d %H:%M:%S} UTC  {_told(write)}  {places}\n"


def _told(write: Entry) -> str:
    unchecked = "" if write.is_checked else ", unchecked"
    return f"{write.kind} by {write.by}: +{write.added} \u2212{write.removed}{unchecked}"


def _table(versions: list[Kept]) -> Table:
    """Narrow enough for any terminal; the ids begin with the time."""
    first = Column("version", no_wrap=True, max_width=_WIDTH)
    table = Table(first, *_COUNTS, "", box=SIMPLE, pad_edge=False, padding=(0, 1, 0, 0))
    for each in versions:
        counts = (str(getattr(each, name) or "–") for name in _COUNTS)
        made_by = "" if each.write is None else f"\n  {escape(_told(each.write))}"
        table.add_row(f"{each.id}{made_by}", *counts, "current" if each.is_current else "")
    return table
