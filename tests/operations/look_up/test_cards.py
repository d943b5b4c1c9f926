from itertools import product

import pytest

from clustergraph.names import Card
from clustergraph.operations.labels import Labels
from clustergraph.operations.look_up import cards
from clustergraph.store.graph import GraphStore


@pytest.fixture(scope="session")
def by_local_id(small_graph: GraphStore) -> dict[str, Card]:
    return {card.iri.local: card for card in cards(small_graph)}


def test_a_card_holds_all_names_the_preferred_first(by_local_id: dict[str, Card]) -> None:
    card = by_local_id["green-synergy-aaaaaaaa"]
    assert [tuple(name) for name in card.names] == [
        ("Клъстер „Зелена синергия“", "bg", "prefLabel"),
        ("Green Synergy Cluster", "en", "prefLabel"),
        ("Klaster Zielona Synergia", "pl", "prefLabel"),
        ("CGS", "", "altLabel"),
    ]
    assert card.cls.local == "Cluster"


def test_prominence_counts_statements_in_and_out(by_local_id: dict[str, Card]) -> None:
    assert by_local_id["trace-kei-aaaaaaab"].prominence == 6
    assert by_local_id["bulgaria-aaaaaaaf"].prominence == 1


def test_a_card_calls_things_as_everything_else_does(
    small_graph: GraphStore, by_local_id: dict[str, Card]
) -> None:
    for card, language in product(by_local_id.values(), ("en", "pl", "bg", "zh")):
        thing = Labels(small_graph, language).thing(card.iri)
        assert (card.label(language), card.cls) == (thing.label, thing.kind)


def test_a_card_says_where_a_thing_lies_in_the_language_asked_for(
    by_local_id: dict[str, Card],
) -> None:
    described = {local: card.description("en") for local, card in by_local_id.items()}
    assert described["karaganda-aaaaaaah"] == "Kazakhstan"
    assert described["european-union-aaaaaaad"] == ""


def test_a_card_knows_by_what_its_thing_is_found_in_lists(by_local_id: dict[str, Card]) -> None:
    training = by_local_id["4th-training-module-aaaaaaai"].aspects
    assert [programme.local for programme in training.programmes] == ["cluster-excellence-aaaaaaac"]
    assert (training.years, training.source_languages) == ((2018,), ("en",))
    cluster = by_local_id["green-synergy-aaaaaaaa"].aspects
    assert [sector.local for sector in cluster.sectors] == ["agriculture-aaaaaaap"]


def test_a_document_is_called_by_its_file_too(by_local_id: dict[str, Card]) -> None:
    names = by_local_id["71fb2550c3039bbf"].names
    assert names[-1].text == "000_71fb2550c3039bbf.txt"
    assert by_local_id["71fb2550c3039bbf"].aspects.source_languages == ("en",)
