"""The queries of `mix.lua`, as wrk sends them, and what their first answers are like."""

import itertools
import re
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.measuring.failures import NoAnswer
from bench.measuring.servers import Server
from bench.measuring.wrk import Drive, read_drive, require_wrk, run_wrk

__all__ = ["MIXES", "Driver", "Sample", "read_sample"]

MIXES: Final = ("repeat", "small", "medium", "heavy")
_CHECKED_ANSWERS: Final = 20
_CHECK_SECONDS: Final = 60
_SCRIPT: Final = Path(__file__).with_name("mix.lua")
_SAMPLE: Final = re.compile(r"^CHECK (\d+) answers (\d+) values (\d+) empty$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Sample:
    """What a server made of the first requests of a run."""

    answers: int
    values: int
    empty: int


def read_sample(printed: str) -> Sample:
    """Read what `mix.lua` prints of the answers that it looked at.

    Raises:
        ValueError: when it printed none.
    """
    found = _SAMPLE.search(printed)
    if found is None:
        message = f"wrk printed no sample:\n{printed}"
        raise ValueError(message)
    return Sample(*map(int, found.groups()))


class Driver:
    """Sends queries on the graph of so many clusters.

    Raises:
        WrkMissing: when there is no wrk.
    """

    def __init__(self, *, clusters: int, seconds: int, connections: int) -> None:
        require_wrk()
        self.seconds = seconds
        self._clusters = clusters
        self._connections = connections
        self._runs = itertools.count(int(time.time()))

    def new_run(self) -> int:
        """Name a run whose texts no server has seen."""
        return next(self._runs)

    def drive(self, mix: str, server: Server, run: int) -> Drive:
        """Send a mix for some seconds.

        Raises:
            NoAnswer: when not one request is answered in them.
        """
        drive = read_drive(self._wrk(mix, server, run, self.seconds, self._connections))
        if not drive.requests:
            raise NoAnswer(server.name, f"no answer to {mix} in {self.seconds} s")
        return drive

    def sample(self, mix: str, server: Server, run: int) -> Sample:
        """Look at the first answers to a mix, asked one after another.

        Raises:
            ValueError: when they take far too long.
        """
        return read_sample(self._wrk(mix, server, run, _CHECK_SECONDS, 1, check=_CHECKED_ANSWERS))

    def _wrk(
        self, mix: str, server: Server, run: int, seconds: int, connections: int, *, check: int = 0
    ) -> str:
        return run_wrk(
            server,
            _SCRIPT,
            seconds=seconds,
            connections=connections,
            options=["--timeout", f"{_CHECK_SECONDS}s"],
            environment={
                "MIX": mix,
                "RUN": run,
                "CLUSTERS": self._clusters,
                "ENDPOINT": server.endpoint,
                "CHECK": check,
            },
        )
