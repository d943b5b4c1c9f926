"""wrk, which sends the queries of `mix.lua`: how it is called, and what it prints."""

import itertools
import os
import re
import shutil
import subprocess
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.query_speed.failures import NoAnswer, WrkMissing
from bench.query_speed.servers import Server

__all__ = [
    "MIXES",
    "Drive",
    "Driver",
    "Sample",
    "read_drive",
    "read_sample",
]

MIXES: Final = ("repeat", "small", "medium", "heavy")
_CHECKED_ANSWERS: Final = 20
_CHECK_SECONDS: Final = 60
_SCRIPT: Final = Path(__file__).with_name("mix.lua")
_MILLISECONDS: Final = {"us": 0.001, "ms": 1.0, "s": 1_000.0, "m": 60_000.0, "h": 3_600_000.0}
_REQUESTS: Final = re.compile(r"^\s+(\d+) requests in ", re.MULTILINE)
_RATE: Final = re.compile(r"^Requests/sec:\s+([\d.]+)$", re.MULTILINE)
_P99: Final = re.compile(r"^\s+99%\s+([\d.]+)(us|ms|s|m|h) *$", re.MULTILINE)
_REFUSED: Final = re.compile(r"^\s+Non-2xx or 3xx responses: (\d+)$", re.MULTILINE)
_BROKEN: Final = re.compile(
    r"^\s+Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$", re.MULTILINE
)
_SAMPLE: Final = re.compile(r"^CHECK (\d+) answers (\d+) values (\d+) empty$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Drive:
    """What some seconds of requests were like."""

    requests: int
    per_second: float
    p99_milliseconds: float
    errors: int


@dataclass(frozen=True, slots=True)
class Sample:
    """What a server made of the first requests of a run."""

    answers: int
    values: int
    empty: int


def read_drive(printed: str) -> Drive:
    """Read what wrk prints with ``--latency``.

    Raises:
        ValueError: when it is something else.
    """
    requests, rate, p99 = (part.search(printed) for part in (_REQUESTS, _RATE, _P99))
    if requests is None or rate is None or p99 is None:
        message = f"wrk printed no rate:\n{printed}"
        raise ValueError(message)
    refused, broken = _REFUSED.search(printed), _BROKEN.search(printed)
    errors = [*(refused.groups() if refused else ()), *(broken.groups() if broken else ())]
    milliseconds = float(p99[1]) * _MILLISECONDS[p99[2]]
    return Drive(int(requests[1]), float(rate[1]), milliseconds, sum(map(int, errors)))


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
        if shutil.which("wrk") is None:
            raise WrkMissing
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
        options = [f"-c{self._connections}", f"-d{self.seconds}s"]
        drive = read_drive(self._wrk(mix, server, run, options))
        if not drive.requests:
            raise NoAnswer(server.name, f"no answer to {mix} in {self.seconds} s")
        return drive

    def sample(self, mix: str, server: Server, run: int) -> Sample:
        """Look at the first answers to a mix, asked one after another.

        Raises:
            ValueError: when they take far too long.
        """
        options = ["-c1", f"-d{_CHECK_SECONDS}s"]
        return read_sample(self._wrk(mix, server, run, options, check=_CHECKED_ANSWERS))

    def _wrk(
        self, mix: str, server: Server, run: int, options: list[str], *, check: int = 0
    ) -> str:
        """Run it with one thread, so that one counter makes all texts of a run."""
        given = {"MIX": mix, "RUN": run, "CLUSTERS": self._clusters, "ENDPOINT": server.endpoint}
        return subprocess.run(
            [
                "wrk",
                "-t1",
                "--latency",
                "--timeout",
                "60s",
                "-s",
                _SCRIPT,
                *options,
                server.address,
            ],
            env={**os.environ, **{k: str(v) for k, v in given.items()}, "CHECK": str(check)},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
