import pytest

from clustergraph.errors import Gone, NotFound
from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import Description, Group, current_iri, describe
from clustergraph.operations.labels import Labels
from clustergraph.store.graph import GraphStore

TRAINING = Iri(f"{BASE}id/4th-training-module-aaaaaaai")
PROJECT = Iri(f"{BASE}id/trace-kei-aaaaaaab")
CLUSTER = Iri(f"{BASE}id/green-synergy-aaaaaaaa")
CITY = Iri(f"{BASE}id/karaganda-aaaaaaah")


def described(graph: GraphStore, iri: Iri, language: str = "en") -> Description:
    return describe(graph, iri, Labels(graph, language))


def by_property(groups: tuple[Group, ...]) -> dict[str, list[str]]:
    return {
        group.property.iri.local: [relation.other.iri.local for relation in group.relations]
        for group in groups
    }


def test_dates_and_numbers_come_with_the_passages_that_carry_them(small_graph: GraphStore) -> None:
    facts = {fact.property.iri.local: fact for fact in described(small_graph, TRAINING).facts}
    assert {name: fact.value.text for name, fact in facts.items()} == {
        "startDate": "2018-02-19",
        "endDate": "2018-02-23",
        "participantCount": "31",
    }
    (passage,) = facts["participantCount"].passages
    assert passage.quote.text == "more than 31 participants"
    assert passage.at_least
    assert passage.document.iri == f"{BASE}doc/71fb2550c3039bbf"


def test_a_statement_has_every_passage_that_carries_it(small_graph: GraphStore) -> None:
    groups = described(small_graph, TRAINING).relations
    (place,) = [group for group in groups if group.property.iri.local == "locatedIn"]
    assert [passage.start for passage in place.relations[0].passages] == [0, 150]


def test_relations_are_the_stated_ones_grouped_by_property(small_graph: GraphStore) -> None:
    assert by_property(described(small_graph, PROJECT).relations) == {
        "partOf": ["cluster-excellence-aaaaaaac"],
        "partner": ["alfa-gmbh-aaaaaaao", "green-synergy-aaaaaaaa", "script-aaaaaaan"],
        "coordinatedBy": ["dare-aaaaaaae"],
    }


def test_incoming_relations_are_counted_by_property_and_class(small_graph: GraphStore) -> None:
    (group,) = described(small_graph, CLUSTER).incoming
    assert group.property.iri.local == "partner"
    assert group.kind is not None
    assert group.kind.iri.local == "Project"
    assert group.total == 1
    assert group.relations[0].passages[0].quote.language == "bg"


def test_consequences_hold_what_follows_but_no_inverse_of_what_was_stated(
    small_graph: GraphStore,
) -> None:
    assert by_property(described(small_graph, TRAINING).consequences) == {
        "fundingSource": ["cluster-excellence-aaaaaaac", "european-union-aaaaaaad"],
        "locatedInTransitive": ["kazakhstan-aaaaaaag"],
    }
    assert described(small_graph, CLUSTER).consequences == ()


def test_the_documents_that_mention_a_thing_are_named(small_graph: GraphStore) -> None:
    documents = described(small_graph, CLUSTER).documents
    assert [document.iri.local for document in documents] == ["9aa47e5e7e1b7005"]


@pytest.mark.parametrize(
    ("language", "label", "fell_back"),
    [("pl", "Karaganda", False), ("bg", "Караганда", False), ("de", "Karaganda", True)],
)
def test_labels_follow_the_reader_and_fall_back_to_english(
    small_graph: GraphStore, language: str, label: str, fell_back: bool
) -> None:
    found = described(small_graph, CITY, language).thing.label
    assert (found.text, found.fell_back) == (label, fell_back)


def test_names_tell_labels_from_other_forms(small_graph: GraphStore) -> None:
    names = {(name.text, name.preferred) for name in described(small_graph, CITY).names}
    assert ("Karanganda", False) in names
    assert ("Караганда", True) in names


def test_a_merged_iri_leads_to_the_survivor(small_graph: GraphStore) -> None:
    assert current_iri(small_graph, Iri(f"{BASE}id/zelena-sinergiya-aaaaaaaz")) == CLUSTER


def test_a_removed_iri_is_gone_and_an_unheard_of_one_not_found(small_graph: GraphStore) -> None:
    with pytest.raises(Gone):
        current_iri(small_graph, Iri(f"{BASE}id/gone-aaaaaaay"))
    with pytest.raises(NotFound):
        current_iri(small_graph, Iri(f"{BASE}id/nobody-aaaaaaaa"))
    with pytest.raises(NotFound):
        described(small_graph, Iri(f"{BASE}id/nobody-aaaaaaaa"))
