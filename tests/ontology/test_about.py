"""An activity is about a subject when the words of its topic are a label of that subject."""

from collections.abc import Callable

import pytest
from pyoxigraph import Literal, Triple

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
    ],
)
def test_words_that_are_a_label_lead_to_its_subject(infer: Infer, topic: str, concept: str) -> None:
    assert _about(infer, topic) == {concept}


@pytest.mark.parametrize(
    "topic",
    [
        '"change"@en',
        '"change management in hospitals"@en',
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


def test_most_topics_of_our_documents_are_traced_to_a_subject(
    infer: Infer, asserted: list[Triple]
) -> None:
    topics = {o for _, p, o in asserted if p.value == CG.topic}
    traced = {str(topic) for topic in topics if _about(infer, str(topic))}
    assert all(isinstance(topic, Literal) for topic in topics)
    assert len(traced) > 0.75 * len(topics)
