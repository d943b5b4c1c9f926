import pytest

from clustergraph.vocab import SIGNATURES
from mapped import evidence_of, kinds_of, map_text


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
