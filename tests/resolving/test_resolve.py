import random
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.model import (
    DocumentGraph,
    EntityId,
    Iri,
    LangString,
    PartialDate,
    ResolvedGraph,
    Span,
)
from clustergraph.resolving import Registry
from clustergraph.resolving import resolve as resolve_all
from clustergraph.vocab import CG
from given.sketches import Sketch, entity_called
from given.strategies import corpora, readings, unhurried

TODAY = date(2026, 11, 21)
TOMORROW = date(2026, 11, 22)


def resolve(
    graphs: Iterable[DocumentGraph], registry: Registry, *, today: date
) -> tuple[ResolvedGraph, Registry]:
    """Resolve without any decision of people."""
    outcome = resolve_all(graphs, registry, today=today)
    assert not outcome.stale
    assert not outcome.bad
    return outcome.graph, outcome.registry


def resolved(*graphs: DocumentGraph) -> ResolvedGraph:
    return resolve(graphs, Registry(), today=TODAY)[0]


def labels(graph: ResolvedGraph) -> list[str]:
    return sorted(entity.labels[0].text for entity in graph.entities)


@unhurried
@given(graphs=corpora(), seed=st.integers())
def test_the_order_of_documents_and_entities_does_not_matter(
    graphs: list[DocumentGraph], seed: int
) -> None:
    shuffled = [
        DocumentGraph(
            document=graph.document,
            entities=tuple(random.Random(seed).sample(graph.entities, len(graph.entities))),
            facts=tuple(random.Random(seed).sample(graph.facts, len(graph.facts))),
        )
        for graph in random.Random(seed).sample(graphs, len(graphs))
    ]
    assert resolve(graphs, Registry(), today=TODAY) == resolve(shuffled, Registry(), today=TODAY)


@unhurried
@given(graphs=corpora())
def test_a_second_build_with_the_registry_changes_nothing(graphs: list[DocumentGraph]) -> None:
    first, registry = resolve(graphs, Registry(), today=TODAY)
    again, unchanged = resolve(graphs, registry, today=TOMORROW)
    assert again == first
    assert unchanged == registry


@unhurried
@given(before=readings(), after=readings())
def test_a_third_build_changes_nothing_after_the_documents_changed(
    before: list[DocumentGraph], after: list[DocumentGraph]
) -> None:
    _, registry = resolve(before, Registry(), today=TODAY)
    second, registry = resolve(after, registry, today=TOMORROW)
    third, unchanged = resolve(after, registry, today=date(2026, 11, 23))
    assert third == second
    assert unchanged == registry


@unhurried
@given(before=readings(), after=readings())
def test_every_iri_that_was_ever_given_lives_redirects_or_is_gone(
    before: list[DocumentGraph], after: list[DocumentGraph]
) -> None:
    first, registry = resolve(before, Registry(), today=TODAY)
    second, kept = resolve(after, registry, today=TOMORROW)
    given_before = {entity.iri for entity in first.entities}
    living = {entity.iri for entity in second.entities}
    redirected = dict(second.redirects)
    assert given_before <= living | redirected.keys() | set(second.gone)
    assert not living & (redirected.keys() | set(second.gone))
    assert set(redirected.values()) <= living
    assert {row.what for row in registry.registrations} <= {row.what for row in kept.registrations}


@unhurried
@given(graphs=corpora())
def test_each_entity_of_a_document_is_one_entity_of_the_graph(graphs: list[DocumentGraph]) -> None:
    graph = resolved(*graphs)
    iris = [entity.iri for entity in graph.entities]
    assert len(set(iris)) == len(iris)
    assert iris == sorted(iris)
    mentions = {
        (graph.document.id, span)
        for graph in graphs
        for entity in graph.entities
        for span in entity.mentions
    }
    assert {
        (mention.document, mention.span) for entity in graph.entities for mention in entity.mentions
    } <= mentions


@unhurried
@given(graphs=corpora())
def test_each_statement_stands_once_and_each_passage_has_its_own_iri(
    graphs: list[DocumentGraph],
) -> None:
    graph = resolved(*graphs)
    triples = [(each.subject, each.predicate, each.object) for each in graph.statements]
    passages = [passage for each in graph.statements for passage in each.evidence]
    assert len(set(triples)) == len(triples)
    assert len({passage.iri for passage in passages}) == len(passages)
    assert all(subject != value for subject, _, value in triples)


