"""What one statement adds to the relations of the things that it speaks of.

Which statements count, in which bundle, and in which order a bundle's members stand. They are put
together by ``relate``.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any, Final, NamedTuple

from pyoxigraph import Literal, NamedNode, Quad, Triple

from clustergraph.iris import graph_iri, is_passage
from clustergraph.model import Iri
from clustergraph.operations.consult import told
from clustergraph.rdf.prefixes import expand
from clustergraph.store.adjacency import Key, Way
from clustergraph.store.graph import GraphStore
from clustergraph.store.written import is_written
from clustergraph.vocab import CG

__all__ = ["ISSUED", "TYPE", "Relations", "Tie", "all_kinds", "day", "kinds_of", "rank"]

TYPE: Final = NamedNode(expand("rdf:type"))
ISSUED: Final = NamedNode(expand("dcterms:issued"))

_INFERRED: Final = NamedNode(graph_iri("inferred"))
_ASSERTED: Final = NamedNode(graph_iri("asserted"))
_ASIDE: Final = frozenset(
    NamedNode(graph_iri(name)) for name in ("meta", "links", "places", "writes")
)
"""What is said of the version and of writes, what things are elsewhere, and where, is told in other
ways."""
_SUBJECT: Final = expand("rdf:subject")
_POINTS_NOWHERE: Final = frozenset(
    {
        *map(expand, ("rdf:subject", "rdf:predicate", "rdf:object", "rdf:reifies")),
        *map(expand, ("owl:annotatedSource", "owl:annotatedTarget", "sssom:object_source")),
        *(TYPE.value, CG.mentionedIn),
    }
)
_NAMES: Final = frozenset(
    map(expand, ("skos:prefLabel", "skos:altLabel", "rdfs:label", "dcterms:title"))
)
_ALWAYS_STATED: Final = frozenset({CG.involves, CG.involvedIn})
"""That one takes part in what one runs or pays for is no news."""


class Tie(NamedTuple):
    """What a statement adds to a bundle: a member, or one more where none is named."""

    thing: str
    key: Key
    member: str | None


class Relations:
    """What the statements of a graph add; ``kinds`` tells the classes stated of a thing."""

    def __init__(self, graph: GraphStore, kinds: Callable[[str], Iterable[str]]) -> None:
        self._graph = graph
        self._kinds = kinds
        self._is_news = _News(graph)

    def of_quad(self, quad: Quad) -> Iterator[Tie]:
        """Yield what a statement adds, where it is the one of its triple that counts.

        A triple stands in one graph of a build; what people write may say it again.
        """
        name = quad.graph_name
        if name in _ASIDE or quad.predicate == TYPE:
            return
        if not is_written(name) or (_can_be_told(quad) and self._is_first(quad)):
            yield from self._ties(quad, is_inferred=name == _INFERRED)

    def of_triple(self, triple: Triple) -> Iterator[Tie]:
        """Yield what a triple adds, whichever graphs have it; nothing where none has."""
        if triple.predicate == TYPE or not _can_be_told(triple):
            return
        names = {quad.graph_name for quad in self._quads(triple)} - _ASIDE
        if _INFERRED in names:
            yield from self._ties(triple, is_inferred=True)
        if names - {_INFERRED}:
            yield from self._ties(triple, is_inferred=False)

    def beside(self, triple: Triple) -> Iterator[Triple]:
        """Yield what follows between the two ends of a triple, which may be news or none by it."""
        one, other = triple.subject, triple.object
        if isinstance(one, NamedNode) and isinstance(other, NamedNode):
            for subject, object_ in ((one, other), (other, one)):
                for quad in self._graph.quads(subject, None, object_, _INFERRED):
                    yield quad.triple

    def _quads(self, triple: Quad | Triple) -> Iterator[Quad]:
        return self._graph.quads(triple.subject, triple.predicate, triple.object)

    def _is_first(self, quad: Quad) -> bool:
        names = {other.graph_name for other in self._quads(quad)} - {*_ASIDE, _INFERRED}
        return all(map(is_written, names)) and min(names, key=str) == quad.graph_name

    def _ties(self, statement: Quad | Triple, *, is_inferred: bool) -> Iterator[Tie]:
        one, property_, other = statement.subject, statement.predicate.value, statement.object
        if not isinstance(one, NamedNode):
            return
        if isinstance(other, Literal):
            if not (property_ in _NAMES or is_inferred or is_passage(one.value)):
                yield Tie(one.value, (Way.SAID, property_, ""), None)
        elif isinstance(other, NamedNode):
            ties = self._inferred if is_inferred else self._stated
            yield from ties(one.value, property_, other.value)

    def _inferred(self, subject: str, property_: str, object_: str) -> Iterator[Tie]:
        yield Tie(subject, (Way.INFERRED, property_, ""), None)
        yield Tie(object_, (Way.INFERRED_INCOMING, property_, ""), None)
        if self._is_news(subject, property_, object_):
            yield Tie(subject, (Way.FOLLOWING, property_, ""), object_)

    def _stated(self, subject: str, property_: str, object_: str) -> Iterator[Tie]:
        if is_passage(subject):
            if property_ == _SUBJECT:
                yield Tie(object_, (Way.CITED, property_, ""), None)
            elif property_ not in _POINTS_NOWHERE:
                yield Tie(object_, (Way.INCOMING, property_, CG.Evidence), None)
            return
        way = Way.MENTIONED if property_ == CG.mentionedIn else Way.RELATED
        yield Tie(subject, (way, property_, ""), object_)
        if property_ not in _POINTS_NOWHERE:
            for kind in self._kinds(subject):
                yield Tie(object_, (Way.INCOMING, property_, kind), subject)


class _News:
    """Tells whether a consequence says more than what is stated already."""

    def __init__(self, graph: GraphStore) -> None:
        self._graph = graph
        self._entailed: dict[str, frozenset[str]] = {}

    def __call__(self, subject: str, property_: str, object_: str) -> bool:
        return not any(
            property_ in _ALWAYS_STATED or property_ in self._entailed_by(stated)
            for stated in self._stated_between(NamedNode(subject), NamedNode(object_))
        )

    def _stated_between(self, one: NamedNode, other: NamedNode) -> Iterator[str]:
        for subject, object_ in ((one, other), (other, one)):
            for quad in self._graph.quads(subject, None, object_):
                if quad.graph_name == _ASSERTED or is_written(quad.graph_name):
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

    @cached_property
    def _next(self) -> Mapping[str, set[str]]:
        """What follows from each property at once: those above it, and its inverse."""
        found: dict[str, set[str]] = defaultdict(set)
        for quad in self._axioms("rdfs:subPropertyOf"):
            found[_name(quad.subject)].add(_name(quad.object))
        for quad in self._axioms("owl:inverseOf"):
            found[_name(quad.subject)].add(_name(quad.object))
            found[_name(quad.object)].add(_name(quad.subject))
        return found

    def _axioms(self, predicate: str) -> Iterator[Quad]:
        """Yield those that the rules go by, which are the ontology's own."""
        quads = self._graph.quads(predicate=NamedNode(expand(predicate)))
        return (quad for quad in quads if not is_written(quad.graph_name))


