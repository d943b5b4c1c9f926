"""Open the files of an index of names, also where the folder may only be read."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import tantivy

from clustergraph.errors import StoreError
from clustergraph.names.fields import name_schema, register_tokenizers
from clustergraph.names.filing import Files
from clustergraph.names.ordering import Orders
from clustergraph.names.slips import Slips
from clustergraph.names.surroundings import Surroundings

__all__ = ["SHAPE", "SURROUNDINGS", "Opened", "note_shape", "opened"]

SURROUNDINGS = "surroundings.json"
"""The file beside the index that holds them."""
SHAPE = "5"
"""The shape of the index; another one can't be read, and the version is to be built again."""
_SHAPE_FILE = "shape"


def note_shape(path: Path) -> None:
    """Write down which shape the index in the folder has."""
    (path / _SHAPE_FILE).write_text(SHAPE, "utf-8")


@dataclass(frozen=True, slots=True)
class Opened:
    """An index, and what stands beside it."""

    index: tantivy.Index
    files: Files
    orders: Orders
    slips: Slips
    surroundings: Surroundings


def opened(path: Path) -> Opened:
    """Open the index in the folder, and read what stands beside it.

    Raises:
        StoreError: when there is none, it is damaged, or of another shape.
    """
    try:
        if (path / _SHAPE_FILE).read_text("utf-8") != SHAPE:
            message = f"The index of names in {path} is of another shape; build the version again."
            raise StoreError(message)
        with _lockable(path) as folder:
            index = tantivy.Index(name_schema(), path=str(folder), reuse=True)
            register_tokenizers(index)
            index.config_reader("Manual", 0)
            index.reload()
        beside = (
            Files.open(path),
            Orders.open(path),
            Slips.open(path),
            Surroundings.read(path / SURROUNDINGS),
        )
        return Opened(index, *beside)
    except (ValueError, LookupError, TypeError, OSError) as error:
        message = f"The index of names in {path} can't be opened: {error}"
        raise StoreError(message) from error


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
