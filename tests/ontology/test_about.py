"""An activity is about a subject when its topic holds a label of that subject, word for word."""

from collections.abc import Callable

import pytest
from pyoxigraph import Triple
from rdflib import Graph
from rdflib.namespace import SKOS

from clustergraph.locations import ONTOLOGY
from clustergraph.vocab import CG

Infer = Callable[..., set[tuple[str, str, str]]]


def _about(infer: Infer, topic: str) -> set[str]:
    facts = infer(f":week a cg:Training ; cg:topic {topic} .", only=["about"])
    return {concept for _, _, concept in facts}


@pytest.mark.parametrize(
    ("topic", "concept"),
    [
        ('"change management"@en', "change-management"),
        ('"Change Management"@en', "change-management"),
        ('"TYPES OF CLUSTERS"@en', "cluster-types"),
        ('"Zarządzanie Klastrem"@pl', "cluster-management"),
        ('"Управление на клъстерите"@bg', "cluster-management"),
        ('"livestock value chains"@en', "value-chains"),
        ('"Cluster Excellence Management"@bg', "cluster-management-excellence"),
        ('"new value-chains, and how to find them"@en', "value-chains"),
        ('"change management in hospitals"@en', "change-management"),
        ('"Clustermanagement in der Praxis"@de', "cluster-management"),
        ('"La conduite du changement"@fr', "change-management"),
        ('"Gestione del cambiamento"@it', "change-management"),
        ('"кластерный подход"@ru', "cluster-approach"),
    ],
)
def test_words_that_hold_a_label_lead_to_its_subject(
    infer: Infer, topic: str, concept: str
) -> None:
    assert _about(infer, topic) == {concept}


@pytest.mark.parametrize(
    "topic",
    [
        '"change"@en',
        '"exchange management"@en',
        '"furniture"@en',
        '"foundation"@en',
    ],
)
def test_other_words_lead_to_no_subject(infer: Infer, topic: str) -> None:
    assert _about(infer, topic) == set()


def test_what_is_stated_does_not_follow_once_more(infer: Infer) -> None:
    stated = "cg:about <https://w3id.org/clustergraph/voc/training-topics/value-chains>"
    topic = 'cg:topic "value chains"@en'
    assert infer(f":week a cg:Training ; {topic} ; {stated} .", only=["about"]) == set()


def test_topics_may_be_about_several_subjects(infer: Infer) -> None:
    both = '"value chains, and cluster management in two countries"@en'
    assert _about(infer, both) == {"value-chains", "cluster-management"}


def test_the_labels_are_no_sentences_of_our_documents(asserted: list[Triple]) -> None:
    topics = {o.value.lower() for _, p, o in asserted if p.value == CG.topic}
    graph = Graph().parse(ONTOLOGY / "vocabularies" / "training-topics.ttl", format="turtle")
    labels = {
        str(o).lower() for p in (SKOS.prefLabel, SKOS.altLabel) for o in graph.objects(None, p)
    }
    assert max(len(label.split()) for label in labels & topics) <= 4
