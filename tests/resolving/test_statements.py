"""Facts of documents become statements, each once, with passages whose IRIs no merge renames."""

from dataclasses import replace

from clustergraph.iris import evidence_iri
from clustergraph.model import DocumentGraph, EntityId, Iri, LangString, Span, Statement
from clustergraph.resolving.statements import statements
from given.sketches import CG, Sketch

BASE = "https://example.org/"
EFCE, OFFICE = Iri(f"{BASE}efce"), Iri(f"{BASE}office")


def iris_of(*graphs: DocumentGraph) -> dict[tuple[str, EntityId], Iri]:
    """Give each entity an IRI by its first name."""
    return {
        (graph.document.id, entity.id): Iri(BASE + entity.names[0].text.lower())
        for graph in graphs
        for entity in graph.entities
    }


def stated(*sketches: Sketch) -> tuple[Statement, ...]:
    graphs = [sketch.graph for sketch in sketches]
    return statements(graphs, iris_of(*graphs))


def test_an_iri_of_a_passage_is_made_of_its_place_the_relation_and_both_first_mentions() -> None:
    sketch = Sketch("EFCE and the Office")
    sketch.fact(
        sketch.entity(CG.Organisation, "EFCE"),
        CG.partOf,
        sketch.entity(CG.Organisation, "Office"),
    )
    (statement,) = stated(sketch)
    assert (statement.subject, statement.predicate, statement.object) == (EFCE, CG.partOf, OFFICE)
    document = sketch.document.id
    iri = evidence_iri(document, "0", "19", CG.partOf, "0..4", "13..19")
    assert [(each.document, each.iri) for each in statement.evidence] == [(document, iri)]


def test_a_word_for_either_end_within_the_passage_counts_before_the_first_mention() -> None:
    sketch = Sketch("EFCE and the Office. It is part of that.")
    efce = sketch.entity(CG.Organisation, "EFCE")
    office = sketch.entity(CG.Organisation, "Office")
    sketch.fact(efce, CG.partOf, office)
    (fact,) = sketch.facts
    evidence = replace(fact.evidence[0], subject=Span(21, 23), object=Span(35, 39))
    sketch.facts = [replace(fact, evidence=(evidence,))]
    ((passage,),) = (statement.evidence for statement in stated(sketch))
    document = sketch.document.id
    assert passage.iri == evidence_iri(document, "0", "40", CG.partOf, "21..23", "35..39")


def test_a_text_in_two_languages_is_two_values() -> None:
    sketch = Sketch("EFCE: Wood, Wood")
    efce = sketch.entity(CG.Organisation, "EFCE")
    for language in ("pl", "en"):
        sketch.fact(efce, CG.topic, LangString("Wood", language))
    first, second = stated(sketch)
    assert (first.object, second.object) == (LangString("Wood", "en"), LangString("Wood", "pl"))
    document = sketch.document.id
    assert [passage.iri for each in (first, second) for passage in each.evidence] == [
        evidence_iri(document, "0", "16", CG.topic, "0..4", f"Wood@{language}")
        for language in ("en", "pl")
    ]


def test_two_facts_with_one_passage_and_the_same_mentions_have_two_iris() -> None:
    sketch = Sketch("Almaty training")
    city = sketch.entity(CG.City, "Almaty")
    for name in ("First", "Second"):
        training = sketch.entity(CG.Training, name, at="training", named=False)
        sketch.fact(training, CG.locatedIn, city)
    first, second = stated(sketch)
    assert first.evidence[0].iri != second.evidence[0].iri
    ids = [str(entity.id) for entity in sketch.entities]
    common = (sketch.document.id, "0", "15", CG.locatedIn, "7..15", "0..6")
    assert first.evidence[0].iri == evidence_iri(*common, ids[1], ids[0])


def test_passages_stand_in_the_order_of_documents_and_places() -> None:
    sketches = [Sketch(f"{text}: EFCE has 5. Yes, 5.") for text in ("b", "a")]
    for sketch in sketches:
        efce = sketch.entity(CG.Organisation, "EFCE")
        for quote in ("Yes, 5", "has 5"):
            sketch.fact(efce, CG.participantCount, 5, quote=quote)
    (statement,) = stated(*sketches)
    places = [(each.document, each.evidence.span) for each in statement.evidence]
    assert places == sorted(places)
    assert len(places) == 4
