"""A version holds the report of its validation, the same for the same documents."""

from pyoxigraph import NamedNode, Quad

from clustergraph.iris import graph_iri, skolem_iri
from clustergraph.operations.validating.validate import validate
from clustergraph.store.graph import GraphStore

META = NamedNode(graph_iri("meta"))
REPORT = NamedNode(skolem_iri("validation"))


def _report(graph: GraphStore) -> set[Quad]:
    """Return all that is said of the report, and below it."""
    found: set[Quad] = set()
    waiting = [REPORT]
    while waiting:
        quads = set(graph.quads(waiting.pop(), graph=META)) - found
        found |= quads
        waiting += [q.object for q in quads if isinstance(q.object, NamedNode)]
    return found


def test_a_version_holds_what_its_validation_finds_and_nothing_else_of_it(
    our_graph: GraphStore,
) -> None:
    assert _report(our_graph) == set(validate(our_graph).as_quads())


def test_the_report_speaks_of_things_but_says_nothing_about_them(our_graph: GraphStore) -> None:
    entities = {quad.subject for quad in _report(our_graph)} & {
        quad.subject for quad in our_graph.quads(graph=NamedNode(graph_iri("asserted")))
    }
    assert entities == set()
