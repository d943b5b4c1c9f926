"""Names of bodies and activities: where they begin and end, and what they are names of."""

import pytest

from given.mapped import mentions_in

QUOTED = {
    'The project "Blue Harbour" began.': ("Blue Harbour", "Project"),
    "Experts of the consulting firm “Silver Birch” met.": ("Silver Birch", "Organisation"),
    'The programme called "Open Gates" ended.': ("Open Gates", "Programme"),
    'The "Wood Days" conference began.': ("Wood Days", "Event"),
    "The cluster ‘Oak Valley’ met.": ("Oak Valley", "Cluster"),
    '"Institute of Toys" opened.': ("Institute of Toys", "Organisation"),
    'We saw "Silver Birch" today.': ("Silver Birch", None),
}
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
NOT_NAMES = [
    "“We need more managers”, said the teacher.",
    "He said: “these toys are all such fun!”",
    "Several teams came.",
    "The European consortium met.",
    "Danish clusters met.",
    "It rained in May.",
    "The course on Cluster Quality Management ended.",
    "Yesterday it rained.",
    "NEW TOYS FOR ALL THE WORLD ARE HERE",
    "The Minister for Toys and Fairs came.",
    "The Cluster-Manager came.",
    "Write to Info@Zorvo.com or see www.Zorvo.com/News.",
    "It got EUR 250,000 and 3 Mio. of it for SMEs.",
    "He lives in Zorvo Street 8.",
    "“We saw 28 agencies – said the teacher – and many schools”",
]
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


def named(text: str, language: str = "en") -> dict[str, str | None]:
    """The named mentions of a text, by label, with their classes."""
    mentions = [mention for mention in mentions_in(text, language) if mention.named]
    return {m.names[0]: m.kind.local if m.kind else None for m in mentions}


@pytest.mark.parametrize("text", QUOTED)
def test_a_quoted_name_is_what_the_noun_beside_or_in_it_says(text: str) -> None:
    assert named(text) == dict([QUOTED[text]])


@pytest.mark.parametrize("text", CAPITALISED)
def test_a_name_in_capitals_is_what_its_noun_says(text: str) -> None:
    assert named(text) == dict([CAPITALISED[text]])


@pytest.mark.parametrize("text", NOT_NAMES)
def test_speech_nations_months_and_subjects_are_no_names(text: str) -> None:
    assert named(text) == {}


@pytest.mark.parametrize(("language", "text", "name", "kind"), OTHER_LANGUAGES)
def test_names_are_found_in_languages_with_the_noun_first(
    language: str, text: str, name: str, kind: str
) -> None:
    assert named(text, language) == {name: kind}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "We saw the Alpine Wood Agency and the Baltic Fish Institute.",
            {"Alpine Wood Agency", "Baltic Fish Institute"},
        ),
        ("We saw the Alpine Wood Agency and AFI.", {"Alpine Wood Agency", "AFI"}),
        ("We saw the Ministry of Wood and Toys.", {"Ministry of Wood and Toys"}),
        ("We saw the University of Toys & Games.", {"University of Toys & Games"}),
        ("We saw Silver Birch and Golden Oak.", {"Silver Birch", "Golden Oak"}),
    ],
)
def test_an_and_parts_two_whole_names_only(text: str, names: set[str]) -> None:
    assert set(named(text)) == names


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("pl", "Spotkaliśmy Klaster Leśny."),
        pytest.param(
            *("bg", "Срещнахме Клъстер Бор."),
            marks=pytest.mark.xfail(reason="no dictionary knows the verb", strict=True),
        ),
    ],
)
def test_a_verb_that_opens_the_sentence_is_no_part_of_the_name(language: str, text: str) -> None:
    (name,) = named(text, language)
    assert len(name.split()) == 2


