"""Which groups look like one thing and were not joined: pairs that a person should look at.

They are of one family, nothing keeps them apart, and their names are alike: one is made of words of
the other, or of its first letters, or differs from it by a slip.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from rapidfuzz.distance import Levenshtein

from clustergraph.model import Iri, UnsurePair
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.vetoes import differ

__all__ = ["unsure_pairs"]

_FAMILIES: Final = frozenset({"agent", "activity", "person", "place", "qualification"})
_MOST_SHARERS: Final = 12
"""A word that more things bear in their names tells nothing."""
_FIRST_LETTERS: Final = 3
_LETTERS_FOR_A_SLIP: Final = 6
_SHORTEST_ACRONYM: Final = 3

Names = Mapping[Group, frozenset[str]]


def unsure_pairs(iris: Mapping[Group, Iri]) -> tuple[UnsurePair, ...]:
    """Return the pairs, sorted; about linear, as words that many names share are passed over."""
    names = {group: _names(group) for group in iris if group.named and group.family in _FAMILIES}
    found: dict[tuple[Iri, Iri], str] = {}
    for one, other in _neighbours(names):
        pair = (min(iris[one], iris[other]), max(iris[one], iris[other]))
        if pair not in found and (reason := _likeness(names[one], names[other])):
            found[pair] = "" if _kept_apart(one, other) else reason
    return tuple(
        UnsurePair(one=one, other=other, reason=reason)
        for (one, other), reason in sorted(found.items())
        if reason
    )


def _names(group: Group) -> frozenset[str]:
    return group.names | group.aliases


def _neighbours(names: Names) -> Iterator[tuple[Group, Group]]:
    """Pairs that share a word, a beginning or, as letters and words, an acronym."""
    blocks: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group, folded in names.items():
        for key in sorted({key for name in folded for key in _keys(name)}):
            blocks[group.family, key].append(group)
    for block in blocks.values():
        if len(block) <= _MOST_SHARERS:
            yield from combinations(block, 2)


def _keys(name: str) -> Iterator[str]:
    yield from name.split()
    yield name[:_FIRST_LETTERS]
    yield _initials(name)


def _initials(name: str) -> str:
    """First letters of the words that count.

    >>> _initials("european foundation for cluster excellence")
    'efce'
    """
    words = name.split()
    letters = "".join(word[0] for word in words if len(word) > _FIRST_LETTERS)
    return letters if len(letters) >= _SHORTEST_ACRONYM else name


def _likeness(ours: Iterable[str], theirs: Sequence[str] | frozenset[str]) -> str:
    """What makes some two of the names alike; empty where nothing does."""
    for one in sorted(ours):
        for other in sorted(theirs):
            if reason := _alike(*sorted((one, other), key=lambda name: (len(name), name))):
                return reason
    return ""


def _alike(short: str, long: str) -> str:
    if short == long:
        return "they bear one name"
    if set(short.split()) < set(long.split()):
        return "the one name is part of the other"
    if short == _initials(long):
        return "the one name is made of the first letters of the other"
    is_slip = len(short) >= _LETTERS_FOR_A_SLIP and Levenshtein.distance(short, long) == 1
    return "the names differ by one letter" if is_slip else ""


def _kept_apart(one: Group, other: Group) -> bool:
    return any(differ(ours, theirs) for ours in one.signatures for theirs in other.signatures)
