import pytest

from given.mapped import facts_of, map_text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("We met in Lyon, France, today.", ("Lyon", "locatedIn", "France")),
        ("We met in Barcelona (Spain).", ("Barcelona", "locatedIn", "Spain")),
        ("We met in Vorlingen (Spain).", ("Vorlingen", "locatedIn", "Spain")),
        ("We know Lyon in France.", ("Lyon", "locatedIn", "France")),
        ("We liked the conference in Lyon.", ("conference", "locatedIn", "Lyon")),
        ("We met the Wood Agency from Norway.", ("Wood Agency", "locatedIn", "Norway")),
        ("We met the Wood Agency (Norway).", ("Wood Agency", "locatedIn", "Norway")),
        ("We met the Austrian agency Silver Birch.", ("Silver Birch", "locatedIn", "Austria")),
        ("We met the Vienna-based agency.", ("Vienna-based agency", "locatedIn", "Vienna")),
        ("In Lyon, the Wood Agency opened a conference.", ("conference", "locatedIn", "Lyon")),
        ('The project "Wood growth in Central Asia" began.',
         ("Wood growth in Central Asia", "locatedIn", "Central Asia")),
    ],
)  # fmt: skip
def test_neighbours_tell_where_something_is(text: str, fact: tuple[str, str, str]) -> None:
    assert fact in facts_of(map_text(text))


@pytest.mark.parametrize(
    ("language", "text", "fact"),
    [
        ("pl", "W Krakowie seminarium zorganizowała Fundacja Leśna.",
         ("seminarium", "locatedIn", "Kraków")),
        ("bg", "На 5 и 6 юни 2019 г. в Пловдив се проведе обучение.",
         ("обучение", "locatedIn", "Пловдив")),
    ],
)  # fmt: skip
def test_the_place_that_opens_a_sentence_is_its_meetings(
    language: str, text: str, fact: tuple[str, str, str]
) -> None:
    assert fact in facts_of(map_text(text, language))


def test_each_of_several_places_lies_in_the_country_behind_them() -> None:
    text = "Zonele vizate sunt județele Arad și Timiș din România și Békés din Ungaria."
    told = {(s, o) for (s, p, o) in facts_of(map_text(text, "ro")) if p == "locatedIn"}
    assert told == {("Arad", "România"), ("Timiș", "România"), ("Békés", "Ungaria")}


def test_a_town_behind_a_project_is_the_towns_of_its_meeting() -> None:
    graph = map_text('We liked the conference of the project "Sea" in Lyon.')
    assert ("conference", "locatedIn", "Lyon") in facts_of(graph)
    assert ("Sea", "locatedIn", "Lyon") not in facts_of(graph)


def test_where_a_meeting_is_held_the_country_behind_the_town_is_left_to_the_town() -> None:
    graph = map_text("The conference was held in Lyon, France.")
    assert facts_of(graph) == {
        ("conference", "locatedIn", "Lyon"),
        ("Lyon", "locatedIn", "France"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "We met in Lyon, Spain, today.",
        "We met in Vienna, Austria, Hungary.",
        "We met the Wood Agency, Norway and others.",
        "We met Ann Lee in Lyon.",
    ],
)
def test_neighbours_that_do_not_fit_tell_nothing(text: str) -> None:
    wrong = {("Lyon", "locatedIn", "Spain"), ("Austria", "locatedIn", "Hungary")}
    assert not facts_of(map_text(text)) & wrong
    assert not {"Wood Agency", "Ann Lee"} & {subject for subject, _, _ in facts_of(map_text(text))}


def test_places_in_a_list_share_the_country_behind_them_where_they_lie_in_it() -> None:
    assert facts_of(map_text("It rained in Catalonia and in Andalusia (Spain).")) == {
        ("Catalonia", "locatedIn", "Spain"),
        ("Andalusia", "locatedIn", "Spain"),
    }
    assert facts_of(map_text("It rained in Bavaria and in Andalusia (Spain).")) == {
        ("Andalusia", "locatedIn", "Spain")
    }
