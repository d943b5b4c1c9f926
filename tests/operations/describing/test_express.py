from pathlib import Path

from pyoxigraph import Literal, NamedNode, Quad, Triple

from bench.page_speed.corpus import HUB, LITTLE_PROJECT
from bench.page_speed.corpus import PROJECT as HUB_PROJECT
from bench.page_speed.corpus import quads as hub
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.express import (
    MOST_OF_A_PROPERTY,
    bundles_cut,
    quads_about,
    quads_of_term,
)
from clustergraph.store.graph import GraphStore
from clustergraph.store.versions import Home
from clustergraph.vocab import CG
from given.homes import publish_quads

PROJECT = Iri(f"{BASE}id/trace-kei-aaaaaaab")


def holds(quads: list[Quad], subject: str, predicate: str, object_: str) -> bool:
    triple = Triple(NamedNode(subject), NamedNode(predicate), NamedNode(object_))
    return any(quad.triple == triple for quad in quads)


def test_a_thing_comes_with_what_it_says_what_points_to_it_and_its_evidence(
    small_graph: GraphStore,
) -> None:
    quads = quads_about(small_graph, PROJECT)
    assert holds(quads, PROJECT, CG.partner, f"{BASE}id/green-synergy-aaaaaaaa")
    assert holds(quads, f"{BASE}id/green-synergy-aaaaaaaa", CG.partnerIn, PROJECT)
    predicates = {quad.predicate.value for quad in quads}
    assert CG.quote in predicates


def test_others_come_with_their_labels(small_graph: GraphStore) -> None:
    quads = quads_about(small_graph, PROJECT)
    labels = {
        quad.object.value
        for quad in quads
        if isinstance(quad.object, Literal) and quad.predicate.value.endswith("#prefLabel")
    }
    assert {"DARE", "Green Synergy Cluster", "Klaster Zielona Synergia"} <= labels


def test_triple_terms_are_only_given_where_they_are_wanted(small_graph: GraphStore) -> None:
    def terms(quads: list[Quad]) -> int:
        return sum(isinstance(quad.object, Triple) for quad in quads)

    assert terms(quads_about(small_graph, PROJECT)) == 0
    assert terms(quads_about(small_graph, PROJECT, reifiers=True)) == 6


def test_no_quad_is_given_twice(small_graph: GraphStore) -> None:
    quads = quads_about(small_graph, PROJECT, reifiers=True)
    assert len(quads) == len(set(quads))


def test_a_term_is_told_from_its_uses(small_graph: GraphStore) -> None:
    quads = quads_of_term(small_graph, CG.Cluster)
    assert quads
    assert not any(f"{BASE}id/" in str(quad) for quad in quads)


def test_of_a_hub_some_is_given_with_its_evidence_and_the_rest_is_told(tmp_path: Path) -> None:
    publish_quads(Home(tmp_path), hub(120))
    graph = GraphStore.open(Home(tmp_path).current().store_path)
    city, project, small = (Iri(f"{BASE}id/{name}") for name in (HUB, HUB_PROJECT, LITTLE_PROJECT))
    for thing, property_ in ((city, CG.locatedIn), (project, CG.partner)):
        quads = [q for q in quads_about(graph, thing) if q.predicate.value == property_]
        assert len(quads) == MOST_OF_A_PROPERTY
        assert {each.property: each.total for each in bundles_cut(graph, thing)} == {property_: 120}
    quotes = [q for q in quads_about(graph, project) if q.predicate.value == CG.quote]
    assert len(quotes) == MOST_OF_A_PROPERTY
    assert not bundles_cut(graph, small)
