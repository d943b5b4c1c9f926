"""Open the files of an index of names, also where the folder may only be read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from clustergraph.errors import StoreError
from clustergraph.names.comparing.surroundings import Surroundings
from clustergraph.names.files.cards import Files
from clustergraph.names.files.ordering import Orders
from clustergraph.names.files.parts import Part, Parts
from clustergraph.names.files.schema import name_schema, register_tokenizers
from clustergraph.names.files.slips import Slips

__all__ = [
    "SHAPE",
    "SURROUNDINGS",
    "Opened",
    "note_shape",
    "note_stamp",
    "open_parts",
    "opened",
    "part_path",
    "read_stamp",
]

SURROUNDINGS = "surroundings.json"
"""The file beside the index that holds them."""
SHAPE = "5"
"""The shape of the index; another one can't be read, and the version is to be built again."""
_SHAPE_FILE = "shape"
_STAMP_FILE = "stamp"
_LATER = "part-"
"""How the folders of the parts begin that were written since the index was built."""


def note_shape(path: Path) -> None:
    """Write down which shape the index in the folder has."""
    (path / _SHAPE_FILE).write_text(SHAPE, "utf-8")


def note_stamp(path: Path, stamp: str) -> str:
    """Write down, in a file of its own, of what the index in the folder came about; return it."""
    file = path / _STAMP_FILE
    file.unlink(missing_ok=True)  # it may be another version's too
    file.write_text(stamp, "utf-8")
    return stamp


def read_stamp(path: Path) -> str:
    """Return what was written down; empty for an index that was built before that was done."""
    file = path / _STAMP_FILE
    return file.read_text("utf-8") if file.exists() else ""


def part_path(path: Path, number: int) -> Path:
    """Return the folder of a part: the first is in that of the index, others below it."""
    return path / f"{_LATER}{number}" if number else path


@dataclass(frozen=True, slots=True)
class Opened:
    """An index, and what stands beside it."""

    parts: Parts
    surroundings: Surroundings


def opened(path: Path, like: Parts | None = None) -> Opened:
    """Open the index in the folder, and read what stands beside it.

    Of ``like`` comes what it has read of the same files already: what was built is most of them.

    Raises:
        StoreError: when there is none, it is damaged, or of another shape.
    """
    with _readable(path):
        return Opened(Parts(_parts(path, like)), Surroundings.read(path / SURROUNDINGS))


def open_parts(path: Path) -> list[Part]:
    """Open the parts of the index in the folder, the oldest first.

    Raises:
        StoreError: when there is none, it is damaged, or of another shape.
    """
    with _readable(path):
        return _parts(path)


@contextmanager
def _readable(path: Path) -> Iterator[None]:
    """Translate what goes wrong while an index is opened."""
    try:
        if (path / _SHAPE_FILE).read_text("utf-8") != SHAPE:
            message = f"The index of names in {path} is of another shape; build the version again."
            raise StoreError(message)
        yield
    except (ValueError, LookupError, TypeError, OSError) as error:
        message = f"The index of names in {path} can't be opened: {error}"
        raise StoreError(message) from error


def _parts(path: Path, like: Parts | None = None) -> list[Part]:
    later = sorted(int(part.name.removeprefix(_LATER)) for part in path.glob(f"{_LATER}*"))
    known = {part.number: part for part in like or ()}
    return [_part(part_path(path, each), each, known.get(each)) for each in (0, *later)]


def _part(path: Path, number: int, like: Part | None) -> Part:
    with _lockable(path) as folder:
        index = tantivy.Index(name_schema(), path=str(folder), reuse=True)
        register_tokenizers(index)
        index.config_reader("Manual", 0)
        index.reload()
    is_known = like is not None and like.files.are_in(path)
    return Part(
        number=number,
        searcher=index.searcher(),
        schema=index.schema,
        files=like.files if like and is_known else Files.open(path),
        orders=like.orders if like and is_known else Orders.open(path),
        slips=like.slips if like and is_known else Slips.open(path),
    )


@contextmanager
def _lockable(path: Path) -> Iterator[Path]:
    """Give a folder of the index's files in which a lock can be made, which opening needs.

    Where the folder is only for reading it is one of links to them; they are open when it goes.
    """
    if os.access(path, os.W_OK):
        yield path
        return
    with TemporaryDirectory(prefix="clustergraph-names-") as folder:
        for file in path.iterdir():
            if file.suffix != ".lock":
                Path(folder, file.name).symlink_to(file.resolve())
        yield Path(folder)
