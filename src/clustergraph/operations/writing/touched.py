"""What else a change touches than what it says: whom the rules look at anew, whose card is another.

A statement is about its subject, but a name also stands in the cards of those who lie there, and a
class decides whether others may point to a thing. The steps from a statement to those others stand
here as tables. The ways that shapes go are read from the shapes; of those that are queries they
are written down below.
"""

from collections import deque
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import chain, islice
from typing import Final, TypeAlias

from pyoxigraph import BlankNode, NamedNode, Quad, Triple

from clustergraph.iris import graph_iri
from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.property_paths import PropertyPath
from clustergraph.rdf.shapes import Shapes
from clustergraph.store.changing import Change
from clustergraph.store.graph import GraphStore, Term
from clustergraph.vocab import CG

__all__ = ["MOST_OTHERS", "Touched", "touched_by"]

MOST_OTHERS: Final = 1_000
"""How many others are looked at for the sake of one thing of which something was said."""

_LOG: Final = NamedNode(graph_iri("writes"))
_TYPE: Final = expand("rdf:type")
_REIFIES: Final = NamedNode(expand("rdf:reifies"))
_MATCHES: Final = tuple(map(expand, ("skos:exactMatch", "skos:broadMatch")))


@dataclass(frozen=True, slots=True, kw_only=True)
class Touched:
    """The things that a change touches.

    Attributes:
        nodes: of which a shape may say something else than before.
        named: of which the index of names may hold another card than before, or none any more.
    """

    nodes: frozenset[Iri]
    named: frozenset[Iri]


@dataclass(frozen=True, slots=True)
class _Step:
    """A step from a thing to others: along properties, or back to what points to it by them."""

    properties: tuple[str, ...]
    is_back: bool = True
    is_repeated: bool = False


_Steps: TypeAlias = tuple[_Step, ...]
_Ways: TypeAlias = Mapping[str, tuple[_Steps, ...]]
"""The ways from the subject of a statement to the others that it matters to, by its property."""


def touched_by(change: Change, graph: GraphStore) -> Touched:
    """Find the things that a change touches, in the graph as it is after the change.

    Linear in the change, and in what lies round what it speaks of; but of the others that one thing
    leads to, no more than ``MOST_OTHERS`` are taken, in no particular order. So a new name of a
    country is not at once in the cards of the ten thousand things that lie there, nor are all of
    them asked whether they may still do so: the next build sees to these. What is itself written
    about is always among them. Nodes without a name, and IRIs that are no ``Iri``, are passed over.
    """
    quads = [quad for quad in (*change.added, *change.removed) if quad.graph_name != _LOG]
    return Touched(
        nodes=frozenset(chain(_nodes(quads, graph), _passages_of(change.removed, graph))),
        named=frozenset(_named(quads, graph)),
    )


# -- Whom the rules look at ------------------------------------------------------------------------

_LOOKED_AT_FROM_BOTH_ENDS: Final = frozenset(
    {
        *map(expand, ("owl:annotatedSource", "skos:hasTopConcept", "skos:topConceptOf")),
        *map(expand, ("skos:narrower", "skos:related", "skos:broader")),
    }
)
"""Properties whose objects queries of shapes look at too."""

_OF_DOCUMENT: Final = (_Step((CG.inDocument,)),)
_OF_PASSAGE: Final = (_Step((expand("rdf:subject"),), is_back=False),)
_OF_NOTE: Final = (_Step((expand("owl:annotatedSource"),), is_back=False),)
_BY_QUERIES: Final[_Ways] = {
    expand("dcterms:issued"): (_OF_DOCUMENT,),
    expand("dcterms:language"): (_OF_DOCUMENT,),
    CG.atLeast: (_OF_PASSAGE,),
    CG.reviewStatus: (_OF_PASSAGE,),
    expand("rdf:predicate"): (_OF_PASSAGE,),
    expand("rdf:object"): (_OF_PASSAGE,),
    expand("owl:annotatedProperty"): (_OF_NOTE,),
    expand("owl:annotatedTarget"): (_OF_NOTE,),
    expand("prov:wasDerivedFrom"): (_OF_NOTE,),
    expand("skos:inScheme"): (
        (_Step((expand("skos:broader"),)),),
        (_Step((expand("skos:notation"),), is_back=False), _Step((expand("skos:notation"),))),
    ),
    expand("skos:notation"): (
        (_Step((expand("skos:notation"),), is_back=False), _Step((expand("skos:notation"),))),
    ),
}
"""The ways of the queries that look farther than at the node and its own statements."""


def _nodes(quads: Iterable[Quad], graph: GraphStore) -> Iterator[Iri]:
    shapes = _kept_shapes()
    from_objects = _seen_from_objects(shapes)
    ways = _ways_of(shapes)
    for subject, properties in _said(quads).items():
        yield from _iris([subject])
        steps = {steps for each in properties for steps in ways.get(each, ())}
        yield from _at_the_ends(steps, subject, graph)
        if _TYPE in properties:
            yield from _iris(
                q.subject for q in islice(graph.quads(None, None, subject), MOST_OTHERS)
            )
    yield from _iris(quad.object for quad in quads if quad.predicate.value in from_objects)


def _passages_of(removed: Iterable[Quad], graph: GraphStore) -> Iterator[Iri]:
    """Yield the passages about statements that are no more."""
    for quad in removed:
        if not isinstance(quad.subject, Triple):
            statement = Triple(quad.subject, quad.predicate, quad.object)
            about = graph.quads(None, _REIFIES, statement)
            yield from _iris(each.subject for each in islice(about, MOST_OTHERS))


