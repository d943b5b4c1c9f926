"""wrk, which sends requests as fast as they are answered: how it is called, and what it prints.

What is asked for is the business of the scripts that it is given.
"""

import os
import re
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from bench.measuring.failures import WrkMissing
from bench.measuring.servers import Server

__all__ = ["Drive", "read_drive", "require_wrk", "run_wrk"]

_MILLISECONDS: Final = {"us": 0.001, "ms": 1.0, "s": 1_000.0, "m": 60_000.0, "h": 3_600_000.0}
_REQUESTS: Final = re.compile(r"^\s+(\d+) requests in ", re.MULTILINE)
_RATE: Final = re.compile(r"^Requests/sec:\s+([\d.]+)$", re.MULTILINE)
_P99: Final = re.compile(r"^\s+99%\s+([\d.]+)(us|ms|s|m|h) *$", re.MULTILINE)
_REFUSED: Final = re.compile(r"^\s+Non-2xx or 3xx responses: (\d+)$", re.MULTILINE)
_BROKEN: Final = re.compile(
    r"^\s+Socket errors: connect (\d+), read (\d+), write (\d+), timeout (\d+)$", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Drive:
    """What some seconds of requests were like."""

    requests: int
    per_second: float
    p99_milliseconds: float
    errors: int


def require_wrk() -> None:
    """Go on only where there is a wrk.

    Raises:
        WrkMissing: when there is none.
    """
    if shutil.which("wrk") is None:
        raise WrkMissing


def run_wrk(
    server: Server,
    script: Path,
    *,
    seconds: int,
    connections: int,
    options: Sequence[str] = (),
    environment: Mapping[str, object],
) -> str:
    """Run it with one thread, so that one counter makes all texts; return what it prints."""
    return subprocess.run(
        [
            *("wrk", "-t1", "--latency", f"-c{connections}", f"-d{seconds}s"),
            *options,
            *("-s", script, server.address),
        ],
        env={**os.environ, **{name: str(value) for name, value in environment.items()}},
        capture_output=True,
        text=True,
        check=True,
    ).stdout


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
