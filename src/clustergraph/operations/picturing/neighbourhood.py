"""Choose what stands round a thing: few of its relations, so chosen that each kind has its share.

Where the chosen things stand in a picture is decided in ``web.pictures``.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, zip_longest

from pyoxigraph import NamedNode

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.names import Card, NameIndex
from clustergraph.operations.describing.describe import Description, Group
from clustergraph.operations.labels import Thing
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import is_written
from clustergraph.vocab import CG

__all__ = [
    "MOST_AROUND",
    "Arm",
    "Neighbourhood",
    "Overview",
    "Tie",
    "neighbourhood",
    "overview",
    "ties",
]

MOST_AROUND = 24
"""How many things stand round one at the most; of more nobody reads the names."""
_MOST_IN_OVERVIEW = 40
_SEEDS = 12
"""The most prominent things, round which the others of an overview stand."""
_READ_OF_A_SEED = 60
"""How many statements about each are read, in and out, to find the most prominent beside it."""
_LEFT_OUT = frozenset({CG.Evidence, CG.Document})
_ASSERTED = NamedNode(graph_iri("asserted"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Arm:
    """Things that stand in one relation to the one in the middle; ``total`` counts all that do."""

    property: Thing
    is_incoming: bool
    total: int
    things: tuple[Thing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbourhood:
    """A thing and what is chosen of the things round it, by relation."""

    thing: Thing
    arms: tuple[Arm, ...]

    @property
    def around(self) -> tuple[Thing, ...]:
        """The others, each once."""
        return tuple(dict.fromkeys(thing for arm in self.arms for thing in arm.things))


@dataclass(frozen=True, slots=True, order=True)
class Tie:
    """A statement that relates two things."""

    subject: Iri
    property: Iri
    object: Iri


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The things that most is said of, the most prominent first, and how they are related."""

    cards: tuple[Card, ...]
    ties: tuple[Tie, ...]


def neighbourhood(
    description: Description, names: NameIndex, *, most: int = MOST_AROUND
) -> Neighbourhood:
    """Choose among the relations of a description; it says how many there are of each kind.

    Each relation has its turn, round by round, so that ten partners leave room for one payer. Only
    where not all have room, the prominent go first.
    """
    groups = [(group, False) for group in description.relations]
    groups += [(group, True) for group in description.incoming]
    arms = _merged(_arm(group, is_incoming) for group, is_incoming in groups if _is_shown(group))
    if sum(len(arm.things) for arm in arms) > most:
        arms = _shares([_by_prominence(arm, names) for arm in arms], most)
    return Neighbourhood(thing=description.thing, arms=tuple(arms))


def ties(graph: GraphStore, things: Sequence[Iri]) -> tuple[Tie, ...]:
    """Find the statements between any two of the things; quadratic in their number."""
    nodes = [NamedNode(iri) for iri in things]
    found = {
        Tie(Iri(one.value), Iri(quad.predicate.value), Iri(other.value))
        for one in nodes
        for other in nodes
        for quad in graph.quads(one, None, other)
        if quad.graph_name == _ASSERTED or is_written(quad.graph_name)
    }
    return tuple(sorted(found))


def overview(graph: GraphStore, names: NameIndex, *, most: int = _MOST_IN_OVERVIEW) -> Overview:
    """Choose the most prominent things and the most prominent beside each of them.

    It reads no more of a large graph than of a small one.
    """
    seeds = [hit.card for hit in names.of_kinds(limit=min(_SEEDS, most)).hits]
    chosen = {card.iri: card for card in seeds}
    beside = [_beside(graph, names, seed) for seed in seeds]
    for card in (card for each_round in zip_longest(*beside) for card in each_round if card):
        if len(chosen) < most:
            chosen.setdefault(card.iri, card)
    found = ties(graph, list(chosen))
    tied = {iri for tie in found for iri in (tie.subject, tie.object)}
    cards = sorted(
        (card for card in chosen.values() if card.iri in tied),
        key=lambda card: (-card.prominence, card.iri),
    )
    return Overview(cards=tuple(cards), ties=found)


def _is_shown(group: Group) -> bool:
    return group.kind is None or group.kind.iri not in _LEFT_OUT


def _arm(group: Group, is_incoming: bool) -> Arm:
    things = tuple(relation.other for relation in group.relations)
    return Arm(property=group.property, is_incoming=is_incoming, total=group.total, things=things)


def _merged(arms: Iterable[Arm]) -> list[Arm]:
    """Make one arm of those that differ only in the class of the others."""
    merged: dict[tuple[Iri, bool], Arm] = {}
    for arm in arms:
        key = (arm.property.iri, arm.is_incoming)
        known = merged.get(key)
        merged[key] = _joined(known, arm) if known else arm
    return list(merged.values())


def _joined(one: Arm, other: Arm) -> Arm:
    things = tuple(dict.fromkeys((*one.things, *other.things)))
    return replace(one, total=one.total + other.total, things=things)


def _by_prominence(arm: Arm, names: NameIndex) -> Arm:
    cards = {thing.iri: names.card(thing.iri) for thing in arm.things}
    known = {iri: card.prominence for iri, card in cards.items() if card}
    things = sorted(arm.things, key=lambda thing: -known.get(thing.iri, 0))
    return replace(arm, things=tuple(things))


def _shares(arms: Sequence[Arm], most: int) -> list[Arm]:
    """Let the arms take turns until there is no room left."""
    queues = [[(place, thing) for thing in arm.things] for place, arm in enumerate(arms)]
    turns = (turn for each_round in zip_longest(*queues) for turn in each_round if turn)
    taken = islice(turns, most)
    kept: dict[int, list[Thing]] = {}
    for place, thing in taken:
        kept.setdefault(place, []).append(thing)
    return [replace(arms[place], things=tuple(kept[place])) for place in sorted(kept)]


def _beside(graph: GraphStore, names: NameIndex, seed: Card) -> list[Card]:
    """Return the cards of things related to one, the most prominent first."""
    found = {iri: names.card(iri) for iri in _related(graph, NamedNode(seed.iri))}
    cards = [card for card in found.values() if card]
    return sorted(cards, key=lambda card: (-card.prominence, card.iri))


def _related(graph: GraphStore, node: NamedNode) -> Iterator[Iri]:
    outgoing = graph.quads(node, None, None, _ASSERTED)
    incoming = graph.quads(None, None, node, _ASSERTED)
    for quad in islice(outgoing, _READ_OF_A_SEED):
        if isinstance(quad.object, NamedNode):
            yield Iri(quad.object.value)
    for quad in islice(incoming, _READ_OF_A_SEED):
        if isinstance(quad.subject, NamedNode):
            yield Iri(quad.subject.value)
