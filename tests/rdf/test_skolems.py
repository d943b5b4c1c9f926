"""Blank nodes get names, wherever they stand."""

from pyoxigraph import BlankNode, Literal, NamedNode, Quad, Triple

from clustergraph.iris import skolem_iri
from clustergraph.rdf.skolems import skolemised_quad

S, P = NamedNode("urn:s"), NamedNode("urn:p")


def test_names_are_put_for_blank_nodes_wherever_they_stand() -> None:
    node, name = BlankNode("n"), NamedNode(skolem_iri("n"))

    assert skolemised_quad(Quad(node, P, Triple(node, P, Triple(S, P, node)), node)) == Quad(
        name, P, Triple(name, P, Triple(S, P, name)), name
    )
    assert skolemised_quad(Quad(S, P, Literal("_:n"))) == Quad(S, P, Literal("_:n"))