def document(*names: str, kind: Iri = CG.Organisation, text: str = "", **rest: str) -> Sketch:
    sketch = Sketch(text or f"{'; '.join(names)} ({kind.local} {rest})", **rest)
    sketch.entity(kind, *names)
    return sketch


SAME = [
    (CG.Organisation, "Competitiveness Inc.", "COMPETITIVENESS, Inc", "en"),
    (CG.Cluster, "Клъстер „Зелена синергия“", "Клъстер Зелена Синергия", "bg"),
    (
        CG.Organisation,
        "Kazakhstan Industrial Development Institute",
        "Kazakstan Industrial Development Institute",
        "en",
    ),
    (CG.Cluster, "Mazowiecki Klaster Chemiczny", "Mazowieckiego Klastra Chemicznego", "pl"),
    (CG.Person, "Dzmitry Krupski", "DZMITRY KRUPSKI", "en"),
]

OTHERS = [
    (CG.Organisation, "Competitiveness Inc.", "Cluster Competitiveness Group Inc", "en"),
    (CG.Programme, "Central Asia Invest V", "Central Asia Invest IV", "en"),
    (CG.Programme, "CIP Call 2011", "CIP Call 2013", "en"),
    (CG.Organisation, "Austrian Development Agency", "Australian Development Agency", "en"),
    (CG.Organisation, "Niger Development Fund", "Nigeria Development Fund", "en"),
    (CG.Organisation, "Ireland Cluster Network", "Iceland Cluster Network", "en"),
    (CG.Person, "Jan Kowalski", "Jan Kowalska", "pl"),
    (CG.City, "Nowa Sarzyna", "Nowa Sarzynka", "pl"),
    (CG.Sector, "Wedding Textile", "Technical Textile", "en"),
    (CG.Training, "1st training module on clusters", "4th training module on clusters", "en"),
]


@pytest.mark.parametrize(("kind", "one", "other", "language"), SAME)
def test_spellings_of_one_name_are_one(kind: Iri, one: str, other: str, language: str) -> None:
    first = document(one, kind=kind, language=language)
    second = document(other, kind=kind, language=language)
    assert len(resolved(first.graph, second.graph).entities) == 1


@pytest.mark.parametrize(("kind", "one", "other", "language"), OTHERS)
def test_names_that_are_only_alike_stay_two(kind: Iri, one: str, other: str, language: str) -> None:
    first = document(one, kind=kind, language=language)
    second = document(other, kind=kind, language=language)
    assert len(resolved(first.graph, second.graph).entities) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [(CG.Organisation, CG.Country), (CG.Organisation, CG.Person), (CG.Sector, CG.Topic)],
)
def test_things_of_disjoint_classes_never_merge(one: Iri, other: Iri) -> None:
    graph = resolved(
        document("Kazakhstan", kind=one).graph, document("Kazakhstan", kind=other).graph
    )
    assert len(graph.entities) == 2


def test_an_introduced_acronym_is_its_bearer() -> None:
    full = document("European Foundation for Cluster Excellence", "EFCE")
    graph = resolved(full.graph, document("EFCE").graph)
    assert labels(graph) == ["European Foundation for Cluster Excellence"]


def test_an_acronym_of_two_bearers_is_neither() -> None:
    graph = resolved(
        document("Austrian Agricultural Cluster", "AAC").graph,
        document("Almaty Apple Cluster", "AAC").graph,
        document("AAC").graph,
    )
    assert len(graph.entities) == 3


def test_a_description_such_as_the_foundation_joins_nothing() -> None:
    graph = resolved(
        document("European Foundation for Cluster Excellence", "the Foundation").graph,
        document("the Foundation").graph,
    )
    assert len(graph.entities) == 2


def test_the_gazetteers_key_joins_names_of_two_languages() -> None:
    english = Sketch("in Kazakhstan")
    english.entity(CG.Country, "Kazakhstan", gazetteer="country:KZ")
    bulgarian = Sketch("в Казахстан", language="bg")
    bulgarian.entity(CG.Country, "Казахстан", gazetteer="country:KZ")
    (country,) = resolved(english.graph, bulgarian.graph).entities
    assert country.labels == (LangString("Казахстан", "bg"), LangString("Kazakhstan", "en"))


