"""How fast documents become facts, on one core: `make bench` prints it; nothing is asserted.

News of about 2 kB, made of the development texts, each with its own numbers so that nothing of one
is remembered for the next.
"""

import gc
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

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
    print(f"{name} {perf_counter() - start:.2f} s", end="  ")
"""


def documents(folder: Path) -> Iterator[Path]:
    """Write the documents: the development texts again and again, with other numbers."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(TEXTS.glob("*.txt"))]
    for number in range(DOCUMENTS):
        path = folder / f"{number:05}.txt"
        text = texts[number % len(texts)]
        path.write_text(f"{text}\n\n{number + 1000} participants came.\n", encoding="utf-8")
        yield path


def main() -> None:
    """Load, map, print."""
    command = [sys.executable, "-c", _LOAD]
    print("loading:", subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    with TemporaryDirectory() as folder:
        paths = list(documents(Path(folder)))
        size = sum(path.stat().st_size for path in paths) / len(paths) / 1000
        for path in paths[:27]:
            extract(path)
        start = time.perf_counter()
        for number, path in enumerate(paths, start=1):
            extract(path)
            if number % FLAT_EVERY == 0:
                gc.collect()
                memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
                rate = number / (time.perf_counter() - start)
                print(f"{number} documents of {size:.1f} kB: {rate:.0f} a second, peak {memory} MB")


if __name__ == "__main__":
    main()
