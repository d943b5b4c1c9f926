"""How much room on the disk versions take that were written one after another."""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from bench.measuring.figures import Figure, Goal, Group, rounded
from bench.measuring.servers import Server
from bench.write_speed.sending import sending
from clustergraph.store.versions import Home

__all__ = ["bytes_below", "room"]

_GOAL: Final = Goal(1.1, is_least=False)


def room(server: Server, home: Home, *, triples: int, versions: int) -> Iterable[Figure]:
    """Yield how much room so many versions take, as a multiple of what the first one takes."""
    before = bytes_below(home.path)
    with sending(server, triples) as sender:
        for _ in range(versions - 1):
            sender.send(is_checked=False)
    after = bytes_below(home.path)
    kept = len(home.versions())
    yield Figure(
        group=Group.COST,
        name=f"{kept} versions on the disk, as a multiple of one",
        value=after / before,
        goal=_GOAL,
        details=f"{rounded(after / 1e6)} MB instead of {rounded(before / 1e6)}",
    )


def bytes_below(folder: Path) -> int:
    """Count the bytes of the disk's blocks below a folder, those of a file with two names once."""
    found = {}
    for parent, _, names in os.walk(folder):
        for name in names:
            status = Path(parent, name).lstat()
            found[status.st_dev, status.st_ino] = 512 * status.st_blocks
    return sum(found.values())
