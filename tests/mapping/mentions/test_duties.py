import pytest

from clustergraph.mapping.mentions.duties import length_of_duty
from given.mapped import scene_of


def duty(language: str, text: str, position: str) -> str:
    """What the words behind the position say that it is for."""
    scene = scene_of(text, language)
    words = position.split()
    start = [token.text for token in scene.tokens].index(words[0])
    behind = start + len(words)
    length = length_of_duty(scene, start, len(words))
    return " ".join(token.text for token in scene.tokens[behind : behind + length])


@pytest.mark.parametrize(
    ("language", "text", "position", "field"),
    [
        ("en", "The Minister for Trade and Work came.", "Minister", "for Trade and Work"),
        ("en", "The Minister for Wood, Toys and Work came.", "Minister",
         "for Wood , Toys and Work"),
        ("de", "Der Minister für Bildung kam.", "Minister", "für Bildung"),
        ("es", "Vino el consejero de Empresa y Universidades.", "consejero",
         "de Empresa y Universidades"),
    ],
)  # fmt: skip
def test_a_minister_is_one_for_the_fields_behind_the_word(
    language: str, text: str, position: str, field: str
) -> None:
    assert duty(language, text, position) == field


@pytest.mark.parametrize(
    ("language", "text", "position"),
    [
        ("en", "The secretary general of UWA came.", "secretary general"),
        ("en", "The Minister Toys came.", "Minister"),
        ("en", "The director of Trade came.", "director"),
        ("es", "Vino el consejero delegado de Empresa.", "consejero delegado"),
    ],
)
def test_a_body_a_name_and_a_company_are_no_field(language: str, text: str, position: str) -> None:
    assert duty(language, text, position) == ""


def test_a_field_in_small_letters_is_one_only_before_the_body_of_the_position() -> None:
    with_body = "Vino el vicepresidente de competitividad de la Fundación Alfa."
    assert duty("es", with_body, "vicepresidente") == "de competitividad"
    assert duty("es", "Vino el vicepresidente de competitividad.", "vicepresidente") == ""