def test_two_keys_of_the_gazetteer_keep_one_name_apart() -> None:
    land, state = Sketch("Georgia, the land"), Sketch("Georgia, the state")
    land.entity(CG.Region, "Georgia", gazetteer="country:GE")
    state.entity(CG.Region, "Georgia", gazetteer="region:US.GA")
    silent = Sketch("Georgia, who knows")
    silent.entity(CG.Region, "Georgia")
    assert len(resolved(land.graph, state.graph, silent.graph).entities) == 3


def test_unnamed_things_of_two_documents_never_merge() -> None:
    first, second = Sketch("The training week."), Sketch("Then the training week came.")
    for sketch in (first, second):
        sketch.entity(CG.Training, "training week", named=False)
    assert len(resolved(first.graph, second.graph).entities) == 2


def test_one_name_twice_in_a_document_is_one_thing() -> None:
    sketch = Sketch("EFCE and EFCE")
    sketch.entity(CG.Organisation, "EFCE")
    sketch.entity(CG.Organisation, "efce", at="EFCE")
    assert len(resolved(sketch.graph).entities) == 1


def test_unnamed_things_of_one_document_that_lie_elsewhere_stay_two() -> None:
    sketch = Sketch("trainings in Almaty and Tashkent")
    for city in ("Almaty", "Tashkent"):
        training = sketch.entity(CG.Training, "trainings", named=False)
        sketch.fact(training, CG.locatedIn, sketch.entity(CG.City, city))
    assert len(resolved(sketch.graph).entities) == 4


def forum(year: str) -> DocumentGraph:
    sketch = Sketch(f"Cluster Forum {year}")
    event = sketch.entity(CG.Event, "Cluster Forum")
    if year.isdigit():
        sketch.fact(event, CG.startDate, PartialDate.parse(year))
    return sketch.graph


def test_an_event_of_another_year_is_another_one_and_an_undated_one_is_neither() -> None:
    graph = resolved(forum("2018"), forum("2019"), forum("unknown"))
    assert len(graph.entities) == 3


def test_an_undated_event_is_the_only_dated_one_of_its_name() -> None:
    assert len(resolved(forum("2018"), forum("unknown")).entities) == 1


def test_ministries_of_two_countries_stay_two() -> None:
    ministries = []
    for country in ("Kazakhstan", "Poland"):
        sketch = Sketch(f"Ministry of Economy in Lodz, {country}")
        ministry = sketch.entity(CG.Organisation, "Ministry of Economy")
        city = sketch.entity(CG.City, "Lodz")
        land = sketch.entity(CG.Country, country, gazetteer=f"country:{country[:2].upper()}")
        sketch.fact(ministry, CG.locatedIn, city)
        sketch.fact(city, CG.locatedIn, land)
        ministries.append(sketch.graph)
    graph = resolved(*ministries)
    assert labels(graph).count("Ministry of Economy") == 2


def test_what_a_document_keeps_apart_under_one_name_stays_apart() -> None:
    both = Sketch("the CANDY V project and the CANDY V training")
    both.entity(CG.Project, "CANDY V", at="CANDY V project")
    both.entity(CG.Training, "CANDY V", at="CANDY V training")
    one = document("CANDY V", kind=CG.Project)
    graph = resolved(both.graph, one.graph)
    assert {(entity.kind, len(entity.mentions)) for entity in graph.entities} == {
        (CG.Project, 2),
        (CG.Training, 1),
    }


def test_there_is_no_chain_through_spellings_that_are_unsure() -> None:
    graph = resolved(
        *(
            document(name, kind=CG.Cluster).graph
            for name in ("Metalworking Cluster", "Metalworkin Cluster", "Metalworki Cluster")
        )
    )
    assert len(graph.entities) == 3


def test_the_more_specific_class_wins_over_more_mentions() -> None:
    general = Sketch("Almaty Almaty Almaty")
    general.entity(CG.Place, "Almaty")
    specific = Sketch("in Almaty")
    specific.entity(CG.City, "Almaty")
    (almaty,) = resolved(general.graph, specific.graph).entities
    assert almaty.kind == CG.City


