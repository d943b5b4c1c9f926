"""Gather who is related to whom in a version, as its pages and lists tell it.

What a single statement adds is known by ``relations``; here that is put together, for a whole graph
or for what has changed in it. How the table is kept is in ``store.adjacency``. The queries
``queries/lists/all-*.rq`` say the same of one thing, for whoever wants to ask it; tests compare the
two.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cache, partial
from pathlib import Path
from typing import Final, TypeAlias

from pyoxigraph import NamedNode, Quad, Triple

from clustergraph.iris import is_passage
from clustergraph.model import Iri
from clustergraph.operations.relating.relations import (
    ISSUED,
    TYPE,
    Relations,
    Tie,
    all_kinds,
    day,
    kinds_of,
    rank,
)
from clustergraph.store.adjacency import Adjacency, Bundle, Difference, Key, Way, bring_along
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["adjacency_of", "bring_relations_along", "relate"]

_MENTIONED_IN: Final = NamedNode(CG.mentionedIn)
_Place: TypeAlias = tuple[str, Key]
"""A thing, and one of its bundles."""


def adjacency_of(graph: GraphStore) -> Adjacency:
    """Return the table of a graph: the one beside its store, else one that is made now.

    Making it is linear in the graph, and done once for a graph that is open.
    """
    if graph.adjacency is None:
        graph.adjacency = Adjacency.made_of(relate(graph))
    return graph.adjacency


# -- All of it -------------------------------------------------------------------------------------


def relate(graph: GraphStore) -> Iterator[Bundle]:
    """Yield the bundles of all things in a graph; holds them all in memory.

    Members are sorted by IRI, which begins with the name, and documents by day, the newest first.
    A triple counts once, also where somebody wrote it again.
    """
    kinds = all_kinds(graph)
    relations = Relations(graph, lambda thing: kinds.get(thing, ()))
    members, totals = _gathered(tie for quad in graph.quads() for tie in relations.of_quad(quad))
    day_of = partial(_day_in, _days(graph))
    for (thing, key), own in members.items():
        in_order = sorted(own, key=lambda member: rank(key[0], member, day_of))
        yield _bundle(thing, key, len(own), in_order)
    for (thing, key), total in totals.items():
        yield _bundle(thing, key, total, ())


def _gathered(ties: Iterable[Tie]) -> tuple[dict[_Place, list[str]], Counter[_Place]]:
    """Return the members of bundles, and how much of what is only counted there is."""
    members: dict[_Place, list[str]] = defaultdict(list)
    totals: Counter[_Place] = Counter()
    for thing, key, member in ties:
        if member is None:
            totals[thing, key] += 1
        else:
            members[thing, key].append(member)
    return members, totals


def _bundle(thing: str, key: Key, total: int, members: Iterable[str]) -> Bundle:
    way, property_, kind = key
    return Bundle(
        thing=Iri(thing),
        way=way,
        property=Iri(property_),
        kind=Iri(kind) if kind else None,
        total=total,
        members=tuple(map(Iri, members)),
    )


def _days(graph: GraphStore) -> dict[str, str]:
    issued: dict[str, list[Quad]] = defaultdict(list)
    for quad in graph.quads(predicate=ISSUED):
        if isinstance(quad.subject, NamedNode):
            issued[quad.subject.value].append(quad)
    return {document: day(quads) for document, quads in issued.items()}


def _day_in(days: dict[str, str], document: str) -> str:
    return days.get(document, "")


# -- What has changed ------------------------------------------------------------------------------


def bring_relations_along(
    folder: Path, change: Change, graph: GraphStore, before: GraphStore
) -> str:
    """Bring a table in step with a change, as if it had been made anew; return its stamp.

    Linear in the change, and in what is said of things whose class has changed, or in what is
    mentioned in documents whose day has: a thing to which many others point is not read again.

    Args:
        folder: holds the table of the graph before; its files may be another version's too, and
            none is written into.
        change: what has changed.
        graph: the graph after the change.
        before: the graph before.

    Raises:
        StoreError: when there is no table, or a graph can't be read.
    """
    redated = {
        quad.subject.value
        for quad in (*change.added, *change.removed)
        if quad.predicate == ISSUED and isinstance(quad.subject, NamedNode)
    }
    triples = _concerned(change, graph, before)
    differences = _differences(_ties(triples, before), _ties(triples, graph), redated)
    day_of = cache(lambda document: day(graph.quads(NamedNode(document), ISSUED)))
    return bring_along(folder, differences, lambda way, member: rank(way, member, day_of))


def _concerned(change: Change, graph: GraphStore, before: GraphStore) -> set[Triple]:
    """Return all triples that may add something else than before, also those that went."""
    found: set[Triple] = set()
    relations = [Relations(each, partial(kinds_of, each)) for each in (graph, before)]
    for triple in {quad.triple for quad in (*change.added, *change.removed)}:
        found.add(triple)
        found.update(other for each in relations for other in each.beside(triple))
        if triple.predicate == TYPE and not _is_passage(triple):
            found.update(quad.triple for quad in graph.quads(triple.subject))
        elif triple.predicate == ISSUED:
            mentioning = graph.quads(None, _MENTIONED_IN, triple.subject)
            found.update(quad.triple for quad in mentioning)
    return found


def _is_passage(triple: Triple) -> bool:
    return isinstance(triple.subject, NamedNode) and is_passage(triple.subject.value)


def _ties(triples: Iterable[Triple], graph: GraphStore) -> Iterator[Tie]:
    relations = Relations(graph, cache(partial(kinds_of, graph)))
    return (tie for triple in triples for tie in relations.of_triple(triple))


def _differences(
    before: Iterable[Tie], after: Iterable[Tie], redated: Collection[str]
) -> Iterator[Difference]:
    """Yield how bundles differ; documents that have another day are taken out and put in again."""
    had, counted_before = _gathered(before)
    has, counted = _gathered(after)
    for place in {*had, *has, *counted_before, *counted}:
        old, new = set(had.get(place, ())), set(has.get(place, ()))
        moved = old & new & set(redated if place[1][0] is Way.MENTIONED else ())
        difference = Difference(
            thing=Iri(place[0]),
            key=place[1],
            gone=[Iri(each) for each in (old - new) | moved],
            new=[Iri(each) for each in (new - old) | moved],
            more=counted[place] - counted_before[place],
        )
        if difference.gone or difference.new or difference.more:
            yield difference
