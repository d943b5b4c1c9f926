"""``clustergraph publish``, which whatever makes another version current does at its end too."""

import argparse
import math
from typing import Final

from rich.console import Console
from rich.progress import Progress, TextColumn

from clustergraph.cli.options import add_home, home_of, refuse, settings_of
from clustergraph.operations.engine.publish import Published, publish
from clustergraph.store.remote.address import EngineAddress
from clustergraph.store.versions import Home, Version

__all__ = ["add", "publish_where_set", "run"]

_AS_LONG_AS_IT_TAKES: Final = math.inf
_NO_ENGINE: Final = "no engine is set; say CLUSTERGRAPH_ENGINE, the address of one."


def add(command: argparse.ArgumentParser) -> None:
    """Say what the command is told."""
    command.add_argument(
        "--all", action="store_true", help="send graphs too that have not changed since"
    )
    add_home(command)


def run(options: argparse.Namespace) -> int:
    """Bring the engine to hold the current version; say what was sent."""
    engine = settings_of(options).engine_address
    if engine is None:
        return refuse("publish", _NO_ENGINE)
    _publish_to(engine, home_of(options), is_whole=options.all)
    return 0


def publish_where_set(options: argparse.Namespace, home: Home) -> None:
    """Bring the engine to hold what is current now, where one is set."""
    engine = settings_of(options).engine_address
    if engine is not None:
        _publish_to(engine, home)


def _publish_to(engine: EngineAddress, home: Home, *, is_whole: bool = False) -> None:
    """Bring an engine to hold the current version; show how far that is, and say what was sent.

    Nobody writes meanwhile, and nobody else publishes.
    """
    home.current()  # where there is none, no folder is made to wait in
    with home.alone(_AS_LONG_AS_IT_TAKES):
        published = _publish(engine, home.current(), is_whole=is_whole)
    print(_summary(published))
    if published.left_out:
        print(
            f"Left out: {published.left_out} statements about statements, for that engine does "
            "not know RDF 1.2."
        )


def _publish(engine: EngineAddress, version: Version, *, is_whole: bool) -> Published:
    console = Console(stderr=True)
    columns = TextColumn("Sending: {task.completed:.0f} statements")
    with Progress(
        columns, console=console, transient=True, disable=not console.is_terminal
    ) as progress:
        task = progress.add_task("Sending", total=None)
        return publish(
            version,
            engine,
            is_whole=is_whole,
            advance=lambda count: progress.advance(task, count),
        )


def _summary(published: Published) -> str:
    if not published.sent and not published.removed:
        return f"The engine holds version {published.version}; nothing had to be sent."
    return (
        f"The engine holds version {published.version}: {len(published.sent)} of "
        f"{published.graphs} graphs were sent, {len(published.removed)} removed."
    )
