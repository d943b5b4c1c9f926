"""The order of things by what readers of a language see them called: an alphabet for everybody.

Each language in which things have names has an order of its own, as far as there is room; readers
of any other see things in the order of the default language.
"""

import json
import re
import unicodedata
from array import array
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

from clustergraph.mapped import mapped
from clustergraph.names.card import DEFAULT_LANGUAGE, Card
from clustergraph.names.files.cards import Filed

__all__ = [
    "MOST_ORDERS",
    "Orders",
    "PlaceInOrder",
    "order_field",
    "ordered",
    "place_of",
    "written_as",
]

MOST_ORDERS: Final = 12
"""Some 200 kB each for 100,000 things."""
_LANGUAGES: Final = "orders.json"
_PLAIN: Final = str.maketrans(
    {"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "þ": "th", "ı": "i", "ð": "d"}
)
"""Letters that Unicode does not part into a letter and a mark."""
_NUMBER: Final = re.compile(r"[0-9]+")
_NEITHER_LETTER_NOR_DIGIT: Final = re.compile(r"[^a-z0-9]+")
"""Of ASCII."""
_DIGITS: Final = 12
_LONGEST: Final = 120
"""Names that begin with so many equal letters are told apart by their IRIs."""
_REMEMBERED: Final = 10_000
"""Each is asked for in every language."""


class PlaceInOrder(NamedTuple):
    """Where something stands: what it is called decides, among equals the IRI."""

    called: str
    iri: str


@lru_cache(_REMEMBERED)
def written_as(name: str) -> str:
    """Return how a name is written for comparison: no case, marks or quotes; numbers by size.

    >>> written_as("„Łódź” 2") < written_as("Łódź 10") < written_as("Ruse") < written_as("Русе")
    True
    """
    by_size = _NUMBER.sub(lambda number: number[0].zfill(_DIGITS), " ".join(_plain(name).split()))
    return by_size[:_LONGEST]


def _plain(name: str) -> str:
    """Return the letters and digits of a name, without case and marks, parted by blanks."""
    folded = name.casefold()
    if folded.isascii():
        return _NEITHER_LETTER_NOR_DIGIT.sub(" ", folded)
    parted = unicodedata.normalize("NFKD", folded).translate(_PLAIN)
    return "".join(char if char.isalnum() else " " for char in parted if not _is_mark(char))


def _is_mark(char: str) -> bool:
    return unicodedata.combining(char) != 0


def place_of(card: Card, language: str) -> PlaceInOrder:
    """Return where a thing stands in the order of a language."""
    return PlaceInOrder(written_as(card.label(language).text), card.iri)


def order_field(number: int) -> str:
    """Name the field of the index that holds the places in the order of that number."""
    return f"order_{number}"


def ordered(
    folder: Path, cards: Sequence[Card], languages: Sequence[str] = ()
) -> Mapping[str, Sequence[int]]:
    """Order the cards, which come by rank, and write the orders down; n log n for each language.

    Return what each field holds: the places, by rank. Where no languages are given, there are
    orders for those that most cards have names in.
    """
    languages = languages or _languages_of(cards)
    fields: dict[str, Sequence[int]] = {}
    for number, language in enumerate(languages):
        places = [place_of(card, language) for card in cards]
        ranks = sorted(range(len(cards)), key=places.__getitem__)
        _file_of(folder, number).write_bytes(array("I", ranks).tobytes())
        fields[order_field(number)] = _inverse(ranks)
    (folder / _LANGUAGES).write_text(json.dumps(languages), "utf-8")
    return fields


def _languages_of(cards: Sequence[Card]) -> list[str]:
    """Return the languages that most things have names in; the default one first."""
    counts = Counter(
        language
        for card in cards
        for language in {name.language for name in card.names}
        if language not in {"", DEFAULT_LANGUAGE}
    )
    most = sorted(counts, key=lambda language: (-counts[language], language))
    return [DEFAULT_LANGUAGE, *most[: MOST_ORDERS - 1]]


def _inverse(ranks: Sequence[int]) -> Sequence[int]:
    places = array("I", bytes(4 * len(ranks)))
    for place, rank in enumerate(ranks):
        places[rank] = place
    return places


def _file_of(folder: Path, number: int) -> Path:
    return folder / f"order-{number}.bin"


class _Places(Sequence[PlaceInOrder]):
    """An order as a sequence, whose items are read as they are wanted."""

    def __init__(self, ranks: memoryview, language: str, filed_at: Callable[[int], Filed]) -> None:
        self._ranks = ranks
        self._language = language
        self._filed_at = filed_at

    def __len__(self) -> int:
        return len(self._ranks)

    def __getitem__(self, place: int) -> PlaceInOrder:  # type: ignore[override]
        return place_of(self._filed_at(self._ranks[place]).card, self._language)


class Orders:
    """The orders that were written into a folder, by language; safe to share between threads."""

    def __init__(self, languages: Sequence[str], ranks: Sequence[memoryview]) -> None:
        self.languages = languages
        self._ranks = ranks

    @classmethod
    def open(cls, folder: Path) -> "Orders":
        """Open them.

        Raises:
            OSError: when there are none.
            ValueError: when they can't be read.
        """
        languages = [*map(str, json.loads((folder / _LANGUAGES).read_bytes()))]
        files = (_file_of(folder, number) for number in range(len(languages)))
        return cls(languages, [mapped(file).cast("I") for file in files])

    def field_for(self, language: str) -> str:
        """Return the field of the index with the places of that order."""
        return order_field(self.languages.index(language))

    def places(self, language: str, filed_at: Callable[[int], Filed]) -> Sequence[PlaceInOrder]:
        """Return an order from its beginning to its end."""
        return _Places(self._ranks[self.languages.index(language)], language, filed_at)
