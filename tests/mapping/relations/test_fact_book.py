import pytest

from clustergraph.vocab import SIGNATURES
from given.mapped import Told, evidence_of, facts_of, kinds_of, map_text


def test_a_fact_that_is_said_twice_stands_once_with_both_passages() -> None:
    text = (
        'The project "Blue Harbour" is funded by the Toy Agency. '
        'The Toy Agency finances the project "Blue Harbour".'
    )
    (fact,) = map_text(text).facts
    assert [evidence.rule for evidence in fact.evidence] == [
        "en.fundedBy.passive",
        "en.fundedBy.active",
    ]


def test_every_fact_fits_the_ontology() -> None:
    text = "Ann Lee of the Wood Agency opened the course in Lyon, which the Toy Cluster paid for."
    graph = map_text(text)
    assert graph.facts
    for fact in graph.facts:
        signature = SIGNATURES[fact.predicate]
        assert graph.entity(fact.subject).kind in signature.domain


@pytest.mark.parametrize("name", ["Lyon", "Silver Birch"])
def test_a_place_or_a_name_of_unknown_kind_without_a_fact_is_no_entity(name: str) -> None:
    assert name not in kinds_of(map_text(f"We saw {name} today."))


def test_a_body_or_a_person_is_an_entity_without_a_fact() -> None:
    graph = map_text("We saw the Wood Agency. We saw Ann Lee.")
    assert kinds_of(graph) == {"Wood Agency": "Organisation", "Ann Lee": "Person"}
    assert not evidence_of(graph)


def test_a_project_is_no_part_of_a_meeting() -> None:
    graph = map_text('The project "Blue Harbour" was presented as part of the conference in Lyon.')
    assert not any(relation == "partOf" for _, relation, _ in facts_of(graph))


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        (
            "The workshop was coordinated by the Toy Agency.",
            ("workshop", "organisedBy", "Toy Agency"),
        ),
        ("The workshop was led by Ann Lee.", ("workshop", "speaker", "Ann Lee")),
    ],
)
def test_who_leads_a_meeting_organises_it_or_speaks_there(text: str, fact: Told) -> None:
    facts = facts_of(map_text(text))
    assert fact in facts
    assert not any(relation == "coordinatedBy" for _, relation, _ in facts)


def test_nothing_is_told_of_projects_or_events_in_general() -> None:
    text = "Projects funded by the European Union help. Such events are run by the Alpha Agency."
    assert not facts_of(map_text(text))


def test_nobody_attends_a_project() -> None:
    text = "The Alpha Agency took part in the project “Beta”."
    assert "attendedBy" not in {relation for _, relation, _ in facts_of(map_text(text))}