def test_of_classes_on_one_level_the_one_with_more_mentions_wins() -> None:
    cluster = document("FEMAC", kind=CG.Cluster, text="FEMAC, FEMAC")
    graph = resolved(cluster.graph, document("FEMAC", kind=CG.Organisation).graph)
    assert entity_called("FEMAC", graph).kind == CG.Cluster


def test_a_language_has_one_label_and_the_rest_are_alternatives() -> None:
    graph = resolved(
        document("European Foundation for Cluster Excellence", "EFCE").graph,
        document("EFCE", "the Foundation").graph,
    )
    (foundation,) = graph.entities
    assert foundation.labels == (LangString("European Foundation for Cluster Excellence", "en"),)
    assert foundation.alternatives == (
        LangString("EFCE", "en"),
        LangString("the Foundation", "en"),
    )


def test_a_statement_of_two_documents_is_one_with_two_passages() -> None:
    graphs = []
    for text in ("EFCE is in Barcelona.", "EFCE, based in Barcelona"):
        sketch = Sketch(text)
        efce = sketch.entity(CG.Organisation, "EFCE")
        sketch.fact(efce, CG.locatedIn, sketch.entity(CG.City, "Barcelona"))
        graphs.append(sketch.graph)
    (statement,) = resolved(*graphs).statements
    assert [passage.document for passage in statement.evidence] == sorted(
        graph.document.id for graph in graphs
    )


def test_a_relation_of_a_thing_to_itself_is_dropped() -> None:
    sketch = Sketch("EFCE, part of EFCE")
    one, other = sketch.entity(CG.Organisation, "EFCE"), sketch.entity(CG.Organisation, "EFCE")
    sketch.fact(one, CG.partOf, other)
    assert resolved(sketch.graph).statements == ()


def test_the_best_reading_of_a_passage_is_kept() -> None:
    sketch = Sketch("EFCE is in Barcelona.")
    efce, city = sketch.entity(CG.Organisation, "EFCE"), sketch.entity(CG.City, "Barcelona")
    sketch.fact(efce, CG.locatedIn, city, rule="weak", confidence=0.5)
    sketch.fact(efce, CG.locatedIn, city, rule="strong", confidence=0.9)
    (statement,) = resolved(sketch.graph).statements
    assert [passage.evidence.rule for passage in statement.evidence] == ["strong"]


def trainings() -> Sketch:
    """Two trainings that one word mentions and one passage dates."""
    sketch = Sketch("trainings in Almaty and Tashkent in 2021")
    for city in ("Almaty", "Tashkent"):
        training = sketch.entity(CG.Training, "trainings", named=False)
        sketch.fact(training, CG.locatedIn, sketch.entity(CG.City, city))
        sketch.fact(training, CG.startDate, PartialDate(2021))
    return sketch


def test_one_passage_that_carries_two_statements_has_an_iri_for_each() -> None:
    dated = [
        each for each in resolved(trainings().graph).statements if each.predicate == CG.startDate
    ]
    assert len({passage.iri for each in dated for passage in each.evidence}) == 2


def test_a_merge_renames_no_evidence() -> None:
    alone = Sketch("EFCE is in Barcelona.")
    efce = alone.entity(CG.Organisation, "EFCE")
    alone.fact(efce, CG.locatedIn, alone.entity(CG.City, "Barcelona"))
    merged = resolved(
        alone.graph, document("European Foundation for Cluster Excellence", "EFCE").graph
    )
    assert len(merged.entities) == 2
    assert [each.evidence for each in merged.statements] == [
        each.evidence for each in resolved(alone.graph).statements
    ]


def test_a_better_key_on_the_same_mentions_keeps_the_iri() -> None:
    text = "The Gov. of Catalonia"
    before, registry = resolve(
        [document("Gov. of Catalonia", text=text).graph], Registry(), today=TODAY
    )
    better = Sketch(text)
    better.entity(CG.Organisation, "Government of Catalonia", at="Gov. of Catalonia")
    after, registry = resolve([better.graph], registry, today=TOMORROW)
    assert after.entities[0].iri == before.entities[0].iri
    assert {row.key for row in registry.registrations} == {
        "agent/gov of catalonia",
        "agent/government of catalonia",
    }


