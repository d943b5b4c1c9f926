"""The bundles of all things, of a table and the layers beside it as one."""

import hashlib
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Self

from clustergraph.errors import StoreError
from clustergraph.model import Iri
from clustergraph.store.adjacency.bundles import Bundle, Key
from clustergraph.store.adjacency.layers import Edit, EditNumbers, Layer, layers_in
from clustergraph.store.adjacency.members import Members
from clustergraph.store.adjacency.table import WORD, Entry, Iris, Parts, Row, Table

__all__ = ["Adjacency"]


class Adjacency:
    """The bundles of all things; safe to share between threads, and between processes.

    Example::

        bundles = Adjacency.open(version.adjacency_path).of(iri)
    """

    def __init__(self, table: Table, layers: Sequence[Layer] = ()) -> None:
        self._table = table
        self._layers = layers

    @classmethod
    def made_of(cls, bundles: Iterable[Bundle]) -> Self:
        """Make a table of bundles in memory, in any order."""
        return cls(Table.made_of(map(_row, bundles)))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the table in the folder, and the layers beside it; they are read where they lie.

        Raises:
            StoreError: when there is none.
        """
        try:
            return cls(Table.open(folder), layers_in(folder))
        except OSError as error:
            message = f"The table of relations in {folder} can't be opened: {error}"
            raise StoreError(message) from error

    def write(self, folder: Path) -> str:
        """Write the table into the folder, which is made where it is missing; return its stamp.

        Tables of one stamp are the same. It is a hexadecimal SHA-256. Layers are not written.
        """
        folder.mkdir(parents=True, exist_ok=True)
        stamp = hashlib.sha256()
        for name, part in zip(Parts._fields, self._table.parts, strict=True):
            (folder / name).write_bytes(part)
            stamp.update(f"{name} {part.nbytes}\n".encode() + part.tobytes())
        return stamp.hexdigest()

    def of(self, thing: Iri) -> tuple[Bundle, ...]:
        """Return the bundles of a thing by way, property and class; none where it has none."""
        found = {entry.key: entry for entry in self._table.of(thing)}
        layer = self._layer_of(thing)
        if layer is None:
            return tuple(self._bundle(thing, entry) for entry in found.values())
        for key, edit in layer.of(thing).items():
            old = found[key].numbers if key in found else memoryview(b"").cast(WORD)
            numbers = _put_together(old, edit, len(self._table.iris))
            found[key] = Entry(key, edit.total, numbers)
        return tuple(
            self._bundle(thing, found[key], layer.iris) for key in sorted(found) if found[key].total
        )

    @property
    def iris(self) -> Iris:
        """All IRIs of the table."""
        return self._table.iris

    def built(self, thing: Iri) -> Mapping[Key, tuple[int, Members]]:
        """Return total and members of each bundle as in the table, whatever was written since."""
        return {
            entry.key: (entry.total, Members(entry.numbers, self._table.iris))
            for entry in self._table.of(thing)
        }

    def edits_of(self, thing: Iri) -> Mapping[Key, Edit]:
        """Return how the bundles of a thing differ from the table, those that do."""
        layer = self._layer_of(thing)
        return {} if layer is None else layer.edits_of(thing)

    def _layer_of(self, thing: Iri) -> Layer | None:
        return next((layer for layer in self._layers if thing in layer), None)

    def _bundle(self, thing: Iri, entry: Entry, recent: Iris | None = None) -> Bundle:
        way, property_, kind = entry.key
        return Bundle(
            thing=thing,
            way=way,
            property=Iri(property_),
            kind=Iri(kind) if kind else None,
            total=entry.total,
            members=Members(entry.numbers, self._table.iris, recent),
        )


def _put_together(old: memoryview, edit: EditNumbers, first: int) -> memoryview:
    """Return the numbers that are left of the table's, and between them those that were added.

    Linear in the places where it differs; what lies between is copied as it is. ``first`` is the
    number from which on those of a layer count.
    """
    dropped = frozenset(edit.dropped)
    numbers = array(WORD)
    at = 0
    for place in sorted({*dropped, *edit.places, len(old)}):
        numbers.frombytes(old[at:place].cast("B"))
        here = slice(bisect_left(edit.places, place), bisect_right(edit.places, place))
        numbers.extend(first + member for member in edit.members[here])
        at = place
        if place in dropped:
            at += 1
    return memoryview(numbers)


def _row(bundle: Bundle) -> Row:
    key = bundle.way, bundle.property, bundle.kind or ""
    return Row(
        bundle.thing,
        key,
        bundle.total,
        bundle.members,
        lambda places: (places[member] for member in bundle.members),
    )