CUT = [
    ("en", "We saw the Wood Growth Cluster and Zorvoland.", {"Wood Growth Cluster", "Zorvoland"}),
    ("en", "We saw the Toy Agency and Tom Reed.", {"Toy Agency", "Tom Reed"}),
    ("it", "Ecco i dirigenti Mario Verdi e Luca Neri.", {"Mario Verdi", "Luca Neri"}),
    (
        *("it", "Ecco la Camera di Commercio, Industria, Arte e Agricoltura di Bari."),
        {"Camera di Commercio, Industria, Arte e Agricoltura di Bari"},
    ),
    (
        *("it", "Ecco la Camera di Commercio di Bari, Zorvo e Marelli."),
        {"Camera di Commercio di Bari", "Zorvo", "Marelli"},
    ),
    (
        *("es", "La Cámara de Comercio, Industria y Servicios de Soria firmó."),
        {"Cámara de Comercio, Industria y Servicios de Soria"},
    ),
    (
        *("fr", "Il aime la Chambre de commerce, d'industrie et d'agriculture de Dakar."),
        {"Chambre de commerce, d'industrie et d'agriculture de Dakar"},
    ),
    (
        *("en", "We saw the Alpine Wood Agency - Lead Partner of Zorvo."),
        {"Alpine Wood Agency", "Lead Partner of Zorvo"},
    ),
    ("en", "We saw the Dutch ZORVO today.", {"ZORVO"}),
    ("en", "At a seminar in Graz the ZORVO project began.", {"Graz", "ZORVO project"}),
    ("en", "It was in the Big Morning of November 8th.", {"Big Morning"}),
    ("es", "La Agencia Zorvo 8 clústeres apoyó.", {"Agencia Zorvo"}),
    ("bg", "Това е проект BG16ZOR002-2.009-0026-C01 „Синя гора“.", {"Синя гора"}),
    ("es", "Vimos el programa de formación “Manos Azules”.", {"Manos Azules"}),
    ("pl", "Było tam z Partnerem Klastra Leśnego.", {"Klaster Leśny"}),
    (
        *("pl", "To Departament Analiz i Strategii Polskiej Agencji Drewna."),
        {"Departament Analiz i Strategii Polskiej Agencji Drewna"},
    ),
    ("ro", "A venit Fundația pentru Sate Mici și Reci.", {"Fundația pentru Sate Mici și Reci"}),
    (
        *("ro", "A venit Conferința Internațională a Lemnarilor din Nord."),
        {"Conferința Internațională a Lemnarilor din Nord"},
    ),
    (
        *("ro", "A venit Ministerul Apelor, Pădurilor Verzi și Administrației."),
        {"Ministerul Apelor, Pădurilor Verzi și Administrației"},
    ),
    (
        *("ro", "A venit Institutul pentru Apă, Lemn şi Transfer Zorvic."),
        {"Institutul pentru Apă, Lemn şi Transfer Zorvic"},
    ),
    ("ro", "Ne vedem la Hotel Zorvo din Brașov.", {"Hotel Zorvo", "Brașov"}),
    ("ro", "Ne vedem la Brașov din România.", {"Brașov", "România"}),
    ("ro", "A venit Asociația Lemnului din România.", {"Asociația Lemnului din România"}),
    ("ro", "A venit președintele CCIZ Constanța.", {"CCIZ Constanța"}),
    ("fr", "Il l’a dit à AZF Anne Durand.", {"AZF", "Anne Durand"}),
    (
        *("fr", "On a vu le Ministère tunisien de l’Eau et de la Pêche."),
        {"Ministère tunisien de l’Eau et de la Pêche"},
    ),
    (
        *("fr", "On vit le ministère de l’Industrie, de l’Eau et des Mines et la Fondation Beta."),
        {"ministère de l’Industrie, de l’Eau et des Mines", "Fondation Beta"},
    ),
    (
        *("fr", "On a vu le Ministère de l’Enseignement supérieur et de la Pêche."),
        {"Ministère de l’Enseignement supérieur et de la Pêche"},
    ),
    (
        *("fr", "On a vu les gens de l’Agence de Lyon et de la Fondation Beta."),
        {"Agence de Lyon", "Fondation Beta"},
    ),
]


@pytest.mark.parametrize(("language", "text", "names"), CUT)
def test_a_name_ends_where_the_next_begins(language: str, text: str, names: set[str]) -> None:
    assert set(named(text, language)) == names


IN_QUOTES = [
    (
        *("it", "Ecco il Cluster Tecnologico Nazionale 'Legno Blu 2030'."),
        ("Legno Blu 2030", "Cluster"),
    ),
    ("es", "Vimos la Jornada Técnica “Madera Viva”.", ("Madera Viva", "Event")),
    ("ro", "A venit Clusterul Textil „Din Suflet”.", ("Din Suflet", "Cluster")),
    ("bg", "Видяхме Оперативна програма „Растеж и гора“.", ("Растеж и гора", "Programme")),
]


@pytest.mark.parametrize(("language", "text", "name"), IN_QUOTES)
def test_noun_adjectives_and_quotes_are_one_name(
    language: str, text: str, name: tuple[str, str]
) -> None:
    assert named(text, language) == dict([name])


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "È “un bel regalo” per noi."),
        ("es", 'Vimos los llamados "cluster" allí.'),
        ("es", "Vimos la asociación «con un nuevo plan»."),
        ("de", "Er rief: „Wir gehen gemeinsam neue Wege“"),
        ("ru", "«С этой целью написана большая книга о том, как растут леса»."),
    ],
)
def test_common_words_in_quotes_are_no_name(language: str, text: str) -> None:
    assert [m.names for m in mentions_in(text, language) if m.named] == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("cs", "Byl tam Evropského manažera dar."),
        ("ru", "Вручили диплом Национального рейтинга."),
        ("cs", "Sejdeme se na ul. Zorvova 8."),
        ("ru", "Сюда пришли МСП."),
    ],
)
def test_adjectives_streets_and_common_acronyms_are_no_names(language: str, text: str) -> None:
    assert named(text, language) == {}


