"""The files of a language pack: lists of words, one an entry a line, and tables parted by tabs."""

from collections.abc import Iterator
from pathlib import Path

__all__ = ["read_numbers", "read_pairs", "read_rows", "read_words"]


def read_words(path: Path) -> Iterator[str]:
    """Yield the entries of a list; blank lines and those that begin with ``#`` are none."""
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def read_rows(path: Path, width: int) -> Iterator[tuple[str, ...]]:
    """Yield the rows of a table; cells that a row lacks at its end are empty."""
    for line in read_words(path):
        cells = line.split("\t")
        yield (*cells, *[""] * (width - len(cells)))


def read_pairs(path: Path) -> dict[str, str]:
    """Return what each form of a table of two columns stands for."""
    return {row[0]: row[1] for row in read_rows(path, 2)}


def read_numbers(path: Path) -> dict[str, int]:
    """Return the number that each form of a table of two columns stands for."""
    return {form: int(number) for form, number in read_pairs(path).items()}
