from clustergraph.iris import BASE
from clustergraph.operations.listing.inventory import inventory
from clustergraph.store.graph import GraphStore


def test_the_few_come_before_the_many_and_each_once(small_graph: GraphStore) -> None:
    found = inventory(small_graph)
    parts = [iri.removeprefix(BASE).partition("/")[0].partition("#")[0] for iri in found]
    assert list(dict.fromkeys(parts)) == ["ns", "voc", "doc", "id"]
    assert len(set(found)) == len(found)
    assert parts.count("id") == 16
    assert parts.count("doc") == 2


def test_all_of_it_is_named_by_the_base(small_graph: GraphStore) -> None:
    assert all(iri.startswith(BASE) for iri in inventory(small_graph))
