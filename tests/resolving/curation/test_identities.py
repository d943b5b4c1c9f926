from datetime import date

from clustergraph.decisions import Curation, Identity
from clustergraph.decisions.decision import IdentityDecision
from clustergraph.model import DocumentGraph, PartialDate
from clustergraph.resolving import Registry, Resolved, resolve
from clustergraph.vocab import CG
from given.decided import identity
from given.sketches import Sketch, entity_called

TODAY = date(2026, 11, 22)
SAME, DIFFERENT = Identity.SAME, Identity.DIFFERENT


def speaking_of(
    *names: str, file: str = "document.txt", kind: str = "Organisation"
) -> DocumentGraph:
    sketch = Sketch(f"{' and '.join(names)}, says {file}.", name=file)
    for name in names:
        sketch.entity(getattr(CG, kind), name)
    return sketch.graph


def decided(
    graphs: list[DocumentGraph], *decisions: IdentityDecision, registry: Registry | None = None
) -> Resolved:
    return resolve(
        graphs, registry or Registry(), today=TODAY, curation=Curation(identities=decisions)
    )


def labels(outcome: Resolved) -> list[str]:
    return sorted(entity.labels[0].text for entity in outcome.graph.entities)


def test_two_names_that_a_person_found_to_be_one_are_one() -> None:
    graphs = [speaking_of("EFCE", file="a"), speaking_of("European Foundation", file="b")]
    outcome = decided(graphs, identity(SAME, "EFCE", "European Foundation"))
    (entity,) = outcome.graph.entities
    assert entity.labels[0].text == "European Foundation"
    assert [name.text for name in entity.alternatives] == ["EFCE"]
    assert len(entity.mentions) == 2


def test_what_is_one_by_two_steps_is_one() -> None:
    graphs = [speaking_of("Alpha", file="a"), speaking_of("Beta", file="b"), speaking_of("Gamma")]
    rows = [identity(SAME, "Alpha", "Beta"), identity(SAME, "Gamma", "Beta", line=3)]
    assert len(decided(graphs, *rows).graph.entities) == 1


def test_a_person_outweighs_what_the_machine_holds_against_it() -> None:
    graphs = []
    for file, year in (("a", 2018), ("b", 2019)):
        sketch = Sketch(f"The forum, says {file}.", name=file)
        forum = sketch.entity(CG.Event, "Forum", at="forum")
        sketch.fact(forum, CG.startDate, PartialDate(year))
        graphs.append(sketch.graph)
    assert len(decided(graphs).graph.entities) == 2
    assert len(decided(graphs, identity(SAME, "Forum @ a", "Forum @ b")).graph.entities) == 1


def test_namesakes_that_a_person_found_to_be_two_are_two() -> None:
    graphs = [speaking_of("John Smith", file=file, kind="Person") for file in ("a", "b")]
    outcome = decided(graphs, identity(DIFFERENT, "John Smith @ a", "John Smith @ b"))
    assert labels(outcome) == ["John Smith", "John Smith"]
    assert len({entity.iri for entity in outcome.graph.entities}) == 2


def test_a_pair_that_a_person_found_to_be_two_is_unsure_no_more() -> None:
    graphs = [speaking_of("Competitiveness", "Competitiveness Group")]
    assert len(decided(graphs).graph.unsure) == 1
    rows = identity(DIFFERENT, "Competitiveness", "Competitiveness Group")
    assert not decided(graphs, rows).graph.unsure


def test_local_ids_name_what_was_registered_and_the_older_iri_stays() -> None:
    graphs = [speaking_of("Alpha", "Beta")]
    before = decided(graphs)
    alpha = entity_called("Alpha", before.graph).iri
    beta = entity_called("Beta", before.graph).iri
    after = decided(graphs, identity(SAME, alpha.local, beta.local), registry=before.registry)
    (entity,) = after.graph.entities
    assert {entity.iri} | {old for old, _ in after.graph.redirects} == {alpha, beta}
    again = decided(graphs, identity(SAME, alpha.local, beta.local), registry=after.registry)
    assert again.graph == after.graph
    assert again.registry == after.registry


def test_a_merge_that_is_taken_back_gives_both_their_iris() -> None:
    graphs = [speaking_of("Alpha", "Beta")]
    before = decided(graphs)
    merged = decided(graphs, identity(SAME, "Alpha", "Beta"), registry=before.registry)
    apart = decided(graphs, registry=merged.registry)
    assert {e.iri for e in apart.graph.entities} == {e.iri for e in before.graph.entities}
    assert not apart.graph.redirects


def test_things_of_two_families_are_never_one() -> None:
    graphs = [speaking_of("EFCE", file="a"), speaking_of("Barcelona", file="b", kind="City")]
    outcome = decided(graphs, identity(SAME, "EFCE", "Barcelona"))
    (error,) = outcome.bad
    assert str(error) == (
        "identities.tsv:2: 'EFCE' is of the family agent, 'Barcelona' of place: "
        "only things of one family can be the same; drop or correct the row."
    )
    assert len(outcome.graph.entities) == 2


def test_names_with_two_meanings_need_a_class() -> None:
    graphs = [
        speaking_of("Oslo", "Christiania", file="a"),
        speaking_of("Oslo", "Christiania", file="b", kind="City"),
    ]
    (error,) = decided(graphs, identity(SAME, "Oslo", "Christiania")).bad
    assert "fill in class" in error.reason
    outcome = decided(graphs, identity(SAME, "Oslo", "Christiania", kind=CG.City))
    assert not outcome.bad
    assert len(outcome.graph.entities) == 3


def test_a_decision_that_finds_nobody_is_told() -> None:
    outcome = decided([speaking_of("EFCE")], identity(SAME, "EFCE", "European Foundation"))
    assert [str(stale) for stale in outcome.stale] == [
        "identities.tsv:2: no document speaks of 'European Foundation' (any more)."
    ]


def test_the_same_cannot_be_two() -> None:
    graphs = [speaking_of("Alpha", "Beta")]
    rows = [identity(SAME, "Alpha", "Beta"), identity(DIFFERENT, "Alpha", "Beta", line=3)]
    (error,) = decided(graphs, *rows).bad
    assert error.location == "identities.tsv:3"
    assert "keep one of them" in error.reason
