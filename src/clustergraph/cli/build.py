"""``clustergraph build``."""

import argparse
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from clustergraph.cli.options import add_home, home_of, positive
from clustergraph.cli.publish import publish_where_set
from clustergraph.cli.terminal import Terminal
from clustergraph.locations import DOCUMENTS
from clustergraph.operations.build import build
from clustergraph.operations.building.inputs import default_registry
from clustergraph.reading import document_paths

__all__ = ["add", "run"]


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument("--documents", type=Path, default=DOCUMENTS, metavar="DIR")
    command.add_argument("--registry", type=Path, metavar="FILE", help="the names of the entities")
    command.add_argument("--curation", type=Path, metavar="DIR", help="what people decided")
    command.add_argument("--workers", type=positive, metavar="N", help="processes that map")
    command.add_argument(
        "--skip-bad",
        action="store_true",
        help="leave out what can't be read, and what machines misread",
    )
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Build, and say what was built and what was left out."""
    with _progress(len(document_paths(options.documents)), "Reading") as advance:
        built = build(
            options.documents,
            options.registry or default_registry(options.documents),
            home_of(options),
            today=datetime.now(UTC).date(),
            curation_path=options.curation,
            workers=options.workers,
            skip_bad=options.skip_bad,
            advance=advance,
        )
    for error in built.skipped:
        print(f"clustergraph: left out: {error}", file=sys.stderr)
    for decision in built.report.get("stale", ()):
        print(f"clustergraph: look at this decision: {decision}", file=sys.stderr)
    for name in built.report.get("by_name_only", ()):
        message = "what has no language pack yet was read for well-known names only"
        print(f"clustergraph: {name}: {message}", file=sys.stderr)
    if built.is_new:
        Terminal().print(_summary(built.report))
        print(_worth_a_look(built.report))
    print(f"Version {built.version.id} {'published' if built.is_new else 'is up to date'}.")
    publish_where_set(options, home_of(options))
    return 0


@contextmanager
def _progress(total: int, what: str) -> Iterator[Callable[[], object]]:
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        task = progress.add_task(what, total=total)
        yield lambda: progress.advance(task)


def _summary(report: dict[str, object]) -> Table:
    table = Table("what", "count")
    for name in ("documents", "entities", "statements", "passages", "inferred"):
        table.add_row(name, str(report[name]))
    return table


def _worth_a_look(report: dict[str, Any]) -> str:
    found = Counter(result["severity"] for result in report["validation"])
    return (
        f"{found['warning']} warning{'s' * (found['warning'] != 1)}, "
        f"{found['info']} hint{'s' * (found['info'] != 1)}: `clustergraph validate` lists them."
    )
