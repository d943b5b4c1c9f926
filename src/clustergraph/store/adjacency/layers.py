"""What was written since the table was built: the bundles that differ, in small files.

A bundle stands there by how it differs from the table, since a thing that ten thousand others point
to has one more now and then. Each layer tells all of a thing that it tells of; so the newest one
that has it counts. They are merged as they grow, so that there are few.
"""

import hashlib
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, Self

from clustergraph.mapped import mapped
from clustergraph.model import Iri
from clustergraph.store.adjacency.bundles import Key
from clustergraph.store.adjacency.table import WORD, Entry, Iris, Parts, Row, Table

__all__ = ["Edit", "EditNumbers", "Layer", "add_layer", "layers_in"]

_HEADER: Final = "Q"
_FOLDER: Final = "recent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """How a bundle differs from the one in the table.

    ``dropped`` are the places of its members there that it has not any more, sorted. ``added`` are
    the others, in order, each with the place in the table before which it stands.
    """

    thing: Iri
    key: Key
    total: int
    dropped: Sequence[int] = ()
    added: Sequence[tuple[int, Iri]] = ()

    @property
    def members(self) -> Sequence[Iri]:
        """The things that were added."""
        return [member for _, member in self.added]


class Layer:
    """One file of edits."""

    def __init__(self, path: Path, table: Table) -> None:
        self.path = path
        self._table = table

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a layer; it is read where it lies.

        Raises:
            OSError: when it is not there.
        """
        return cls(path, Table(_unpacked(mapped(path))))

    @property
    def iris(self) -> Iris:
        """All IRIs that it names."""
        return self._table.iris

    def __len__(self) -> int:
        """Count the bundles."""
        return len(self._table)

    def __contains__(self, thing: Iri) -> bool:
        return next(self._table.of(thing), None) is not None

    def things(self) -> Iterator[Iri]:
        """Yield what it tells of."""
        return self._table.things()

    def of(self, thing: Iri) -> dict[Key, "EditNumbers"]:
        """Return the bundles of a thing that differ; none where it does not tell of it."""
        return {entry.key: _parted(entry) for entry in self._table.of(thing)}

    def edits_of(self, thing: Iri) -> dict[Key, Edit]:
        """Return the same with the IRIs read."""
        return {key: self._edit(thing, key, numbers) for key, numbers in self.of(thing).items()}

    def _edit(self, thing: Iri, key: Key, numbers: "EditNumbers") -> Edit:
        added = [
            (place, self.iris[member])
            for place, member in zip(numbers.places, numbers.members, strict=True)
        ]
        total, dropped = numbers.total, numbers.dropped
        return Edit(thing=thing, key=key, total=total, dropped=dropped, added=added)


class EditNumbers(NamedTuple):
    """An edit as it is written: numbers stand for what was added, each before its place."""

    total: int
    dropped: Sequence[int]
    places: Sequence[int]
    members: Sequence[int]


def _parted(entry: Entry) -> EditNumbers:
    count, *numbers = entry.numbers.tolist()
    return EditNumbers(entry.total, numbers[:count], numbers[count::2], numbers[count + 1 :: 2])


def layers_in(folder: Path) -> list[Layer]:
    """Open the layers beside the table in a folder, the newest first."""
    recent = folder / _FOLDER
    return [Layer.open(path) for path in sorted(recent.glob("*"), reverse=True)]


def add_layer(folder: Path, edits: Mapping[Iri, Iterable[Edit]]) -> str:
    """Put a layer of these edits beside the table in a folder; return a stamp of all its layers.

    Layers that are not much longer are merged into it: so each is more than twice as long as the
    next, and what was written once is written again only as often as all of it doubles. No file is
    written into, since another version may have it too.
    """
    recent = folder / _FOLDER
    recent.mkdir(exist_ok=True)
    kept = {thing: list(own) for thing, own in edits.items()}
    layers = layers_in(folder)
    while kept and layers and len(layers[0]) <= 2 * sum(map(len, kept.values())):
        older = layers.pop(0)
        for thing in older.things():
            kept.setdefault(thing, list(older.edits_of(thing).values()))
        older.path.unlink()
    if kept:
        number = int(layers[0].path.name.partition("-")[0]) + 1 if layers else 1
        _write(recent, number, [edit for own in kept.values() for edit in own])
    return _stamp(recent)


def _write(recent: Path, number: int, edits: Iterable[Edit]) -> None:
    content = _packed(Table.made_of(map(_row, edits)).parts)
    name = f"{number:03}-{hashlib.sha256(content).hexdigest()[:16]}"
    with (recent / name).open("xb") as file:
        file.write(content)


def _stamp(recent: Path) -> str:
    names = sorted(path.name for path in recent.iterdir())
    return hashlib.sha256("\n".join(names).encode()).hexdigest()


def _row(edit: Edit) -> Row:
    def numbers(places: Mapping[str, int]) -> Iterator[int]:
        """Yield how many were dropped, which, and the place and the IRI of each that was added."""
        yield len(edit.dropped)
        yield from edit.dropped
        for place, member in edit.added:
            yield from (place, places[member])

    return Row(edit.thing, edit.key, edit.total, edit.members, numbers)


def _packed(parts: Parts) -> bytes:
    """Put all parts into one, since each file costs a wait for the disk; the letters come last."""
    letters, *numbers = parts
    lengths = array(_HEADER, [part.nbytes for part in (*numbers, letters)])
    return b"".join([lengths.tobytes(), *(part.tobytes() for part in (*numbers, letters))])


def _unpacked(content: memoryview) -> Parts:
    bytes_ = content.cast("B")
    at = len(Parts._fields) * array(_HEADER).itemsize
    found = []
    for length in bytes_[:at].cast(_HEADER):
        found.append(bytes_[at : at + length])
        at += length
    *numbers, letters = found
    return Parts(letters, *(part.cast(WORD) for part in numbers))
