import pytest

from mapped import facts_of, map_text


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        ("We met in Lyon, France, today.", ("Lyon", "locatedIn", "France")),
        ("We met in Barcelona (Spain).", ("Barcelona", "locatedIn", "Spain")),
        ("We met in Vorlingen (Spain).", ("Vorlingen", "locatedIn", "Spain")),
        ("We liked the conference in Lyon.", ("conference", "locatedIn", "Lyon")),
        ("We met the Wood Agency from Norway.", ("Wood Agency", "locatedIn", "Norway")),
        ("We met the Wood Agency (Norway).", ("Wood Agency", "locatedIn", "Norway")),
        ("We met the Austrian agency Silver Birch.", ("Silver Birch", "locatedIn", "Austria")),
        ('The project "Wood growth in Central Asia" began.',
         ("Wood growth in Central Asia", "locatedIn", "Central Asia")),
    ],
)  # fmt: skip
def test_neighbours_tell_where_something_is(text: str, fact: tuple[str, str, str]) -> None:
    assert facts_of(map_text(text)) == {fact}


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
