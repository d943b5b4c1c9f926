from datetime import date

import pytest

from clustergraph.decisions import Verdict
from clustergraph.decisions.decision import StatementDecision
from clustergraph.model import (
    DocumentGraph,
    EntityId,
    Evidence,
    Iri,
    LangString,
    Modality,
    PartialDate,
    ReviewStatus,
    Value,
    YearlessDate,
)
from clustergraph.resolving import Registry, resolve
from clustergraph.vocab import CG
from given.decided import ADA, carry_out, statement
from given.sketches import Sketch

TEXT = (
    "CANDY V is paid by COSME. Almaty hosted a training. A training in Oslo, online. "
    "COSME also pays CANDY V. Over 90 came in May 2018."
)


@pytest.fixture
def sketch() -> Sketch:
    """A project and two trainings; the mappers found who pays, in two passages."""
    sketch = Sketch(TEXT)
    candy = sketch.entity(CG.Project, "CANDY V")
    cosme = sketch.entity(CG.Programme, "COSME")
    sketch.entity(CG.Training, "training", at="hosted a training", named=False)
    sketch.entity(CG.Training, "training", at="A training in Oslo", named=False)
    sketch.entity(CG.City, "Almaty")
    sketch.fact(candy, CG.fundedBy, cosme, quote="CANDY V is paid by COSME", confidence=0.8)
    sketch.fact(candy, CG.fundedBy, cosme, quote="COSME also pays CANDY V", confidence=0.5)
    return sketch


def passages(graph: DocumentGraph, predicate: Iri) -> list[Evidence]:
    return [e for fact in graph.facts if fact.predicate == predicate for e in fact.evidence]


def values(graph: DocumentGraph, predicate: Iri) -> list[Value]:
    return [fact.object for fact in graph.facts if fact.predicate == predicate]


def test_a_confirmed_passage_keeps_what_the_mapper_said_of_it(sketch: Sketch) -> None:
    outcome = carry_out(
        sketch.graph, statement(Verdict.CONFIRM, "CANDY V", CG.fundedBy, "COSME", "paid by COSME")
    )
    first, second = passages(outcome.graphs[0], CG.fundedBy)
    assert first.review == ADA
    assert (first.rule, first.confidence) == ("drawn", 0.8)
    assert first.quote == "CANDY V is paid by COSME"
    assert second.status is ReviewStatus.MACHINE
    assert not outcome.stale


def test_a_person_may_say_more_of_a_passage_than_the_mapper(sketch: Sketch) -> None:
    decision = statement(
        Verdict.CONFIRM,
        "CANDY V",
        CG.fundedBy,
        "COSME",
        "paid by COSME",
        role="main payer",
        modality=Modality.PLANNED,
        former=True,
        at_least=True,
    )
    first, _ = passages(carry_out(sketch.graph, decision).graphs[0], CG.fundedBy)
    assert (first.role, first.modality) == ("main payer", Modality.PLANNED)
    assert first.former
    assert first.at_least


def test_a_rejected_passage_leaves_the_others(sketch: Sketch) -> None:
    decision = statement(Verdict.REJECT, "CANDY V", CG.fundedBy, "COSME", "paid by COSME")
    (graph,) = carry_out(sketch.graph, decision).graphs
    first, second = passages(graph, CG.fundedBy)
    assert (first.status, second.status) == (ReviewStatus.REJECTED, ReviewStatus.MACHINE)
    (found,) = resolve([graph], Registry(), today=date(2026, 11, 22)).graph.statements
    assert found.is_asserted


def test_a_statement_without_a_passage_that_stands_is_not_asserted(sketch: Sketch) -> None:
    decisions = [
        statement(Verdict.REJECT, "CANDY V", CG.fundedBy, "COSME", quote)
        for quote in ("paid by COSME", "also pays")
    ]
    (graph,) = carry_out(sketch.graph, *decisions).graphs
    (found,) = resolve([graph], Registry(), today=date(2026, 11, 22)).graph.statements
    assert not found.is_asserted
    assert len(found.evidence) == 2


def test_an_added_statement_quotes_the_document(sketch: Sketch) -> None:
    decision = statement(
        Verdict.ADD,
        "CANDY V",
        CG.startDate,
        "2018-05",
        "in May 2018",
        role="r",
        former=True,
        at_least=True,
    )
    (graph,) = carry_out(sketch.graph, decision).graphs
    (passage,) = passages(graph, CG.startDate)
    assert values(graph, CG.startDate) == [PartialDate(2018, 5)]
    assert graph.document[passage.span] == passage.quote == "in May 2018"
    assert (passage.rule, passage.confidence, passage.role) == ("curation", 1.0, "r")
    assert passage.status is ReviewStatus.ADDED
    assert passage.modality is Modality.FACT
    assert passage.at_least
    assert passage.former


def test_what_the_mappers_find_by_now_is_confirmed_and_stands_once(sketch: Sketch) -> None:
    decision = statement(Verdict.ADD, "CANDY V", CG.fundedBy, "COSME", "paid by COSME")
    (graph,) = carry_out(sketch.graph, decision).graphs
    first, second = passages(graph, CG.fundedBy)
    assert first.status is ReviewStatus.CONFIRMED
    assert second.status is ReviewStatus.MACHINE


