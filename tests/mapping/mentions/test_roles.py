import pytest

from clustergraph.mapping.mentions.roles import Role, find_roles
from given.mapped import scene_of


def roles(text: str, language: str = "en") -> list[Role]:
    return list(find_roles(scene_of(text, language)))


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "The Managing Director came.", "Managing Director"),
        ("en", "All mayors came.", "mayors"),
        ("en", "The Zorvo Cluster director came.", "director"),
        ("en", "Our cluster director came.", "cluster director"),
        ("pl", "Rozmawialiśmy z prezesem firmy.", "prezesem"),
        ("bg", "Дойде кметът.", "кметът"),
        (
            "es",
            "Vino el consejero de Empresa y Universidades.",
            "consejero de Empresa y Universidades",
        ),
        ("es", "Vino el consejero delegado de Zorvo.", "consejero delegado"),
    ],
)
def test_the_longest_position_is_found_in_any_form(language: str, text: str, role: str) -> None:
    assert [(one.text, one.former) for one in roles(text, language)] == [(role, False)]


@pytest.mark.parametrize(
    ("language", "text", "role"),
    [
        ("en", "A former director came.", "former director"),
        ("pl", "Przyszedł były prezes firmy.", "były prezes"),
        ("bg", "Дойде бившият кмет.", "бившият кмет"),
    ],
)
def test_a_position_that_is_no_longer_held_is_told(language: str, text: str, role: str) -> None:
    assert [(one.text, one.former) for one in roles(text, language)] == [(role, True)]


def test_a_word_that_belongs_to_a_bodys_noun_is_no_position() -> None:
    assert roles("Vino el Consejo Directivo de Zorvo.", "es") == []
