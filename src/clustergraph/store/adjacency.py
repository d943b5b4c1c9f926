"""The table of who is related to whom, beside the store: how many, and the first of them, at once.

The store must read all links of a thing to count them, and knows no order of names; here it is
written down once for each version. Which links count, and in which groups and order, is decided in
``operations``.
"""

import hashlib
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum
from itertools import accumulate, groupby
from operator import attrgetter
from pathlib import Path
from typing import Final, NamedTuple, Self, overload

from clustergraph.errors import StoreError
from clustergraph.mapped import mapped
from clustergraph.model import Iri

__all__ = ["Adjacency", "Bundle", "Members", "Way"]

_COLUMNS: Final = 6
_WORD: Final = "I" if array("I").itemsize == 4 else "L"
"""Numbers of four bytes; what they count in a version is far below their four thousand million."""


class Way(IntEnum):
    """How what is in a bundle belongs to the thing that has it; the last four are only counted."""

    RELATED = 0
    INCOMING = 1
    FOLLOWING = 2
    MENTIONED = 3
    SAID = 4
    INFERRED = 5
    INFERRED_INCOMING = 6
    CITED = 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Bundle:
    """All that is related to a thing by one property, and by one class where that parts them.

    ``total`` may be more than ``members``: texts, and passages, are only counted.
    """

    thing: Iri
    way: Way
    property: Iri
    kind: Iri | None = None
    total: int
    members: Sequence[Iri] = ()


class _Parts(NamedTuple):
    """The files, in the order of their names."""

    iris: memoryview
    ends: memoryview
    firsts: memoryview
    bundles: memoryview
    members: memoryview


class Adjacency:
    """The bundles of all things; safe to share between threads, and between processes.

    Example::

        bundles = Adjacency.open(version.adjacency_path).of(iri)
    """

    def __init__(self, parts: _Parts) -> None:
        self._parts = parts
        self._iris = _Iris(parts.iris, parts.ends)

    @classmethod
    def made_of(cls, bundles: Iterable[Bundle]) -> Self:
        """Make a table of bundles in memory, in any order."""
        return cls(_Parts(*(memoryview(part) for part in _written(bundles))))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open the table in the folder; it is read where it lies.

        Raises:
            StoreError: when there is none.
        """
        try:
            parts = [mapped(folder / name) for name in _Parts._fields]
        except OSError as error:
            message = f"The table of relations in {folder} can't be opened: {error}"
            raise StoreError(message) from error
        return cls(_Parts(parts[0], *(part.cast("B").cast(_WORD) for part in parts[1:])))

    def write(self, folder: Path) -> str:
        """Write it into the folder, which is made where it is missing; return its stamp.

        Tables of one stamp are the same. It is a hexadecimal SHA-256.
        """
        folder.mkdir(parents=True, exist_ok=True)
        stamp = hashlib.sha256()
        for name, part in zip(_Parts._fields, self._parts, strict=True):
            (folder / name).write_bytes(part)
            stamp.update(f"{name} {part.nbytes}\n".encode() + part.tobytes())
        return stamp.hexdigest()

    def of(self, thing: Iri) -> tuple[Bundle, ...]:
        """Return the bundles of a thing by way, property and class; none where it has none."""
        place = self._iris.find(thing)
        if place is None:
            return ()
        first = self._parts.firsts[place - 1] if place else 0
        return tuple(self._bundle(thing, at) for at in range(first, self._parts.firsts[place]))

    def _bundle(self, thing: Iri, at: int) -> Bundle:
        row = self._parts.bundles[at * _COLUMNS : (at + 1) * _COLUMNS]
        way, property_, kind, total, start, end = row
        return Bundle(
            thing=thing,
            way=Way(way),
            property=self._iris[property_],
            kind=self._iris[kind - 1] if kind else None,
            total=total,
            members=Members(self._iris, self._parts.members[start:end]),
        )


class Members(Sequence[Iri]):
    """The things of a bundle, each read when it is asked for."""

    def __init__(self, iris: "_Iris", places: memoryview) -> None:
        self._iris = iris
        self._places = places

    def __len__(self) -> int:
        return len(self._places)

    @overload
    def __getitem__(self, index: int) -> Iri: ...
    @overload
    def __getitem__(self, index: slice) -> "Members": ...
    def __getitem__(self, index: int | slice) -> "Iri | Members":
        """Return one, or some that are not read yet."""
        if isinstance(index, slice):
            return Members(self._iris, self._places[index])
        return self._iris[self._places[index]]

    def place_of(self, iri: str) -> int | None:
        """Return where the thing stands among them; linear, but at a glance each."""
        place = self._iris.find(iri)
        places = self._places.tolist()
        return places.index(place) if place is not None and place in places else None


class _Iris(Sequence[Iri]):
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


def _written(bundles: Iterable[Bundle]) -> Iterator["bytes | array[int]"]:
    """Yield what stands in each file."""
    kept = sorted(bundles, key=lambda each: (each.thing, each.way, each.property, each.kind or ""))
    iris = sorted({iri for bundle in kept for iri in _named(bundle)})
    places = {iri: place for place, iri in enumerate(iris)}
    counts = array(_WORD, bytes(4 * len(iris)))
    rows, members = array(_WORD), array(_WORD)
    for thing, of_thing in groupby(kept, key=attrgetter("thing")):
        for bundle in of_thing:
            start = len(members)
            members.extend(places[member] for member in bundle.members)
            kind = places[bundle.kind] + 1 if bundle.kind else 0
            about = (bundle.way, places[bundle.property], kind, bundle.total)
            rows.extend((*about, start, len(members)))
            counts[places[thing]] += 1
    letters = [iri.encode() for iri in iris]
    yield b"".join(letters)
    yield array(_WORD, accumulate(map(len, letters)))
    yield array(_WORD, accumulate(counts))
    yield rows
    yield members


def _named(bundle: Bundle) -> Iterator[Iri]:
    yield from (bundle.thing, bundle.property, *bundle.members)
    if bundle.kind:
        yield bundle.kind
