"""How an index is written as a whole, in one part; ``bringing_along`` adds others to it later."""

import hashlib
from collections.abc import Iterable
from pathlib import Path

from clustergraph.names.card import Card
from clustergraph.names.files.cards import Filed
from clustergraph.names.files.opening import SHAPE, SURROUNDINGS, note_shape, note_stamp
from clustergraph.names.writing.gathering import known_surroundings
from clustergraph.names.writing.part_writing import write_part

__all__ = ["build_names"]


def build_names(path: Path, cards: Iterable[Card]) -> str:
    """Write a new index into the folder, which is made where it is missing; return its stamp.

    Indexes of one stamp hold the same and answer the same. It is a hexadecimal SHA-256.
    """
    digest = hashlib.sha256(SHAPE.encode())
    write_part(path, map(Filed.of, cards), digest)
    known_surroundings().write(path / SURROUNDINGS)
    digest.update((path / SURROUNDINGS).read_bytes())
    note_shape(path)
    return note_stamp(path, digest.hexdigest())
