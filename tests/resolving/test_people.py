"""When two names of people are names of one person."""

import pytest

from clustergraph.resolving.people import are_namesakes, generation, is_whole, surname_sounds
from clustergraph.resolving.spelling import Spelling, spell


def person(text: str, language: str = "en") -> Spelling:
    return spell(text, language, "person")


@pytest.mark.parametrize(
    ("one", "other", "alone", "beside"),
    [
        ("Jan Novak", "Jan Novak", True, True),
        ("Jan Novak", "Novak Jan", True, True),
        ("Jan Novak", "Petr Novak", False, False),
        ("Jan Novak", "Jan Dvorak", False, False),
        ("Jan Novak", "J. Novak", False, True),
        ("Jan Novak", "P. Novak", False, False),
        ("Jan Novak", "Jan N.", False, False),
        ("Jan Novak", "Novak J.", False, False),
        ("Jan Novak", "Jan Pavel Novak", False, True),
        ("Jan Novak", "Novak Jan Pavel", False, True),
        ("Jan Novak", "Novak Petr Pavel", False, False),
        ("Jan Novak", "Petr Pavel Novak", False, False),
        ("Jan N.", "Jan Pavel Novak", False, False),
        ("Jan Pavel Novak", "J. P. Novak", False, True),
        ("Jan Pavel Novak", "J. K. Novak", False, False),
        ("Jan Pavel Novak", "Jan Pavel Maria Novak", False, False),
        ("Novak", "Novak", False, False),
        ("Novak", "Jan Novak", False, False),
        ("John Marlow", "John Marlow Jr.", False, False),
        ("John Marlow Jr.", "John Marlow, jr", True, True),
        ("Sergei Sokolovsky", "Sergey Sokolovskiy", True, True),
    ],
)
def test_names_that_fit_are_of_one_person_alone_or_beside_one_body(
    one: str, other: str, alone: bool, beside: bool
) -> None:
    for ours, theirs in ((person(one), person(other)), (person(other), person(one))):
        assert are_namesakes(ours, theirs, beside_one_body=False) == alone
        assert are_namesakes(ours, theirs, beside_one_body=True) == beside


def test_a_name_in_cyrillic_is_the_one_that_sounds_like_it() -> None:
    cyrillic = person("Юрий Соколовский", "ru")
    assert are_namesakes(cyrillic, person("Jurij Sokolowskij"), beside_one_body=False)
    assert not are_namesakes(
        person("Yuriy Sokolovskiy"), person("Jurij Sokolowskij"), beside_one_body=False
    )


def test_of_two_given_names_none_is_surely_the_surname() -> None:
    assert not are_namesakes(
        person("Martin Thomas"), person("Thomas Martin"), beside_one_body=False
    )


@pytest.mark.parametrize(
    ("name", "whole"), [("Jan Novak", True), ("J. Novak", False), ("Novak Jr.", False)]
)
def test_a_whole_name_has_two_words(name: str, whole: bool) -> None:
    assert is_whole(person(name)) == whole


@pytest.mark.parametrize(("name", "which"), [("John Marlow Jr.", "younger"), ("Jr", ""), ("", "")])
def test_a_generation_stands_behind_a_name(name: str, which: str) -> None:
    assert generation(person(name)) == which


@pytest.mark.parametrize(
    ("name", "sounds"),
    [
        ("Jan Novak", {"ian", "novak"}),
        ("J. Novak", {"novak"}),
        ("J.", set()),
        ("J. P. Zor", {"zor"}),
    ],
)
def test_a_surname_is_the_first_or_the_last_full_word(name: str, sounds: set[str]) -> None:
    assert set(surname_sounds(person(name))) == sounds
