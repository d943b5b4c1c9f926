import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.labels import Labels
from clustergraph.operations.proving.plain import as_plain, plain_passage
from clustergraph.operations.proving.why import why
from clustergraph.operations.quote import Passage, passage
from clustergraph.store.graph import GraphStore
from clustergraph.vocab import CG

TRAINING = Iri(f"{BASE}id/4th-training-module-aaaaaaai")
KAZAKHSTAN = Iri(f"{BASE}id/kazakhstan-aaaaaaag")


@pytest.fixture(scope="module")
def quoted(small_graph: GraphStore) -> Passage:
    return passage(small_graph, Labels(small_graph), Iri(f"{BASE}ev/0000000000000004"))


def test_a_passage_says_where_it_stands_and_what_is_thought_of_it(quoted: Passage) -> None:
    told = plain_passage(quoted)
    assert (told["quote"], told["language"]) == ("was delivered in Karaganda, Kazakhstan", "en")
    assert (told["start"], told["end"], told["confidence"]) == (150, 188, 0.9)
    assert (told["modality"], told["status"], told["role"]) == ("fact", "machine", "")
    assert (told["reviewed_by"], told["written"]) == ("", [])


def test_what_else_is_known_of_a_passage_is_added(quoted: Passage) -> None:
    told = plain_passage(quoted, lambda each: {"address": f"/{each.iri.local}"})
    assert told["address"] == "/0000000000000004"
    assert told["iri"] == quoted.iri


def test_what_is_made_has_evidence_and_what_follows_has_reasons(small_graph: GraphStore) -> None:
    labels = Labels(small_graph)
    explanation = why(small_graph, labels, TRAINING, CG.locatedInTransitive, KAZAKHSTAN)
    told = as_plain(explanation, lambda _: {"more": True})
    steps = told["ways"][0]["steps"]
    made = [step for step in steps if "evidence" in step]
    assert told["total"] == explanation.total
    assert all(each["more"] for step in made for each in step["evidence"])
    assert [("because" in step, "rule" in step) for step in made] == [(False, False)] * 2
    assert steps[0]["because"]
    assert told["statement"]["object"] == {
        "iri": KAZAKHSTAN,
        "label": "Kazakhstan",
        "language": "en",
    }
