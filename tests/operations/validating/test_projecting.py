"""Of a graph shapes see what they speak of: of some nodes, no less than what decides about them."""

import pytest
from pyoxigraph import Literal, NamedNode, Quad, Store

from clustergraph.iris import BASE, graph_iri
from clustergraph.locations import SHAPES
from clustergraph.model import Iri
from clustergraph.operations.validating.projecting import projection, projection_near
from clustergraph.rdf.prefixes import expand
from clustergraph.rdf.shapes import Shapes
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

ASSERTED, INFERRED = (NamedNode(graph_iri(name)) for name in ("asserted", "inferred"))
A, B, FAR = (NamedNode(f"{BASE}id/{name}-aaaaaaaa") for name in ("a", "b", "far"))
TYPE, LABEL, BELOW = (
    NamedNode(expand(name)) for name in ("rdf:type", "skos:prefLabel", "rdfs:subClassOf")
)
PROJECT, ACTIVITY, PARTNER = map(NamedNode, (CG.Project, CG.Activity, CG.partner))
UNKNOWN = NamedNode("urn:property-of-no-shape")

IS_PROJECT = Quad(A, TYPE, PROJECT, ASSERTED)
IS_ACTIVITY = Quad(A, TYPE, ACTIVITY, INFERRED)
NAMED = Quad(A, LABEL, Literal("A", language="en"), ASSERTED)
ODD = Quad(A, UNKNOWN, B, ASSERTED)
JOINED = Quad(A, PARTNER, B, ASSERTED)
OTHER = Quad(B, TYPE, PROJECT, ASSERTED)
ABOVE = Quad(PROJECT, BELOW, ACTIVITY, ASSERTED)
ELSEWHERE = Quad(FAR, LABEL, Literal("Far", language="en"), ASSERTED)


@pytest.fixture(scope="module")
def shapes() -> Shapes:
    return Shapes.read(SHAPES)


@pytest.fixture(scope="module")
def graph() -> GraphStore:
    store = Store()
    store.extend([IS_PROJECT, IS_ACTIVITY, NAMED, ODD, JOINED, OTHER, ABOVE, ELSEWHERE])
    return GraphStore(store)


def test_the_whole_has_what_shapes_speak_of_and_no_class_that_follows(
    graph: GraphStore, shapes: Shapes
) -> None:
    seen = set(projection(graph, shapes))
    assert {IS_PROJECT, NAMED, OTHER, ABOVE, ELSEWHERE} <= seen
    assert not seen & {IS_ACTIVITY, ODD}


def test_near_a_node_stands_what_is_said_of_it_and_the_class_of_what_it_points_to(
    graph: GraphStore, shapes: Shapes
) -> None:
    quads = set(projection_near(graph, shapes, [Iri(A.value)]).quads)
    assert {IS_PROJECT, NAMED, JOINED, OTHER, ABOVE} <= quads
    assert not quads & {IS_ACTIVITY, ODD, ELSEWHERE}


def test_a_node_is_looked_at_by_the_shapes_of_its_class_and_of_those_above(
    graph: GraphStore, shapes: Shapes
) -> None:
    focus = projection_near(graph, shapes, [Iri(A.value)]).focus
    of_class = {
        kind: {shape for shape, targets in shapes.targets.items() if kind in targets.classes}
        for kind in (CG.Project, CG.Activity)
    }
    assert any(of_class.values())
    assert set().union(*of_class.values()) <= focus.keys()
    assert all(list(nodes) == [A.value] for nodes in focus.values())


def test_nothing_is_read_for_no_nodes_but_which_class_is_below_which(
    graph: GraphStore, shapes: Shapes
) -> None:
    found = projection_near(graph, shapes, [])
    assert set(found.quads) == {ABOVE}
    assert not found.focus
