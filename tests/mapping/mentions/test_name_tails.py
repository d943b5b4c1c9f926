import pytest

from clustergraph.mapping.mentions.name_tails import end_of_tail, is_adjective
from given.mapped import scene_of


def tail(language: str, text: str) -> str:
    """What the name goes on with behind the first word of the text."""
    scene = scene_of(text, language)
    end = end_of_tail(scene, 1, has_begun=False, opens=True)
    return " ".join(token.text for token in scene.tokens[1:end])


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("bg", "Фондация за развитие на дърводобива работи.", "за развитие на дърводобива"),
        ("bg", "Фондация за развитие на горите и водите работи.", "за развитие на горите и водите"),
        ("fr", "Ministère de l’eau et de la pêche.", "de l’ eau et de la pêche"),
        ("fr", "Chambre de commerce, d'industrie et d'agriculture de Dakar.",
         "de commerce , d' industrie et d' agriculture de Dakar"),
        ("cs", "Ministerstvo průmyslu a obchodu ČR pomohlo.", "průmyslu a obchodu ČR"),
    ],
)  # fmt: skip
def test_complements_fields_genitives_and_places_go_on_with_a_name(
    language: str, text: str, expected: str
) -> None:
    assert tail(language, text) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("bg", "Агенция по проекта работи."),
        ("bg", "Фондация работи."),
        ("cs", "Agentura dnes pomohla."),
        ("fr", "Ministère, qui aide."),
    ],
)
def test_no_name_goes_on_with_a_verb_or_an_activity(language: str, text: str) -> None:
    assert tail(language, text) == ""


@pytest.mark.parametrize(
    ("language", "word", "expected"),
    [("cs", "dřevařský", True), ("fr", "français", True), ("cs", "klastr", False)],
)
def test_an_adjective_is_told_by_its_ending_or_its_nation(
    language: str, word: str, expected: bool
) -> None:
    scene = scene_of(f"{word} x.", language)
    assert is_adjective(scene.tokens[0], scene) is expected
