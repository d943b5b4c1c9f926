import pytest

from clustergraph.languages import base_form, inflect, is_plural, readings


@pytest.mark.parametrize(
    ("language", "word", "base"),
    [
        ("en", "Trainings", "training"),
        ("en", "funded", "funded"),
        ("en", "UNDP", "undp"),
        ("pl", "Fundacji", "fundacja"),
        ("pl", "klastrów", "klaster"),
        ("pl", "Xyzzy", "xyzzy"),
        ("bg", "проекта", "проект"),
        ("es", "ClusterFY", "clusterfy"),
        ("xx", "Projekt", "projekt"),
    ],
)
def test_a_word_has_a_base_form_in_lower_case(language: str, word: str, base: str) -> None:
    assert base_form(word, language) == base


@pytest.mark.parametrize(
    ("language", "word", "plural"),
    [
        ("en", "workshops", True),
        ("en", "workshop", False),
        ("en", "business", False),
        ("pl", "warsztatów", True),
        ("pl", "szkolenia", False),
        ("pl", "fundacja", False),
        ("bg", "обучения", False),
    ],
)
def test_a_plural_is_told_where_the_form_shows_it(language: str, word: str, plural: bool) -> None:
    assert is_plural(word, language) is plural


def test_a_reading_tells_what_the_form_says() -> None:
    (genitive, *_) = (r for r in readings("fundacji", "pl") if r.is_singular)
    assert genitive.base == "fundacja"
    assert genitive.is_noun
    assert not genitive.is_adjective
    assert not genitive.is_nominative
    assert "gen" in genitive.cases
    assert genitive.genders == ("f",)


def test_names_of_people_are_told() -> None:
    assert any(reading.is_given_name for reading in readings("Janem", "pl"))
    assert any(reading.is_surname for reading in readings("Kowalskiego", "pl"))
    assert not any(reading.is_given_name for reading in readings("fundacja", "pl"))


def test_an_adjective_is_inflected_into_the_nominative() -> None:
    forms = {form for form, reading in inflect("leśny", "pl") if reading.is_plain_adjective}
    assert {"leśny", "leśna", "leśne"} <= forms


@pytest.mark.parametrize("language", ["en", "bg", "xx"])
def test_other_languages_have_no_readings(language: str) -> None:
    assert readings("projekt", language) == ()
    assert inflect("projekt", language) == ()
