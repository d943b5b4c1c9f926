"""Decisions are carried out document by document, first those on entities."""

from collections.abc import Sequence

from clustergraph.decisions import Curation, Verdict
from clustergraph.decisions.decision import EntityVerdict, StatementDecision
from clustergraph.model import DocumentGraph, LangString, Value
from clustergraph.resolving import Registry
from clustergraph.resolving.curation.curate import Curated, curate
from clustergraph.resolving.curation.references import LocalIds
from clustergraph.vocab import CG
from given.decided import entity, statement
from given.sketches import Sketch


def drawn(name: str) -> Sketch:
    sketch = Sketch(f"EFCE led Alpha in {name}.", name=name)
    sketch.entity(CG.Project, "EFCE")
    return sketch


def topic(value: str, document: str, *, of: str = "EFCE") -> StatementDecision:
    return statement(Verdict.ADD, of, CG.topic, value, "led Alpha", document=document)


def carried_out(sketches: Sequence[Sketch], curation: Curation) -> Curated:
    return curate([sketch.graph for sketch in sketches], curation, LocalIds(Registry()))


def topics(graph: DocumentGraph) -> list[Value]:
    return [fact.object for fact in graph.facts if fact.predicate == CG.topic]


def test_a_document_is_named_by_its_file_or_its_id() -> None:
    one, other = drawn("one.txt"), drawn("other.txt")
    decisions = (topic("a", "one.txt"), topic("b", one.document.id), topic("c", "other.txt"))
    outcome = carried_out([one, other], Curation(statements=decisions))
    assert [topics(graph) for graph in outcome.graphs] == [
        [LangString("a", "en"), LangString("b", "en")],
        [LangString("c", "en")],
    ]
    assert (outcome.bad, outcome.stale) == ((), ())


def test_decisions_about_a_document_that_is_not_there_are_all_told() -> None:
    decisions = (topic("a", "lost.txt"), topic("b", "lost.txt"))
    outcome = carried_out([drawn("one.txt")], Curation(statements=decisions))
    assert [(stale.location, stale.reason) for stale in outcome.stale] == [
        ("statements.tsv:2", "there is no document 'lost.txt' (any more).")
    ] * 2
    assert not topics(outcome.graphs[0])


def test_a_statement_may_speak_of_what_a_later_file_adds() -> None:
    added = entity(EntityVerdict.ADD, "Alpha", kind=CG.Project, quote="Alpha", document="one.txt")
    curation = Curation(statements=(topic("a", "one.txt", of="Alpha"),), entities=(added,))
    outcome = carried_out([drawn("one.txt")], curation)
    assert topics(outcome.graphs[0]) == [LangString("a", "en")]


def test_one_bad_decision_does_not_keep_the_others_from_being_carried_out() -> None:
    unclear = entity(EntityVerdict.ADD, "Alpha", quote="Alpha", document="one.txt")
    nobody = topic("b", "one.txt", of="ALBA")
    curation = Curation(statements=(nobody, topic("a", "one.txt")), entities=(unclear,))
    outcome = carried_out([drawn("one.txt")], curation)
    assert topics(outcome.graphs[0]) == [LangString("a", "en")]
    assert [bad.reason for bad in outcome.bad] == ["an added entity needs a class."]
    assert [stale.reason for stale in outcome.stale] == [
        "one.txt speaks of nothing called 'ALBA' (any more)."
    ]


def test_without_decisions_the_graphs_are_what_they_were() -> None:
    sketch = drawn("one.txt")
    assert carried_out([sketch], Curation()).graphs == (sketch.graph,)
