"""What a graph holds is shown as plain values, whatever stands in it."""

from pyoxigraph import Store

from clustergraph.model import Iri
from clustergraph.operations.consult import Text
from clustergraph.operations.describing.show_graph import show_graph
from clustergraph.store.graph import GraphStore

ODD = "http://[::1]/p"
"""An IRI that the engine takes and ``Iri`` refuses."""


def test_what_has_an_odd_address_is_shown_in_words() -> None:
    store = Store()
    store.update(f"INSERT DATA {{ <{ODD}> <{ODD}> <{ODD}> , <urn:a> }}")
    odd = Text(f"<{ODD}>")
    found = show_graph(GraphStore(store), None, most=2)
    assert found.is_whole
    assert [*found.subjects] == [odd]
    assert set(found.subjects[odd][odd]) == {odd, Iri("urn:a")}
