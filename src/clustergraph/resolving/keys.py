"""The content key of a group: what its IRI is minted from, and what finds it again in the registry.

``family/what/discriminator``: readable, a function of content alone, and no two groups share one.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from clustergraph.model import EntityId
from clustergraph.resolving.grouping import Group
from clustergraph.resolving.members import Member
from clustergraph.resolving.traits import Dimension

__all__ = ["content_keys"]

_EDITION: Final = frozenset({"number", "year"})
"""The dimensions that belong to a name: the forum of 2018 is not the forum of 2019."""

Home = Mapping[tuple[str, EntityId], Group]


def content_keys(groups: Sequence[Group]) -> dict[Group, str]:
    """Return the key of each group.

    A gazetteer's entity has the gazetteer's key, a named one its longest name with number and year,
    a numbered part of a named whole the whole's key with its number, all else the place of its
    first mention. Where two would share a key, both say what tells them apart, in the end their
    first mention.
    """
    home = {
        (member.document, member.entity.id): group for group in groups for member in group.members
    }
    keys: dict[Group, str] = {}
    rungs = {group: list(_rungs(group, home)) for group in groups}
    for depth in range(max(map(len, rungs.values()), default=0)):
        waiting = {group: ladder[depth] for group, ladder in rungs.items() if group not in keys}
        taken = Counter([*waiting.values(), *keys.values()])
        keys |= {group: key for group, key in waiting.items() if taken[key] == 1}
    return keys


def _rungs(group: Group, home: Home) -> Iterator[str]:
    """Yield keys that say more and more; the last is nobody else's."""
    stem = _stem(group, home)
    first = group.members[0]
    yield stem
    yield "/".join([stem, *_said(group, frozenset(_dimensions(group)) - _EDITION)])
    yield f"{stem}/{_place(first)}"
    yield f"{stem}/{_place(first)}/{first.entity.id}"


def _stem(group: Group, home: Home) -> str:
    if group.gazetteer:
        return f"{group.family}/{group.gazetteer}"
    if group.named:
        return _named(group)
    wholes = {home[member.document, whole] for member in group.members for whole in member.wholes}
    numbers = _said(group, frozenset({"number"}))
    if len(wholes) == 1 and numbers and (whole := next(iter(wholes))).named:
        return "/".join([_stem(whole, home), "part", *numbers])
    return f"{group.family}/{_place(group.members[0])}"


def _named(group: Group) -> str:
    name = max(group.names, key=lambda name: (len(name), name))
    return "/".join([group.family, name, *_said(group, _EDITION)])


def _said(group: Group, dimensions: frozenset[Dimension]) -> list[str]:
    """What is said in these dimensions, such as ``year 2018``."""
    said = {
        f"{dimension} {' '.join(values)}"
        for signature in group.signatures
        for dimension, values in signature.traits
        if dimension in dimensions
    }
    return sorted(said)


def _dimensions(group: Group) -> Iterator[Dimension]:
    for signature in group.signatures:
        yield from (dimension for dimension, _ in signature.traits)


def _place(member: Member) -> str:
    return f"{member.document}@{member.first.span.start}"
