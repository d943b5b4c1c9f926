"""Bring a table of relations in step with what was written since, without making it anew."""

from bisect import bisect_left, insort
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeAlias

from clustergraph.model import Iri
from clustergraph.store.adjacency.adjacency import Adjacency
from clustergraph.store.adjacency.bundles import Key, Way
from clustergraph.store.adjacency.layers import Edit, add_layer
from clustergraph.store.adjacency.members import Members

__all__ = ["Difference", "Rank", "bring_along"]

Rank: TypeAlias = Callable[[Way, Iri], Any]
"""By what the members of a bundle are sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """How a bundle is another than before.

    ``gone`` and ``new`` are members; what is both has another place. ``more`` tells of what is
    only counted how many there are more, or fewer.
    """

    thing: Iri
    key: Key
    gone: Collection[Iri] = ()
    new: Collection[Iri] = ()
    more: int = 0


def bring_along(folder: Path, differences: Iterable[Difference], rank: Rank) -> str:
    """Write down in a folder how the bundles of its table differ from before; return a stamp.

    Its files may be another version's too: none is written into. Takes time for what differs and
    for all else that did so before of the same things; but of a bundle of which members were
    dropped, it is linear in the bundle.

    Raises:
        StoreError: when there is no table.
    """
    adjacency = Adjacency.open(folder)
    edits: dict[Iri, list[Edit]] = {}
    for thing, own in groupby(sorted(differences, key=attrgetter("thing")), attrgetter("thing")):
        built, before = adjacency.built(thing), adjacency.edits_of(thing)
        found = dict(before)
        for each in own:
            total, old = built.get(each.key, (0, Members((), adjacency.iris)))
            known = found.get(each.key) or Edit(thing=thing, key=each.key, total=total)
            found[each.key] = _edited(known, old, each, rank)
        edits[thing] = list(found.values())
    return add_layer(folder, edits)


def _edited(edit: Edit, old: Members, difference: Difference, rank: Rank) -> Edit:
    """Add to how a bundle differs from the table; ``old`` are its members there."""
    way = edit.key[0]
    editing = _Editing(old, edit, lambda member: rank(way, member))
    only_counted = edit.total - editing.size + difference.more
    for member in difference.gone:
        editing.drop(member)
    editing.add(difference.new)
    return Edit(
        thing=edit.thing,
        key=edit.key,
        total=max(0, only_counted) + editing.size,
        dropped=sorted(editing.dropped),
        added=editing.added,
    )


class _Editing:
    """The members of a bundle while they change."""

    def __init__(self, old: Members, edit: Edit, rank: Callable[[Iri], Any]) -> None:
        self._old = old
        self._rank = rank
        self.dropped = set(edit.dropped)
        self.added = list(edit.added)

    @property
    def size(self) -> int:
        """How many members there are."""
        return len(self._old) - len(self.dropped) + len(self.added)

    def drop(self, member: Iri) -> None:
        """Take a member away; nothing is changed where it is none."""
        left = [pair for pair in self.added if pair[1] != member]
        if len(left) == len(self.added) and (place := self._place(member)) is not None:
            self.dropped.add(place)
        self.added = left

    def add(self, members: Iterable[Iri]) -> None:
        """Put members where they belong; of the table's, those that were dropped tell no order."""
        count = len(self._old)
        kept: Sequence[int] = range(count)
        if self.dropped:
            kept = [place for place in kept if place not in self.dropped]
            self.added = [(_first(kept, place, count), each) for place, each in self.added]
        for member in members:
            at = bisect_left(kept, self._rank(member), key=lambda each: self._rank(self._old[each]))
            place = kept[at] if at < len(kept) else count
            insort(self.added, (place, member), key=lambda pair: (pair[0], self._rank(pair[1])))

    def _place(self, member: Iri) -> int | None:
        """Return where it stands in the table; one whose rank is another by now is looked for."""
        at = bisect_left(self._old, self._rank(member), key=self._rank)
        if at < len(self._old) and self._old[at] == member:
            return at
        return self._old.place_of(member)


def _first(kept: Sequence[int], place: int, end: int) -> int:
    """Return the first of these places that is not before one: others tell no order."""
    at = bisect_left(kept, place)
    return kept[at] if at < len(kept) else end
