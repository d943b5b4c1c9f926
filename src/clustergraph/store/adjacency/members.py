"""The things of a bundle, each read when it is asked for."""

from collections.abc import Sequence
from typing import overload

from clustergraph.model import Iri
from clustergraph.store.adjacency.table import Iris

__all__ = ["Members"]


class Members(Sequence[Iri]):
    """The things of a bundle, by numbers: of the table, or going on after it, of a layer."""

    def __init__(self, numbers: Sequence[int], built: Iris, recent: Iris | None = None) -> None:
        self._numbers = numbers
        self._built = built
        self._recent = recent

    def __len__(self) -> int:
        return len(self._numbers)

    @overload
    def __getitem__(self, index: int) -> Iri: ...
    @overload
    def __getitem__(self, index: slice) -> "Members": ...
    def __getitem__(self, index: int | slice) -> "Iri | Members":
        """Return one, or some that are not read yet."""
        if isinstance(index, slice):
            return Members(self._numbers[index], self._built, self._recent)
        number = self._numbers[index]
        if self._recent is None or number < len(self._built):
            return self._built[number]
        return self._recent[number - len(self._built)]

    def place_of(self, iri: str) -> int | None:
        """Return where the thing stands among them; linear, but at a glance each."""
        numbers = list(self._numbers)
        for number in self._numbers_of(iri):
            if number in numbers:
                return numbers.index(number)
        return None

    def _numbers_of(self, iri: str) -> list[int]:
        """Return the numbers that stand for it; in two tables it has two."""
        built = self._built.find(iri)
        recent = None if self._recent is None else self._recent.find(iri)
        found = [] if built is None else [built]
        return found if recent is None else [*found, len(self._built) + recent]
