"""What shapes look at in a graph: the quads for an engine of SHACL, and which nodes are theirs.

Of the whole graph, or of some nodes and what lies near them. What shapes find is not known here.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Quad

from clustergraph.iris import graph_iri
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.property_paths import PropertyPath
from clustergraph.rdf.shapes import Shapes, Targets
from clustergraph.store.graph import GraphStore, Term

__all__ = ["Projection", "projection", "projection_near"]

_Node: TypeAlias = NamedNode | BlankNode

_INFERRED: Final = NamedNode(graph_iri("inferred"))
_TYPE: Final = NamedNode(expand("rdf:type"))
_BROADER_CLASS: Final = NamedNode(expand("rdfs:subClassOf"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """The quads that decide about some nodes, and which of these each shape looks at.

    The nodes are by the names of the shapes; a shape that looks at none of them is not there.
    """

    quads: Collection[Quad]
    focus: Mapping[Iri, Collection[Iri]]


def projection(graph: GraphStore, shapes: Shapes) -> Iterator[Quad]:
    """Yield the quads of which the shapes speak; triple terms are not among them.

    Nor are the classes that follow, so that a thing has the one that somebody gave it: to a shape
    of a class belongs all that is below it anyway.
    """
    for predicate in shapes.predicates:
        yield from _without_inferred_classes(graph.quads(predicate=NamedNode(predicate)))


def projection_near(graph: GraphStore, shapes: Shapes, nodes: Collection[Iri]) -> Projection:
    """Return the same for some nodes: what the shapes want to know of them, and little more.

    Linear in what is said of the nodes and at the ends of the ways that shapes go from there.
    """
    gathering = _Gathering(graph, shapes)
    focus: dict[Iri, list[Iri]] = defaultdict(list)
    for node in sorted(nodes):
        own = gathering.take(NamedNode(node))
        for shape in gathering.looking_at(NamedNode(node), own):
            focus[shape].append(node)
    return Projection(quads=gathering.quads, focus=focus)


class _Gathering:
    """What was read so far round some nodes."""

    def __init__(self, graph: GraphStore, shapes: Shapes) -> None:
        self._graph = graph
        self._shapes = shapes
        self._classes: dict[_Node, frozenset[str]] = {}
        self._broader = _above(graph)
        self.quads: set[Quad] = set(graph.quads(predicate=_BROADER_CLASS))

    def take(self, node: NamedNode) -> list[Quad]:
        """Read what the shapes may ask about a node; return what is said of it."""
        own = [
            quad
            for quad in _without_inferred_classes(self._graph.quads(node))
            if quad.predicate.value in self._shapes.predicates
        ]
        self.quads.update(own)
        ends = {quad.object for quad in own}
        for path in self._shapes.paths:
            ends |= self._follow(path, {node})
        for end in ends:
            self._classes_of(end)
        return own

    def looking_at(self, node: NamedNode, own: Collection[Quad]) -> Iterator[Iri]:
        """Yield the shapes that look at a node of which that is said."""
        said = {quad.predicate.value for quad in own}
        for shape, targets in self._shapes.targets.items():
            if (
                not said.isdisjoint(targets.subjects_of)
                or not self._classes_of(node).isdisjoint(targets.classes)
                or self._is_object(node, targets)
            ):
                yield shape

    def _is_object(self, node: NamedNode, targets: Targets) -> bool:
        return any(
            next(self._graph.quads(None, NamedNode(predicate), node), None) is not None
            for predicate in targets.objects_of
        )

    def _classes_of(self, term: Term) -> frozenset[str]:
        """Return the classes of a term, with those above them; read them once."""
        if not isinstance(term, NamedNode | BlankNode):
            return frozenset()
        if term not in self._classes:
            quads = list(_without_inferred_classes(self._graph.quads(term, _TYPE)))
            self.quads.update(quads)
            stated = {q.object.value for q in quads if isinstance(q.object, NamedNode)}
            self._classes[term] = frozenset(_closure(stated, self._broader))
        return self._classes[term]

    def _follow(self, path: PropertyPath, starts: Iterable[Term]) -> set[Term]:
        """Read all steps of a path from there; return where it ends."""
        nodes = {each for each in starts if isinstance(each, NamedNode | BlankNode)}
        match path.operator:
            case "" | "^":
                return self._step(path, nodes)
            case "/":
                ends: set[Term] = {*nodes}
                for part in path.parts:
                    ends = self._follow(part, ends)
                return ends
            case "|":
                return set().union(*(self._follow(part, nodes) for part in path.parts))
            case _:
                return self._repeat(path.parts[0], nodes)

    def _step(self, path: PropertyPath, nodes: Collection[_Node]) -> set[Term]:
        ends: set[Term] = set()
        for node in nodes:
            if path.operator:
                predicate = NamedNode(path.parts[0].iri or "")
                quads = list(self._graph.quads(None, predicate, node))
                ends.update(quad.subject for quad in quads)
            else:
                quads = list(self._graph.quads(node, NamedNode(path.iri or "")))
                ends.update(quad.object for quad in quads)
            self.quads.update(quads)
        return ends

    def _repeat(self, step: PropertyPath, nodes: Collection[_Node]) -> set[Term]:
        """Read a step any number of times; one back is gone forth.

        Shapes go back over and over to see whether they come to where a step forth leads, which is
        to say round in a circle: on it both directions meet the same, and forth are fewer.
        """
        forth = step.parts[0] if step.operator == "^" else step
        found: set[Term] = {*nodes}
        new = found
        while new:
            new = self._follow(forth, new) - found
            found |= new
        return found


def _without_inferred_classes(quads: Iterable[Quad]) -> Iterator[Quad]:
    return (quad for quad in quads if quad.predicate != _TYPE or quad.graph_name != _INFERRED)


def _above(graph: GraphStore) -> Mapping[str, set[str]]:
    """Return which classes are directly above each."""
    found: dict[str, set[str]] = defaultdict(set)
    for quad in graph.quads(predicate=_BROADER_CLASS):
        if isinstance(quad.subject, NamedNode) and isinstance(quad.object, NamedNode):
            found[quad.subject.value].add(quad.object.value)
    return found


def _closure(classes: Iterable[str], above: Mapping[str, set[str]]) -> set[str]:
    found = set(classes)
    new = found
    while new:
        new = {each for one in new for each in above.get(one, ())} - found
        found |= new
    return found