# -- Kinds and order -------------------------------------------------------------------------------


def all_kinds(graph: GraphStore) -> Mapping[str, list[str]]:
    """Return the classes that were stated of each thing; those above them follow."""
    found: dict[str, list[str]] = defaultdict(list)
    for quad in graph.quads(predicate=TYPE):
        subject, kind = _name(quad.subject), _kind(quad)
        if kind is not None and not is_passage(subject) and kind not in found[subject]:
            found[subject].append(kind)
    return found


def kinds_of(graph: GraphStore, thing: str) -> frozenset[str]:
    """Return the same of one thing."""
    kinds = map(_kind, graph.quads(NamedNode(thing), TYPE))
    return frozenset(kind for kind in kinds if kind is not None)


def _kind(quad: Quad) -> str | None:
    return None if quad.graph_name == _INFERRED else _iri(quad.object)


def rank(way: Way, member: str, day_of: Callable[[str], str]) -> Any:
    """Return by what the members of a bundle are sorted.

    That is their IRI, which begins with the name; documents by their day, the newest first, those
    of no day last.
    """
    if way is not Way.MENTIONED:
        return member
    newest_first = [-ord(letter) for letter in day_of(member)]
    return [*newest_first, 1], member


def day(issued: Iterable[Quad]) -> str:
    """Return the day of a document, of all statements about it; the newest where they differ."""
    return max((_name(quad.object) for quad in issued), default="")


def _can_be_told(statement: Quad | Triple) -> bool:
    """Tell whether it has neither a node without a name, nor an IRI that we take for none."""
    terms = (statement.subject, statement.predicate, statement.object)
    return all(told(term) is not None for term in terms)


def _iri(term: object) -> str | None:
    return found if isinstance(found := told(term), Iri) else None


def _name(term: object) -> str:
    return term.value if isinstance(term, NamedNode | Literal) else ""
