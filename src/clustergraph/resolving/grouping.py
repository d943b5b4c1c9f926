"""Which members are one thing. Sure grounds come first; what is unsure joins nothing.

The grounds, in this order: a person's decision; one document calls both the same; the gazetteer's
key; the base form of the name; a name that one of them introduces ("EFCE"); names whose words pair
off. A veto between any two members outweighs all of them but the person and the gazetteer.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from clustergraph.model import Iri
from clustergraph.resolving.likeness import block_of, pair_off
from clustergraph.resolving.members import Member, Signature
from clustergraph.resolving.vetoes import differ

__all__ = ["Group", "group"]

_PAIRED_FAMILIES: Final = frozenset({"agent", "activity", "qualification"})
"""Persons, places and concepts of nearly one name are other persons, places and concepts."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Group:
    """Members that are one thing, in the order of their first mentions."""

    members: tuple[Member, ...]

    @classmethod
    def of(cls, groups: Iterable["Group"]) -> "Group":
        """Join groups into one."""
        joined = (member for group in groups for member in group.members)
        return cls(members=tuple(sorted(joined, key=lambda member: member.place_in_line)))

    @cached_property
    def signatures(self) -> frozenset[Signature]:
        """What can stand between it and another group."""
        return frozenset(member.signature for member in self.members)

    @cached_property
    def named_members(self) -> tuple[Member, ...]:
        """Those whose names mean something beyond their documents."""
        return tuple(member for member in self.members if member.signature.named)

    @cached_property
    def labels(self) -> frozenset[tuple[str, str]]:
        """The folded labels of its named members, each with its language."""
        return frozenset(
            (member.name, member.entity.names[0].language) for member in self.named_members
        )

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded labels of its named members."""
        return frozenset(name for name, _ in self.labels)

    @cached_property
    def aliases(self) -> frozenset[str]:
        """The folded proper names that they bear besides."""
        return frozenset(alias for member in self.members for alias in member.aliases) - self.names

    @cached_property
    def kinds(self) -> frozenset[Iri]:
        """The classes of its members."""
        return frozenset(member.signature.kind for member in self.members)

    @cached_property
    def sayings(self) -> frozenset[tuple[str, str]]:
        """Which documents call it what."""
        return frozenset((member.document, member.name) for member in self.members)

    @property
    def family(self) -> str:
        """The family of all its members."""
        return self.members[0].signature.family

    @property
    def named(self) -> bool:
        """Whether it has a name that means something beyond a document."""
        return bool(self.named_members)

    @property
    def gazetteer(self) -> str:
        """The gazetteer's key, or empty."""
        return max(signature.gazetteer for signature in self.signatures)


Key = tuple[object, ...]
Keys = Callable[[Group], Iterable[Key]]
Parts = Callable[[Key, Sequence[Group]], Iterable[Sequence[int]]]
"""Which of the groups that share a key are one, by position; a group is in one part at most."""


def group(members: Iterable[Member]) -> tuple[Group, ...]:
    """Return the groups, in the order of their first mentions.

    About linear in the number of members: groups are compared only where they share a key.
    """
    groups = [Group(members=(member,)) for member in members]
    groups = _join(groups, _bound, _all)
    groups = _join(groups, _said_alike, _not_differing)
    groups = _join(groups, _in_gazetteer, _all)
    groups = _join(groups, _alike_in_all, _all)
    groups = _join(groups, _base_forms, _agreeing)
    groups = _join(groups, _borne_names, _introduced)
    return tuple(_sorted(_join(groups, _spellings, _pairing_off)))


def _sorted(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: group.members[0].place_in_line)


def _join(groups: Iterable[Group], keys: Keys, parts: Parts) -> list[Group]:
    """Join what is one among the groups that share a key, one key after the other."""
    joined = _sorted(groups)
    heads = list(range(len(joined)))
    for key, block in _blocks(joined, keys):
        current = sorted({_head(heads, index) for index in block})
        for part in parts(key, [joined[head] for head in current]):
            first, *others = sorted(current[position] for position in part)
            joined[first] = Group.of(joined[head] for head in (first, *others))
            for other in others:
                heads[other] = first
    return [joined[index] for index, head in enumerate(heads) if index == head]


def _blocks(groups: Sequence[Group], keys: Keys) -> list[tuple[Key, list[int]]]:
    blocks: dict[Key, list[int]] = defaultdict(list)
    for index, each in enumerate(groups):
        for key in sorted(set(keys(each)), key=repr):
            blocks[key].append(index)
    shared = ((key, block) for key, block in blocks.items() if len(block) > 1)
    return sorted(shared, key=lambda item: repr(item[0]))


