"""Lookups by name and identifier: both clients ask the service as it runs."""

import pytest

from clustergraph.client import Item
from clustergraph.errors import CallRefused, NotThere
from given.both_clients import MakeClient

ID = "https://w3id.org/clustergraph/id/"
GREEN = f"{ID}green-synergy-aaaaaaaa"


def test_a_name_in_any_script_is_found_and_explained(client_at: MakeClient, service: str) -> None:
    page = client_at(service)("search", "Зелена синергия", kind="Cluster")
    (hit,) = page.results
    assert (hit.iri, hit.label, hit.type, hit.name_language) == (
        *(GREEN, "Green Synergy Cluster", "Cluster", "bg"),
    )
    assert 0 < hit.score <= 100
    assert hit.features
    assert (page.total, page.next) == (1, None)


def test_nothing_found_is_an_empty_page(client_at: MakeClient, service: str) -> None:
    page = client_at(service)("search", "qqqqqqqqqq")
    assert (page.total, page.results, page.next) == (0, (), None)


def test_several_classes_widen_a_search(client_at: MakeClient, service: str) -> None:
    ask = client_at(service)
    both = ask("search", "", kind=["Country", "City"], limit=100)
    assert {hit.type for hit in both.results} == {"Country", "City"}
    assert both.total == sum(ask("search", "", kind=kind).total for kind in ("Country", "City"))


def test_results_are_counted_by_what_was_asked_for(client_at: MakeClient, service: str) -> None:
    facets = client_at(service)("search", "", facets=["type"], limit=1).facets
    assert {facet.value: facet.count for facet in facets.type}["Country"] == 2
    assert facets.place is None


def test_suggest_takes_an_unfinished_word(client_at: MakeClient, service: str) -> None:
    page = client_at(service)("suggest", "karagan", kind="City", language="pl")
    assert [hit.label for hit in page.results] == ["Karaganda"]


def test_all_pages_give_what_one_page_gives(
    client_at: MakeClient, service: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    ask = client_at(service)
    whole = ask("search", "", limit=100)
    monkeypatch.setattr("clustergraph.client.calls.MOST", 3)
    assert tuple(ask("search_all", "")) == whole.results
    assert whole.total == len(whole.results) > 6


def test_a_parameter_that_cannot_be_is_an_error(client_at: MakeClient, service: str) -> None:
    with pytest.raises(CallRefused, match="Organisation"):
        client_at(service)("search", "a", kind="Company")


@pytest.mark.parametrize("name", [GREEN, "green-synergy-aaaaaaaa"])
def test_an_entity_has_the_parts_that_were_asked_for(
    client_at: MakeClient, service: str, name: str
) -> None:
    ask = client_at(service)
    entity = ask("entity", name, include=["names", "relations", "evidence"], language="pl")
    assert (entity.iri, entity.label) == (GREEN, "Klaster Zielona Synergia")
    assert {each.language for each in entity.names} >= {"en", "pl", "bg"}
    quotes = [
        evidence.quote
        for group in entity.relations
        for relation in group.results
        for evidence in relation.evidence
    ]
    assert all(quotes)
    assert entity.incoming is None
    assert ask("entity", name).names is None


@pytest.mark.parametrize("kind", ["Document", "Topic"])
def test_documents_and_concepts_that_are_found_are_described_too(
    client_at: MakeClient, service: str, kind: str
) -> None:
    ask = client_at(service)
    hit, *_ = ask("search", "", kind=kind).results
    entity = ask("entity", hit.iri, include=["names"])
    assert (entity.iri, entity.label, entity.type) == (hit.iri, hit.label, kind)


def test_an_entity_that_was_merged_is_the_one_that_it_is_now(
    client_at: MakeClient, service: str
) -> None:
    ask = client_at(service)
    assert ask("entity", "zelena-sinergiya-aaaaaaaz").iri == GREEN


def test_each_item_of_a_batch_has_its_own_outcome(client_at: MakeClient, service: str) -> None:
    items = [
        "Karaganda",
        Item(text="Green Synergy Cluster", kind="Cluster", key=0),
        Item(text="KZ", scheme="no such register", key="bad"),
        "qqqqqqqqqq",
        GREEN,
        "",
    ]
    batch = client_at(service)("lookup", items)
    assert [outcome.status for outcome in batch.results] == [
        *("found", "found", "invalid", "unknown", "found", "invalid"),
    ]
    assert [outcome.key for outcome in batch.results] == [None, 0, "bad", None, None, None]
    assert batch.results[1].entity.iri == batch.results[4].entity.iri == GREEN
    assert "no such register" in batch.results[2].detail
    assert batch.counts == {"found": 3, "invalid": 2, "unknown": 1}
    assert batch.version == client_at(service)("version")


def test_what_is_not_certain_comes_with_candidates(client_at: MakeClient, service: str) -> None:
    (outcome,) = client_at(service)("lookup", ["cluster"], candidates=2).results
    assert (outcome.status, outcome.entity, len(outcome.candidates)) == ("ambiguous", None, 2)


def test_more_items_than_a_batch_takes_come_in_several(client_at: MakeClient, service: str) -> None:
    ask, items = client_at(service), (f"{GREEN}#{number}" for number in range(1_001))
    outcomes = ask("lookup_all", items, candidates=0)
    assert [outcome.asked for outcome in outcomes[-2:]] == [f"{GREEN}#999", f"{GREEN}#1000"]
    with pytest.raises(CallRefused, match="1000"):
        ask("lookup", ["a"] * 1_001)


def test_an_identifier_is_resolved(client_at: MakeClient, service: str) -> None:
    ask = client_at(service)
    outcome = ask("resolve", f"{service}/page/green-synergy-aaaaaaaa", language="pl")
    assert (outcome.status, outcome.entity.label) == ("found", "Klaster Zielona Synergia")
    with pytest.raises(NotThere):
        ask("resolve", "Q1", scheme="wikidata")


def test_documents_lead_to_their_passages(client_at: MakeClient, service: str) -> None:
    ask = client_at(service)
    documents = ask("documents")
    assert [document.issued for document in documents] == ["2018-03-01", "2017-02"]
    (bulgarian,) = ask("documents", written_in="bg")
    document = ask("document", bulgarian.iri, include=["entities"])
    assert (document.file, document.characters) == ("004_9aa47e5e7e1b7005.txt", 2320)
    assert GREEN in [each.iri for each in document.entities.results]
    passages = ask("passages", bulgarian.iri)
    assert len(passages) == bulgarian.quoted
    assert all(passage.quote and passage.statement.property for passage in passages)
