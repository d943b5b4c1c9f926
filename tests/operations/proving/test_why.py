import pytest

from clustergraph.errors import DoesNotHold
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.proving.why import why
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

TRAINING = Iri(f"{BASE}id/4th-training-module-aaaaaaai")
KARAGANDA = Iri(f"{BASE}id/karaganda-aaaaaaah")
KAZAKHSTAN = Iri(f"{BASE}id/kazakhstan-aaaaaaag")


@pytest.fixture(scope="module")
def labels(small_graph: GraphStore) -> Labels:
    return Labels(small_graph)


def test_what_documents_say_is_told_with_their_words(
    small_graph: GraphStore, labels: Labels
) -> None:
    explanation = why(small_graph, labels, TRAINING, CG.locatedIn, KARAGANDA)
    (way,) = explanation.ways
    (step,) = way.steps
    assert step.is_made
    assert (step.total, len(step.passages)) == (2, 2)
    assert "was delivered in Karaganda, Kazakhstan" in {it.quote.text for it in step.passages}


def test_what_follows_is_told_step_by_step_down_to_what_is_said(
    small_graph: GraphStore, labels: Labels
) -> None:
    explanation = why(small_graph, labels, TRAINING, CG.locatedInTransitive, KAZAKHSTAN)
    (first, *premises) = explanation.ways[0].steps
    assert first.number == 1
    assert set(first.because) <= {step.number for step in premises}
    assert sum(step.is_made for step in premises) == 2
    assert "located in" in first.sentence
    assert "{?" not in first.sentence


def test_the_sentence_of_a_rule_may_be_translated(small_graph: GraphStore, labels: Labels) -> None:
    explanation = why(
        small_graph, labels, TRAINING, CG.locatedInTransitive, KAZAKHSTAN, say=lambda _: "Bo tak."
    )
    assert explanation.ways[0].steps[0].sentence == "Bo tak."


def test_what_nobody_says_does_not_hold(small_graph: GraphStore, labels: Labels) -> None:
    with pytest.raises(DoesNotHold, match="no document says so"):
        why(small_graph, labels, KAZAKHSTAN, CG.locatedIn, TRAINING)
