from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clustergraph.errors import InvalidParameter
from clustergraph.iris import BASE
from clustergraph.names import NameIndex
from clustergraph.operations.labels import Labels
from clustergraph.operations.look_up import (
    Question,
    kinds_named,
    name_rows,
    pasted_iri,
    search,
)
from clustergraph.store.graph import GraphStore

CITY = f"{BASE}id/karaganda-aaaaaaah"


@pytest.fixture(scope="session")
def found(small_graph: GraphStore, small_names: NameIndex) -> Any:
    """Search the small graph and give the ends of the IRIs."""

    def find(text: str, language: str = "en", limit: int = 10, **rest: Any) -> list[str]:
        question = Question(text=text, **rest)
        labels = Labels(small_graph, language)
        hits = search(small_graph, small_names, labels, question, limit=limit)
        return [hit.thing.iri.local for hit in hits]

    return find


def test_everything_with_a_name_has_a_row_for_each(small_graph: GraphStore) -> None:
    rows = list(name_rows(small_graph))
    cluster = [row for row in rows if row.iri.endswith("green-synergy-aaaaaaaa")]
    assert {(row.name, row.language, row.kind_of_name) for row in cluster} == {
        ("Green Synergy Cluster", "en", "prefLabel"),
        ("Klaster Zielona Synergia", "pl", "prefLabel"),
        ("Клъстер „Зелена синергия“", "bg", "prefLabel"),
        ("CGS", "", "altLabel"),
    }
    assert {row.label for row in cluster} == {"Green Synergy Cluster"}
    assert {row.cls.local for row in cluster} == {"Cluster"}


def test_prominence_counts_statements_in_and_out(small_graph: GraphStore) -> None:
    prominence = {row.iri.local: row.prominence for row in name_rows(small_graph)}
    assert prominence["trace-kei-aaaaaaab"] == 6
    assert prominence["bulgaria-aaaaaaaf"] == 1


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("Karaganda", "karaganda-aaaaaaah"),
        ("Караганда", "karaganda-aaaaaaah"),
        ("klaster zelena sinergiya", "green-synergy-aaaaaaaa"),
        ("EU", "european-union-aaaaaaad"),
        ("bulgaria", "bulgaria-aaaaaaaf"),
        ("alfa", "alfa-gmbh-aaaaaaao"),
        ("<script>alert(1)</script>", "script-aaaaaaan"),
        ("Karanganda hosts", "71fb2550c3039bbf"),
    ],
)
def test_a_thing_is_found_by_any_of_its_names(found: Any, text: str, first: str) -> None:
    assert found(text)[0] == first


@pytest.mark.parametrize(
    "text",
    [
        CITY,
        f"<{CITY}>",
        "http://127.0.0.1:8000/id/karaganda-aaaaaaah",
        "http://localhost/page/karaganda-aaaaaaah?lang=pl",
        "https://example.org/data/karaganda-aaaaaaah.ttl",
        "/id/karaganda-aaaaaaah",
        " karaganda-aaaaaaah ",
    ],
)
def test_a_pasted_address_finds_its_thing_alone(found: Any, text: str) -> None:
    assert found(text) == ["karaganda-aaaaaaah"]


def test_the_address_of_something_merged_finds_the_survivor(found: Any) -> None:
    assert found("zelena-sinergiya-aaaaaaaz") == ["green-synergy-aaaaaaaa"]


def test_the_address_of_nothing_finds_nothing(found: Any) -> None:
    assert found(f"{BASE}id/nobody-zzzzzzzz") == []


def test_a_class_keeps_all_classes_below_it(found: Any) -> None:
    assert found("karaganda", kinds=kinds_named("Place")) == ["karaganda-aaaaaaah"]
    assert "karaganda-aaaaaaah" not in found("karaganda", kinds=kinds_named("Agent"))


def test_a_class_that_is_none_is_refused_with_those_there_are() -> None:
    with pytest.raises(InvalidParameter, match="Cluster, ClusterLabel, Country"):
        kinds_named("Banana")


def test_an_unfinished_word_finds_what_it_may_become(found: Any) -> None:
    assert found("sme competi") == []
    assert found("sme competi", unfinished=True) == ["kazakhstan-sme-project-aaaaaaaj"]


def test_addresses_of_documents_passages_and_concepts_are_read() -> None:
    assert pasted_iri("/page/doc/71fb2550c3039bbf") == f"{BASE}doc/71fb2550c3039bbf"
    assert pasted_iri("/data/voc/modality/fact.ttl") == f"{BASE}voc/modality/fact"
    assert pasted_iri("/ev/0000000000000001") == f"{BASE}ev/0000000000000001"
    assert pasted_iri("https://example.org/about") is None


@given(st.text())
def test_no_text_breaks_the_reading_of_addresses(text: str) -> None:
    assert pasted_iri(text) is None or str(pasted_iri(text)).startswith(BASE)
