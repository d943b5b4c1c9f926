"""Bundles in five files of numbers and letters, read where they lie.

What the numbers of a row stand for is known by whoever writes and reads them.
"""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple, Self, overload

from clustergraph.mapped import mapped
from clustergraph.model import Iri
from clustergraph.store.adjacency.bundles import Key, Way

__all__ = ["WORD", "Entry", "Iris", "Parts", "Row", "Table"]

WORD: Final = "I" if array("I").itemsize == 4 else "L"
"""Numbers of four bytes; what they count in a version is far below their four thousand million."""

_COLUMNS: Final = 6


class Row(NamedTuple):
    """What is written of a bundle.

    ``members`` are the IRIs for which its numbers may stand; ``numbers`` tells these, given the
    number of each.
    """

    thing: Iri
    key: Key
    total: int
    members: Sequence[Iri]
    numbers: Callable[[Mapping[str, int]], Iterable[int]]


class Entry(NamedTuple):
    """What is read of a bundle."""

    key: Key
    total: int
    numbers: memoryview


class Parts(NamedTuple):
    """The files, in the order of their names."""

    iris: memoryview
    ends: memoryview
    firsts: memoryview
    bundles: memoryview
    members: memoryview


class Table:
    """Rows by thing; safe to share between threads, and between processes."""

    def __init__(self, parts: Parts) -> None:
        self.parts = parts
        self.iris = Iris(parts.iris, parts.ends)

    @classmethod
    def made_of(cls, rows: Iterable[Row]) -> Self:
        """Make a table of rows in memory, in any order."""
        return cls(Parts(*(memoryview(part) for part in _written(rows))))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the table whose files are in the folder.

        Raises:
            OSError: when there is none.
        """
        letters, *numbers = (mapped(folder / name) for name in Parts._fields)
        return cls(Parts(letters, *(part.cast("B").cast(WORD) for part in numbers)))

    def __len__(self) -> int:
        """Count the rows."""
        return len(self.parts.bundles) // _COLUMNS

    def things(self) -> Iterator[Iri]:
        """Yield what has a row, sorted; linear in all IRIs."""
        before = 0
        for place, end in enumerate(self.parts.firsts):
            if end > before:
                yield self.iris[place]
            before = end

    def of(self, thing: Iri) -> Iterator[Entry]:
        """Yield what is read of a thing's bundles, in the order of their keys."""
        place = self.iris.find(thing)
        if place is None:
            return
        first = self.parts.firsts[place - 1] if place else 0
        for at in range(first, self.parts.firsts[place]):
            yield self._entry(at)

    def _entry(self, at: int) -> Entry:
        row = self.parts.bundles[at * _COLUMNS : (at + 1) * _COLUMNS]
        way, property_, kind, total, start, end = row
        key = Way(way), self.iris[property_], self.iris[kind - 1] if kind else ""
        return Entry(key, total, self.parts.members[start:end])


class Iris(Sequence[Iri]):
    """All IRIs of the table, sorted; numbers stand for them in the other files."""

    def __init__(self, letters: memoryview, ends: memoryview) -> None:
        self._letters = letters
        self._ends = ends

    def __len__(self) -> int:
        return len(self._ends)

    @overload
    def __getitem__(self, index: int) -> Iri: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Iri]: ...
    def __getitem__(self, index: int | slice) -> Iri | Sequence[Iri]:
        if isinstance(index, slice):
            return [self[each] for each in range(*index.indices(len(self)))]
        return Iri(self._stored(index).decode())

    def find(self, iri: str) -> int | None:
        """Return its number, None where it stands nowhere in the table."""
        wanted = iri.encode("utf-8", "surrogatepass")
        at = bisect_left(range(len(self)), wanted, key=self._stored)
        return at if at < len(self) and self._stored(at) == wanted else None

    def _stored(self, index: int) -> bytes:
        start = self._ends[index - 1] if index else 0
        return self._letters[start : self._ends[index]].tobytes()


def _written(rows: Iterable[Row]) -> Iterator["bytes | array[int]"]:
    """Yield what stands in each file."""
    kept = sorted(rows, key=attrgetter("thing", "key"))
    iris = sorted({iri for row in kept for iri in _named(row)})
    places = {iri: place for place, iri in enumerate(iris)}
    counts = array(WORD, bytes(4 * len(iris)))
    bundles, members = array(WORD), array(WORD)
    for thing, of_thing in groupby(kept, key=attrgetter("thing")):
        for row in of_thing:
            start = len(members)
            members.extend(row.numbers(places))
            way, property_, kind = row.key
            about = (way, places[property_], places[kind] + 1 if kind else 0, row.total)
            bundles.extend((*about, start, len(members)))
            counts[places[thing]] += 1
    letters = [iri.encode() for iri in iris]
    yield b"".join(letters)
    yield array(WORD, accumulate(map(len, letters)))
    yield array(WORD, accumulate(counts))
    yield bundles
    yield members


def _named(row: Row) -> Iterator[str]:
    _, property_, kind = row.key
    yield from (row.thing, property_, *row.members)
    if kind:
        yield kind
