"""How fast documents become facts, on one core: `make bench` prints it; nothing is asserted.

News of about 2 kB, made of the development texts, each with its own numbers so that nothing of one
is remembered for the next.
"""

import argparse
import gc
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.measuring.figures import Figure, Group, rounded
from bench.measuring.reporting import Report
from bench.measuring.running import options_of, run
from clustergraph.operations.extract import extract

TEXTS = Path(__file__).parent.parent / "gold" / "dev" / "texts"
DOCUMENTS = 600
FLAT_EVERY = 150
_LOAD = """
from functools import partial
from time import perf_counter
from clustergraph.languages import load_gazetteer, load_pack, pack_languages
loads = {"gazetteer": load_gazetteer}
loads |= {code: partial(load_pack, code) for code in pack_languages()}
for name, load in loads.items():
    start = perf_counter()
    load()
    print(f"{name}\t{perf_counter() - start:.2f}")
"""


def documents(folder: Path) -> Iterator[Path]:
    """Write the documents: the development texts again and again, with other numbers."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for number in range(DOCUMENTS):
        path = folder / f"{number:05}.txt"
        text = texts[number % len(texts)]
        path.write_text(f"{text}\n\n{number + 1000} participants came.\n", encoding="utf-8")
        yield path


class Bench:
    """News to read, in a folder of their own."""

    def __init__(self, _options: argparse.Namespace) -> None:
        self._folder = TemporaryDirectory()
        self._paths = list(documents(Path(self._folder.name)))

    def loading(self) -> Iterator[Figure]:
        """Load the gazetteer and each language's pack, in a process that has none of them."""
        command = [sys.executable, "-c", _LOAD]
        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        loaded = dict(line.split("\t") for line in printed.splitlines())
        longest = max(loaded, key=lambda name: float(loaded[name]))
        yield Figure(
            group=Group.MAPPING,
            name=f"to load the slowest: {longest}",
            value=float(loaded[longest]),
            unit="s",
            details=", ".join(f"{name} {seconds}" for name, seconds in loaded.items()),
        )

    def mapping(self) -> Iterator[Figure]:
        """Map all of them, after each text was seen once."""
        size = sum(path.stat().st_size for path in self._paths) / len(self._paths) / 1000
        for path in self._paths[:27]:
            extract(path)
        rates, peaks = [], []
        start = time.perf_counter()
        for number, path in enumerate(self._paths, start=1):
            extract(path)
            if number % FLAT_EVERY == 0:
                gc.collect()
                rates.append(number / (time.perf_counter() - start))
                peaks.append(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
        yield Figure(
            group=Group.MAPPING,
            name=f"documents of {size:.1f} kB",
            value=rates[-1],
            unit="a second",
            details=f"after each {FLAT_EVERY}: {', '.join(map(rounded, rates))}",
        )
        yield Figure(
            group=Group.MAPPING,
            name="memory at its peak",
            value=peaks[-1],
            unit="MB",
            details=f"after each {FLAT_EVERY}: {', '.join(map(str, peaks))}",
        )


def main() -> int:
    """Measure, print, write."""
    parts = {"loading": Bench.loading, "mapping": Bench.mapping}
    return run(options_of("mapping_speed", __doc__), parts, Bench, _report)


def _report(_bench: Bench) -> Report:
    return Report(
        name="mapping",
        title="Documents that become facts",
        size={"documents": DOCUMENTS},
        packages=("clustergraph",),
    )


if __name__ == "__main__":
    sys.exit(main())
