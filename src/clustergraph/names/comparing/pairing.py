"""Which word of what was asked goes with which of a name; what that is worth is ``likeness``'s."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise, product
from typing import NamedTuple

from clustergraph.names.comparing.words import alike, weight

__all__ = ["Pairing", "paired", "weight_of"]

_BEGUN = 0.85
"""A word that may go on is like one that begins so, and never surely the same."""

_LETTERS_OF_A_SLIP = 1


class _Pair(NamedTuple):
    asked: int
    named: int
    alike: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Pairing:
    """The words of both sides, and the pairs they make, in the order of what was asked."""

    asked: tuple[str, ...]
    named: tuple[str, ...]
    pairs: tuple[_Pair, ...]

    @property
    def more(self) -> list[str]:
        """The words that were asked for and are not in the name."""
        return _others(self.asked, {pair.asked for pair in self.pairs})

    @property
    def less(self) -> list[str]:
        """The words of the name that nobody asked for."""
        return _others(self.named, {pair.named for pair in self.pairs})

    @property
    def share_of_asked(self) -> float:
        """How much of what was asked is in the name; less for words that are spelled otherwise."""
        found = sum(weight(self.asked[pair.asked]) * pair.alike for pair in self.pairs)
        return found / weight_of(self.asked)

    @property
    def share_of_name(self) -> float:
        """How much of the name was asked for; less for words that are spelled otherwise."""
        return self._found_of_name / weight_of(self.named)

    @property
    def spelling(self) -> float:
        """How alike the words of the pairs are."""
        return self._found_of_name / weight_of([self.named[pair.named] for pair in self.pairs])

    @property
    def worst(self) -> float:
        """How alike the two words are that are least so."""
        return min(pair.alike for pair in self.pairs)

    @property
    def otherwise_spelled(self) -> list[tuple[str, str]]:
        """The words that were asked for and are spelled otherwise in the name, both ways."""
        words = [(self.asked[pair.asked], self.named[pair.named]) for pair in self.pairs]
        return [(asked, named) for asked, named in words if asked != named]

    @property
    def is_broken_off(self) -> bool:
        """Whether the last word that was asked for only begins its partner, by more than a letter.

        A word without its ending looks the same, but who was still writing may have meant another.
        """
        last = self.pairs[-1]
        asked, named = self.asked[last.asked], self.named[last.named]
        lacks = len(named) - len(asked)
        is_last = last.asked == len(self.asked) - 1
        return is_last and lacks > _LETTERS_OF_A_SLIP and named.startswith(asked)

    @property
    def is_in_order(self) -> bool:
        """Whether the words come in the order of the name."""
        return all(one.named < other.named for one, other in pairwise(self.pairs))

    @property
    def _found_of_name(self) -> float:
        return sum(weight(self.named[pair.named]) * pair.alike for pair in self.pairs)


def paired(asked: tuple[str, ...], named: tuple[str, ...], *, unfinished: bool = False) -> Pairing:
    """Pair the words, each once, the most alike first.

    >>> paired(("metal", "klaster"), ("klastra", "metali")).is_in_order
    False
    """
    taken: tuple[set[int], set[int]] = set(), set()
    pairs: list[_Pair] = []
    for pair in sorted(_possible(asked, named, unfinished=unfinished), key=_preference):
        if pair.asked not in taken[0] and pair.named not in taken[1]:
            pairs.append(pair)
            taken[0].add(pair.asked)
            taken[1].add(pair.named)
    return Pairing(asked=asked, named=named, pairs=tuple(sorted(pairs)))


def weight_of(words: Collection[str]) -> float:
    """Return how much words count together."""
    return sum(map(weight, words))


def _possible(
    asked: tuple[str, ...], named: tuple[str, ...], *, unfinished: bool
) -> Iterator[_Pair]:
    begun = len(asked) - 1 if unfinished else None
    for (at, one), (to, other) in product(enumerate(asked), enumerate(named)):
        degree = _alike_begun(one, other) if at == begun else alike(one, other)
        if degree:
            yield _Pair(at, to, degree)


def _preference(pair: _Pair) -> tuple[float, int]:
    return -pair.alike, abs(pair.asked - pair.named)


def _alike_begun(one: str, other: str) -> float:
    if one == other:
        return 1.0
    return _BEGUN if other.startswith(one) else min(alike(one, other), _BEGUN)


def _others(words: tuple[str, ...], paired: set[int]) -> list[str]:
    return [word for at, word in enumerate(words) if at not in paired]
