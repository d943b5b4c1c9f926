"""What becomes of figures: each part is told as it is measured, all of them are written down."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.measuring.failures import NotMeasured
from bench.measuring.figures import Figure, as_json
from bench.measuring.plot import svg

__all__ = ["Report", "measured", "write_report"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What was measured on.

    Args:
        name: of the files, without their extensions.
        title: of the plot; the day is added.
        size: how much data there was.
        packages: whose versions matter.
    """

    name: str
    title: str
    size: Mapping[str, int]
    packages: Sequence[str]


def measured(part: str, measure: Callable[[], Iterable[Figure]]) -> Iterator[Figure]:
    """Measure one part; where that fails say why, and leave out the rest of it."""
    try:
        for figure in measure():
            print(f"{part}: {figure.name}: {figure.written}", flush=True)
            yield figure
    except NotMeasured as error:
        print(f"{part}: {error}", *getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)


def write_report(
    folder: Path, report: Report, figures: list[Figure], options: argparse.Namespace
) -> None:
    """Write the figures as JSON and as a plot, with what they were measured on.

    ``options`` are ``seconds``, ``rounds`` and ``connections`` of the driving.
    """
    now = datetime.now(UTC)
    content = {
        "measured": now.isoformat(timespec="seconds"),
        **report.size,
        "seconds": options.seconds,
        "rounds": options.rounds,
        "connections": options.connections,
        "processors": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in report.packages},
        "figures": as_json(figures),
    }
    folder.mkdir(parents=True, exist_ok=True)
    numbers, picture = folder / f"{report.name}.json", folder / f"{report.name}.svg"
    numbers.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    picture.write_text(svg(figures, f"{report.title}, {now:%Y-%m-%d}"), encoding="utf-8")
    print(f"\n{numbers} and {picture} written")
