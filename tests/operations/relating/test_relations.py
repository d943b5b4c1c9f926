"""Which statements relate things, as what, and in which order they are told."""

import pytest
from pyoxigraph import DefaultGraph, Literal, NamedNode, Quad, Store

from clustergraph.iris import BASE, graph_iri
from clustergraph.operations.relating.relations import (
    ISSUED,
    TYPE,
    Relations,
    all_kinds,
    day,
    kinds_of,
    rank,
)
from clustergraph.rdf.prefixes import expand
from clustergraph.store.adjacency import Way
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

A, B, PASSAGE = (NamedNode(f"{BASE}{name}") for name in ("id/a-aaaaaaaa", "id/b-aaaaaaaa", "ev/1"))
PARTNER, TAKES_PART, MENTIONED_IN = map(NamedNode, (CG.partner, CG.involves, CG.mentionedIn))
ASSERTED, CONCLUDED = (NamedNode(graph_iri(name)) for name in ("asserted", "inferred"))
MINE = NamedNode("https://example.org/mine")
ABOVE = NamedNode(expand("rdfs:subPropertyOf"))


def graph_of(*quads: Quad) -> GraphStore:
    store = Store()
    store.extend(quads)
    return GraphStore(store)


def ways_of(thing: NamedNode, *quads: Quad) -> dict[Way, int]:
    graph = graph_of(*quads)
    relations = Relations(graph, lambda each: kinds_of(graph, each))
    ties = [tie for quad in quads for tie in relations.of_quad(quad) if tie.thing == thing.value]
    return {way: sum(tie.key[0] is way for tie in ties) for way in {tie.key[0] for tie in ties}}


def test_what_a_build_says_and_somebody_writes_again_counts_once() -> None:
    twice = [Quad(A, PARTNER, B, graph) for graph in (ASSERTED, MINE, DefaultGraph())]
    texts = [Quad(A, TAKES_PART, Literal("2018"), graph) for graph in (MINE, DefaultGraph())]
    assert ways_of(A, *twice, *texts) == {Way.RELATED: 1, Way.SAID: 1}


def test_what_follows_is_no_news_where_somebody_wrote_it() -> None:
    follows = Quad(A, PARTNER, B, CONCLUDED)
    assert Way.FOLLOWING in ways_of(A, follows)
    assert Way.FOLLOWING not in ways_of(A, follows, Quad(A, PARTNER, B, MINE))


@pytest.mark.parametrize(
    ("graph", "is_news"), [(NamedNode(graph_iri("ontology")), False), (MINE, True)]
)
def test_an_axiom_counts_where_the_ontology_has_it(graph: NamedNode, *, is_news: bool) -> None:
    stated, follows = Quad(A, PARTNER, B, ASSERTED), Quad(A, NamedNode(CG.fundedBy), B, CONCLUDED)
    axiom = Quad(PARTNER, ABOVE, NamedNode(CG.fundedBy), graph)
    assert (Way.FOLLOWING in ways_of(A, stated, follows, axiom)) == is_news


def test_the_log_of_writes_relates_nothing() -> None:
    assert ways_of(A, Quad(A, PARTNER, B, NamedNode(graph_iri("writes")))) == {}


def test_who_points_to_a_thing_is_told_by_its_class_and_passages_are_only_counted() -> None:
    kind = NamedNode(CG.Project)
    passage = Quad(PASSAGE, NamedNode(expand("rdf:subject")), B, MINE)
    assert ways_of(B, Quad(A, PARTNER, B, ASSERTED)) == {}
    assert ways_of(B, Quad(A, TYPE, kind, ASSERTED), Quad(A, PARTNER, B, ASSERTED), passage) == {
        Way.INCOMING: 1,
        Way.CITED: 1,
    }


def test_all_that_a_triple_adds_is_told_whichever_graph_has_it() -> None:
    graph = graph_of(Quad(A, PARTNER, B, MINE), Quad(A, PARTNER, B, CONCLUDED))
    relations = Relations(graph, lambda _: ())
    ways = {tie.key[0] for tie in relations.of_triple(Quad(A, PARTNER, B).triple)}
    assert ways == {Way.RELATED, Way.INFERRED, Way.INFERRED_INCOMING}
    assert not [*relations.of_triple(Quad(B, PARTNER, A).triple)]


def test_classes_that_follow_are_none_that_were_stated() -> None:
    project, event = NamedNode(CG.Project), NamedNode(CG.Event)
    graph = graph_of(
        Quad(A, TYPE, project, ASSERTED), Quad(A, TYPE, event, CONCLUDED), Quad(A, TYPE, project)
    )
    assert kinds_of(graph, A.value) == {CG.Project}
    assert all_kinds(graph) == {A.value: [CG.Project]}


def test_documents_are_told_by_their_day_the_newest_first_and_others_by_their_iri() -> None:
    days = {"a": "2018-05-02", "b": "2018", "c": "2019-01"}
    in_order = sorted(
        "abcd", key=lambda each: rank(Way.MENTIONED, each, lambda it: days.get(it, ""))
    )
    assert in_order == ["c", "a", "b", "d"]
    assert sorted("cab", key=lambda each: rank(Way.RELATED, each, days.__getitem__)) == [*"abc"]


def test_of_several_days_the_newest_counts() -> None:
    quads = [Quad(A, ISSUED, Literal(text)) for text in ("2018", "2019-01", "2018-05-02")]
    assert day(quads) == "2019-01"
    assert day([]) == ""
