"""What single questions find that our documents do not hold."""

import pytest
from pyoxigraph import RdfFormat, Store

from clustergraph.model import Iri
from clustergraph.operations.validating.validate import validate
from clustergraph.rdf.ontology import ontology_quads
from clustergraph.sparql.catalogue import find_query
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG
from given.questions import answer

PREFIXES = """
@prefix cg: <https://w3id.org/clustergraph/ns#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> .
@prefix graph: <https://w3id.org/clustergraph/graph/> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix stage: <https://w3id.org/clustergraph/voc/lifecycle-stages/> .
@prefix status: <https://w3id.org/clustergraph/voc/review-status/> .
ex:document dcterms:identifier "one.txt" .
"""

MATURE = (
    "graph:asserted {"
    'ex:c a cg:Cluster ; skos:prefLabel "Alpha"@en ; cg:lifecycleStage stage:mature }'
    "ex:e rdf:subject ex:c ; rdf:predicate cg:lifecycleStage ; rdf:object stage:mature ;"
    'cg:quote "the mature cluster Alpha"@en ; cg:inDocument ex:document ;'
    "cg:reviewStatus status:machine ."
)


def _graph(trig: str) -> GraphStore:
    store = Store()
    store.extend(ontology_quads())
    store.load(PREFIXES + trig, format=RdfFormat.TRIG)
    return GraphStore(store)


def _pair(one: str, other: str, more: str = "") -> GraphStore:
    return _graph(
        "graph:asserted {"
        f'ex:1 a cg:Organisation ; skos:prefLabel "{one}"@en ; cg:mentionedIn ex:document .'
        f'ex:2 a cg:Organisation ; skos:prefLabel "{other}"@pl ; cg:mentionedIn ex:document .'
        f"{more} }}"
    )


def test_a_cluster_whose_stage_of_life_is_told_is_found() -> None:
    assert answer(_graph(MATURE), find_query("life-stages")) == [
        {
            "cluster": "Alpha",
            "stage": "mature",
            "quote": "the mature cluster Alpha",
            "document": "one.txt",
        }
    ]


def test_the_rules_of_the_graph_let_a_cluster_have_a_stage_of_life() -> None:
    broken = {result.shape for result in validate(_graph(MATURE), ontology=None).results}
    assert not any(shape.startswith("lifecycleStage") for shape in broken)


@pytest.mark.parametrize(
    ("one", "other", "likeness"),
    [
        ("EFCE", "European Foundation for Cluster Excellence", "its initials"),
        ("Cluster Alpha", "CLUSTER-ALPHA", "the same words"),
        ("Cluster Alpha", "The Cluster Alpha of Somewhere", "a part of its words"),
        ("Клъстер „Алфа“", "Клъстер Алфа", "the same words"),
        ("Alpha", "Group (Alpha)", "a part of its words"),
        ("A B C D E", "The A B C D E Group", "a part of its words"),
        ("Alpha Beta", f"{'word ' * 50}Alpha Beta", "a part of its words"),
        ("C.D", f"{'word ' * 31}C D", "a part of its words"),
    ],
)
def test_names_that_look_alike_are_one_pair(one: str, other: str, likeness: str) -> None:
    rows = answer(_pair(one, other), find_query("names-alike"))
    assert [(row["one"], row["other"], row["likeness"]) for row in rows] == [(one, other, likeness)]


@pytest.mark.parametrize(
    ("one", "other"), [("Alp", "Alpha"), ("Alpha Beta", "Beta Alpha"), ("A B C D E", "A B C D F")]
)
def test_names_of_other_words_are_no_pair(one: str, other: str) -> None:
    assert answer(_pair(one, other), find_query("names-alike")) == []


def test_what_stands_in_a_relation_is_two_things() -> None:
    graph = _pair("EU", "Innovation Unit of the EU", more="ex:2 cg:partOf ex:1 .")
    assert answer(graph, find_query("names-alike")) == []


def test_who_runs_a_training_and_sends_its_trainer_is_told_that_this_follows() -> None:
    graph = _graph(
        "graph:asserted { ex:1 cg:organisedBy ex:2 . ex:1 cg:partner ex:3 }"
        "graph:inferred { ex:2 cg:organises ex:1 ; cg:involvedIn ex:1 ; cg:suppliesTrainerTo ex:1 }"
    )
    rows = graph.select(find_query("follows-for"), entity=Iri("https://example.org/2"))
    assert [Iri(str(row["property"])[1:-1]) for row in rows] == [CG.suppliesTrainerTo]