def _head(heads: Sequence[int], index: int) -> int:
    """Follow the joins to the group that holds this one now."""
    while heads[index] != index:
        index = heads[index]
    return index


def _bound(each: Group) -> Iterator[Key]:
    for member in each.members:
        if member.bond is not None:
            yield (member.bond,)


def _said_alike(each: Group) -> Iterator[Key]:
    for member in each.members:
        yield member.document, member.signature.kind, member.name


def _in_gazetteer(each: Group) -> Iterator[Key]:
    if each.gazetteer:
        yield each.family, each.gazetteer


def _alike_in_all(each: Group) -> Iterator[Key]:
    for member in each.named_members:
        yield member.name, member.signature


def _base_forms(each: Group) -> Iterator[Key]:
    for name in each.names:
        yield each.family, name


def _borne_names(each: Group) -> Iterator[Key]:
    for name in each.names | each.aliases:
        yield each.family, name


def _spellings(each: Group) -> Iterator[Key]:
    for name in each.names if each.family in _PAIRED_FAMILIES else ():
        if words := block_of(name):
            yield each.family, *words


def _all(_key: Key, block: Sequence[Group]) -> Iterator[Sequence[int]]:
    yield range(len(block))


def _not_differing(_key: Key, block: Sequence[Group]) -> Iterator[Sequence[int]]:
    yield from _unambiguous(block, range(len(block)), _differ)


def _agreeing(_key: Key, block: Sequence[Group]) -> Iterator[Sequence[int]]:
    """All as one where no veto speaks, else those of one kind that are told apart clearly."""
    everybody = range(len(block))
    if not any(_are_apart(block[one], block[other]) for one, other in combinations(everybody, 2)):
        yield everybody
        return
    by_kinds: dict[frozenset[Iri], list[int]] = defaultdict(list)
    for position, each in enumerate(block):
        by_kinds[each.kinds].append(position)
    for positions in by_kinds.values():
        yield from _unambiguous(block, positions, _are_apart)


def _introduced(key: Key, block: Sequence[Group]) -> Iterator[Sequence[int]]:
    """The one that is called so and the one that bears the name besides, if there are no others."""
    called = [position for position, each in enumerate(block) if key[-1] in each.names]
    bearing = [position for position, each in enumerate(block) if key[-1] in each.aliases]
    if len(called) == len(bearing) == 1 and not _are_apart(block[called[0]], block[bearing[0]]):
        yield called + bearing


def _pairing_off(_key: Key, block: Sequence[Group]) -> Iterator[Sequence[int]]:
    yield from _cliques(
        range(len(block)), lambda one, other: _are_spellings(block[one], block[other])
    )


def _unambiguous(
    block: Sequence[Group], positions: Sequence[int], apart: Callable[[Group, Group], bool]
) -> Iterator[Sequence[int]]:
    """Those that nothing keeps from any other, and beside them those that agree with each other.

    What might be the one as well as the other of two that differ is neither.
    """

    def are_apart(one: int, other: int) -> bool:
        return apart(block[one], block[other])

    silent = [
        one
        for one in positions
        if not any(are_apart(one, other) for other in positions if other != one)
    ]
    if silent:
        yield silent
    speaking = [position for position in positions if position not in silent]
    yield from _cliques(speaking, lambda one, other: not are_apart(one, other))


def _cliques(
    positions: Iterable[int], linked: Callable[[int, int], bool]
) -> Iterator[Sequence[int]]:
    """The sets in which each is linked to each, where no link leads out: no chain, no choice."""
    left = sorted(positions)
    while left:
        component = _component(left, linked)
        if all(linked(*pair) for pair in combinations(component, 2)):
            yield component
        left = [position for position in left if position not in component]


def _component(positions: Sequence[int], linked: Callable[[int, int], bool]) -> list[int]:
    """All that can be reached from the first by links."""
    found, waiting = {positions[0]}, [positions[0]]
    while waiting:
        one = waiting.pop()
        reached = {other for other in positions if other not in found and linked(one, other)}
        found |= reached
        waiting.extend(reached)
    return sorted(found)


def _differ(one: Group, other: Group) -> bool:
    return any(differ(a, b) for a in one.signatures for b in other.signatures)


def _are_apart(one: Group, other: Group) -> bool:
    """A document that calls two things the same and keeps them apart has its reason."""
    return bool(one.sayings & other.sayings) or _differ(one, other)


def _are_spellings(one: Group, other: Group) -> bool:
    pairs = ((a, b) for a in one.labels for b in other.labels)
    return any(pair_off(a, b) for a, b in pairs) and not _are_apart(one, other)
