import pytest

from clustergraph.mapping.relations.place_lists import lies_within, places_behind, places_of_group
from given.pages import page_of


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("We met in Brest, Minsk and Gomel.", ["Brest", "Minsk", "Gomel"]),
        ("We met in Lyon, France, and in Turin (Italy).", ["Lyon", "Turin"]),
        ("We met in Lyon, Zorvoburg and Turin.", ["Lyon", "Zorvoburg", "Turin"]),
        ("We met in Lyon and saw Turin.", ["Lyon"]),
        ("We met Lyon and Turin.", []),
    ],
)
def test_the_places_of_a_list_are_those_that_a_preposition_opens(
    text: str, places: list[str]
) -> None:
    page = page_of(text)
    found = places_behind(text.index(" met") + len(" met"), page)
    assert [mention.names[0] for mention in found] == places


def test_an_unknown_name_between_towns_is_a_town() -> None:
    page = page_of("We met in Lyon, Zorvoburg and Turin.")
    unknown = places_behind(len("We met"), page)[1]
    assert page.kind(unknown) is not None


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Workshops in Lyon and Turin ended.", 2),
        ("Two workshops in Lyon and Turin ended.", 2),
        ("Three workshops in Lyon and Turin ended.", 0),
        ("A workshop in Lyon and Turin ended.", 0),
        ("A workshop in Lyon, Turin and Vienna ended.", 3),
        ("Projects in Lyon and Turin ended.", 0),
    ],
)
def test_several_places_tell_as_many_gatherings_apart(text: str, count: int) -> None:
    page = page_of(text)
    assert len(places_of_group(page.mentions[0], page)) == count


def test_a_town_lies_in_its_country_and_not_the_other_way_round() -> None:
    page = page_of("We met in Lyon, France.")
    lyon, france = page.mentions
    assert lies_within(lyon, france, page)
    assert not lies_within(france, lyon, page)