def test_a_place_is_known_by_the_gazetteer_whatever_its_noun_says() -> None:
    assert named("Vimos el País Vasco hoy.", "es") == {"País Vasco": "Region"}


def test_a_heading_in_capitals_gives_no_name_without_a_noun() -> None:
    text = "New Wood Makers Paint Big Toys\n\nThe Toy Agency met in Lyon. It was a day of rain.\n"
    assert "New Wood Makers Paint Big Toys" not in named(text)


def test_an_acronym_in_brackets_is_another_name_and_known_from_then_on() -> None:
    text = "The Northern Toy Institute (NTI) opened. We love NTI today."
    assert {m.names[:2] for m in mentions_in(text) if m.named} == {
        ("Northern Toy Institute", "NTI")
    }


def test_what_else_stands_in_brackets_is_no_name_of_it() -> None:
    (mention,) = mentions_in("The Northern Toy Institute (a big one) opened.")
    assert mention.names == ("Northern Toy Institute",)


def test_an_acronym_is_explained_by_the_name_behind_its_comma() -> None:
    first, second = mentions_in("We met NTI, the Northern Toy Institute.")
    assert first.names == second.names == ("Northern Toy Institute", "NTI")
    assert first.kind == second.kind


def test_an_acronym_is_not_explained_by_a_name_with_other_initials() -> None:
    first, second = mentions_in("We met NTI, the Baltic Fish Institute.")
    assert (first.names, second.names) == (("NTI",), ("Baltic Fish Institute",))


def test_a_name_and_its_alias_behind_a_dash_are_one() -> None:
    (mention,) = mentions_in("The Northern Toy Institute - NTI opened.")
    assert mention.names[:2] == ("Northern Toy Institute", "NTI")


def test_a_quoted_name_is_recognised_without_its_quotes() -> None:
    mentions = mentions_in('The project "Blue Harbour" began. Then Blue Harbour ended.')
    assert [(m.names[0], m.kind.local if m.kind else None) for m in mentions] == [
        ("Blue Harbour", "Project")
    ] * 2


def test_governments_of_several_nations_are_told_apart() -> None:
    text = "We thank the Swedish, Greek and Irish governments."
    assert set(named(text)) == {"Swedish government", "Greek government", "Irish government"}


def test_a_body_before_an_activity_owns_it_and_is_no_part_of_the_name() -> None:
    body, programme = mentions_in('We like the European Commission initiative "Open Gates".')
    assert (body.names[0], body.qualifier) == ("European Commission", True)
    assert (programme.names[0], programme.qualifier) == ("Open Gates", False)


def test_a_well_known_body_inside_a_longer_name_is_not_meant() -> None:
    assert list(named("We met the European Union Delegation.")) == ["European Union Delegation"]
    whole = "Delegation of the European Union"
    assert list(named(f"We met the {whole}.")) == [whole]


def test_a_word_that_begins_what_somebody_says_is_no_name() -> None:
    said = 'In the words of one of the participants: "It is the first course."'
    assert "It" not in {name for mention in mentions_in(said) for name in mention.names}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Они прибыли с визитом Финляндию.", {"Финляндия": "Country"}),
        ("Открыл мероприятие Рашид Зорвин.", {"Рашид Зорвин": "Person"}),
        ("Прибыла делегация Тверской области.", {"Тверская область": "Region"}),
    ],
)
def test_what_only_stands_behind_a_noun_is_not_called_so(text: str, names: dict[str, str]) -> None:
    assert named(text, "ru") == names


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Organised by Clarena, the meeting was held in Lyon.", "Clarena"),
        ("es", "Organizado por Clarena, el encuentro se celebró ayer en Soria.", "Clarena"),
    ],
)
def test_who_organises_the_meeting_behind_a_comma_is_none(
    language: str, text: str, name: str
) -> None:
    found = {mention.names[0]: mention.kind for mention in mentions_in(text, language)}
    assert found[name] is None


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("it", 'Il seminario dal titolo "Legno e boschi" è finito.', "Legno e boschi"),
        ("de", "Der Workshop unter dem Titel „Holz und Stahl“ begann.", "Holz und Stahl"),
        ("en", "The workshop with the title “Wood and steel” began.", "Wood and steel"),
        ("fr", "Le séminaire ayant pour titre « Bois et acier » débute.", "Bois et acier"),
    ],
)
def test_a_gathering_bears_the_title_that_it_is_said_to_have(
    language: str, text: str, name: str
) -> None:
    assert name in {n for m in mentions_in(text, language) if m.is_activity for n in m.names}


@pytest.mark.parametrize(
    "name", ["Interreg VI-A România-Ungaria", "Interreg V-A România – Bulgaria"]
)
def test_a_listed_programme_goes_on_with_its_strand(name: str) -> None:
    mentions = mentions_in(f"Proiectul este finanțat prin Programul {name}.", "ro")
    assert f"Programul {name}" in {n for m in mentions for n in m.names}
