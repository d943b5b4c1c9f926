"""Which members are one thing. Sure grounds come first; what is unsure joins nothing.

The grounds, in this order: a person's decision; one document calls both the same; the gazetteer's
key; the base form of the name; a name that one of them introduces ("EFCE"); names that are alike,
on the grounds of ``likeness``. A veto between any two members outweighs all of them but the person
and the gazetteer.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

from clustergraph.model import EntityId, Iri, MentionPlace
from clustergraph.resolving.likeness import GROUNDS, Ground
from clustergraph.resolving.members import Calling, Member, Signature
from clustergraph.resolving.vetoes import are_rivals, differ

__all__ = ["Group", "group"]


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
    def place_in_line(self) -> tuple[MentionPlace, EntityId]:
        """What groups are sorted by: no two share their first member."""
        return self.members[0].place_in_line

    @cached_property
    def signatures(self) -> frozenset[Signature]:
        """What can stand between it and another group."""
        return frozenset(member.signature for member in self.members)

    @cached_property
    def named_members(self) -> tuple[Member, ...]:
        """Those whose names mean something beyond their documents."""
        return tuple(member for member in self.members if member.signature.named)

    @cached_property
    def callings(self) -> frozenset[Calling]:
        """How its named members are called."""
        return frozenset(member.calling for member in self.named_members)

    @cached_property
    def names(self) -> frozenset[str]:
        """The folded labels of its named members."""
        return frozenset(calling.name for calling in self.callings)

    @cached_property
    def strong_names(self) -> frozenset[str]:
        """Those of them that say who is meant without a witness."""
        return frozenset(calling.name for calling in self.callings if not calling.is_weak)

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
    for ground in GROUNDS:
        groups = _join_alike(groups, ground)
    return tuple(_sorted(groups))


def _join_alike(groups: Iterable[Group], ground: Ground) -> list[Group]:
    """Join the groups whose names are alike, all those whose links lead nowhere else."""
    joined = _sorted(groups)
    taken: set[int] = set()
    for first, *others in _cliques(_links(joined, ground)):
        joined[first] = Group.of(joined[position] for position in (first, *others))
        taken.update(others)
    return [each for position, each in enumerate(joined) if position not in taken]


def _links(groups: Sequence[Group], ground: Ground) -> Mapping[int, Collection[int]]:
    """Which groups, by position, have names that are alike and no veto between them."""

    def keys(each: Group) -> Iterator[Key]:
        for calling in each.callings if each.family in ground.families else ():
            yield from ((each.family, key) for key in ground.keys(calling))

    links: dict[int, set[int]] = defaultdict(set)
    for _, block in _blocks(groups, keys):
        for one, other in combinations(block, 2):
            if other not in links[one] and _are_alike(groups[one], groups[other], ground):
                links[one].add(other)
                links[other].add(one)
    return links


def _sorted(groups: Iterable[Group]) -> list[Group]:
    return sorted(groups, key=lambda group: group.place_in_line)


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
        for key in set(keys(each)):
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
        yield from ((*ground, member.signature) for ground in member.calling.grounds)


def _base_forms(each: Group) -> Iterator[Key]:
    for calling in each.callings:
        yield from ((each.family, *ground) for ground in calling.grounds)


def _borne_names(each: Group) -> Iterator[Key]:
    for name in each.strong_names | each.aliases:
        yield each.family, name


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
    called = [position for position, each in enumerate(block) if key[-1] in each.strong_names]
    bearing = [position for position, each in enumerate(block) if key[-1] in each.aliases]
    if len(called) == len(bearing) == 1 and not _are_apart(block[called[0]], block[bearing[0]]):
        yield called + bearing


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
    yield from _cliques(
        {
            one: {other for other in speaking if other != one and not are_apart(one, other)}
            for one in speaking
        }
    )


def _cliques(links: Mapping[int, Collection[int]]) -> Iterator[Sequence[int]]:
    """The sets in which each is linked to each, where no link leads out: no chain, no choice."""
    seen: set[int] = set()
    for start in sorted(links):
        if start in seen:
            continue
        component = _component(start, links)
        seen.update(component)
        if all(len(links[one]) == len(component) - 1 for one in component):
            yield component


def _component(start: int, links: Mapping[int, Collection[int]]) -> list[int]:
    """All that can be reached by links."""
    found, waiting = {start}, [start]
    while waiting:
        reached = [other for other in links[waiting.pop()] if other not in found]
        found.update(reached)
        waiting.extend(reached)
    return sorted(found)


def _differ(one: Group, other: Group) -> bool:
    return any(differ(a, b) for a in one.signatures for b in other.signatures)


def _are_apart(one: Group, other: Group) -> bool:
    """A document that calls two things the same and keeps them apart has its reason."""
    return bool(one.sayings & other.sayings) or any(
        differ(a, b) or are_rivals(a, b) for a in one.signatures for b in other.signatures
    )


def _are_alike(one: Group, other: Group, ground: Ground) -> bool:
    pairs = ((a, b) for a in one.callings for b in other.callings if _is_witnessed(a, b))
    return any(ground.holds(a, b) for a, b in pairs) and not _are_apart(one, other)


def _is_witnessed(one: Calling, other: Calling) -> bool:
    is_weak = one.is_weak or other.is_weak
    return not is_weak or not one.witnesses.isdisjoint(other.witnesses)
