"""What is said of one thing by one property stands in an order that is the same for everybody."""

from clustergraph.operations.glance import texts_said
from clustergraph.vocab import CG
from given.located import graph_of_triples, iri


def test_whole_numbers_stand_in_their_own_order_however_long_they_are() -> None:
    long = "9" * 6000
    graph = graph_of_triples(f'id:x cg:topic "100", "{long}", "20", "wood", "3" .')
    said = [text.text for text in texts_said(graph, iri("x"), CG.topic)]
    assert said == ["wood", "3", "20", "100", long]
