"""What the comparing benchmarks do alike: measure a part whatever becomes of it, and write down."""

import argparse
import json
import os
import platform
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from bench.query_speed.failures import NotMeasured
from bench.query_speed.figures import Figure, as_json
from bench.query_speed.plot import svg

__all__ = ["measured", "write_report"]


def measured(part: str, measure: Callable[[], Iterable[Figure]]) -> Iterator[Figure]:
    """Measure one part; where that fails say why, and leave out the rest of it."""
    try:
        for figure in measure():
            print(f"{part}: {figure.name}: {figure.written}", flush=True)
            yield figure
    except NotMeasured as error:
        print(f"{part}: {error}", *getattr(error, "__notes__", ()), sep="\n", file=sys.stderr)


def write_report(
    stem: Path,
    title: str,
    figures: list[Figure],
    options: argparse.Namespace,
    *,
    size: Mapping[str, int],
    packages: Iterable[str],
) -> None:
    """Write the figures as JSON and as a plot, with what they were measured on.

    Args:
        stem: both files, without their extensions.
        title: of the plot; the day is added.
        figures: what was measured.
        options: ``seconds``, ``rounds`` and ``connections`` of the driving.
        size: how much data there was.
        packages: whose versions matter.
    """
    now = datetime.now(UTC)
    content = {
        "measured": now.isoformat(timespec="seconds"),
        **size,
        "seconds": options.seconds,
        "rounds": options.rounds,
        "connections": options.connections,
        "processors": os.cpu_count(),
        "machine": platform.machine(),
        "python": platform.python_version(),
        "versions": {name: version(name) for name in packages},
        "figures": as_json(figures),
    }
    stem.parent.mkdir(parents=True, exist_ok=True)
    numbers, picture = stem.with_suffix(".json"), stem.with_suffix(".svg")
    numbers.write_text(json.dumps(content, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    picture.write_text(svg(figures, f"{title}, {now:%Y-%m-%d}"), encoding="utf-8")
    print(f"\n{numbers} and {picture} written")
