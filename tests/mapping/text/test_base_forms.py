import pytest

from clustergraph.languages import load_pack
from clustergraph.mapping.text.base_forms import base_forms, base_name, base_name_of_person
from clustergraph.mapping.text.tokens import tokenise

POLISH = load_pack("pl")


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Podlaską Fundację Rozwoju Drewna", "Podlaska Fundacja Rozwoju Drewna"),
        ("Fundacji Leśnej", "Fundacja Leśna"),
        ("Klastrze Obróbki Drewna", "Klaster Obróbki Drewna"),
        ("Ministerstwem Handlu", "Ministerstwo Handlu"),
        ("FUNDACJI LEŚNEJ", "FUNDACJA LEŚNA"),
        ("Agencji Leśnej", "Agencja Leśna"),
    ],
)
def test_a_polish_name_is_brought_to_the_nominative(form: str, name: str) -> None:
    assert base_name(tokenise(form, 0, POLISH), POLISH) == name


@pytest.mark.parametrize("form", ["Fundacja Leśna", "Zielona Brzoza", "Alpha Beta", "Parki leśne"])
def test_a_name_that_is_in_the_nominative_or_unknown_has_no_other_base_form(form: str) -> None:
    assert base_name(tokenise(form, 0, POLISH), POLISH) is None


@pytest.mark.parametrize(
    ("form", "name"),
    [("Krakowie", "Kraków"), ("Zielonej Górze", "Zielona Góra"), ("Białorusi", "Białoruś")],
)
def test_a_place_is_looked_up_in_the_nominative(form: str, name: str) -> None:
    assert name in base_forms([token.word for token in tokenise(form, 0, POLISH)], POLISH)


@pytest.mark.parametrize("language", ["en", "bg"])
def test_where_the_dictionary_knows_no_forms_names_stay_as_they_are(language: str) -> None:
    pack = load_pack(language)
    tokens = tokenise("Silver Agency", 0, pack)
    assert base_name(tokens, pack) is None
    assert base_name_of_person(tokens, pack) == "Silver Agency"


@pytest.mark.parametrize(
    ("form", "name"),
    [
        ("Jana Kowalskiego", "Jan Kowalski"),
        ("Marią Nowak", "Maria Nowak"),
        ("Jan Kowalski", "Jan Kowalski"),
        ("Otosława Brend", "Otosława Brend"),
        ("Elżbietą Zielińską-Broś", "Elżbieta Zielińska-Broś"),
        ("Anny Nowak-Kowal", "Anna Nowak-Kowal"),
    ],
)
def test_each_word_of_a_person_goes_to_the_nominative(form: str, name: str) -> None:
    assert base_name_of_person(tokenise(form, 0, POLISH), POLISH) == name
