import pytest

from clustergraph.vocab import CG
from given.mapped import mentions_in


def people(text: str, language: str = "en") -> list[str]:
    return [m.names[0] for m in mentions_in(text, language) if m.kind == CG.Person]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The fair was opened by Mr Ovo Kranz.", "Ovo Kranz"),
        ("en", "The fair was opened by Prof. Ovo Kranz.", "Ovo Kranz"),
        ("en", "The fair was opened by Luboš Kranz.", "Luboš Kranz"),
        ("en", "The fair was opened by Lyubomir Kranz.", "Lyubomir Kranz"),
        ("fr", "La foire a été ouverte par Bruno Le Maire.", "Bruno Le Maire"),
        ("fr", "La foire a été ouverte par Fatima El Khalim.", "Fatima El Khalim"),
        ("pl", "Targi otworzyła dr Ina Brendowska.", "Ina Brendowska"),
        ("bg", "Проф. Ото Кранц откри панаира.", "Ото Кранц"),
    ],
)
def test_a_title_makes_a_person(language: str, text: str, name: str) -> None:
    assert people(text, language) == [name]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "The fair was opened by Peter Kranz.", "Peter Kranz"),
        ("en", "The fair was opened by Maria de la Brend.", "Maria de la Brend"),
        ("pl", "Rozmawialiśmy z Janem Kowalskim.", "Jan Kowalski"),
        ("bg", "Той е Иван Кранцов от парка.", "Иван Кранцов"),
        ("es", "Lo abrió Juan Pablo Vélez García.", "Juan Pablo Vélez García"),
        ("es", "Lo abrió Mario Greco.", "Mario Greco"),
        ("es", "Lo abrió Ana Palacios.", "Ana Palacios"),
        ("es", "Disertó Ana Kranz.", "Ana Kranz"),
        ("cs", "Byl tam seminář s Janem Novákem.", "Jan Novák"),
        ("ru", "Форум открыл Иванов Иван Иванович.", "Иванов Иван Иванович"),
    ],
)
def test_a_given_name_makes_a_person(language: str, text: str, name: str) -> None:
    assert people(text, language) == [name]


def test_a_street_is_nobody_though_it_bears_a_given_name() -> None:
    assert people("Si è svolto in Piazza Mario Brend.", "it") == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("cs", "Rektor Univerzity Quillanské Jan Brend přišel.", "Jan Brend"),
        ("es", "Vino el rector de la Universidad Quillana Juan Brend.", "Juan Brend"),
        ("it", "Ha parlato il direttore dell’Agenzia Zorvo Mario Brend.", "Mario Brend"),
        ("it", "Ha parlato il direttore Gian Mario Brend.", "Gian Mario Brend"),
        ("es", "Se integró al Consejo Directivo Ana Brend.", "Ana Brend"),
    ],
)
def test_a_person_behind_a_post_and_its_body_is_apart_from_it(
    language: str, text: str, name: str
) -> None:
    assert people(text, language) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Ovo Kranz, director of the Alpine Wood Agency, came.",
        "Ovo Kranz (director) came.",
        "The director Ovo Kranz came.",
    ],
)
def test_a_position_beside_a_name_makes_a_person(text: str) -> None:
    assert people(text) == ["Ovo Kranz"]


def test_bullets_under_a_line_about_people_begin_with_persons() -> None:
    text = "The participants were:\n\n• Ovo Kranz, Alpine Wood Agency\n• Ila Brend (Spain)"
    assert people(text) == ["Ovo Kranz", "Ila Brend"]


def test_bullets_under_another_line_do_not() -> None:
    assert people("The toys were:\n\n• Ovo Kranz, big\n• Ila Brend, small") == []


@pytest.mark.parametrize(
    "text",
    [
        "Mr Kranz Agency came.",
        "We saw Ovo Kranz today.",
        "We saw NTI ABC, director.",
        "The director of Silver Birch came.",
    ],
)
def test_without_a_sign_a_name_is_no_person(text: str) -> None:
    assert people(text) == []


def test_a_person_ends_before_the_body_that_follows_of() -> None:
    assert people("We met Peter Kranz of Alpine Wood Agency.") == ["Peter Kranz"]


def test_a_person_begins_behind_the_place_of_office() -> None:
    assert people("Кметът на Русе Иван Кранцов откри панаира.", "bg") == ["Иван Кранцов"]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("cs", "Přijel státní tajemník MZO. Potkal tajemníka MZO Roberta Malého.", ["Robert Malý"]),
        ("cs", "Přijel ředitel LIKA s Pavlou Hruškovou.", ["Pavla Hrušková"]),
        ("cs", "Přijel ředitel LIKA s Irenou Dlouhou.", ["Irena Dlouhá"]),
        ("pl", "Gości powitał prezes Agencji Rozwoju ZORVO S.A. Jerzy Dudek.", ["Jerzy Dudek"]),
    ],
)  # fmt: skip
def test_a_person_begins_behind_the_letters_of_a_body(
    language: str, text: str, names: list[str]
) -> None:
    assert people(text, language) == names
