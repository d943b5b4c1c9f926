"""Documents in several languages."""

import pytest

from clustergraph.mapping import joining
from clustergraph.model import DocumentGraph, LangString
from clustergraph.vocab import CG
from given.mapped import document_in, facts_of, map_text

TWICE = """Alpine Wood Agency opens its academy

On 4 May 2019 the Alpine Wood Agency organised a conference in Vienna together with the \
Carpathian Furniture Cluster. The conference was opened by Anna Kranz, director of the Alpine Wood \
Agency, and it was attended by more than 80 companies of the region and from abroad.

Konferenz der Holzwirtschaft

Am 4. Mai 2019 fand in Wien eine Konferenz statt, die von der Alpine Wood Agency organisiert \
wurde. Die Konferenz wurde durch das Land Tirol finanziert. Anna Kranz begrüßte die Gäste aus der \
Region und dankte allen, die zum Gelingen der Veranstaltung beigetragen hatten.
"""


def _labelled(graph: DocumentGraph, label: str) -> list[LangString]:
    return [name for entity in graph.entities for name in entity.names if name.text == label]


def test_each_part_is_read_in_its_own_language() -> None:
    facts = facts_of(map_text(TWICE))
    assert ("conference", "organisedBy", "Alpine Wood Agency") in facts
    assert ("Konferenz", "organisedBy", "Alpine Wood Agency") in facts


def test_who_bears_one_name_in_both_parts_is_one() -> None:
    graph = map_text(TWICE)
    agency = [e for e in graph.entities if "Alpine Wood Agency" in {n.text for n in e.names}]
    assert len(agency) == 1
    assert {name.language for name in agency[0].names} == {"en", "de"}
    assert len(agency[0].mentions) >= 3


def test_a_place_is_one_whatever_a_part_calls_it() -> None:
    places = [e for e in map_text(TWICE).entities if e.kind == CG.City]
    assert len(places) == 1
    assert {"Vienna", "Wien"} <= {name.text for name in places[0].names}


def test_activities_without_a_name_stay_apart() -> None:
    kinds = [e.kind for e in map_text(TWICE).entities]
    assert kinds.count(CG.Event) == 2


def test_a_foreign_name_in_a_sentence_is_no_part() -> None:
    text = "The Bundesministerium für Wirtschaft und Energie funded the project in 2019."
    assert document_in("en", text).languages == ("en",)


def test_a_part_whose_language_has_no_pack_gives_names_only() -> None:
    finnish = (
        "Konferenssi pidettiin Wienissä toukokuussa, ja siihen osallistui yli kahdeksankymmentä "
        "yritystä alueelta ja ulkomailta. Konferenssin järjesti Alpine Wood Agency yhdessä "
        "European Commission kanssa, ja se rahoitettiin alueen varoista."
    )
    graph = map_text(TWICE.partition("\n\nKonferenz")[0] + "\n\n" + finnish)
    assert graph.document.languages == ("en", "fi")
    assert all("Konferens" not in one.quote for fact in graph.facts for one in fact.evidence)
    assert _labelled(graph, "European Commission")


def test_a_book_is_read_stretch_by_stretch_and_its_people_are_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(joining, "_LONGEST_PART", 1_000)
    page = TWICE.partition("\n\nKonferenz")[0] + "\n\n"
    graph = map_text(page * 12)
    assert len(list(joining.cut_into_parts(graph.document))) > 2
    assert len(_labelled(graph, "Anna Kranz")) == 1
    assert len([one for one in graph.entities if one.kind == CG.Event]) > 1
