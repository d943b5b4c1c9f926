"""What lies beside the store is in step with it, whether little or most of it was touched."""

from collections.abc import Callable
from pathlib import Path

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.look_up import cards
from clustergraph.operations.relating.relate import adjacency_of
from clustergraph.operations.writing.order import Written
from clustergraph.operations.writing.write import write
from clustergraph.store.adjacency import Adjacency
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from given.orders import data_order

Update = Callable[..., Written]

PREFIXES = (
    f"PREFIX cg: <{BASE}ns#> PREFIX id: <{BASE}id/> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)


def test_a_write_of_more_things_than_there_were_leaves_all_in_step(
    built: Home, tmp_path: Path
) -> None:
    text = "".join(
        f"id:n{n}-zzzzzzzz a cg:Cluster ; skos:prefLabel 'Number {n}'@en ; "
        f"cg:locatedIn id:bulgaria-aaaaaaaf .\n"
        for n in range(600)
    )
    order = data_order(tmp_path, PREFIXES + text, is_checked=False)
    assert write(order, built).added == 1_800
    _assert_in_step(built)
    assert len(NameIndex.open(built.current().names_path).search("number 599").hits) > 0


def test_one_thing_after_the_other_leaves_all_in_step(built: Home, update: Update) -> None:
    for n in range(3):
        thing = f"id:n{n}-zzzzzzzz"
        update(
            built,
            f"{PREFIXES} INSERT DATA {{ {thing} a cg:Cluster ; skos:prefLabel 'Number {n}'@en ; "
            "cg:locatedIn id:bulgaria-aaaaaaaf }",
        )
    update(built, f"{PREFIXES} DELETE WHERE {{ id:n1-zzzzzzzz ?p ?o }}")
    _assert_in_step(built)


def _assert_in_step(home: Home) -> None:
    version = home.current()
    graph = GraphStore.open(version.store_path)
    index = NameIndex.open(version.names_path)
    made = list(cards(graph))
    assert [index.card(card.iri) for card in made] == made
    table, fresh = Adjacency.open(version.adjacency_path), adjacency_of(graph)
    for card in made:
        assert _plain(table, card.iri) == _plain(fresh, card.iri)


def _plain(table: Adjacency, thing: Iri) -> list[tuple[object, ...]]:
    return [
        (each.way, each.property, each.kind, each.total, sorted(each.members))
        for each in table.of(thing)
    ]
