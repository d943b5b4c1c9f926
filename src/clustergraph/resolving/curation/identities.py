"""Carries out decisions on who is who: what is the same is bound together, the rest kept apart.

A side of a decision is a name as it stands in documents, a name and ``@`` and one document's file,
or a local id. It means all things so called, in documents that are read later too.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from clustergraph.decisions.decision import Identity, IdentityDecision
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.folding import fold
from clustergraph.model import MentionPlace
from clustergraph.resolving.curation.references import LocalIds
from clustergraph.resolving.members import Member, family

__all__ = ["Bound", "bind"]

_IN_DOCUMENT: Final = " @ "
Apart = Mapping[int, Sequence[tuple[str, str]]]
"""For members by position: the dimensions in which people told them apart, and on which side."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bound:
    """The members as people see them; ``stale`` decisions found nobody, ``bad`` ones are wrong."""

    members: tuple[Member, ...]
    stale: tuple[StaleDecision, ...]
    bad: tuple[CurationError, ...]


def bind(
    members: Sequence[Member],
    decisions: Iterable[IdentityDecision],
    files: Mapping[str, str],
    ids: LocalIds,
) -> Bound:
    """Mark members that people found to be one, and those that they found to be two.

    ``files`` are the names of documents by id. Linear in members and decisions: a decision looks
    only at members that bear one of its names.
    """
    people = _Names(members, files, ids)
    decided = [*map(people.sides, decisions)]
    problems = [each for each in decided if isinstance(each, CurationError)]
    sound = [each for each in decided if not isinstance(each, CurationError)]
    bonds, apart = _bonds(sound), _apart(sound)
    problems.extend(_torn(bonds, sound))
    return Bound(
        members=tuple(
            _marked(member, bonds.get(position), apart.get(position, ()))
            for position, member in enumerate(members)
        ),
        stale=tuple(each for each in problems if isinstance(each, StaleDecision)),
        bad=tuple(each for each in problems if not isinstance(each, StaleDecision)),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decided:
    """A decision and whom it means."""

    decision: IdentityDecision
    one: frozenset[int]
    other: frozenset[int]


class _Names:
    """The members by their names, in one folding for all families, and by their mentions."""

    def __init__(self, members: Sequence[Member], files: Mapping[str, str], ids: LocalIds) -> None:
        self._members = members
        self._files = files
        self._ids = ids
        self._called: dict[str, set[int]] = defaultdict(set)
        self._at: dict[MentionPlace, set[int]] = defaultdict(set)
        for position, member in enumerate(members):
            for name in member.entity.names:
                self._called[fold(name.text)].add(position)
            for span in member.entity.mentions:
                self._at[MentionPlace(member.document, span)].add(position)

    def sides(self, decision: IdentityDecision) -> _Decided | CurationError:
        """Find whom a decision means, or say why it means nobody."""
        one, other = self._meant(decision.one), self._meant(decision.other)
        for name, meant in ((decision.one, one), (decision.other, other)):
            if not meant:
                reason = f"no document speaks of {name!r} (any more)."
                return StaleDecision(decision.location, reason)
        families = self._families(one) & self._families(other)
        if decision.kind:
            families &= {family(decision.kind)}
        if len(families) == 1:
            (of_family,) = families
            return _Decided(
                decision=decision, one=self._of(one, of_family), other=self._of(other, of_family)
            )
        return CurationError(decision.location, self._unclear(decision, one, other, families))

    def _meant(self, reference: str) -> set[int]:
        if reference in self._ids:
            return {at for place in self._ids.places(reference) for at in self._at.get(place, ())}
        name, in_document, document = reference.rpartition(_IN_DOCUMENT)
        if in_document and (called := self._called.get(fold(name))):
            return {at for at in called if document in self._documents(at)}
        return self._called.get(fold(reference), set())

    def _documents(self, position: int) -> tuple[str, str]:
        """How the document of a member may be called."""
        id_ = self._members[position].document
        return id_, self._files[id_]

    def _families(self, positions: Iterable[int]) -> set[str]:
        return {self._members[position].signature.family for position in positions}

    def _of(self, positions: Iterable[int], of_family: str) -> frozenset[int]:
        return frozenset(at for at in positions if of_family in self._families([at]))

    def _unclear(
        self, decision: IdentityDecision, one: set[int], other: set[int], families: set[str]
    ) -> str:
        if families:
            return (
                f"both names have a meaning as {' and as '.join(sorted(families))}; fill in class."
            )
        left, right = (" or ".join(sorted(self._families(side))) for side in (one, other))
        return (
            f"{decision.one!r} is of the family {left}, {decision.other!r} of {right}: "
            "only things of one family can be the same; drop or correct the row."
        )


def _bonds(decided: Iterable[_Decided]) -> dict[int, int]:
    """Give those that people found to be one the position of the first among them."""
    head: dict[int, int] = {}

    def first(position: int) -> int:
        while head.setdefault(position, position) != position:
            position = head[position]
        return position

    for each in decided:
        if each.decision.identity is Identity.SAME:
            heads = {first(position) for position in each.one | each.other}
            head |= dict.fromkeys(heads, min(heads))
    return {position: first(position) for position in sorted(head)}


def _torn(bonds: Mapping[int, int], decided: Iterable[_Decided]) -> Iterator[CurationError]:
    """Tell which decisions keep apart what others make one."""
    for each in decided:
        if each.decision.identity is Identity.DIFFERENT:
            one, other = ({bonds.get(at, at) for at in side} for side in (each.one, each.other))
            if one & other:
                reason = (
                    "it keeps apart what is one by its name or by another row; keep one of them."
                )
                yield CurationError(each.decision.location, reason)


def _apart(decided: Iterable[_Decided]) -> Apart:
    apart: dict[int, list[tuple[str, str]]] = defaultdict(list)
    for each in decided:
        if each.decision.identity is Identity.DIFFERENT:
            dimension = f"not {fold(each.decision.one)} | {fold(each.decision.other)}"
            for side, positions in (("one", each.one), ("other", each.other)):
                for position in positions:
                    apart[position].append((dimension, side))
    return apart


def _marked(member: Member, bond: int | None, apart: Sequence[tuple[str, str]]) -> Member:
    """Note in a member what people said; who is told apart differs as by a number or a year."""
    told = {dimension: (side,) for dimension, side in apart}
    traits = tuple(sorted((dict(member.signature.traits) | told).items()))
    return replace(member, bond=bond, signature=replace(member.signature, traits=traits))
