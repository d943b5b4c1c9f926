"""Gather who is related to whom in a version, as its pages and lists tell it.

How the table is kept is in ``store.adjacency``. The queries of ``queries/describe`` that are named
below say the same of one thing, for whoever wants to ask it; tests compare the two.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from pyoxigraph import Literal, NamedNode, Quad

from clustergraph.iris import graph_iri, is_passage
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.store.adjacency import Adjacency, Bundle, Way
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

__all__ = ["adjacency_of", "relate"]

_Key: TypeAlias = tuple[str, Way, str, str]
"""A thing, a way, a property, and a class or an empty string."""

_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_INFERRED: Final = graph_iri("inferred")
_ASIDE: Final = frozenset(map(graph_iri, ("meta", "links", "places")))
"""What is said of the version, what things are elsewhere and where, is told in other ways."""
_TYPE: Final = expand("rdf:type")
_SUBJECT: Final = expand("rdf:subject")
_ISSUED: Final = NamedNode(expand("dcterms:issued"))
_POINTS_NOWHERE: Final = frozenset(
    {
        *map(expand, ("rdf:subject", "rdf:predicate", "rdf:object", "rdf:reifies")),
        *map(expand, ("owl:annotatedSource", "owl:annotatedTarget", "sssom:object_source")),
        *(_TYPE, CG.mentionedIn),
    }
)
_NAMES: Final = frozenset(
    map(expand, ("skos:prefLabel", "skos:altLabel", "rdfs:label", "dcterms:title"))
)
_ALWAYS_STATED: Final = frozenset({CG.involves, CG.involvedIn})
"""That one takes part in what one runs or pays for is no news."""


def adjacency_of(graph: GraphStore) -> Adjacency:
    """Return the table of a graph: the one beside its store, else one that is made now.

    Making it is linear in the graph, and done once for a graph that is open.
    """
    if graph.adjacency is None:
        graph.adjacency = Adjacency.made_of(relate(graph))
    return graph.adjacency


def relate(graph: GraphStore) -> Iterator[Bundle]:
    """Yield the bundles of all things in a graph; holds them all in memory.

    Members are sorted by IRI, which begins with the name, and documents by day, the newest first.
    """
    gathered = _Gathered(kinds=_kinds(graph))
    for quad in graph.quads():
        gathered.take(quad)
    is_news = _News(graph)
    gathered.keep_following(is_news)
    newest_first = _by_day(graph)
    for (thing, way, property_, kind), members in gathered.members.items():
        order = newest_first if way is Way.MENTIONED else sorted
        yield _bundle((thing, way, property_, kind), len(members), order(members))
    for key, total in gathered.totals.items():
        yield _bundle(key, total, ())


def _bundle(key: _Key, total: int, members: Iterable[str]) -> Bundle:
    thing, way, property_, kind = key
    return Bundle(
        thing=Iri(thing),
        way=way,
        property=Iri(property_),
        kind=Iri(kind) if kind else None,
        total=total,
        members=tuple(map(Iri, members)),
    )


@dataclass(slots=True)
class _Gathered:
    """What was gathered so far; ``kinds`` are the classes that were stated of each thing."""

    kinds: dict[str, list[str]]
    members: dict[_Key, list[str]] = field(default_factory=lambda: defaultdict(list))
    totals: Counter[_Key] = field(default_factory=Counter)
    inferred: list[tuple[str, str, str]] = field(default_factory=list)

    def take(self, quad: Quad) -> None:
        """Take a statement in."""
        subject, property_, object_ = quad.subject, quad.predicate.value, quad.object
        graph = quad.graph_name.value if isinstance(quad.graph_name, NamedNode) else ""
        if graph in _ASIDE or property_ == _TYPE or not isinstance(subject, NamedNode):
            return
        if isinstance(object_, Literal):
            self._take_text(subject.value, property_, graph)
        elif isinstance(object_, NamedNode) and graph == _INFERRED:
            self._take_inferred(subject.value, property_, object_.value)
        elif isinstance(object_, NamedNode):
            self._take_relation(subject.value, property_, object_.value)

    def keep_following(self, is_news: Callable[[str, str, str], bool]) -> None:
        """Keep of what was inferred that which is not stated in another way."""
        for subject, property_, object_ in self.inferred:
            if is_news(subject, property_, object_):
                self.members[subject, Way.FOLLOWING, property_, ""].append(object_)

    def _take_text(self, subject: str, property_: str, graph: str) -> None:
        if not (property_ in _NAMES or graph == _INFERRED or is_passage(subject)):
            self.totals[subject, Way.SAID, property_, ""] += 1

    def _take_inferred(self, subject: str, property_: str, object_: str) -> None:
        self.inferred.append((subject, property_, object_))
        self.totals[subject, Way.INFERRED, property_, ""] += 1
        self.totals[object_, Way.INFERRED_INCOMING, property_, ""] += 1

    def _take_relation(self, subject: str, property_: str, object_: str) -> None:
        if is_passage(subject):
            if property_ == _SUBJECT:
                self.totals[object_, Way.CITED, property_, ""] += 1
            elif property_ not in _POINTS_NOWHERE:
                self.totals[object_, Way.INCOMING, property_, CG.Evidence] += 1
            return
        way = Way.MENTIONED if property_ == CG.mentionedIn else Way.RELATED
        self.members[subject, way, property_, ""].append(object_)
        if property_ not in _POINTS_NOWHERE:
            for kind in self.kinds.get(subject, ()):
                self.members[object_, Way.INCOMING, property_, kind].append(subject)


class _News:
    """Tells whether a consequence says more than what is stated already."""

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph
        self._entailed: dict[str, frozenset[str]] = {}
        self._next = _next_properties(graph)

    def __call__(self, subject: str, property_: str, object_: str) -> bool:
        return not any(
            property_ in _ALWAYS_STATED or property_ in self._entailed_by(stated)
            for stated in self._stated_between(NamedNode(subject), NamedNode(object_))
        )

    def _stated_between(self, one: NamedNode, other: NamedNode) -> Iterator[str]:
        for subject, object_ in ((one, other), (other, one)):
            for quad in self._graph.quads(subject, None, object_, _ASSERTED):
                yield quad.predicate.value

    def _entailed_by(self, stated: str) -> frozenset[str]:
        """Return the properties above and inverse to it, at any distance, and itself."""
        if stated not in self._entailed:
            found, new = {stated}, {stated}
            while new:
                new = {above for each in new for above in self._next.get(each, ())} - found
                found |= new
            self._entailed[stated] = frozenset(found)
        return self._entailed[stated]


def _next_properties(graph: GraphStore) -> dict[str, set[str]]:
    """Return what follows from each property at once: those above it, and its inverse."""
    found: dict[str, set[str]] = defaultdict(set)
    inverse = NamedNode(expand("owl:inverseOf"))
    for quad in graph.quads(predicate=NamedNode(expand("rdfs:subPropertyOf"))):
        found[_name(quad.subject)].add(_name(quad.object))
    for quad in graph.quads(predicate=inverse):
        found[_name(quad.subject)].add(_name(quad.object))
        found[_name(quad.object)].add(_name(quad.subject))
    return found


def _kinds(graph: GraphStore) -> dict[str, list[str]]:
    """Return the classes that were stated of each thing; those above them follow."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in graph.quads(predicate=NamedNode(_TYPE)):
        subject = _name(quad.subject)
        if _name(quad.graph_name) != _INFERRED and not is_passage(subject):
            found[subject].append(_name(quad.object))
    return found


def _by_day(graph: GraphStore) -> Callable[[Iterable[str]], list[str]]:
    """Return what sorts documents, the newest first, those of no day last."""
    days = {_name(quad.subject): _name(quad.object) for quad in graph.quads(predicate=_ISSUED)}

    def newest_first(documents: Iterable[str]) -> list[str]:
        return sorted(sorted(documents), key=lambda each: days.get(each, ""), reverse=True)

    return newest_first


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
