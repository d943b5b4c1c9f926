"""Names that go on in lower case."""

import pytest

from given.mapped import mentions_in


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("cs", "Pomohla Agentura pro podporu podnikání a investic ZorvoInvest.",
         "Agentura pro podporu podnikání a investic ZorvoInvest"),
        ("cs", "Slovenská inovační a energetická agentura pomohla.",
         "Slovenská inovační a energetická agentura"),
        ("cs", "Byli jsme v Českém IT klastru.", "Český IT klastr"),
        ("ru", "Помогла Ассоциация кластеров и технопарков России.",
         "Ассоциация кластеров и технопарков России"),
        ("bg", "Плаща се по Програмата за сътрудничество по ЗОРВО.",
         "Програмата за сътрудничество по ЗОРВО"),
        ("fr", "Il a vu l’Association professionnelle des banques.",
         "Association professionnelle des banques"),
        ("bg", "Помогна Министерството на горите, труда и дървените играчки.",
         "Министерството на горите, труда и дървените играчки"),
        ("bg", "Помогна Асоциацията на бизнес клъстерите.",
         "Асоциацията на бизнес клъстерите"),
    ],
)  # fmt: skip
def test_complements_genitives_and_adjectives_belong_to_the_name(
    language: str, text: str, name: str
) -> None:
    assert [m.names[0] for m in mentions_in(text, language) if m.named] == [name]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("es", "Lo paga COSME de la Unión Europea.",
         {"COSME", "Unión Europea"}),
        ("es", "Celebró en Vigo la III Jornada de Zorvo.",
         {"Vigo", "III Jornada de Zorvo"}),
        ("fr", "Il a vu ZORVO et l’Université Quillan.", {"ZORVO", "Université Quillan"}),
        (
            "cs",
            "Byli jsme v MAG – Moravské rozvojové centrum.",
            {"Moravské rozvojové centrum", "MAG"},
        ),
    ],
)  # fmt: skip
def test_two_names_in_one_run_are_cut(language: str, text: str, names: set[str]) -> None:
    found = {name for m in mentions_in(text, language) if m.named for name in m.names}
    assert names <= found


def test_a_roman_numeral_before_an_activity_is_its_number() -> None:
    (mention,) = (m for m in mentions_in("Vimos la III Jornada de Zorvo.", "es") if m.named)
    assert (mention.names, mention.ordinal) == (("III Jornada de Zorvo", "Jornada de Zorvo"), 3)


EVENTS = [
    ("cs", "Koná se Evropská dřevařská konference 2022.", "Evropská dřevařská konference 2022"),
    ("cs", "Letos byl II. Světový dřevařský kongres.", "II. Světový dřevařský kongres"),
    ("ru", "Прошел Российский лесной форум.", "Российский лесной форум"),
    ("bg", "Проведе се Балкански горски форум 2019.", "Балкански горски форум 2019"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "name"), EVENTS)
def test_an_adjective_with_a_capital_makes_a_name_of_an_activity(
    language: str, text: str, name: str
) -> None:
    events = [m for m in mentions_in(text, language) if m.is_activity]
    assert [(m.names[0], m.named) for m in events] == [(name, True)]


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("cs", "V sekci dopravy byl klid.", set()),
        (
            "cs",
            "Národní dřevařská asociace uspořádala setkání.",
            {"Národní dřevařská asociace"},
        ),
        ("cs", "Nová dřevařská asociace uspořádala setkání.", set()),
        (
            "cs",
            "Sešla se rada Moravské dřevařské asociace a zástupců Ministerstva dopravy.",
            {"Moravská dřevařská asociace", "Ministerstvo dopravy"},
        ),
        ("cs", "Byli jsme na Vysoké škole dřevařské Zlín.", {"Vysoká škola dřevařská Zlín"}),
        (
            "fr",
            "Il voit la Chambre de commerce, d'industrie et d'art de Dakar.",
            {"Chambre de commerce, d'industrie et d'art de Dakar"},
        ),
    ],
)
def test_a_long_name_ends_before_others_begin(language: str, text: str, names: set[str]) -> None:
    assert {m.names[0] for m in mentions_in(text, language) if m.named} == names
