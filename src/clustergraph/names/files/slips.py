"""Find the words of the index that differ from a misspelled one in a letter or two.

Two such words become the same when a letter or two are left out of each (the symmetric deletes of
SymSpell). All that can so become of a word is kept in a table of hashes in order, so that a look-up
reads a few places of it, however many words there are.
"""

from array import array
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Final, Self
from zlib import crc32

from rapidfuzz.distance import OSA

from clustergraph.mapped import mapped

__all__ = ["Slips", "most_alike", "slips_allowed", "write_slips"]

_WORDS: Final = "words.txt"
_TABLE: Final = "slips.bin"
_COMPARED_LETTERS: Final = 7
"""Letters are left out at the beginning of words only; the whole words are compared then."""
_LEAST_LETTERS: Final = 3
_LEAST_LETTERS_FOR_ONE_SLIP: Final = 4
_LEAST_LETTERS_FOR_TWO_SLIPS: Final = 8
_MOST_WORDS: Final = 24


class Slips:
    """The words of an index, found by what is like them; safe to share between threads."""

    def __init__(self, words: memoryview, table: Sequence[int]) -> None:
        self._text = words
        self._table = table

    @classmethod
    def open(cls, folder: Path) -> Self:
        """Open what was written into the folder.

        Raises:
            OSError: when nothing was.
        """
        return cls(mapped(folder / _WORDS), mapped(folder / _TABLE).cast("Q"))

    @cached_property
    def _words(self) -> Sequence[str]:
        """The words, parted when they are first wanted, since that holds all other threads up."""
        return str(self._text, "utf-8").split()

    def differing(self, word: str, slips: int) -> dict[str, int]:
        """Return other words that differ in so many letters or fewer, and in how many.

        Two letters that changed places are one slip. A few dozen microseconds.
        """
        found = {}
        for number in {each for left in _left(word, slips) for each in self._with(left)}:
            other = self._words[number]
            differs = OSA.distance(word, other, score_cutoff=slips)
            if 0 < differs <= slips:
                found[other] = differs
        return found

    def _with(self, left: str) -> Iterator[int]:
        """Yield the numbers of the words of which this may be left, and a few of others."""
        wanted = crc32(left.encode())
        for place in range(bisect_left(self._table, wanted << 32), len(self._table)):
            digest, number = divmod(self._table[place], 1 << 32)
            if digest != wanted:
                return
            yield number


def most_alike(found: Mapping[str, int]) -> list[str]:
    """Return words by how much they differ, the most alike first; no more than are asked for."""
    return sorted(found, key=lambda other: (found[other], other))[:_MOST_WORDS]


def slips_allowed(word: str, *, is_known: bool) -> int:
    """Return how many slips to look for: a word that is in some name has been spelled with care."""
    if len(word) < _LEAST_LETTERS_FOR_ONE_SLIP:
        return 0
    return 2 if len(word) >= _LEAST_LETTERS_FOR_TWO_SLIPS and not is_known else 1


def write_slips(folder: Path, words: Iterable[str]) -> None:
    """Write the words, and what may be left of them, into the folder."""
    kept = sorted({word for word in words if len(word) >= _LEAST_LETTERS})
    table = array(
        "Q",
        sorted(
            crc32(left.encode()) << 32 | number
            for number, word in enumerate(kept)
            for left in _left(word, 2 if len(word) >= _COMPARED_LETTERS else 1)
        ),
    )
    (folder / _WORDS).write_text("\n".join(kept), "utf-8")
    (folder / _TABLE).write_bytes(table.tobytes())


def _left(word: str, slips: int) -> set[str]:
    """Return what is left of the beginning of a word without some of its letters.

    >>> sorted(_left("abc", 1))
    ['ab', 'abc', 'ac', 'bc']
    """
    start = word[:_COMPARED_LETTERS]
    shortest = max(len(start) - slips, 0)
    lengths = range(shortest, len(start) + 1)
    return {"".join(kept) for length in lengths for kept in combinations(start, length)}
