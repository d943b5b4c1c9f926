"""The file of cards: each is read by its rank, and in full only where more than a glance is wanted.

Which card comes first is ``part_writing``'s to say, which is wanted ``index``'s.
"""

import json
import re
from array import array
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property, lru_cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Final, NamedTuple, Self, TypeAlias

from clustergraph.mapped import mapped
from clustergraph.model import Iri
from clustergraph.names.aspects import Aspects
from clustergraph.names.card import Card, Name, Place
from clustergraph.names.comparing.keys import gist, keys_of

__all__ = ["Filed", "Files", "Glimpse", "Heard", "write_files"]

_CARDS: Final = "cards.bin"
_ENDS: Final = "ends.bin"
"""The file of where in the other one each card ends."""
_CARDS_REMEMBERED: Final = 8192
"""Some 30 MB in all; a card from the disk takes as long as the search that found it."""
_Identity: TypeAlias = tuple[int, int, int, int]
_HEAD: Final = re.compile(rb'\["([^"\\]*)","[^"\\]*",(-?[0-9]+),')
"""How a card begins: most of them need not be read to know their place."""


class Glimpse(NamedTuple):
    """A name as it is compared at a glance, folded and as its gist, and its place on the card."""

    folded: str
    gist: str
    place: int


class Heard(NamedTuple):
    """A name, folded too."""

    name: Name
    folded: str


class Filed:
    """A card as it is kept; what of it is not asked for is not read."""

    def __init__(self, stored: bytes) -> None:
        """Take what is kept of a card; equal cards are kept equally."""
        self.stored = stored
        self._looks, _, self._card = stored.partition(b"\0")

    @classmethod
    def of(cls, card: Card) -> Self:
        """File a card."""
        filed = cls(_written(card))
        filed.card = card
        return filed

    @cached_property
    def standing(self) -> tuple[int, str]:
        """By what cards are put in order: the more prominent first, among equals by IRI."""
        head = _HEAD.match(self._card)
        return (-int(head[2]), head[1].decode()) if head else (-self.card.prominence, self.card.iri)

    @cached_property
    def card(self) -> Card:
        """The card."""
        iri, cls, prominence, names, places, aspects = json.loads(self._card)
        return Card(
            iri=Iri(iri),
            cls=Iri(cls),
            prominence=prominence,
            names=tuple(Name(*name) for name in names),
            places=tuple(
                Place(Iri(place), tuple(Name(*name) for name in called), is_country)
                for place, called, is_country in places
            ),
            aspects=_aspects(*aspects),
        )

    def glimpses(self, language: str | None) -> Collection[Glimpse]:
        """Return how the names look that are ``heard``; of names that look the same the first."""
        if language is None:
            return self._all_glimpses
        names, heard = self.card.names, set(self.card.heard(language))
        return _distinct(each for each in self._seen if names[each.place] in heard)

    @property
    def _seen(self) -> Iterator[Glimpse]:
        for place, look in enumerate(self._looks.decode().split("\n")):
            folded, _, gist = look.partition("\t")
            yield Glimpse(folded, gist, place)

    @cached_property
    def _all_glimpses(self) -> Collection[Glimpse]:
        return _distinct(self._seen)

    def heard(self, language: str | None) -> tuple[Heard, ...]:
        """Return the names in the language, and those in none; all where it has no such."""
        heard = (Heard(self.card.names[each.place], each.folded) for each in self._seen)
        if language is None:
            return tuple(heard)
        spoken = self.card.heard(language)
        return tuple(each for each in heard if each.name in spoken)


def _distinct(glimpses: Iterable[Glimpse]) -> Collection[Glimpse]:
    seen: dict[tuple[str, str], Glimpse] = {}
    for each in glimpses:
        seen.setdefault(each[:2], each)
    return seen.values()


class Files:
    """All cards of an index by their rank; safe to share between threads."""

    def __init__(self, cards: memoryview, ends: memoryview, identity: _Identity) -> None:
        self._length = len(ends)
        self._identity = identity
        self._read = lru_cache(_CARDS_REMEMBERED)(partial(_filed, cards, ends))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what was written into the folder.

        Raises:
            OSError: when nothing was.
        """
        cards, ends = mapped(folder / _CARDS), mapped(folder / _ENDS).cast("Q")
        return cls(cards, ends, _identity(folder / _CARDS))

    def are_in(self, folder: Path) -> bool:
        """Tell whether these are the very files in a folder, and not only alike."""
        return _identity(folder / _CARDS) == self._identity

    def __len__(self) -> int:
        return self._length

    def __getitem__(self, rank: int) -> Filed:
        return self._read(rank)


def _filed(cards: memoryview, ends: memoryview, rank: int) -> Filed:
    start = ends[rank - 1] if rank else 0
    return Filed(cards[start : ends[rank]].tobytes())


def _identity(path: Path) -> _Identity:
    """Return what tells a file from all others; what is held open keeps its number."""
    status = path.stat()
    return status.st_dev, status.st_ino, status.st_mtime_ns, status.st_size


def _aspects(
    sectors: list[str], programmes: list[str], years: list[int], source_languages: list[str]
) -> Aspects:
    return Aspects(
        sectors=tuple(map(Iri, sectors)),
        programmes=tuple(map(Iri, programmes)),
        years=tuple(years),
        source_languages=tuple(source_languages),
    )


def _written(card: Card) -> bytes:
    """Write a card as it is kept."""
    parts = (card.iri, card.cls, card.prominence, card.names, card.places, card.aspects)
    glimpses = (f"{keys_of(name.text).folded}\t{gist(name.text)}" for name in card.names)
    whole = json.dumps(parts, ensure_ascii=False, separators=(",", ":"))
    return "\n".join(glimpses).encode() + b"\0" + whole.encode("utf-8", "surrogatepass")


def write_files(folder: Path, cards: Iterable[Filed]) -> None:
    """Write the cards, in the order of their rank, into the folder."""
    kept = [filed.stored for filed in cards]
    (folder / _CARDS).write_bytes(b"".join(kept))
    (folder / _ENDS).write_bytes(array("Q", accumulate(map(len, kept))).tobytes())
