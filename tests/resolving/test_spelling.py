"""What a name is compared by: what tells nothing about its bearer is left aside."""

import pytest

from clustergraph.resolving.spelling import folded_name, sound, spell


@pytest.mark.parametrize(
    ("roman", "figures"),
    [
        ("I", "1"),
        ("II", "2"),
        ("IV", "4"),
        ("V", "5"),
        ("VIII", "8"),
        ("IX", "9"),
        ("XIV", "14"),
        ("XIX", "19"),
        ("XXXVIII", "38"),
    ],
)
def test_roman_numbers_are_figures(roman: str, figures: str) -> None:
    assert spell(f"Phase {roman}", "en", "activity").figures == figures
    assert spell(f"Phase {roman}", "en", "activity") != spell(f"Phase {figures}", "en", "activity")
    ours, theirs = (spell(f"Phase {each}", "en", "activity") for each in (roman, figures))
    assert ours.wordings == theirs.wordings


@pytest.mark.parametrize("text", ["Phase XL", "MIX", "Phase IIII", "Civic"])
def test_what_is_no_roman_number_stays(text: str) -> None:
    assert spell(text, "en", "activity").figures == ""


def test_numbers_of_people_stay_letters() -> None:
    assert spell("Louis V", "en", "person").figures == ""


def test_zeros_before_a_number_tell_nothing() -> None:
    assert spell("Call 07 of 2011-2012", "en", "activity").figures == "2011 2012 7"


@pytest.mark.parametrize(
    ("one", "other", "language", "family"),
    [
        ("The 3rd Cluster-Forum", "3. Cluster Forum", "en", "activity"),
        ("Förderung", "Foerderung", "de", "activity"),
        ("Cluster+", "Cluster plus", "en", "activity"),
        ("Training Center", "Training Centre", "en", "agent"),
    ],
)
def test_two_ways_to_write_a_name_share_a_wording(
    one: str, other: str, language: str, family: str
) -> None:
    ours, theirs = spell(one, language, family), spell(other, language, family)
    assert ours.wordings & theirs.wordings


def test_two_numbers_never_become_one() -> None:
    assert (
        spell("Hub 1 11", "en", "activity").wordings != spell("Hub 11 1", "en", "activity").wordings
    )


def test_only_bodies_have_a_company_form() -> None:
    assert folded_name("Alpine Wood GmbH", "agent") == "alpine wood"
    assert folded_name("Alpine Wood GmbH", "activity") == "alpine wood gmbh"


def test_a_name_without_letters_is_itself() -> None:
    assert folded_name("  &  & ", "agent") == "& &"


@pytest.mark.parametrize(
    ("text", "is_acronym"),
    [("EFCE", True), ("EFCEAB", True), ("EFCEABC", False), ("Efce", False), ("H2020", False)],
)
def test_an_acronym_is_one_short_word_in_capitals(text: str, is_acronym: bool) -> None:
    assert spell(text, "en", "agent").is_acronym == is_acronym


@pytest.mark.parametrize(("text", "is_cyrillic"), [("Клъстер", True), ("Cluster", False)])
def test_cyrillic_is_told_from_latin(text: str, is_cyrillic: bool) -> None:
    assert spell(text, "bg", "agent").is_cyrillic == is_cyrillic


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("chebotarskiy", "czebotarskij"),
        ("shcherba", "shterba"),
        ("tschekhov", "chehov"),
        ("schulz", "szulz"),
        ("alexander", "aleksander"),
        ("wolkow", "volkov"),
        ("tzar", "tsar"),
        ("yozef", "ezef"),
        ("marija", "mariia"),
        ("sofie", "sofe"),
    ],
)
def test_romanisations_of_one_word_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)
