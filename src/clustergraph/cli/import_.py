"""``clustergraph import``."""

import argparse
import getpass
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from rich.console import Console
from rich.progress import Progress, TextColumn

from clustergraph.base import BASE
from clustergraph.cli.options import add_home, refuse, settings_of
from clustergraph.errors import UnsupportedContent
from clustergraph.model import Iri
from clustergraph.operations.engine.mirror import mirror_of
from clustergraph.operations.writing.options import WriteOptions
from clustergraph.operations.writing.order import Content, Kind, Order, Written
from clustergraph.operations.writing.write import write
from clustergraph.rdf.formats import RDF_FORMATS
from clustergraph.store.versions import Home

__all__ = ["add", "run"]

_PACKED: Final = ".gz"
_FORMATS: Final = {f".{format_.extension}": format_.key for format_ in RDF_FORMATS}
_MORE_FORMATS: Final = {".json": "jsonld", ".owl": "rdf", ".turtle": "ttl", ".xml": "rdf"}
"""By endings that other programs write."""
_SHOWN_EACH: Final = 1_000
"""To show a number takes longer than to read a statement."""


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("files", type=Path, nargs="+", metavar="FILE", help="RDF, also as .gz")
    command.add_argument(
        "--graph", metavar="IRI", help="where triples go; the default graph without it"
    )
    command.add_argument(
        "--unchecked", action="store_true", help="write also what breaks the rules of the graph"
    )
    command.add_argument("--by", metavar="NAME", help="who writes, for the list of writes")
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Write all files at once; say what was added."""
    try:
        graph = None if options.graph is None else Iri(options.graph)
    except ValueError:
        return refuse("import", f"{options.graph!r} is no absolute IRI.")
    settings = settings_of(options)
    order = Order(
        kind=Kind.IMPORT,
        by=options.by or _user(),
        contents=tuple(_content(path) for path in options.files),
        graph=graph,
        is_checked=not options.unchecked,
    )
    with _progress() as advance:
        written = write(
            order,
            Home(settings.home),
            options=WriteOptions(
                wait_seconds=settings.write_wait_seconds, kept_writes=settings.kept_writes
            ),
            mirror=mirror_of(settings.engine_address),
            advance=advance,
        )
    print(_told(written))
    return 0


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run as somebody who has no name
        return f"user {os.getuid()}"


def _content(path: Path) -> Content:
    """Say what is in a file, by how it ends.

    Raises:
        UnsupportedContent: when that tells nothing.
    """
    is_packed = path.suffix == _PACKED
    ending = (path.with_suffix("") if is_packed else path).suffix.lower()
    format_ = _FORMATS.get(ending) or _MORE_FORMATS.get(ending)
    if format_ is None:
        raise UnsupportedContent(str(path), "", sorted({*_FORMATS, *_MORE_FORMATS}))
    return Content(
        name=str(path),
        path=path,
        format=format_,
        base=BASE,
        is_packed=is_packed,
    )


def _told(written: Written) -> str:
    if written.previous is None:
        return f"Nothing is new: version {written.version} says all that already."
    lines = [
        f"look at {row['label']} ({row['focus']}): {row['message']}" for row in written.warnings
    ]
    added = f"Added {written.added} statement{'s' * (written.added != 1)}"
    return "\n".join([*lines, f"{added}: version {written.version} is current now."])


@contextmanager
def _progress() -> Iterator[Callable[[], object]]:
    console = Console(stderr=True)
    columns = (TextColumn("Reading: {task.completed:,.0f} statements"),)
    with Progress(
        *columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("", total=None)
        numbers = count(1)

        def advance() -> None:
            if (number := next(numbers)) % _SHOWN_EACH == 0:
                progress.update(task, completed=number)

        yield advance
