from collections.abc import Callable
from typing import Any

import pytest

from clustergraph.iris import BASE
from clustergraph.model import Iri
from clustergraph.operations.describing.describe import describe
from clustergraph.operations.labels import Label, Labels, Thing
from clustergraph.operations.picturing.whereabouts import Spot
from clustergraph.store.graph import GraphStore
from clustergraph.web.structured.node import reference
from clustergraph.web.structured.things import thing_node

Read = Callable[[str], list[dict[str, Any]]]
ID = f"{BASE}id/"


def ids(value: Any) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [each["@id"] for each in values]


@pytest.mark.parametrize(
    ("local", "type_"),
    [
        ("green-synergy-aaaaaaaa", "Organization"),
        ("jordi-conejos-aaaaaaak", "Person"),
        ("trace-kei-aaaaaaab", "Project"),
        ("cluster-excellence-aaaaaaac", "FundingScheme"),
        ("4th-training-module-aaaaaaai", "CourseInstance"),
        ("karaganda-aaaaaaah", "City"),
        ("kazakhstan-aaaaaaag", "Country"),
        ("agriculture-aaaaaaap", "DefinedTerm"),
        ("gold-label-aaaaaaam", "EducationalOccupationalCredential"),
    ],
)
def test_a_thing_is_told_as_what_it_is(told_by: Read, local: str, type_: str) -> None:
    page, thing = told_by(f"/page/{local}")
    assert (thing["@id"], thing["@type"]) == (f"{ID}{local}", type_)
    assert page["mainEntity"] == {"@id": thing["@id"]}


def test_a_training_says_when_and_where_it_was_held_and_who_taught(told_by: Read) -> None:
    _, training = told_by("/page/4th-training-module-aaaaaaai")
    assert (training["startDate"], training["endDate"]) == ("2018-02-19", "2018-02-23")
    assert ids(training["location"]) == [f"{ID}karaganda-aaaaaaah"]
    assert training["instructor"] == {
        "@type": "Person",
        "@id": f"{ID}jordi-conejos-aaaaaaak",
        "name": "Jordi Conejos",
    }


def test_a_place_lies_in_a_place(told_by: Read) -> None:
    _, city = told_by("/page/karaganda-aaaaaaah")
    assert ids(city["containedInPlace"]) == [f"{ID}kazakhstan-aaaaaaag"]


def test_a_programme_has_its_funder_and_an_organisation_its_field(told_by: Read) -> None:
    _, programme = told_by("/page/cluster-excellence-aaaaaaac")
    assert ids(programme["funder"]) == [f"{ID}european-union-aaaaaaad"]
    _, cluster = told_by("/page/green-synergy-aaaaaaaa")
    assert ids(cluster["keywords"]) == [f"{ID}agriculture-aaaaaaap"]


def test_what_is_planned_is_not_told_as_if_it_were_so(told_by: Read) -> None:
    _, cluster = told_by("/page/green-synergy-aaaaaaaa")
    assert "hasCredential" not in cluster


def test_what_is_no_longer_so_is_not_told(told_by: Read) -> None:
    _, person = told_by("/page/jordi-conejos-aaaaaaak")
    assert "affiliation" not in person


def test_names_come_in_the_reader_s_language_with_the_others_beside(told_by: Read) -> None:
    page, union = told_by("/page/european-union-aaaaaaad?lang=pl")
    assert (page["inLanguage"], union["name"]) == ("pl", "Unia Europejska")
    assert {"European Union", "Европейски съюз", "EU"} == set(union["alternateName"])


def test_documents_that_mention_a_thing_are_told(told_by: Read) -> None:
    _, project = told_by("/page/trace-kei-aaaaaaab")
    assert ids(project["subjectOf"]) == [f"{BASE}doc/9aa47e5e7e1b7005"]
    assert project["subjectOf"][0]["@type"] == "Article"


def test_markup_in_a_name_stays_text(told_by: Read) -> None:
    _, thing = told_by("/page/script-aaaaaaan")
    assert "<script>" in thing["name"]


def test_a_name_of_five_thousand_characters_is_cut_where_nobody_shows_it_whole() -> None:
    long = "слово " * 1000
    thing = Thing(iri=Iri(f"{ID}long-aaaaaaaa"), label=Label(text=long))
    cut = reference(thing)["name"]
    assert isinstance(cut, str)
    assert len(cut) <= 302
    assert cut.endswith("слово …")


@pytest.mark.parametrize(
    ("local", "is_told"), [("karaganda-aaaaaaah", True), ("kazakhstan-aaaaaaag", False)]
)
def test_a_city_has_its_coordinates_and_a_country_not_those_of_its_capital(
    small_graph: GraphStore, local: str, *, is_told: bool
) -> None:
    iri = Iri(f"{ID}{local}")
    description = describe(small_graph, iri, Labels(small_graph))
    here = Spot(thing=iri, place=iri, latitude=49.8, longitude=73.1)
    place = {"@type": "GeoCoordinates", "latitude": 49.8, "longitude": 73.1}
    assert thing_node(description, spots=[here]).get("geo") == (place if is_told else None)


def test_what_lies_in_a_place_has_not_the_place_s_coordinates(small_graph: GraphStore) -> None:
    iri = Iri(f"{ID}4th-training-module-aaaaaaai")
    description = describe(small_graph, iri, Labels(small_graph))
    there = Spot(thing=iri, place=Iri(f"{ID}karaganda-aaaaaaah"), latitude=49.8, longitude=73.1)
    assert "geo" not in thing_node(description, spots=[there])