def test_a_corrected_class_keeps_the_iri() -> None:
    before, registry = resolve([document("COSME").graph], Registry(), today=TODAY)
    corrected = Sketch(before.documents[0].text)
    corrected.entity(CG.Programme, "COSME")
    after, _ = resolve([corrected.graph], registry, today=TOMORROW)
    assert [entity.iri for entity in after.entities] == [entity.iri for entity in before.entities]
    assert after.gone == ()


def test_a_merge_goes_to_the_oldest_iri_and_the_other_redirects_for_good(tmp_path: Path) -> None:
    full = document("European Foundation for Cluster Excellence")
    short = document("EFCE")
    old, registry = resolve([short.graph], Registry(), today=TODAY)
    both, registry = resolve([short.graph, full.graph], registry, today=TOMORROW)
    assert len(both.entities) == 2
    introduced = document("European Foundation for Cluster Excellence", "EFCE")
    all_ = [short.graph, full.graph, introduced.graph]
    merged, registry = resolve(all_, registry, today=TOMORROW)
    (foundation,) = merged.entities
    (loser,) = {entity.iri for entity in both.entities} - {foundation.iri}
    assert foundation.iri == old.entities[0].iri
    assert merged.redirects == ((loser, foundation.iri),)
    registry.write(tmp_path / "registry.tsv")
    later, _ = resolve([introduced.graph], Registry.read(tmp_path / "registry.tsv"), today=TOMORROW)
    assert later.redirects == merged.redirects


def test_a_split_gives_each_part_its_own_iri_back() -> None:
    full, short = document("European Foundation for Cluster Excellence"), document("EFCE")
    introduced = document("European Foundation for Cluster Excellence", "EFCE")
    apart, registry = resolve([full.graph, short.graph], Registry(), today=TODAY)
    _, registry = resolve([full.graph, short.graph, introduced.graph], registry, today=TOMORROW)
    again, _ = resolve([full.graph, short.graph], registry, today=TOMORROW)
    assert again.entities == apart.entities
    assert not again.redirects
    assert not again.gone


def test_an_entity_that_no_document_supports_is_gone() -> None:
    graph, registry = resolve([document("EFCE").graph], Registry(), today=TODAY)
    empty, _ = resolve([], registry, today=TOMORROW)
    assert empty.gone == (graph.entities[0].iri,)


def test_a_numbered_part_of_a_named_whole_is_known_by_both() -> None:
    sketch = Sketch("the 4th week of TRACE-KEI")
    week = sketch.entity(CG.Training, "4th week", named=False)
    sketch.fact(week, CG.partOf, sketch.entity(CG.Project, "TRACE-KEI"))
    sketch.fact(week, CG.sequenceNumber, 4)
    _, registry = resolve([sketch.graph], Registry(), today=TODAY)
    assert "activity/trace kei/part/number 4" in {row.key for row in registry.registrations}


def test_the_same_document_twice_counts_once() -> None:
    graph = document("EFCE").graph
    assert resolved(graph, graph) == resolved(graph)


def test_an_iri_holds_the_english_name_where_there_is_one() -> None:
    sketch = Sketch("Клъстер", language="bg")
    sketch.entity(CG.Cluster, "Клъстер")
    (entity,) = resolved(sketch.graph).entities
    assert entity.iri.startswith("https://w3id.org/clustergraph/id/klaster-")


def test_mentions_are_those_of_all_documents() -> None:
    one, other = document("EFCE", text="EFCE"), document("EFCE", text="the EFCE")
    (efce,) = resolved(one.graph, other.graph).entities
    assert sorted((mention.document, mention.span) for mention in efce.mentions) == sorted(
        [(one.document.id, Span(0, 4)), (other.document.id, Span(4, 8))]
    )


def test_entity_ids_mean_nothing_beyond_their_document() -> None:
    one, other = document("Alfa"), document("Beta")
    assert one.entities[0].id == other.entities[0].id == EntityId("e1")
    assert labels(resolved(one.graph, other.graph)) == ["Alfa", "Beta"]
