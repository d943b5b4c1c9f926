"""Names that the acronym in brackets behind them spells."""

import pytest

from given.mapped import mentions_in

SPELT = [
    (
        *("fr", "Le Comité interministériel de la paix et des arbres (CIPA) a parlé."),
        *("Comité interministériel de la paix et des arbres", "CIPA"),
    ),
    (
        *("fr", "La Direction générale du bois, des arbres et de la forêt (DGBAF) a parlé."),
        *("Direction générale du bois, des arbres et de la forêt", "DGBAF"),
    ),
    (
        *("en", "The Toy Agency for Small and Big Painted Houses (TASPH) spoke."),
        *("Toy Agency for Small and Big Painted Houses", "TASPH"),
    ),
    (
        *("ro", "Agenția de Pictură Regională Vest (ADP Vest) a vorbit."),
        *("Agenția de Pictură Regională Vest", ""),
    ),
]


@pytest.mark.parametrize(("language", "text", "name", "acronym"), SPELT)
def test_an_acronym_tells_where_its_name_begins(
    language: str, text: str, name: str, acronym: str
) -> None:
    bodies = [m for m in mentions_in(text, language) if m.kind and m.kind.local == "Organisation"]
    assert bodies[0].names[0] == name
    assert not acronym or acronym in bodies[0].names


def test_an_acronym_of_other_words_spells_nothing() -> None:
    names = [m.names for m in mentions_in("We saw the Toy Agency of Lyon (SME) today.")]
    assert all("SME" not in forms for forms in names)


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("The Tyrol Cluster Association (Clustoro) met.", "Clustoro"),
        ("The Alpine Wood Agency West (AWA West) met.", "AWA West"),
    ],
)
def test_a_short_form_in_brackets_is_another_name(text: str, short: str) -> None:
    (mention,) = [m for m in mentions_in(text) if m.named]
    assert short in mention.names


def test_a_place_in_brackets_is_no_short_form() -> None:
    names = {m.names for m in mentions_in("The Toy Agency (Vienna) met.")}
    assert names == {("Toy Agency",), ("Vienna",)}