def test_another_passage_of_a_known_statement_is_added_to_it(sketch: Sketch) -> None:
    decision = statement(Verdict.ADD, "CANDY V", CG.fundedBy, "COSME", "Over 90 came")
    found = passages(carry_out(sketch.graph, decision).graphs[0], CG.fundedBy)
    assert [each.status for each in found].count(ReviewStatus.ADDED) == 1
    assert len(found) == 3


def test_what_was_confirmed_stays_when_no_mapper_says_it_any_more(sketch: Sketch) -> None:
    decision = statement(Verdict.CONFIRM, "CANDY V", CG.locatedIn, "Almaty", "Almaty")
    outcome = carry_out(sketch.graph, decision)
    (passage,) = passages(outcome.graphs[0], CG.locatedIn)
    assert passage.status is ReviewStatus.ADDED
    (stale,) = outcome.stale
    assert "kept as added by a person" in stale.reason


def test_a_rejection_of_what_nobody_says_is_told(sketch: Sketch) -> None:
    decision = statement(Verdict.REJECT, "CANDY V", CG.locatedIn, "Almaty", "Almaty")
    outcome = carry_out(sketch.graph, decision)
    assert outcome.graphs == carry_out(sketch.graph).graphs
    assert [str(stale) for stale in outcome.stale] == [
        "statements.tsv:2: document.txt no longer says this in these words; drop the row."
    ]


VALUES: list[tuple[Iri, str, Value]] = [
    (CG.startDate, "2018", PartialDate(2018)),
    (CG.startDate, "--05-12", YearlessDate(5, 12)),
    (CG.participantCount, "90", 90),
    (CG.topic, "value chains", LangString("value chains", "en")),
    (
        CG.deliveryMode,
        "delivery-modes/online",
        Iri("https://w3id.org/clustergraph/voc/delivery-modes/online"),
    ),
    (CG.fundedBy, "COSME", EntityId("e2")),
]


@pytest.mark.parametrize(("predicate", "written", "value"), VALUES)
def test_an_object_is_read_as_what_the_relation_leads_to(
    sketch: Sketch, predicate: Iri, written: str, value: Value
) -> None:
    decision = statement(Verdict.ADD, "CANDY V", predicate, written, "Over 90")
    assert value in values(carry_out(sketch.graph, decision).graphs[0], predicate)


BAD: list[tuple[tuple[str, Iri, str], str, str]] = [
    (("CANDY V", CG.fundedBy, "COSME"), "payed by", "does not hold the words 'payed by'"),
    (("CANDY V", CG.topic, "x"), "CANDY V", "stand 2 times; quote more"),
    (("CANDY V", CG.startDate, "May"), "in May 2018", "startDate needs a date, not 'May'"),
    (("CANDY V", CG.participantCount, "many"), "Over 90", "needs a number, not 'many'"),
    (("CANDY V", CG.speaker, "Almaty"), "Over 90", "speaker does not lead to a City"),
    (("Almaty", CG.fundedBy, "COSME"), "Over 90", "is nothing that a City has"),
    (("training", CG.fundedBy, "COSME"), "Over 90", "'training' names 2 things (Training: "),
]


@pytest.mark.parametrize(("claim", "quote", "reason"), BAD)
def test_a_decision_that_cannot_be_carried_out_is_bad_and_changes_nothing(
    sketch: Sketch, claim: tuple[str, Iri, str], quote: str, reason: str
) -> None:
    outcome = carry_out(sketch.graph, statement(Verdict.ADD, *claim, quote))
    assert outcome.graphs == carry_out(sketch.graph).graphs
    (error,) = outcome.bad
    assert error.location == "statements.tsv:2"
    assert reason in error.reason


# -- Disputes --------------------------------------------------------------------------------------


def dispute(quote: str = "paid by COSME") -> StatementDecision:
    return statement(Verdict.DISPUTE, "CANDY V", CG.fundedBy, "COSME", quote)


def test_a_disputed_passage_says_so_and_its_statement_stays(sketch: Sketch) -> None:
    outcome = carry_out(sketch.graph, dispute())
    first, second = passages(outcome.graphs[0], CG.fundedBy)
    assert (first.status, second.status) == (ReviewStatus.DISPUTED, ReviewStatus.MACHINE)
    assert first.is_disputed
    assert first.review
    assert first.review.by == "Ada"
    assert not outcome.stale


def test_a_statement_of_which_all_passages_are_disputed_is_still_stated(sketch: Sketch) -> None:
    outcome = carry_out(sketch.graph, dispute(), dispute("COSME also pays"))
    (stated,) = resolve(outcome.graphs, Registry(), today=date(2026, 11, 22)).graph.statements
    assert {each.evidence.status for each in stated.evidence} == {ReviewStatus.DISPUTED}
    assert stated.is_asserted


def test_who_agrees_ends_no_dispute_whichever_comes_first(sketch: Sketch) -> None:
    agreed = statement(Verdict.CONFIRM, "CANDY V", CG.fundedBy, "COSME", "CANDY V is paid")
    for decisions in ((agreed, dispute()), (dispute(), agreed)):
        first, second = passages(carry_out(sketch.graph, *decisions).graphs[0], CG.fundedBy)
        assert (first.status, second.status) == (ReviewStatus.DISPUTED, ReviewStatus.MACHINE)


def test_a_dispute_about_what_nobody_says_is_told(sketch: Sketch) -> None:
    outcome = carry_out(sketch.graph, dispute("Over 90 came"))
    (error,) = outcome.stale
    assert "no longer says this" in error.reason