@cache
def _kept_shapes() -> Shapes:
    return Shapes.read(SHAPES)


def _seen_from_objects(shapes: Shapes) -> frozenset[str]:
    """Return the properties that a shape looks at from what they point to."""
    targets = {each for target in shapes.targets.values() for each in target.objects_of}
    turned = {each for path in shapes.paths for each in _turned(path)}
    return frozenset({*targets, *turned, *_LOOKED_AT_FROM_BOTH_ENDS})


def _turned(path: PropertyPath) -> Iterator[str]:
    """Yield the properties by which a path begins with a step back.

    One that repeats such a step looks for a circle, which is seen from where it was closed.
    """
    if path.operator == "^":
        yield path.parts[0].iri or ""
    elif path.operator in {"/", "|"}:
        for part in path.parts[:1] if path.operator == "/" else path.parts:
            yield from _turned(part)


def _ways_of(shapes: Shapes) -> _Ways:
    """Return the ways back from a later step of a path to where it begins, by that step."""
    found = {property_: set(ways) for property_, ways in _BY_QUERIES.items()}
    for path in shapes.paths:
        for place, part in enumerate(path.parts if path.operator == "/" else ()):
            if place and part.iri:
                steps = tuple(_reversed(each) for each in reversed(path.parts[:place]))
                found.setdefault(part.iri, set()).add(steps)
    return {property_: tuple(ways) for property_, ways in found.items()}


def _reversed(step: PropertyPath) -> _Step:
    if step.operator:
        return _Step((step.parts[0].iri or "",), is_back=False)
    return _Step((step.iri or "",))


# -- Whose cards are others ------------------------------------------------------------------------

_NAMES: Final = tuple(
    map(expand, ("skos:prefLabel", "skos:altLabel", "dcterms:title", "dcterms:identifier"))
)
_LIES: Final = (CG.locatedIn, CG.locatedInTransitive)
_IN_SECTOR: Final = (
    _Step((*_MATCHES, expand("skos:broader")), is_repeated=True),
    _Step((CG.sector,)),
)
_BELOW: Final = (_Step((CG.partOf, CG.fundedBy), is_repeated=True),)
_THERE: Final = (_Step(_LIES),)
_MENTIONED: Final = (_Step((CG.mentionedIn,)),)
_BY_CARDS: Final[_Ways] = {
    **dict.fromkeys(_NAMES, (_THERE,)),
    **dict.fromkeys(_LIES, (_THERE,)),
    **dict.fromkeys((*_MATCHES, expand("skos:broader")), (_IN_SECTOR,)),
    expand("skos:inScheme"): (_IN_SECTOR,),
    CG.partOf: (_BELOW,),
    CG.fundedBy: (_BELOW,),
    _TYPE: (_THERE, _BELOW, _MENTIONED),
    expand("dcterms:language"): (_MENTIONED,),
    **dict.fromkeys((CG.sector, CG.periodStart, CG.periodEnd, CG.mentionedIn), ()),
}
"""What cards tell, and of which others it tells something too."""

_ASSERTED: Final = NamedNode(graph_iri("asserted"))


def _named(quads: Collection[Quad], graph: GraphStore) -> Iterator[Iri]:
    for subject, properties in _said(quads).items():
        if told := properties & _BY_CARDS.keys():
            yield from _iris([subject])
            yield from _at_the_ends(
                {way for each in told for way in _BY_CARDS[each]}, subject, graph
            )
    # Only these count for how prominent a thing is.
    asserted = [quad for quad in quads if quad.graph_name == _ASSERTED]
    yield from _iris(term for quad in asserted for term in (quad.subject, quad.object))


# -- Going there -----------------------------------------------------------------------------------


def _said(quads: Iterable[Quad]) -> Mapping[NamedNode | BlankNode, set[str]]:
    """Return by which properties something was said of each thing."""
    found: dict[NamedNode | BlankNode, set[str]] = {}
    for quad in quads:
        if isinstance(quad.subject, NamedNode | BlankNode):
            found.setdefault(quad.subject, set()).add(quad.predicate.value)
    return found


def _at_the_ends(
    ways: Iterable[_Steps], start: NamedNode | BlankNode, graph: GraphStore
) -> Iterator[Iri]:
    """Yield the others to which the ways lead."""
    for way in ways:
        ends: set[Term] = {start}
        for step in way:
            ends = set(islice(_gone(step, ends, graph), MOST_OTHERS))
        yield from _iris(ends)


def _gone(step: _Step, starts: Collection[Term], graph: GraphStore) -> Iterator[Term]:
    """Yield where a step leads from there; one that is repeated also where it began."""
    if not step.is_repeated:
        yield from (end for each in starts for end in _one_step(step, each, graph))
        return
    found, waiting = set(starts), deque(starts)
    yield from starts
    while waiting:
        for end in _one_step(step, waiting.popleft(), graph):
            if end not in found:
                found.add(end)
                waiting.append(end)
                yield end


def _one_step(step: _Step, start: Term, graph: GraphStore) -> Iterator[Term]:
    for each in map(NamedNode, step.properties):
        if step.is_back:
            yield from (quad.subject for quad in graph.quads(None, each, start))
        elif isinstance(start, NamedNode | BlankNode):
            yield from (quad.object for quad in graph.quads(start, each))


def _iris(terms: Iterable[Term]) -> Iterator[Iri]:
    for term in terms:
        if isinstance(term, NamedNode):
            try:
                yield Iri(term.value)
            except ValueError:  # an address that we take for none
                continue
