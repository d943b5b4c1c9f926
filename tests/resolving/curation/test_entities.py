import pytest

from clustergraph.decisions import Verdict
from clustergraph.decisions.decision import EntityVerdict
from clustergraph.model import DocumentGraph, Entity, LangString
from clustergraph.vocab import CG
from given.decided import carry_out, entity, statement
from given.sketches import Sketch

TEXT = "FEMAC came to Almaty. A training in Almaty follows, says the European delegation."


@pytest.fixture
def sketch() -> Sketch:
    sketch = Sketch(TEXT)
    femac = sketch.entity(CG.Organisation, "FEMAC")
    delegation = sketch.entity(CG.Organisation, "European delegation")
    sketch.fact(femac, CG.partOf, delegation)
    return sketch


def called(name: str, graph: DocumentGraph) -> Entity:
    (found,) = (e for e in graph.entities if name in {each.text for each in e.names})
    return found


def test_an_added_entity_has_class_names_and_its_first_mention(sketch: Sketch) -> None:
    decision = entity(
        EntityVerdict.ADD, "Almaty", kind=CG.City, names=("Алматы@ru", "Alma-Ata"), quote="Almaty"
    )
    added = called("Almaty", carry_out(sketch.graph, decision).graphs[0])
    assert added.names == (
        LangString("Almaty", "en"),
        LangString("Алматы", "ru"),
        LangString("Alma-Ata", "en"),
    )
    assert (added.kind, added.named) == (CG.City, True)
    assert added.mentions == (sketch.spans("Almaty")[0],)


def test_a_statement_may_speak_of_an_added_entity(sketch: Sketch) -> None:
    outcome = carry_out(
        sketch.graph,
        entity(
            EntityVerdict.ADD,
            "training in Almaty",
            kind=CG.Training,
            named=False,
            quote="A training in Almaty",
        ),
        entity(EntityVerdict.ADD, "Almaty", kind=CG.City, quote="Almaty"),
        statement(Verdict.ADD, "training in Almaty", CG.locatedIn, "Almaty", "training in Almaty"),
    )
    assert not outcome.bad + outcome.stale
    graph = outcome.graphs[0]
    assert (called("training in Almaty", graph).id, CG.locatedIn, called("Almaty", graph).id) in {
        (fact.subject, fact.predicate, fact.object) for fact in graph.facts
    }


def test_what_the_mappers_know_by_now_is_not_added_twice(sketch: Sketch) -> None:
    decision = entity(
        EntityVerdict.ADD, "FEMAC", kind=CG.Organisation, names=("Femac cluster",), quote="FEMAC"
    )
    (graph,) = carry_out(sketch.graph, decision).graphs
    assert len(graph.entities) == 2
    assert LangString("Femac cluster", "en") in called("FEMAC", graph).names


def test_a_rejected_entity_goes_with_all_that_is_said_of_it(sketch: Sketch) -> None:
    decision = entity(EntityVerdict.REJECT, "European delegation")
    (graph,) = carry_out(sketch.graph, decision).graphs
    assert [each.names[0].text for each in graph.entities] == ["FEMAC"]
    assert not graph.facts


def test_a_changed_entity_has_another_class_and_label_and_keeps_its_other_names(
    sketch: Sketch,
) -> None:
    decision = entity(EntityVerdict.CHANGE, "FEMAC", kind=CG.Cluster, names=("FEMAC Cluster",))
    changed = called("FEMAC", carry_out(sketch.graph, decision).graphs[0])
    assert changed.kind == CG.Cluster
    assert [name.text for name in changed.names] == ["FEMAC Cluster", "FEMAC"]


def test_a_name_that_is_none_can_be_dropped(sketch: Sketch) -> None:
    decision = entity(
        EntityVerdict.CHANGE, "FEMAC", names=("FEMAC Cluster",), dropped_names=("FEMAC",)
    )
    changed = called("FEMAC Cluster", carry_out(sketch.graph, decision).graphs[0])
    assert [name.text for name in changed.names] == ["FEMAC Cluster"]


def test_an_entity_that_was_added_before_another_was_rejected_stays(sketch: Sketch) -> None:
    outcome = carry_out(
        sketch.graph,
        entity(EntityVerdict.ADD, "Almaty", kind=CG.City, quote="Almaty"),
        entity(EntityVerdict.REJECT, "FEMAC"),
        entity(EntityVerdict.ADD, "Europe", kind=CG.Region, quote="Europe"),
    )
    assert {each.names[0].text for each in outcome.graphs[0].entities} == {
        "European delegation",
        "Almaty",
        "Europe",
    }


def test_a_class_that_is_not_given_stays(sketch: Sketch) -> None:
    decision = entity(EntityVerdict.CHANGE, "FEMAC", names=("Femac",))
    assert called("FEMAC", carry_out(sketch.graph, decision).graphs[0]).kind == CG.Organisation


def test_words_that_the_document_does_not_hold_add_nothing(sketch: Sketch) -> None:
    decision = entity(EntityVerdict.ADD, "Oslo", kind=CG.City, quote="Oslo")
    outcome = carry_out(sketch.graph, decision)
    assert outcome.graphs == (sketch.graph,)
    assert [str(error) for error in outcome.bad] == [
        "entities.tsv:2: document.txt does not hold the words 'Oslo'; copy them."
    ]


@pytest.mark.parametrize("verdict", [EntityVerdict.REJECT, EntityVerdict.CHANGE])
def test_a_decision_on_nothing_is_told(sketch: Sketch, verdict: EntityVerdict) -> None:
    outcome = carry_out(sketch.graph, entity(verdict, "Nobody"))
    assert outcome.graphs == (sketch.graph,)
    assert [type(stale).__name__ for stale in outcome.stale] == ["StaleDecision"]
