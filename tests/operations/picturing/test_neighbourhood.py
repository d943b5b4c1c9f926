from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from pyoxigraph import NamedNode, Quad, Store

from clustergraph.iris import BASE, graph_iri
from clustergraph.model import Iri
from clustergraph.names import NameIndex
from clustergraph.operations.describing.describe import Description, Group, Relation, describe
from clustergraph.operations.labels import Label, Labels, Thing
from clustergraph.operations.picturing.neighbourhood import Tie, neighbourhood, overview, ties
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

PROJECT = Iri(f"{BASE}id/trace-kei-aaaaaaab")
EXCELLENCE = Iri(f"{BASE}id/cluster-excellence-aaaaaaac")
UNION = Iri(f"{BASE}id/european-union-aaaaaaad")


def _thing(name: str, kind: Iri | None = None) -> Thing:
    return Thing(iri=Iri(f"{BASE}id/{name}"), label=Label(text=name), kind=kind)


def _group(name: str, others: int, *, total: int = 0, kind: Thing | None = None) -> Group:
    relations = tuple(Relation(other=_thing(f"{name}-{number}")) for number in range(others))
    return Group(property=_thing(name), kind=kind, total=total or others, relations=relations)


@pytest.fixture
def described(small_graph: GraphStore) -> Description:
    return describe(small_graph, PROJECT, Labels(small_graph))


def test_all_that_stands_in_few_relations_is_shown(
    described: Description, small_names: NameIndex
) -> None:
    found = neighbourhood(described, small_names)
    shown = {(arm.property.iri, arm.is_incoming): arm for arm in found.arms}
    assert shown[CG.partOf, False].things[0].iri == EXCELLENCE
    assert shown[CG.partner, False].total == len(shown[CG.partner, False].things) == 3


@pytest.mark.parametrize("most", [4, 5, 11])
def test_each_relation_has_its_turn_where_there_is_little_room(
    described: Description, small_names: NameIndex, most: int
) -> None:
    groups = (_group("many", 10, total=900), _group("one", 1), _group("two", 2))
    described = replace(described, relations=groups, incoming=())
    found = neighbourhood(described, small_names, most=most)
    assert len(found.around) == most
    assert {arm.property.label.text for arm in found.arms} == {"many", "one", "two"}
    assert max(arm.total for arm in found.arms) == 900


def test_relations_that_differ_in_the_class_of_the_others_alone_are_one(
    described: Description, small_names: NameIndex
) -> None:
    kinds = (_thing("kind-a"), _thing("kind-b"))
    groups = tuple(_group("partner", 2, total=50, kind=kind) for kind in kinds)
    described = replace(described, relations=(), incoming=groups)
    (arm,) = neighbourhood(described, small_names).arms
    assert arm.is_incoming
    assert arm.total == 100


@pytest.mark.parametrize("kind", [CG.Evidence, CG.Document])
def test_passages_and_documents_are_no_neighbours(
    described: Description, small_names: NameIndex, kind: Iri
) -> None:
    group = _group("object", 3, kind=Thing(iri=kind, label=Label(text="a kind")))
    described = replace(described, relations=(), incoming=(group,))
    assert not neighbourhood(described, small_names).arms


def test_only_statements_between_two_of_the_things_tie_them(small_graph: GraphStore) -> None:
    found = ties(small_graph, [PROJECT, EXCELLENCE, UNION])
    assert found == (
        Tie(EXCELLENCE, CG.fundedBy, UNION),
        Tie(PROJECT, CG.partOf, EXCELLENCE),
    )


def test_an_overview_holds_the_most_prominent_things_that_are_related(
    small_graph: GraphStore, small_names: NameIndex
) -> None:
    found = overview(small_graph, small_names, most=9)
    assert len(found.cards) <= 9
    assert found.cards[0].prominence == max(card.prominence for card in found.cards)
    tied = {iri for tie in found.ties for iri in (tie.subject, tie.object)}
    assert {card.iri for card in found.cards} == tied


def test_an_overview_of_a_hub_reads_few_of_its_statements(small_names: NameIndex) -> None:
    store = _Counted()
    asserted, funded = NamedNode(graph_iri("asserted")), NamedNode(CG.fundedBy)
    for number in range(3000):
        node = NamedNode(f"{BASE}id/paid-{number}")
        store.store.add(Quad(node, funded, NamedNode(UNION), asserted))
    found = overview(store, small_names)
    assert found.cards == ()
    assert 0 < store.read < 200


class _Counted(GraphStore):
    """A graph that counts the quads that are read of it."""

    def __init__(self) -> None:
        self.store = Store()
        self.read = 0
        super().__init__(self.store)

    def quads(self, *pattern: Any, **more: Any) -> Iterator[Quad]:
        for quad in super().quads(*pattern, **more):
            self.read += 1
            yield quad


def test_what_people_wrote_ties_things_too() -> None:
    store = Store()
    ends = NamedNode(PROJECT), NamedNode(CG.partner), NamedNode(UNION)
    store.add(Quad(*ends, NamedNode("urn:notes")))
    assert [tie.property for tie in ties(GraphStore(store), [PROJECT, UNION])] == [CG.partner]
