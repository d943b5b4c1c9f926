import pytest

from given.mapped import mentions_in


def places(text: str, language: str = "en") -> list[tuple[str, str]]:
    return [(m.names[0], m.gazetteer) for m in mentions_in(text, language) if m.is_place]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "It rained in Lyon.", ("Lyon", "city:2996944")),
        ("en", "Poland's rivers are long.", ("Poland", "country:PL")),
        ("pl", "Padało w Krakowie.", ("Kraków", "city:3094802")),
        ("pl", "Byli w Zielonej Górze.", ("Zielona Góra", "city:3080165")),
        ("pl", "Jadą na Białoruś.", ("Białoruś", "country:BY")),
        ("bg", "Валеше в Пловдив.", ("Пловдив", "city:728193")),
    ],
)
def test_a_place_of_the_gazetteer_is_found_in_any_case(
    language: str, text: str, place: tuple[str, str]
) -> None:
    assert places(text, language) == [place]


def test_a_place_keeps_the_form_of_the_text_and_the_names_of_other_languages() -> None:
    (place,) = mentions_in("Padało w Krakowie.", "pl")
    assert place.names == ("Kraków", "Krakowie")
    assert {"pl", "en", "bg"} <= {name.language for name in place.known_as}


@pytest.mark.parametrize("sign", [" (Switzerland)", ", Switzerland"])
def test_an_unknown_place_is_told_by_a_preposition_and_the_place_behind_it(sign: str) -> None:
    found = places(f"It rained in Vorlingen{sign}.")
    assert found == [("Vorlingen", ""), ("Switzerland", "country:CH")]


def test_an_unknown_name_behind_at_is_no_place_by_that_alone() -> None:
    assert places("It rained at Vorlingen.") == []


def test_two_places_side_by_side_are_two() -> None:
    assert [name for name, _ in places("It rained in Lyon France.")] == ["Lyon", "France"]


def test_a_place_inside_a_name_is_no_mention_by_itself() -> None:
    assert places("We met the Lyon Toy Agency.") == []


@pytest.mark.parametrize(
    ("language", "text", "town"),
    [
        ("de", "Man traf sich in Zorvingen.", "Zorvingen"),
        ("en", "It was held in Zorvington last May.", "Zorvington"),
        ("ru", "Форум прошел в Зорвинске.", "Зорвинске"),
    ],
)
def test_a_word_that_no_dictionary_knows_is_a_town_behind_in(
    language: str, text: str, town: str
) -> None:
    kinds = {m.names[0]: m.kind.local for m in mentions_in(text, language) if m.kind}
    assert kinds[town] == "City"


def test_a_town_that_holds_a_given_name_is_no_person_behind_in() -> None:
    found = [m for m in mentions_in("S-au întâlnit la Alba Iulia.", "ro") if m.kind]
    assert [(m.names[0], m.kind.local) for m in found if m.kind] == [("Alba Iulia", "City")]


@pytest.mark.parametrize("name", ["ZORVO", "ZorvoTech", "Trade"])
def test_an_acronym_or_a_common_word_is_no_town_behind_in(name: str) -> None:
    assert all(m.kind is None for m in mentions_in(f"It lies in {name}."))
