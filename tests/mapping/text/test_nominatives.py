"""Names in the nominative by the endings of a pack."""

import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.text.base_forms import base_forms, base_name, base_name_of_person
from clustergraph.mapping.text.nominatives import is_form_of_given_name
from clustergraph.mapping.text.tokens import tokenise

NAMES = {
    "cs": {
        "Moravským automobilovým klastrem": "Moravský automobilový klastr",
        "Hospodářskou komorou": "Hospodářská komora",
        "Ministerstvem průmyslu a obchodu": "Ministerstvo průmyslu a obchodu",
    },
    "ru": {
        "Министерством экономического развития": "Министерство экономического развития",
        "Торгово-промышленной палаты": "Торгово-промышленная палата",
    },
}
PEOPLE = {
    "cs": {
        "Janem Novákem": "Jan Novák",
        "Petra Svobody": "Petr Svoboda",
        "Jany Novákové": "Jana Nováková",
        "Petra Nováková": "Petra Nováková",
    },
    "ru": {
        "Андрея Петрова": "Андрей Петров",
        "Ольгой Сергеевной Кузнецовой": "Ольга Сергеевна Кузнецова",
    },
}
PLACES = {
    "cs": {"Brně": "Brno", "Českých Budějovicích": "České Budějovice"},
    "ru": {"Нижнем Новгороде": "Нижний Новгород"},
}


def cases(table: dict[str, dict[str, str]]) -> list[tuple[str, str, str]]:
    return [(code, form, name) for code, rows in table.items() for form, name in rows.items()]


@pytest.mark.parametrize(("language", "form", "name"), cases(NAMES))
def test_the_noun_goes_to_the_nominative_and_its_adjectives_follow(
    language: str, form: str, name: str
) -> None:
    pack = load_pack(language)
    assert base_name(tokenise(form, 0, pack), pack) == name
    assert base_name(tokenise(name, 0, pack), pack) is None


@pytest.mark.parametrize(("language", "form", "name"), cases(PEOPLE))
def test_the_words_of_a_person_agree(language: str, form: str, name: str) -> None:
    pack = load_pack(language)
    assert base_name_of_person(tokenise(form, 0, pack), pack) == name


@pytest.mark.parametrize(("language", "form", "name"), cases(PLACES))
def test_a_place_is_looked_up_by_all_its_endings(language: str, form: str, name: str) -> None:
    pack = load_pack(language)
    assert name in base_forms([token.word for token in tokenise(form, 0, pack)], pack)


def test_a_form_of_a_given_name_is_one() -> None:
    assert is_form_of_given_name("Janem", load_pack("cs"))
    assert not is_form_of_given_name("Klastrem", load_pack("cs"))
