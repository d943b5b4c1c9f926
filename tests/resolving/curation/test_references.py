"""Which thing of a document a person's decision means: by its name, its class or its local id."""

from datetime import date

import pytest

from clustergraph.decisions import Verdict
from clustergraph.errors import CurationError, StaleDecision
from clustergraph.model import EntityId, Iri, MentionPlace, Span
from clustergraph.resolving import Registry, resolve
from clustergraph.resolving.curation.draft import Draft
from clustergraph.resolving.curation.references import LocalIds, entity_named
from clustergraph.resolving.registry import Registration
from clustergraph.vocab import CG
from given.decided import carry_out, statement
from given.sketches import Sketch

DAY = date(2026, 11, 22)
NOBODY = LocalIds(Registry())


def registered(*locals_: str) -> LocalIds:
    """Return local ids, each of one mention at the same place of another document."""
    place = MentionPlace("0123456789abcdef", Span(0, 4))
    base = "https://w3id.org/clustergraph/id/"
    rows = (
        Registration(key=f"agent/{local}", iri=Iri(base + local), since=DAY, mention=place)
        for local in locals_
    )
    return LocalIds(Registry.of(rows))


def named(reference: str, sketch: Sketch, ids: LocalIds = NOBODY) -> EntityId:
    return entity_named(reference, Draft(sketch.graph), ids, "statements.tsv:2").id


def test_a_reference_to_nothing_is_told() -> None:
    sketch = Sketch("Over 90 came.")
    outcome = carry_out(sketch.graph, statement(Verdict.ADD, "COSMEA", CG.topic, "x", "Over 90"))
    assert [stale.reason for stale in outcome.stale] == [
        "document.txt speaks of nothing called 'COSMEA' (any more)."
    ]


def test_a_class_before_the_name_tells_namesakes_apart() -> None:
    sketch = Sketch("Oslo is in Oslo.")
    sketch.entity(CG.Organisation, "Oslo")
    sketch.entity(CG.City, "Oslo")
    decision = statement(
        Verdict.ADD, "Organisation: Oslo", CG.locatedIn, "City: Oslo", "Oslo is in Oslo"
    )
    (fact,) = carry_out(sketch.graph, decision).graphs[0].facts
    assert (fact.subject, fact.object) == ("e1", "e2")


def test_a_local_id_names_what_was_registered_at_its_mentions() -> None:
    sketch = Sketch("A training in Oslo, then a training in Rome.")
    for city in ("Oslo", "Rome"):
        training = sketch.entity(CG.Training, "training", at=f"training in {city}", named=False)
        sketch.fact(training, CG.locatedIn, sketch.entity(CG.City, city))
    registry = resolve([sketch.graph], Registry(), today=date(2026, 11, 22)).registry
    (rome,) = sketch.spans("training in Rome")
    (iri,) = {row.iri for row in registry.registrations if row.mention.span == rome}
    decision = statement(Verdict.ADD, iri.local, CG.topic, "x", "A training in Oslo")
    (graph,) = carry_out(sketch.graph, decision, registry=registry).graphs
    assert [fact.subject for fact in graph.facts if fact.predicate == CG.topic] == ["e3"]


def test_a_label_comes_before_a_further_name() -> None:
    sketch = Sketch("EFCE, Foundation")
    sketch.entity(CG.Organisation, "Foundation", "EFCE")
    efce = sketch.entity(CG.Organisation, "EFCE")
    assert named("EFCE", sketch) == efce


def test_a_further_name_names_what_nothing_else_is_called() -> None:
    sketch = Sketch("EFCE, Foundation")
    foundation = sketch.entity(CG.Organisation, "Foundation", "EFCE")
    assert named("EFCE", sketch) == named("Organisation: EFCE", sketch) == foundation
    with pytest.raises(StaleDecision):
        named("Person: EFCE", sketch)


def test_a_colon_may_stand_in_a_name() -> None:
    sketch = Sketch("City: Oslo")
    book = sketch.entity(CG.Project, "City: Oslo")
    sketch.entity(CG.City, "Oslo")
    assert named("City: Oslo", sketch) == book


def test_of_many_of_one_name_three_are_told() -> None:
    sketch = Sketch("Oslo")
    for kind in (CG.City, CG.Project, CG.Event, CG.Cluster):
        sketch.entity(kind, "Oslo")
    with pytest.raises(CurationError) as caught:
        named("Oslo", sketch)
    assert caught.value.location == "statements.tsv:2"
    assert caught.value.reason.startswith(
        "'Oslo' names 4 things (City: Oslo; Project: Oslo; Event: Oslo); put the class"
    )


def test_a_local_id_is_known_by_its_digits_where_only_one_has_them() -> None:
    ids = registered("anna-aaaaaaaa", "one-bbbbbbbb", "other-bbbbbbbb")
    assert "anna-aaaaaaaa" in ids
    assert "hidden-aaaaaaaa" in ids
    assert ids.places("hidden-aaaaaaaa") == ids.places("anna-aaaaaaaa") != frozenset()
    assert "hidden-bbbbbbbb" not in ids
    assert "aaaaaaaa" not in ids
    assert ids.places("hidden-bbbbbbbb") == frozenset()


def test_a_local_id_of_another_document_names_nothing_here() -> None:
    sketch = Sketch("anna-aaaaaaaa")
    sketch.entity(CG.Organisation, "anna-aaaaaaaa")
    with pytest.raises(StaleDecision, match="speaks of nothing called"):
        named("anna-aaaaaaaa", sketch, registered("anna-aaaaaaaa"))
