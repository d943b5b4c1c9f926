"""Names that stand for blank nodes are taken away, and no others."""

from pyoxigraph import BlankNode, NamedNode, Quad

from clustergraph.iris import node_iri
from clustergraph.rdf.nameless import without_names

NAMED = NamedNode("https://example.org/a")
STANDING_FOR_ONE = NamedNode(node_iri("a", "list"))


def test_a_name_that_stands_for_a_node_becomes_a_label_that_every_syntax_takes() -> None:
    quad = without_names(Quad(STANDING_FOR_ONE, NAMED, STANDING_FOR_ONE, NAMED))
    assert isinstance(quad.subject, BlankNode)
    assert quad.subject == quad.object
    assert quad.subject.value[0].isalpha()


def test_what_has_a_name_of_its_own_keeps_it() -> None:
    quad = Quad(NAMED, NAMED, NAMED, NAMED)
    assert without_names(quad) == quad
