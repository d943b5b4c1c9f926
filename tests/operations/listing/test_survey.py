from clustergraph.operations.listing.survey import survey
from clustergraph.store.graph import GraphStore


def test_a_survey_counts_what_was_stated_and_things_by_class(small_graph: GraphStore) -> None:
    found = survey(small_graph)
    assert found.statements == 19
    kinds = {kind.local: total for kind, total in found.kinds}
    assert kinds == {
        "Evidence": 21,
        "Organisation": 5,
        "Country": 2,
        "Document": 2,
        "Project": 2,
        "City": 1,
        "Cluster": 1,
        "ClusterLabel": 1,
        "Person": 1,
        "Programme": 1,
        "Sector": 1,
        "Training": 1,
    }


def test_statements_count_by_what_a_person_did_and_rejected_ones_not_at_all(
    small_graph: GraphStore,
) -> None:
    found = survey(small_graph)
    reviews = {status.local: total for status, total in found.reviews}
    assert reviews == {"added": 1, "confirmed": 1, "machine": 17}
    assert sum(reviews.values()) == found.statements


def test_documents_come_newest_first_with_what_is_known(small_graph: GraphStore) -> None:
    newest, oldest = survey(small_graph).documents
    assert (newest.issued, newest.language, newest.passages) == ("2018-03-01", "en", 12)
    assert (oldest.issued, oldest.publisher) == ("2017-02", "Клъстер Зелена синергия")
