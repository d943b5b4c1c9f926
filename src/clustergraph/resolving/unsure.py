"""Which groups look like one thing and were not joined: pairs that a person should look at.

They are of one family, nothing keeps them apart for sure, and their names are alike: on a ground of
``likeness`` that did not suffice or led to several, or because one is made of words of the other,
or of its first letters, or differs from it by a letter.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping
from itertools import combinations, product
from typing import Final

from rapidfuzz.distance import Levenshtein

from clustergraph.model import Iri, UnsurePair
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.likeness import GROUNDS
from clustergraph.resolving.people import are_namesakes, surname_sounds
from clustergraph.resolving.vetoes import differ
from clustergraph.resolving.witnesses import is_bare

__all__ = ["unsure_pairs"]

_FAMILIES: Final = frozenset({"agent", "activity", "person", "place", "qualification"})
_MOST_SHARERS: Final = 12
"""A word that more things bear in their names tells nothing."""
_FIRST_LETTERS: Final = 3
_LETTERS_FOR_A_SLIP: Final = 6
_SHORTEST_ACRONYM: Final = 3


def unsure_pairs(iris: Mapping[Group, Iri]) -> tuple[UnsurePair, ...]:
    """Return the pairs, sorted; about linear, as words that many names share are passed over."""
    groups = [group for group in iris if group.family in _FAMILIES and not _is_bare(group)]
    found: dict[tuple[Iri, Iri], str] = {}
    for one, other in _neighbours(groups):
        pair = (min(iris[one], iris[other]), max(iris[one], iris[other]))
        if pair not in found:
            found[pair] = "" if _kept_apart(one, other) else _likeness(one, other)
    return tuple(
        UnsurePair(one=one, other=other, reason=reason)
        for (one, other), reason in sorted(found.items())
        if reason
    )


def _is_bare(group: Group) -> bool:
    """Whether it is called by common nouns only: every document has another foundation."""
    return all(is_bare(calling.spelling, group.family) for calling in group.callings)


def _neighbours(groups: Iterable[Group]) -> Iterator[tuple[Group, Group]]:
    """Pairs that share a word, a beginning or, as letters and words, an acronym."""
    blocks: dict[Hashable, list[Group]] = defaultdict(list)
    for group in groups:
        for key in sorted({(group.family, *key) for key in _keys(group)}):
            blocks[key].append(group)
    for block in blocks.values():
        if len(block) <= _MOST_SHARERS:
            yield from combinations(block, 2)


def _keys(group: Group) -> Iterator[tuple[str, str]]:
    for calling in group.callings:
        yield "whole", calling.name
        yield "sound", " ".join(sorted(calling.spelling.sounds))
        yield from (("wording", wording) for wording in calling.spelling.wordings)
        if group.family == "person":
            yield from (("surname", sound) for sound in surname_sounds(calling.spelling))
    for name in group.names | group.aliases:
        yield from (("word", word) for word in name.split())
        yield "word", _initials(name)
        yield "beginning", name[:_FIRST_LETTERS]


def _initials(name: str) -> str:
    """First letters of the words that count.

    >>> _initials("alpine foundation for wood research")
    'afwr'
    """
    letters = "".join(word[0] for word in _telling(name) if word.isalpha())
    return letters if len(letters) >= _SHORTEST_ACRONYM else name


def _telling(name: str) -> list[str]:
    return [word for word in name.split() if len(word) > _FIRST_LETTERS or word.isdigit()]


def _likeness(one: Group, other: Group) -> str:
    """What makes the groups alike; empty where nothing does."""
    reasons = (
        reason
        for ours in sorted(one.names | one.aliases)
        for theirs in sorted(other.names | other.aliases)
        if (reason := _alike(*sorted((ours, theirs), key=lambda name: (len(name), name))))
    )
    return next(reasons, "") or _ground(one, other)


def _alike(short: str, long: str) -> str:
    if short == long:
        return "they bear one name"
    if set(short.split()) < set(long.split()):
        return "the one name is part of the other"
    if sorted(_telling(short)) == sorted(_telling(long)) != []:
        return "the names are made of the same words"
    if short == _initials(long):
        return "the one name is made of the first letters of the other"
    is_slip = len(short) >= _LETTERS_FOR_A_SLIP and Levenshtein.distance(short, long) == 1
    return "the names differ by one letter" if is_slip else ""


def _ground(one: Group, other: Group) -> str:
    """The surest ground on which they would be joined if nothing were in doubt; or empty."""
    pairs = list(product(one.callings, other.callings))
    grounds = (ground for ground in GROUNDS if one.family in ground.families)
    reasons = (ground.reason for ground in grounds if any(ground.holds(*pair) for pair in pairs))
    return next(reasons, "") or _one_person(one, other)


def _one_person(one: Group, other: Group) -> str:
    names = product(one.callings, other.callings) if one.family == "person" else ()
    may_be_one = (
        are_namesakes(ours.spelling, theirs.spelling, beside_one_body=True)
        for ours, theirs in names
    )
    return "the names may be names of one person" if any(may_be_one) else ""


def _kept_apart(one: Group, other: Group) -> bool:
    return any(differ(ours, theirs) for ours in one.signatures for theirs in other.signatures)
