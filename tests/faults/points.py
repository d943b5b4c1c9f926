"""The command line of the scripts that kill at so many random points, and what they print."""

import argparse
import random
import sys
import tempfile
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from typing import Protocol, TypeVar

__all__ = ["run"]


class Killing(Protocol):
    """What is killed, and what was found."""

    wrong: list[str]

    def begin(self) -> None:
        """Make what is killed."""

    def lines(self) -> Iterable[str]:
        """Tell what was found."""


_Killing = TypeVar("_Killing", bound=Killing)


def run(
    description: str | None,
    made: Callable[[Path, random.Random], _Killing],
    kill: Callable[[_Killing, int], object],
    *,
    points: int,
) -> int:
    """Kill as often as the command line says; returns the exit code.

    Args:
        description: what the help says.
        made: makes it, in a folder, of what chooses the moments.
        kill: kills once; the number is that of the point.
        points: how often, where the command line does not say.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--points", type=int, default=points, help="how often to kill")
    parser.add_argument("--seed", type=int, default=1, help="another number, other moments")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as folder:
        killing = made(Path(folder), random.Random(options.seed))
        killing.begin()
        with suppress(KeyboardInterrupt):
            for point in range(options.points):
                kill(killing, point)
        sys.stdout.writelines(f"{line}\n" for line in killing.lines())
    return 1 if killing.wrong else 0
