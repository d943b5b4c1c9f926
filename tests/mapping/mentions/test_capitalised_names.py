import pytest

from given.mapped import named_in

CAPITALISED = {
    "We saw the Northern Toy Agency today.": ("Northern Toy Agency", "Organisation"),
    "We saw the Ministry of Trade and Tourism today.": (
        "Ministry of Trade and Tourism",
        "Organisation",
    ),
    "We saw the Teach the Painters programme today.": ("Teach the Painters programme", "Programme"),
    "We saw the firm Silver Birch today.": ("Silver Birch", "Organisation"),
    "We saw Silver Birch Ltd. today.": ("Silver Birch Ltd.", "Organisation"),
    "We saw Growing Toys IV today.": ("Growing Toys IV", None),
    "We saw the Toy Fair 2015 today.": ("Toy Fair 2015", "Event"),
    "We saw Cluster Montagna today.": ("Cluster Montagna", "Cluster"),
    "We saw the Northern Toy Agency's staff.": ("Northern Toy Agency", "Organisation"),
    "We saw the Ministry of Economic Affairs, Labour and Housing today.": (
        "Ministry of Economic Affairs, Labour and Housing",
        "Organisation",
    ),
    "We saw DG Research and Innovation today.": ("DG Research and Innovation", "Organisation"),
    "We saw Toy Cluster Barcelona today.": ("Toy Cluster Barcelona", "Cluster"),
    "We saw the National Toy Cluster ZORVO today.": ("National Toy Cluster ZORVO", "Cluster"),
    "We saw the Industrial Cluster Zorvoland today.": ("Industrial Cluster Zorvoland", "Cluster"),
    "We saw the University of St. Zorvo today.": ("University of St. Zorvo", "Organisation"),
    "We saw mobiZorvo today.": ("mobiZorvo", None),
    "ZorvoTech came.": ("ZorvoTech", None),
    "We saw Catalonia Trade & Investment today.": ("Catalonia Trade & Investment", None),
    "We saw Zorvo, a Catalan cluster, today.": ("Zorvo", "Cluster"),
    "ZORVO is a project.": ("ZORVO", "Project"),
    "We saw the 3rd Toy Academy today.": ("Toy Academy", "Training"),
    "We saw the Toy Growth and Export Training Scheme (TGETS) today.": (
        "Toy Growth and Export Training Scheme",
        "Programme",
    ),
    "We saw the Painting and Growing Better Toys (PGBT) programme today.": (
        "Painting and Growing Better Toys",
        "Programme",
    ),
}
OTHER_LANGUAGES = [
    ("pl", "Widzieliśmy projekt „Błękitna Zatoka”.", "Błękitna Zatoka", "Project"),
    ("pl", "Byliśmy w Podlaskiej Fundacji Drewna.", "Podlaska Fundacja Drewna", "Organisation"),
    ("pl", "To jest Klaster Leśny.", "Klaster Leśny", "Cluster"),
    ("bg", "Видяхме проекта „Синя вълна“.", "Синя вълна", "Project"),
    ("bg", "Програмата за сътрудничество „Алфа“ започна.", "Алфа", "Programme"),
    ("bg", "Видяхме клъстер БОР днес.", "БОР", "Cluster"),
    (
        *("bg", "Днес Фондация за развитие на дърводобива работи."),
        *("Фондация за развитие на дърводобива", "Organisation"),
    ),
    (
        "bg",
        "Това е Софийски университет „Св. Бор“.",
        "Софийски университет „Св. Бор“",
        "Organisation",
    ),
    (
        "cs",
        "Ministerstvo průmyslu a obchodu ČR pomohlo.",
        "Ministerstvo průmyslu a obchodu ČR",
        "Organisation",
    ),
    (
        "es",
        "Vimos el Ministerio de Industria, Comercio y Turismo.",
        "Ministerio de Industria, Comercio y Turismo",
        "Organisation",
    ),
    ("es", "Vimos el proyecto europeo ZORVO.", "ZORVO", "Project"),
    ("es", "El proyecto, denominado “Zorvo Azul”, acaba.", "Zorvo Azul", "Project"),
    ("es", "Vimos la Junta de Castilla y León.", "Junta de Castilla y León", "Organisation"),
    (
        "es",
        "Vimos el Ministerio de Juguetes, Pintura y Universidades.",
        "Ministerio de Juguetes, Pintura y Universidades",
        "Organisation",
    ),
    (
        "es",
        "Vimos la Federación de Agrupaciones y Clústeres (FEDAC).",
        "Federación de Agrupaciones y Clústeres",
        "Organisation",
    ),
    ("it", "Ecco il Programma europeo Zorvo Blu 2014-2020.", "Zorvo Blu", "Programme"),
    ("es", "Vimos la asociación «Zorvo Azul».", "Zorvo Azul", "Organisation"),
    ("ru", "Мы видели проект «Технопарк «Идея»».", "Технопарк «Идея»", "Project"),
    ("ru", "Идёт проект ПРООН «Тихие сёла».", "Тихие сёла", "Project"),
    ("ru", "Фонд ведёт программу поддержки пекарей «Хлеб».", "Хлеб", "Programme"),
    ("ru", "Идёт проект Минэкономики России «Зорво».", "Зорво", "Project"),
    ("bg", "Агенцията по проекта работи.", "Агенцията", "Organisation"),
]


@pytest.mark.parametrize("text", CAPITALISED)
def test_a_name_in_capitals_is_what_its_noun_says(text: str) -> None:
    assert named_in(text) == dict([CAPITALISED[text]])


@pytest.mark.parametrize(("language", "text", "name", "kind"), OTHER_LANGUAGES)
def test_names_are_found_in_languages_with_the_noun_first(
    language: str, text: str, name: str, kind: str
) -> None:
    assert named_in(text, language) == {name: kind}


def test_a_place_is_known_by_the_gazetteer_whatever_its_noun_says() -> None:
    assert named_in("Vimos el País Vasco hoy.", "es") == {"País Vasco": "Region"}


def test_a_heading_in_capitals_gives_no_name_without_a_noun() -> None:
    text = "New Wood Makers Paint Big Toys\n\nThe Toy Agency met in Lyon. It was a day of rain.\n"
    assert "New Wood Makers Paint Big Toys" not in named_in(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Они прибыли с визитом Финляндию.", {"Финляндия": "Country"}),
        ("Открыл мероприятие Рашид Зорвин.", {"Рашид Зорвин": "Person"}),
        ("Прибыла делегация Тверской области.", {"Тверская область": "Region"}),
    ],
)
def test_what_only_stands_behind_a_noun_is_not_called_so(text: str, names: dict[str, str]) -> None:
    assert named_in(text, "ru") == names
