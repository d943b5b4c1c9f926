"""List all that a thing is related to in one way, page by page; the whole is never held at once.

What a list looks like on a page, as JSON or as a table is decided in ``web``.
"""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from clustergraph.errors import InvalidParameter, NotFound
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Relation, relation
from clustergraph.operations.labels import Labels, Thing
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.store.adjacency import Bundle, Members, Way
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = [
    "Asked",
    "Page",
    "RelatedList",
    "find_related",
    "kinds_beside",
    "page_of",
    "relations_of",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class RelatedList:
    """All that belongs to a thing in one way, and how its parts are called."""

    thing: Thing
    property: Thing
    kind: Thing | None
    bundle: Bundle


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which list is wanted; with ``kind`` only things of that class."""

    thing: Iri
    way: Way
    property: Iri
    kind: Iri | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some members of a list, and how many stand before them."""

    start: int
    members: Sequence[Iri]
    is_last: bool

    @property
    def last(self) -> Iri | None:
        """The one after which the next page begins; None where there is none."""
        return None if self.is_last else self.members[-1]


def find_related(graph: GraphStore, labels: Labels, asked: Asked) -> RelatedList:
    """Find the list; of what points to a thing, the longest where no class is named.

    Raises:
        NotFound: when there is none such, or its members are passages, which no list names.
    """
    found = _bundles(graph, asked.thing, _as_kept(asked), asked.property)
    of_kind = [bundle for bundle in found if asked.kind in (None, bundle.kind)]
    if not of_kind:
        name = f"{asked.thing} {asked.way.name.lower()} {asked.property}"
        raise NotFound(name)
    bundle = max(of_kind, key=lambda each: each.total)
    return RelatedList(
        thing=labels.thing(asked.thing),
        property=labels.thing(asked.property),
        kind=labels.thing(bundle.kind) if bundle.kind else None,
        bundle=bundle,
    )


def kinds_beside(graph: GraphStore, labels: Labels, found: RelatedList) -> list[tuple[Thing, int]]:
    """Return the classes that part what is related in the same way, the largest first."""
    bundle = found.bundle
    beside = _bundles(graph, bundle.thing, bundle.way, bundle.property)
    totals = [(labels.thing(each.kind), each.total) for each in beside if each.kind]
    return sorted(totals, key=lambda each: (-each[1], each[0].iri))


def page_of(found: RelatedList, after: Iri | None, limit: int) -> Page:
    """Return so many of the list, after the one that was shown last.

    Raises:
        InvalidParameter: when the list has no such place.
    """
    start = _place_after(found.bundle, after) if after else 0
    members = found.bundle.members
    end = start + limit
    return Page(start=start, members=members[start:end], is_last=end >= len(members))


def relations_of(
    graph: GraphStore, labels: Labels, found: RelatedList, members: Sequence[Iri]
) -> Iterator[Relation]:
    """Yield members of a list with the passages that say that they belong there."""
    for member in members:
        yield relation(graph, labels, found.bundle, member)


def _as_kept(asked: Asked) -> Way:
    """Documents stand in an order of their own."""
    is_mention = asked.way is Way.RELATED and asked.property == CG.mentionedIn
    return Way.MENTIONED if is_mention else asked.way


def _bundles(graph: GraphStore, thing: Iri, way: Way, property_: Iri) -> list[Bundle]:
    return [
        bundle
        for bundle in adjacency_of(graph).of(thing)
        if (bundle.way, bundle.property) == (way, property_) and bundle.members
    ]


def _place_after(bundle: Bundle, last: Iri) -> int:
    """Return where the list goes on; one sorted by IRI does so when the last one is gone."""
    members = bundle.members
    if bundle.way is Way.MENTIONED:
        place = members.place_of(last) if isinstance(members, Members) else None
        if place is None:
            raise InvalidParameter("next", last, "what the list gave as its next place")
        return place + 1
    place = bisect_left(members, last)
    return place + (place < len(members) and members[place] == last)
